import { recordAudit } from '~/features/audit/record-audit.server'
import type { Actor } from '~/features/identity/actor'
import type { Tx } from '~/platform/db/store'
import { AppError, changedMeanwhile, notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { searchKey } from '~/platform/text'
import { assertStillCandidate } from './candidate-became-group.server'
import { countRows, recountRow } from './count-rows.server'
import { changeRow, findRow, holdRunning, type Mapping, type MappingRow } from './find-mapping.server'
import { isGroupRow } from './mapping.errors'
import type { EditRowForm } from './mapping.schema'
import { assertFits, changesBetween, findingsOf } from './write-row.server'

interface Acting {
  actor: Actor
  mappingId: string
  rowId: string
  requestId?: string
}

/** Saved by someone else since the page was opened; what was typed stays on the page. */
function savedElsewhere(): AppError {
  return new AppError(
    'changed_meanwhile',
    409,
    'Baris ini sudah diubah orang lain sejak halaman ini dibuka. Isian Anda di bawah belum disimpan dan tidak menimpa apa pun. Bandingkan dengan yang tersimpan; bila isian di bawah yang benar, simpan sekali lagi.',
  )
}

/**
 * Changes what a row says.
 * @throws not_found; mapping_not_running, changed_meanwhile 409; like `addRow` 422
 */
export async function editRow(
  { store, clock, newId }: Services,
  { actor, mappingId, rowId, requestId, value }: Acting & { value: EditRowForm },
): Promise<void> {
  const now = clock()
  const findings = findingsOf(value)
  await store.transact(async (tx) => {
    const mapping = await holdRunning(tx, actor, mappingId)
    const before = await findRow(tx, mappingId, rowId)
    if (before.state !== 'live' || (before.class === 'kim') !== (value.intent === 'group')) throw notFound()
    const villageCode = value.intent === 'candidate' ? value.villageCode : before.villageCode
    const village = await assertFits(tx, mapping, { ...value, villageCode }, now, before)
    const after = await changeRow(tx, before, value.version, {
      ...findings,
      ...(value.intent === 'candidate' && {
        name: value.name,
        nameKey: searchKey(value.name),
        class: value.class,
        kindCode: value.kindCode,
        districtCode: village.districtCode ?? village.code.slice(0, 6),
        villageCode: village.code,
      }),
      updatedAt: now,
    })
    if (!after) throw savedElsewhere()
    await recountRow(tx, before, after)
    const moved = before.villageCode !== after.villageCode
    await recordAudit(tx, {
      id: newId(),
      at: now,
      actor: { id: actor.id, role: 'regency_officer' },
      action: 'mapping.rowEdited',
      subject: { kind: 'mapping_row', id: rowId },
      region: mapping,
      delta: {
        ...changesBetween(before, after),
        ...(moved && { villageCode: [before.villageCode, after.villageCode] as const }),
      },
      requestId,
    })
  })
}

/** Takes a candidate out of the mapping; it is kept and can be brought back. @throws like `editRow` */
export async function removeRow(services: Services, act: Acting & { version: number }): Promise<void> {
  await moveRow(services, act, 'removed')
}

/** Brings a candidate back that was taken out. @throws like `editRow`; candidate_became_group 409 */
export async function restoreRow(services: Services, act: Acting & { version: number }): Promise<void> {
  await moveRow(services, act, 'live')
}

async function moveRow(
  { store, clock, newId }: Services,
  { actor, mappingId, rowId, version, requestId }: Acting & { version: number },
  state: 'live' | 'removed',
): Promise<void> {
  const now = clock()
  await store.transact(async (tx) => {
    const mapping = await holdRunning(tx, actor, mappingId)
    const before = await findRow(tx, mappingId, rowId)
    if (before.class === 'kim') throw isGroupRow()
    if (before.state !== (state === 'live' ? 'removed' : 'live')) throw changedMeanwhile()
    if (state === 'live') await assertStillCandidate(tx, rowId)
    const after = await changeRow(tx, before, version, { state, updatedAt: now })
    if (!after) throw changedMeanwhile()
    await countRows(tx, [after], state === 'live' ? 1 : -1)
    await auditMove(tx, mapping, after, { at: now, id: newId(), actorId: actor.id, requestId })
  })
}

async function auditMove(
  tx: Tx,
  mapping: Mapping,
  row: MappingRow,
  { at, id, actorId, requestId }: { at: number; id: string; actorId: string; requestId?: string },
): Promise<void> {
  const removed = row.state === 'removed'
  await recordAudit(tx, {
    id,
    at,
    actor: { id: actorId, role: 'regency_officer' },
    action: removed ? 'mapping.rowRemoved' : 'mapping.rowRestored',
    subject: { kind: 'mapping_row', id: row.id },
    region: mapping,
    delta: { name: removed ? [row.name, null] : [null, row.name] },
    requestId,
  })
}
