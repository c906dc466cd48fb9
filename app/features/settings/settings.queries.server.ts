import { and, desc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import type { Database } from '~/platform/db/store'
import { whileUnchanged } from '~/platform/db/while-unchanged'
import type { Services } from '~/platform/services'
import type { Tables } from '~/tables'
import { type SettingKey, type SettingValue, settingDefinitions } from './settings.schema'
import type { SettingRow } from './values-through-time'

/** The row that marks a database as one of demo data. */
export const DEMO_KEY = 'demo'

/** True when this database holds demo data, which every page then says. */
export function isDemo(services: Services): Promise<boolean> {
  return whileUnchanged(services, DEMO_KEY, async () => {
    const { read, tables } = services.store
    const [row] = await read
      .select({ key: tables.settings.key })
      .from(tables.settings)
      .where(eq(tables.settings.key, DEMO_KEY))
      .limit(1)
    return row !== undefined
  })
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
 * The rows of some settings for a province, whatever regencies set for themselves, for `valuesThroughTime` with the
 * chain `[provinceCode, '']`.
 */
export async function settingRowsOf(
  { db, tables: { settings } }: { db: Database; tables: Tables },
  keys: SettingKey[],
  provinceCode: string,
): Promise<SettingRow[]> {
  return db
    .select()
    .from(settings)
    .where(and(inArray(settings.key, keys), inArray(settings.regionCode, ['', provinceCode])))
}

/** The rows of settings everywhere and at any time, for `valuesThroughTime`. */
export async function settingRows(
  { db, tables: { settings } }: { db: Database; tables: Tables },
  keys: SettingKey[],
): Promise<SettingRow[]> {
  return db.select().from(settings).where(inArray(settings.key, keys))
}
