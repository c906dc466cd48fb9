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
