/** What a person typed or pasted as a registration number: its digits, and the version when it is a whole link. */
export interface TypedNumber {
  number: string
  version?: string
}

/** Reads a number with spaces, dots, dashes or words around it, or the address under a certificate's QR code. */
export function readTypedNumber(typed: string): TypedNumber {
  const text = typed.slice(0, 300).normalize('NFKC')
  const link = /verifikasi\/(\d{12})(?:\?v=(\d{1,6}))?/.exec(text)
  if (link?.[1]) return { number: link[1], version: link[2] }
  return { number: text.replace(/\D/g, '') }
}

/** Why the digits cannot be a registration number, in words; null when they can. */
export function numberProblem(number: string): string | null {
  if (number.length === 12) return null
  if (number === '') return 'Ketik nomor registrasi KIM: 12 angka, tertulis di tanda daftar.'
  const difference = number.length < 12 ? `kurang ${12 - number.length}` : `lebih ${number.length - 12}`
  return `Nomor registrasi terdiri atas 12 angka; yang diketik ${difference}. Periksa lagi angka di lembarnya.`
}
