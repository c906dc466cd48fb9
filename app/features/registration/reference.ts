/** Without letters and figures that are mistaken for each other on paper or over the phone (0 O, 1 I L, 5 S, 8 B). */
const ALPHABET = '234679ACDEFGHJKMNPQRTUVWXYZ'
const LENGTH = 5

/**
 * A nomor permohonan such as `P-2026-7F3K9`: some 14 million a year, so a clash is rare and simply tried again.
 * @param random answers a whole number from 0 up to, not including, its argument
 */
export function makeReference(year: string, random: (below: number) => number): string {
  const code = Array.from({ length: LENGTH }, () => ALPHABET[random(ALPHABET.length)]).join('')
  return `P-${year}-${code}`
}
