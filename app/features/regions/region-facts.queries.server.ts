import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Services } from '~/platform/services'
import { levelNames, NATION, withWord } from './places'

/** A region as the JSON interface shows it; the keys are Indonesian because the readers are. */
export interface RegionFacts {
  kode: string
  /** With its kind: "Kabupaten Mimika". */
  nama: string
  /** negara, provinsi, kabupaten_kota, kecamatan, desa_kelurahan. */
  tingkat: string
  /** negara, provinsi, kabupaten, kota, kecamatan, kelurahan, desa, desa_adat. */
  jenis: string
  /** The code of the region above; null for a province and for the country. */
  induk: string | null
  /** What lies directly below, by code: with the number of villages in it and of registered groups. */
  anak: { kode: string; nama: string; jenis: string; desa: number; kim: number }[]
}

/**
 * A region and what lies directly below it; null for an unknown code. `00` is the whole country.
 * A code that is no longer in force still answers, with what was below it and is still in force.
 */
export async function regionFacts({ store }: Services, code: string): Promise<RegionFacts | null> {
  const { regions, regionRollups } = store.tables
  const isNation = code === NATION
  const [region] = isNation
    ? []
    : await store.read.select().from(regions).where(eq(regions.code, code)).limit(1)
  if (!region && !isNation) return null
  const below = await store.read
    .select({
      code: regions.code,
      name: regions.name,
      word: regions.localWord,
      kind: regions.kind,
      villages: regions.villageCount,
      groups: regionRollups.registeredGroups,
    })
    .from(regions)
    .leftJoin(regionRollups, eq(regionRollups.regionCode, regions.code))
    .where(
      and(
        region ? eq(regions.parentCode, region.code) : isNull(regions.parentCode),
        isNull(regions.validUntil),
      ),
    )
    .orderBy(asc(regions.code))
  return {
    kode: code,
    nama: region ? withWord({ code, name: region.name, word: region.localWord }) : 'Indonesia',
    tingkat: region ? levelNames[region.level] : 'negara',
    jenis: region ? region.kind : 'negara',
    induk: region?.parentCode ?? null,
    anak: below.map((child) => ({
      kode: child.code,
      nama: withWord(child),
      jenis: child.kind,
      desa: child.villages,
      kim: child.groups ?? 0,
    })),
  }
}
