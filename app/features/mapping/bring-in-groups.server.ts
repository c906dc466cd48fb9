import { and, asc, eq, gt, ne, notExists } from 'drizzle-orm'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import { searchKey } from '~/platform/text'
import type { Tables } from '~/tables'
import { holdWhereRunning, type Mapping } from './find-mapping.server'
import { insertRows } from './insert-rows.server'

type Group = Pick<
  Tables['groups']['$inferSelect'],
  'id' | 'name' | 'provinceCode' | 'regencyCode' | 'districtCode' | 'villageCode'
>

interface Bringing {
  now: Instant
  newId: () => string
}

const BATCH = 500

/** Every registered group of the regency that has no row in the mapping yet becomes one. */
export async function bringInGroups(
  tx: Tx,
  mapping: Pick<Mapping, 'id' | 'regencyCode' | 'createdBy'>,
  bringing: Bringing,
): Promise<void> {
  const { groups, mappingRows } = tx.tables
  for (let after = '', more = true; more; ) {
    const missing = await tx.db
      .select()
      .from(groups)
      .where(
        and(
          eq(groups.regencyCode, mapping.regencyCode),
          ne(groups.status, 'closed'),
          gt(groups.id, after),
          notExists(
            tx.db
              .select({ id: mappingRows.id })
              .from(mappingRows)
              .where(and(eq(mappingRows.groupId, groups.id), eq(mappingRows.mappingId, mapping.id))),
          ),
        ),
      )
      .orderBy(asc(groups.id))
      .limit(BATCH)
    await insertRows(
      tx,
      missing.map((group) => rowOf(group, mapping, bringing)),
    )
    after = missing.at(-1)?.id ?? ''
    more = missing.length === BATCH
  }
}

/** Groups that were registered a moment ago join the running mapping of their regency, where there is one. */
export async function mapRegisteredGroups(tx: Tx, registered: Group[], bringing: Bringing): Promise<void> {
  const regencyCodes = [...new Set(registered.map(({ regencyCode }) => regencyCode))].sort()
  for (const code of regencyCodes) {
    const mapping = await holdWhereRunning(tx, eq(tx.tables.mappings.regencyCode, code))
    if (!mapping) continue
    await insertRows(
      tx,
      registered
        .filter(({ regencyCode }) => regencyCode === code)
        .map((group) => rowOf(group, mapping, bringing)),
    )
  }
}

function rowOf(
  { id, name, provinceCode, regencyCode, districtCode, villageCode }: Group,
  mapping: Pick<Mapping, 'id' | 'createdBy'>,
  { now, newId }: Bringing,
) {
  return {
    id: newId(),
    mappingId: mapping.id,
    state: 'live' as const,
    source: 'registry' as const,
    class: 'kim' as const,
    groupId: id,
    name,
    nameKey: searchKey(name),
    followUp: 'none' as const,
    createdBy: mapping.createdBy,
    createdAt: now,
    updatedAt: now,
    provinceCode,
    regencyCode,
    districtCode,
    villageCode,
  }
}
