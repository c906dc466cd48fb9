import type { Kit } from '~/platform/db/kit'

/** Rules that differ by region and time: rows with dates of validity, never literals. */
export function defineSettingsTables(kit: Kit) {
  const settings = kit.table(
    'settings',
    {
      id: kit.id().primaryKey(),
      key: kit.text('key').notNull(),
      /** Empty string for the whole country, else a province or regency code. */
      regionCode: kit.text('region_code').notNull(),
      value: kit.json<unknown>('value').notNull(),
      /** Local dates, both inclusive. */
      validFrom: kit.text('valid_from').notNull(),
      validUntil: kit.text('valid_until'),
      setBy: kit.text('set_by'),
      setAt: kit.instant('set_at').notNull(),
    },
    (t) => [kit.index('settings_key').on(t.key, t.regionCode, t.validFrom)],
  )
  /** Dasar hukum: what certificates and pages cite, by the day. */
  const legalBases = kit.table(
    'legal_bases',
    {
      id: kit.id().primaryKey(),
      /** Empty string for the whole country; a regency may add its own rule. */
      regionCode: kit.text('region_code').notNull(),
      citation: kit.text('citation').notNull(),
      title: kit.text('title').notNull(),
      /** What it is cited for and how sure the source is. */
      note: kit.text('note').notNull(),
      validFrom: kit.text('valid_from').notNull(),
      validUntil: kit.text('valid_until'),
    },
    (t) => [kit.index('legal_bases_region').on(t.regionCode, t.validFrom)],
  )
  return { settings, legalBases }
}
