import { and, eq, inArray } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import type { Actor } from '~/features/identity/actor'
import type { Tx } from '~/platform/db/store'
import { AppError } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { checkRows } from './check-rows'
import { columnsProblem } from './columns'
import { assertStillOpen, changeImport, findImport, type Import } from './find-import.server'
import { groupColumns } from './group-columns'
import type { ColumnMapping, ImportId } from './imports.schema'
import { readKnown } from './known.server'
import { allRows, replaceRows } from './rows.server'

interface Input {
  actor: Actor
  importId: ImportId
  /** The version that was on the screen. */
  version: number
  requestId?: string
}

/**
 * Tries a list with the chosen columns: what is wrong is kept by row and cell, nothing enters the registry.
 * @throws mapping_incomplete 422, import_finished and changed_meanwhile 409, not_found
 */
export async function checkImport(
  services: Services,
  { mapping, ...input }: Input & { mapping: ColumnMapping },
): Promise<{ problems: number; duplicates: number }> {
  const wrong = columnsProblem(groupColumns, mapping)
  if (wrong) throw new AppError('mapping_incomplete', 422, wrong)
  const { actor, importId, version } = input
  return services.store.transact(async (tx) => {
    const found = await findImport(tx, actor, importId)
    assertStillOpen(found)
    const rows = await allRows(tx, importId)
    const checked = checkRows(
      { ...found, rows },
      mapping,
      await readKnown(tx, found.regencyCode, services.clock()),
    )
    const kept = new Map(rows.map((row) => [row.row, row.keepAnyway ? row.duplicates.join('\n') : null]))
    const stored = rows.map((row, at) => {
      const duplicates = checked[at]?.duplicates ?? []
      return {
        ...row,
        problems: checked[at]?.problems ?? [],
        duplicates,
        // What was confirmed stays confirmed as long as it is the same question.
        keepAnyway: duplicates.length > 0 && kept.get(row.row) === duplicates.join('\n'),
      }
    })
    const counts = {
      problems: stored.filter((row) => row.problems.length > 0).length,
      duplicates: stored.filter((row) => row.duplicates.length > 0 && !row.keepAnyway).length,
    }
    await changeImport(tx, found, version, {
      status: 'checked',
      mapping,
      problemCount: counts.problems,
      duplicateCount: counts.duplicates,
    })
    await replaceRows(tx, importId, stored)
    await record(tx, services, input, found, 'import.checked', {
      problems: [found.problemCount, counts.problems],
      duplicates: [found.duplicateCount, counts.duplicates],
    })
    return counts
  })
}

/**
 * Keeps the officer's word on which of the shown rows repeat nothing.
 * @returns how many rows are left to be confirmed
 */
export async function confirmDuplicates(
  services: Services,
  { shown, keep, ...input }: Input & { shown: number[]; keep: number[] },
): Promise<number> {
  const { actor, importId, version } = input
  return services.store.transact(async (tx) => {
    const found = await findImport(tx, actor, importId)
    assertStillOpen(found)
    const { importRows } = tx.tables
    const set = (keepAnyway: boolean, rows: number[]) =>
      tx.db
        .update(importRows)
        .set({ keepAnyway })
        .where(and(eq(importRows.importId, importId), inArray(importRows.row, rows)))
    await set(false, shown)
    await set(
      true,
      keep.filter((row) => shown.includes(row)),
    )
    const left = (await allRows(tx, importId)).filter((row) => row.duplicates.length > 0 && !row.keepAnyway)
    await changeImport(tx, found, version, { duplicateCount: left.length })
    await record(tx, services, input, found, 'import.confirmed', {
      duplicates: [found.duplicateCount, left.length],
    })
    return left.length
  })
}

/** Throws a list away before it has entered the registry; its cells are deleted. */
export async function discardImport(services: Services, input: Input): Promise<void> {
  const { actor, importId, version } = input
  await services.store.transact(async (tx) => {
    const found = await findImport(tx, actor, importId)
    assertStillOpen(found)
    await changeImport(tx, found, version, { status: 'discarded' })
    await tx.db.delete(tx.tables.importRows).where(eq(tx.tables.importRows.importId, importId))
    await record(tx, services, input, found, 'import.discarded', { status: [found.status, 'discarded'] })
  })
}

function record(
  tx: Tx,
  { newId, clock }: Services,
  { actor, importId, requestId }: Input,
  { provinceCode, regencyCode }: Import,
  action: 'import.checked' | 'import.confirmed' | 'import.discarded',
  delta: Record<string, [unknown, unknown]>,
): Promise<void> {
  return recordAudit(tx, {
    id: newId(),
    at: clock(),
    actor: { id: actor.id, role: 'regency_officer' },
    action,
    subject: { kind: 'import', id: importId },
    region: { provinceCode, regencyCode },
    delta,
    requestId,
  })
}
