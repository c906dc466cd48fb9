import type { Kit } from '~/platform/db/kit'

/** The last serial given in each village code; it only ever grows. */
export function defineNumberingTables(kit: Kit) {
  const numberCounters = kit.table('number_counters', {
    villageCode: kit.text('village_code').primaryKey(),
    lastSerial: kit.integer('last_serial').notNull(),
  })
  return { numberCounters }
}
