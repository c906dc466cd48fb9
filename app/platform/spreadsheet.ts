/**
 * A cell that a spreadsheet program shows and never runs: text that begins like a formula gets an apostrophe in front
 * (OWASP, CSV injection).
 */
export function harmlessCell(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

/** The letters over a column counted from 0: A, B … Z, AA. */
export function columnLetter(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26))
  return at < 26 ? letter : columnLetter(Math.floor(at / 26) - 1) + letter
}
