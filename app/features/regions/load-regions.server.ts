import { inArray, isNull, sql } from 'drizzle-orm'
import { addDays } from '~/platform/calendar'
import type { Services } from '~/platform/services'
import { edition, type RegionFact, type RegionFiles, readRegionFiles } from './read-region-files.server'

/** Sixteen columns each: well below the 32,766 values that SQLite takes in one statement. */
const BATCH = 1000

/**
 * Loads every region once; a second call reads one row and changes nothing.
 * When the files have changed since, regions are updated, new ones added, and codes that are no longer listed
 * end on the day before the edition; nothing is ever deleted, because groups and numbers point to old codes.
 * Several processes may load at once and one may be killed: batches are upserts in the order of the codes,
 * and the edition is recorded last.
 * @param say is told about progress, in Indonesian
 * @param options.provinces loads only these and records no edition; for tests
 */
export async function loadRegions(
  services: Services,
  say: (line: string) => void,
  { provinces, files = readRegionFiles() }: { provinces?: string[]; files?: RegionFiles } = {},
): Promise<void> {
  if (!provinces && (await isLoaded(services, files.sha256))) return
  const started = services.clock()
  const regions = files.regions().filter(({ provinceCode }) => provinces?.includes(provinceCode) ?? true)
  say(`Memuat ${regions.length.toLocaleString('id-ID')} wilayah (${edition.name}) …`)
  let told = 0
  for (let done = 0; done < regions.length; done += BATCH) {
    const percent = Math.floor((done / regions.length) * 100)
    if (percent >= told + 20) {
      told = percent
      say(`  ${percent}%`)
    }
    await save(services, regions.slice(done, done + BATCH))
  }
  if (provinces) return
  const ended = await endVanished(services, new Set(regions.map(({ code }) => code)))
  await recordEdition(services, files.sha256)
  const seconds = ((services.clock() - started) / 1000).toLocaleString('id-ID', { maximumFractionDigits: 1 })
  say(`Wilayah termuat dalam ${seconds} detik${ended > 0 ? `; ${ended} kode lama diakhiri` : ''}.`)
}

async function isLoaded({ store }: Services, sha256: string): Promise<boolean> {
  const { regionEditions } = store.tables
  const rows = await store.read.select().from(regionEditions)
  return rows.some((row) => row.edition === edition.name && row.sha256 === sha256)
}

/** Keeps what an earlier edition said about the first day, and a predecessor that this one does not name. */
async function save({ store }: Services, batch: RegionFact[]): Promise<void> {
  await store.transact(async ({ db, tables: { regions } }) => {
    await db
      .insert(regions)
      .values(batch.map((fact) => ({ ...fact, edition: edition.name, validFrom: edition.validFrom })))
      .onConflictDoUpdate({
        target: regions.code,
        set: {
          kind: sql`excluded.kind`,
          name: sql`excluded.name`,
          localWord: sql`excluded.local_word`,
          zone: sql`excluded.zone`,
          villageCount: sql`excluded.village_count`,
          edition: sql`excluded.edition`,
          validUntil: null,
          predecessorCode: sql`coalesce(excluded.predecessor_code, ${regions.predecessorCode})`,
        },
      })
  })
}

/** Ends the regions that the list no longer has and answers how many they were. */
async function endVanished({ store }: Services, listed: Set<string>): Promise<number> {
  return store.transact(async ({ db, tables: { regions } }) => {
    const current = await db.select({ code: regions.code }).from(regions).where(isNull(regions.validUntil))
    const vanished = current.map(({ code }) => code).filter((code) => !listed.has(code))
    const validUntil = addDays(edition.validFrom, -1)
    for (let at = 0; at < vanished.length; at += BATCH) {
      await db
        .update(regions)
        .set({ validUntil })
        .where(inArray(regions.code, vanished.slice(at, at + BATCH)))
    }
    return vanished.length
  })
}

async function recordEdition({ store, clock }: Services, sha256: string): Promise<void> {
  await store.transact(async ({ db, tables: { regionEditions } }) => {
    await db
      .insert(regionEditions)
      .values({ edition: edition.name, sha256, loadedAt: clock() })
      .onConflictDoUpdate({ target: regionEditions.edition, set: { sha256, loadedAt: clock() } })
  })
}
