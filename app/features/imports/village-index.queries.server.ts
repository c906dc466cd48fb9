import { and, asc, between, inArray } from 'drizzle-orm'
import type { Database } from '~/platform/db/store'
import type { Tables } from '~/tables'
import { type ListedVillage, VillageIndex } from './village-index'

/** The villages of a regency to be found by what lists say; codes of before are told with what follows them. */
export async function villageIndexOf(
  { db, tables: { regions } }: { db: Database; tables: Tables },
  regencyCode: string,
  regencyName: string,
): Promise<VillageIndex> {
  const rows = await db
    .select()
    .from(regions)
    .where(
      and(
        inArray(regions.level, ['regency', 'district', 'village']),
        between(regions.code, regencyCode, regencyCode.padEnd(10, '9')),
      ),
    )
    .orderBy(asc(regions.code))
  const districts = new Map(rows.map(({ code, name }) => [code, name]))
  const listed = (row: (typeof rows)[number]): ListedVillage => ({
    code: row.code,
    name: row.name,
    word: row.localWord,
    districtCode: row.districtCode ?? row.code.slice(0, 6),
    districtName: districts.get(row.districtCode ?? row.code.slice(0, 6)) ?? '',
  })
  const villages = rows.filter(({ level }) => level === 'village')
  const inForce = villages.filter(({ validUntil }) => validUntil === null)
  const successors = new Map<string, ListedVillage[]>()
  // A regency that moved to another province took its villages along: the rest of their codes stayed.
  const former = rows.find(({ level }) => level === 'regency')?.predecessorCode
  if (former) for (const row of inForce) successors.set(`${former}${row.code.slice(4)}`, [listed(row)])
  for (const { code } of villages.filter(({ validUntil }) => validUntil !== null)) successors.set(code, [])
  for (const row of inForce) {
    if (!row.predecessorCode || inForce.some(({ code }) => code === row.predecessorCode)) continue
    successors.set(row.predecessorCode, [...(successors.get(row.predecessorCode) ?? []), listed(row)])
  }
  return new VillageIndex(regencyName, inForce.map(listed), successors)
}
