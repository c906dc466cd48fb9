import { and, eq, inArray } from 'drizzle-orm'
import type { Actor } from '~/features/identity/actor'
import { AppError } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { checkRows } from './check-rows'
import { columnsProblem } from './columns'
import { assertStillOpen, changeImport, findImport } from './find-import.server'
import { groupColumns } from './group-columns'
import type { ColumnMapping, ImportId } from './imports.schema'
import { readKnown } from './known.server'
import { allRows, replaceRows } from './rows.server'

interface Input {
  actor: Actor
  importId: ImportId
  /** The version that was on the screen. */
  version: number
}

/**
 * Tries a list with the chosen columns: what is wrong is kept by row and cell, nothing enters the registry.
 * @throws mapping_incomplete 422, import_finished and changed_meanwhile 409, not_found
 */
export async function checkImport(
  { store, clock }: Services,
  { actor, importId, version, mapping }: Input & { mapping: ColumnMapping },
): Promise<{ problems: number; duplicates: number }> {
  const wrong = columnsProblem(groupColumns, mapping)
  if (wrong) throw new AppError('mapping_incomplete', 422, wrong)
  return store.transact(async (tx) => {
    const found = await findImport(tx, actor, importId)
    assertStillOpen(found)
    const rows = await allRows(tx, importId)
    const checked = checkRows({ ...found, rows }, mapping, await readKnown(tx, found.regencyCode, clock()))
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
    return counts
  })
}

/**
 * Keeps the officer's word on which of the shown rows repeat nothing.
 * @returns how many rows are left to be confirmed
 */
export async function confirmDuplicates(
  { store }: Services,
  { actor, importId, version, shown, keep }: Input & { shown: number[]; keep: number[] },
): Promise<number> {
  return store.transact(async (tx) => {
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
    return left.length
  })
}

/** Throws a list away before it has entered the registry; its cells are deleted. */
export async function discardImport({ store }: Services, { actor, importId, version }: Input): Promise<void> {
  await store.transact(async (tx) => {
    const found = await findImport(tx, actor, importId)
    assertStillOpen(found)
    await changeImport(tx, found, version, { status: 'discarded' })
    await tx.db.delete(tx.tables.importRows).where(eq(tx.tables.importRows.importId, importId))
  })
}
