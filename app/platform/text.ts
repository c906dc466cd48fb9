/** Characters that change the direction of text or hide in it: of no use in a name, of much use to a swindler. */
const HIDDEN = /(?![\n\t])[\p{Cc}\p{Cf}\u2028\u2029]/gu

/** Tidies what a person typed: composed accents, no hidden characters, single spaces, no spaces at the ends. */
export function tidy(typed: string): string {
  return typed.normalize('NFC').replace(/\s+/g, ' ').replace(HIDDEN, '').trim()
}

/** Like `tidy`, but keeps line breaks (at most two in a row). */
export function tidyLines(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(HIDDEN, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** The form in which names are searched, sorted and compared: lower case, no accents, letters and digits only. */
export function searchKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
