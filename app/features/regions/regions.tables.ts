import type { Zone } from '~/platform/calendar'
import type { Kit } from '~/platform/db/kit'

export type RegionLevel = 'province' | 'regency' | 'district' | 'village'
export type RegionKind = 'provinsi' | 'kabupaten' | 'kota' | 'kecamatan' | 'kelurahan' | 'desa' | 'desa_adat'

/**
 * Every region of Indonesia by its Kemendagri code, digits only: 2, 4, 6 or 10 of them.
 * The four code columns repeat the code's ancestors so that scope is a comparison by equality.
 */
export function defineRegionsTables(kit: Kit) {
  const regions = kit.table(
    'regions',
    {
      code: kit.text('code').primaryKey(),
      level: kit.text('level').$type<RegionLevel>().notNull(),
      kind: kit.text('kind').$type<RegionKind>().notNull(),
      /** The name without its kind: "Mimika", not "Kabupaten Mimika". */
      name: kit.text('name').notNull(),
      /** What people there call it: desa, kelurahan, kampung, kalurahan, distrik, kapanewon… */
      localWord: kit.text('local_word').notNull(),
      parentCode: kit.text('parent_code'),
      provinceCode: kit.text('province_code').notNull(),
      regencyCode: kit.text('regency_code'),
      districtCode: kit.text('district_code'),
      zone: kit.text('zone').$type<Zone>().notNull(),
      /** How many villages lie in it (1 for a village). */
      villageCount: kit.integer('village_count').notNull(),
      edition: kit.text('edition').notNull(),
      validFrom: kit.text('valid_from').notNull(),
      validUntil: kit.text('valid_until'),
      predecessorCode: kit.text('predecessor_code'),
    },
    (t) => [kit.index('regions_parent').on(t.parentCode), kit.index('regions_level').on(t.level, t.code)],
  )
  /** Which edition is loaded, so that a second start changes nothing. */
  const regionEditions = kit.table('region_editions', {
    edition: kit.text('edition').primaryKey(),
    sha256: kit.text('sha256').notNull(),
    loadedAt: kit.instant('loaded_at').notNull(),
  })
  /** Counts that pages show, kept in the same transaction as the fact they count. */
  const regionRollups = kit.table('region_rollups', {
    regionCode: kit.text('region_code').primaryKey(),
    registeredGroups: kit.integer('registered_groups').notNull().default(0),
    suspendedGroups: kit.integer('suspended_groups').notNull().default(0),
    closedGroups: kit.integer('closed_groups').notNull().default(0),
    /** Villages of the region with at least one registered group. */
    villagesWithGroup: kit.integer('villages_with_group').notNull().default(0),
  })
  return { regions, regionEditions, regionRollups }
}
