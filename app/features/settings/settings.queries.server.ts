import { and, desc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import type { Database } from '~/platform/db/store'
import type { Services } from '~/platform/services'
import type { Tables } from '~/tables'
import { type SettingKey, type SettingValue, settingDefinitions } from './settings.schema'
import { type SettingRow, valuesThroughTime } from './values-through-time'

/** The row that marks a database as one of demo data. */
export const DEMO_KEY = 'demo'

const demoStores = new WeakSet<object>()

/** True when this database holds demo data, which every page then says. Once true it stays true. */
export async function isDemo({ store }: Services): Promise<boolean> {
  if (demoStores.has(store)) return true
  const { settings } = store.tables
  const [row] = await store.read.select().from(settings).where(eq(settings.key, DEMO_KEY)).limit(1)
  if (row) demoStores.add(store)
  return row !== undefined
}

/**
 * The value of a setting at a place on a day: the regency's, else the province's, else the country's, else the default.
 * @param date local date, yyyy-mm-dd
 */
export async function settingAt<K extends SettingKey>(
  { db, tables: { settings } }: { db: Database; tables: Tables },
  key: K,
  place: { provinceCode: string; regencyCode: string },
  date: string,
): Promise<SettingValue<K>> {
  const rows = await db
    .select()
    .from(settings)
    .where(
      and(
        eq(settings.key, key),
        inArray(settings.regionCode, ['', place.provinceCode, place.regencyCode]),
        lte(settings.validFrom, date),
        or(isNull(settings.validUntil), gte(settings.validUntil, date)),
      ),
    )
    .orderBy(desc(settings.validFrom), desc(settings.setAt))
  const { schema, initial } = settingDefinitions[key]
  const nearest = [place.regencyCode, place.provinceCode, ''].flatMap((code) =>
    rows.filter((row) => row.regionCode === code).slice(0, 1),
  )[0]
  return schema.parse(nearest ? nearest.value : initial) as SettingValue<K>
}

/**
 * The values of a setting in a province through time, whatever regencies set for themselves: each holds from its day
 * until the next. The first holds since ever.
 */
export async function settingThroughTime<K extends SettingKey>(
  { db, tables: { settings } }: { db: Database; tables: Tables },
  key: K,
  provinceCode: string,
): Promise<{ from: string; value: SettingValue<K> }[]> {
  const rows = await db
    .select()
    .from(settings)
    .where(and(eq(settings.key, key), inArray(settings.regionCode, ['', provinceCode])))
  return valuesThroughTime(rows, key, [provinceCode, ''])
}

/** The rows of settings everywhere and at any time, for `valuesThroughTime`. */
export async function settingRows(
  { db, tables: { settings } }: { db: Database; tables: Tables },
  keys: SettingKey[],
): Promise<SettingRow[]> {
  return db.select().from(settings).where(inArray(settings.key, keys))
}
