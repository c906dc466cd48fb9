import { and, desc, eq, gt, inArray, isNull, or } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import type { Actor } from '~/features/identity/actor'
import type { Tx } from '~/platform/db/store'
import { AppError, changedMeanwhile, notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { searchKey } from '~/platform/text'
import { assertStillCandidate } from './candidate-became-group.server'
import { countRows, recountRow } from './count-rows.server'
import { changeRow, findRow, holdRunning, type MappingRow } from './find-mapping.server'
import { choosable, type MergeForm } from './mapping.schema'
import { contentOf } from './write-row.server'

interface Acting {
  actor: Actor
  mappingId: string
  requestId?: string
}

/**
 * Two rows of one village turn out to be one community: one is kept with the fields that were chosen, the other stays
 * readable and is counted no more. A registered KIM is always the one that is kept.
 * @throws not_found; mapping_not_running, merge_refused, changed_meanwhile 409
 */
export async function mergeRows(
  { store, clock, newId }: Services,
  { actor, mappingId, requestId, value }: Acting & { value: MergeForm },
): Promise<void> {
  const now = clock()
  await store.transact(async (tx) => {
    const mapping = await holdRunning(tx, actor, mappingId)
    const kept = await findRow(tx, mappingId, value.keptId)
    const other = await findRow(tx, mappingId, value.mergedId)
    if (other.state === 'merged' && (await mergedInto(tx, other)) === kept.id) return
    assertMergeable(kept, other)
    const chosen = chosenFields(kept, other, value.fromOther)
    const after = await changeRow(tx, kept, value.keptVersion, { ...chosen, updatedAt: now })
    const gone = await changeRow(tx, other, value.mergedVersion, { state: 'merged', updatedAt: now })
    if (!after || !gone) throw changedMeanwhile()
    await recountRow(tx, kept, after)
    await countRows(tx, [other], -1)
    await tx.db.insert(tx.tables.mappingMerges).values({
      id: newId(),
      mappingId,
      keptId: kept.id,
      mergedId: other.id,
      keptBefore: contentOf(kept),
      keptVersion: after.version,
      mergedBy: actor.id,
      mergedAt: now,
    })
    await recordAudit(tx, {
      id: newId(),
      at: now,
      actor: { id: actor.id, role: 'regency_officer' },
      action: 'mapping.rowsMerged',
      subject: { kind: 'mapping_row', id: kept.id },
      region: mapping,
      delta: { name: [[kept.name, other.name], after.name] },
      requestId,
    })
  })
}

function chosenFields(
  kept: MappingRow,
  other: MappingRow,
  fromOther: readonly string[],
): Partial<MappingRow> {
  const fields = choosable(kept, other).filter((field) => fromOther.includes(field))
  const chosen: Partial<MappingRow> = Object.fromEntries(fields.map((field) => [field, other[field]]))
  return chosen.name ? { ...chosen, nameKey: searchKey(chosen.name) } : chosen
}

function assertMergeable(kept: MappingRow, other: MappingRow): void {
  const refuse = (message: string) => new AppError('merge_refused', 409, message)
  if (kept.id === other.id) throw notFound()
  if (kept.state !== 'live' || other.state !== 'live') throw changedMeanwhile()
  if (kept.villageCode !== other.villageCode) {
    throw refuse('Kedua baris ada di desa yang berbeda, jadi tidak dapat digabung.')
  }
  if (other.class === 'kim') {
    throw refuse(
      kept.class === 'kim'
        ? 'Keduanya KIM terdaftar. Bila memang satu, tutup salah satunya di registri.'
        : 'KIM terdaftar selalu dipertahankan. Pilih KIM itu sebagai baris yang dipertahankan.',
    )
  }
}

async function mergedInto({ db, tables: { mappingMerges } }: Tx, { id }: MappingRow) {
  const [merge] = await db
    .select({ keptId: mappingMerges.keptId })
    .from(mappingMerges)
    .where(and(eq(mappingMerges.mergedId, id), isNull(mappingMerges.undoneAt)))
  return merge?.keptId
}

/**
 * Takes a merge back: both rows are what they were. When the kept row was changed after the merge it stays as it is now
 * and only the other comes back, so that nobody's work is lost.
 * @returns whether both are exactly what they were
 * @throws not_found; mapping_not_running, newer_merge, candidate_became_group, changed_meanwhile 409
 */
export async function undoMerge(
  { store, clock, newId }: Services,
  { actor, mappingId, requestId, mergeId }: Acting & { mergeId: string },
): Promise<boolean> {
  const now = clock()
  return store.transact(async (tx) => {
    const { mappingMerges } = tx.tables
    const mapping = await holdRunning(tx, actor, mappingId)
    const [merge] = await tx.db
      .update(mappingMerges)
      .set({ undoneAt: now })
      .where(
        and(
          eq(mappingMerges.id, mergeId),
          eq(mappingMerges.mappingId, mappingId),
          isNull(mappingMerges.undoneAt),
        ),
      )
      .returning()
    if (!merge) throw notFound()
    await assertNewest(tx, merge)
    const kept = await findRow(tx, mappingId, merge.keptId)
    const other = await findRow(tx, mappingId, merge.mergedId)
    await assertStillCandidate(tx, other.id)
    const exact = kept.version === merge.keptVersion
    if (exact) {
      const restored = { ...merge.keptBefore, nameKey: searchKey(merge.keptBefore.name), updatedAt: now }
      const after = await changeRow(tx, kept, kept.version, restored)
      if (!after) throw changedMeanwhile()
      await recountRow(tx, kept, after)
    }
    const back = await changeRow(tx, other, other.version, { state: 'live', updatedAt: now })
    if (!back) throw changedMeanwhile()
    await countRows(tx, [back], 1)
    await recordAudit(tx, {
      id: newId(),
      at: now,
      actor: { id: actor.id, role: 'regency_officer' },
      action: 'mapping.mergeUndone',
      subject: { kind: 'mapping_row', id: kept.id },
      region: mapping,
      delta: { name: [kept.name, [exact ? merge.keptBefore.name : kept.name, other.name]] },
      requestId,
    })
    return exact
  })
}

/** Merges that built on this one are taken back first. */
async function assertNewest(
  { db, tables: { mappingMerges } }: Tx,
  merge: { id: string; keptId: string; mergedAt: number; keptVersion: number },
): Promise<void> {
  const later = await db
    .select()
    .from(mappingMerges)
    .where(
      and(
        or(eq(mappingMerges.keptId, merge.keptId), eq(mappingMerges.mergedId, merge.keptId)),
        isNull(mappingMerges.undoneAt),
        gt(mappingMerges.mergedAt, merge.mergedAt - 1),
      ),
    )
    .orderBy(desc(mappingMerges.mergedAt))
  const newer = later.some(
    (one) =>
      one.id !== merge.id &&
      (one.mergedId === merge.keptId || one.mergedAt > merge.mergedAt || one.keptVersion > merge.keptVersion),
  )
  if (newer) {
    throw new AppError(
      'newer_merge',
      409,
      'Baris ini sudah ikut dalam penggabungan yang lebih baru. Urungkan yang lebih baru itu dahulu.',
    )
  }
}

/** Keeps the office's word that two rows are different, so that they are not asked about again. */
export async function keepApart(
  { store, clock, newId }: Services,
  { actor, mappingId, rowIds, requestId }: Acting & { rowIds: [string, string] },
): Promise<void> {
  await store.transact(async (tx) => {
    const mapping = await holdRunning(tx, actor, mappingId)
    const [firstId, secondId] = rowIds.sort() as [string, string]
    const { mappingRows, mappingDistinct } = tx.tables
    const found = await tx.db
      .select({ id: mappingRows.id })
      .from(mappingRows)
      .where(and(eq(mappingRows.mappingId, mappingId), inArray(mappingRows.id, rowIds)))
    if (found.length !== 2) throw notFound()
    const [said] = await tx.db
      .insert(mappingDistinct)
      .values({ mappingId, firstId, secondId })
      .onConflictDoNothing()
      .returning({ id: mappingDistinct.firstId })
    if (!said) return
    await recordAudit(tx, {
      id: newId(),
      at: clock(),
      actor: { id: actor.id, role: 'regency_officer' },
      action: 'mapping.rowsKeptApart',
      subject: { kind: 'mapping', id: mappingId },
      region: mapping,
      delta: { rows: [null, [firstId, secondId]] },
      requestId,
    })
  })
}
