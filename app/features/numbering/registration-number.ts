/** The largest serial that two digits hold. */
export const LAST_SERIAL = 99

/**
 * Writes a nomor registrasi: the village's ten digits at the moment of issue, then its serial in two.
 * There is no check digit; the shape is deduced from one public example (domain facts 2.4) and provisional.
 * @throws RangeError for what is no village code or no serial from 1 to 99
 */
export function writeRegistrationNumber(villageCode: string, serial: number): string {
  if (!/^\d{10}$/.test(villageCode)) throw new RangeError(`${villageCode} is not a village code`)
  if (!Number.isInteger(serial) || serial < 1 || serial > LAST_SERIAL) {
    throw new RangeError(`${serial} is not a serial from 1 to ${LAST_SERIAL}`)
  }
  return villageCode + String(serial).padStart(2, '0')
}

/**
 * Reads a nomor registrasi as people write it, with spaces, dots or dashes.
 * The village code is the one at issue: the village may carry another one today.
 * @returns null for what cannot be a number
 */
export function readRegistrationNumber(
  typed: string,
): { number: string; villageCode: string; serial: number } | null {
  const number = typed.replace(/[\s.-]/g, '')
  if (!/^\d{12}$/.test(number)) return null
  const serial = Number(number.slice(10))
  return serial === 0 ? null : { number, villageCode: number.slice(0, 10), serial }
}
