import { eq } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import type { Actor } from '~/features/identity/actor'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { searchKey } from '~/platform/text'
import { holdRunning } from './find-mapping.server'
import { insertRows } from './insert-rows.server'
import { rowIdUsed } from './mapping.errors'
import type { MappingId, NewRowForm } from './mapping.schema'
import { assertFits, findingsOf } from './write-row.server'

interface Input {
  actor: Actor
  mappingId: MappingId
  value: NewRowForm
  requestId?: string
}

/**
 * Stores a community found in a village. Sending the same form twice stores one.
 * @throws not_found; mapping_not_running, mapping_row_used 409; village_outside, kind_not_in_force, surveyed_ahead,
 *   contact_invalid 422
 */
export async function addRow(
  { store, clock, newId }: Services,
  { actor, mappingId, value, requestId }: Input,
): Promise<void> {
  const now = clock()
  const findings = findingsOf(value)
  await store.transact(async (tx) => {
    const { mappingRows } = tx.tables
    const mapping = await holdRunning(tx, actor, mappingId)
    const [made] = await tx.db.select().from(mappingRows).where(eq(mappingRows.id, value.id))
    if (made) {
      if (made.mappingId !== mappingId) throw notFound()
      if (made.name !== value.name || made.villageCode !== value.villageCode) throw rowIdUsed()
      return
    }
    const village = await assertFits(tx, mapping, value, now)
    await insertRows(tx, [
      {
        ...findings,
        id: value.id,
        mappingId,
        state: 'live',
        source: 'entry',
        class: value.class,
        name: value.name,
        nameKey: searchKey(value.name),
        kindCode: value.kindCode,
        createdBy: actor.id,
        createdAt: now,
        updatedAt: now,
        provinceCode: mapping.provinceCode,
        regencyCode: mapping.regencyCode,
        districtCode: village.districtCode ?? village.code.slice(0, 6),
        villageCode: village.code,
      },
    ])
    await recordAudit(tx, {
      id: newId(),
      at: now,
      actor: { id: actor.id, role: 'regency_officer' },
      action: 'mapping.rowAdded',
      subject: { kind: 'mapping_row', id: value.id },
      region: mapping,
      delta: { name: [null, value.name], villageCode: [null, value.villageCode], class: [null, value.class] },
      requestId,
    })
  })
}
