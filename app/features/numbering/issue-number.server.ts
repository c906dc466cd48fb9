import { lte, sql } from 'drizzle-orm'
import type { Tx } from '~/platform/db/store'
import { AppError } from '~/platform/errors'
import { LAST_SERIAL, writeRegistrationNumber } from './registration-number'

/**
 * Issues the next numbers of a village: its ten-digit code at this moment and a serial of two digits each.
 * One atomic upsert, so that serials have no gaps and no doubles under contention; a transaction that fails gives
 * its serials back; a serial once committed is never given again. The shape is deduced from one public example
 * (domain facts 2.4) and therefore provisional.
 * @param howMany at least 1
 * @throws village_full 409 when the village has fewer numbers left; then none is issued
 */
export async function issueNumbers(
  { db, tables: { numberCounters } }: Tx,
  villageCode: string,
  howMany: number,
): Promise<string[]> {
  if (howMany > LAST_SERIAL) throw villageFull()
  const [counter] = await db
    .insert(numberCounters)
    .values({ villageCode, lastSerial: howMany })
    .onConflictDoUpdate({
      target: numberCounters.villageCode,
      set: { lastSerial: sql`${numberCounters.lastSerial} + ${howMany}` },
      setWhere: lte(numberCounters.lastSerial, LAST_SERIAL - howMany),
    })
    .returning()
  if (!counter) throw villageFull()
  const before = counter.lastSerial - howMany
  return Array.from({ length: howMany }, (_, at) => writeRegistrationNumber(villageCode, before + at + 1))
}

function villageFull(): AppError {
  return new AppError(
    'village_full',
    409,
    'Nomor registrasi di desa ini sudah habis (99 nomor telah diberikan). Permohonan tidak berubah. Hubungi pengelola portal untuk penambahan nomor.',
  )
}
