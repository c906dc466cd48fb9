import { and, inArray, isNull } from 'drizzle-orm'
import { MINISTRY, NATION, officeName } from '~/features/regions/places'
import type { Database } from '~/platform/db/store'
import type { Tables } from '~/tables'

/** Names of offices by code: "Dinas Kominfo Kabupaten Mimika". Codes of no province or regency in force are left out. */
export async function nameOffices(
  { db, tables: { regions } }: { db: Database; tables: Tables },
  codes: string[],
): Promise<Map<string, string>> {
  const rows = await db
    .select({ code: regions.code, name: regions.name, word: regions.localWord })
    .from(regions)
    .where(
      and(
        inArray(regions.level, ['province', 'regency']),
        inArray(regions.code, [...new Set(codes)]),
        isNull(regions.validUntil),
      ),
    )
  return new Map([[NATION, MINISTRY], ...rows.map((row): [string, string] => [row.code, officeName(row)])])
}
