import type { Kit } from '~/platform/db/kit'

/** The last serial given in each village code and in each series of documents; it only ever grows. */
export function defineNumberingTables(kit: Kit) {
  const numberCounters = kit.table('number_counters', {
    villageCode: kit.text('village_code').primaryKey(),
    lastSerial: kit.integer('last_serial').notNull(),
  })
  const documentCounters = kit.table('document_counters', {
    /** What is numbered, by whom and in which year: `R-9404-2026`. */
    series: kit.text('series').primaryKey(),
    lastSerial: kit.integer('last_serial').notNull(),
  })
  return { numberCounters, documentCounters }
}
