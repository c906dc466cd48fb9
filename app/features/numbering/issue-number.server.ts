import { lt, sql } from 'drizzle-orm'
import type { Tx } from '~/platform/db/store'
import { AppError } from '~/platform/errors'
import { LAST_SERIAL, writeRegistrationNumber } from './registration-number'

/**
 * Issues the next nomor registrasi of a village: its ten-digit code at this moment and a serial of two digits.
 * One atomic upsert, so that serials have no gaps and no doubles under contention; a transaction that fails gives
 * its serial back; a serial once committed is never given again. The shape is deduced from one public example
 * (domain facts 2.4) and therefore provisional.
 * @throws village_full 409 for the hundredth group of a village
 */
export async function issueNumber(
  { db, tables: { numberCounters } }: Tx,
  villageCode: string,
): Promise<string> {
  const [counter] = await db
    .insert(numberCounters)
    .values({ villageCode, lastSerial: 1 })
    .onConflictDoUpdate({
      target: numberCounters.villageCode,
      set: { lastSerial: sql`${numberCounters.lastSerial} + 1` },
      setWhere: lt(numberCounters.lastSerial, LAST_SERIAL),
    })
    .returning()
  if (!counter) {
    throw new AppError(
      'village_full',
      409,
      'Nomor registrasi di desa ini sudah habis (99 nomor telah diberikan). Permohonan tidak berubah. Hubungi pengelola portal untuk penambahan nomor.',
    )
  }
  return writeRegistrationNumber(villageCode, counter.lastSerial)
}
