import { recordAudit } from '~/features/audit/record-audit.server'
import { type NewGroup, registerGroups } from '~/features/groups/register-group.server'
import type { Actor } from '~/features/identity/actor'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import { AppError } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { type CheckedRow, checkRows } from './check-rows'
import { assertStillOpen, changeImport, findImport } from './find-import.server'
import type { ImportId } from './imports.schema'
import { readKnown } from './known.server'
import { allRows, type ImportRow, replaceRows } from './rows.server'

interface Input {
  actor: Actor
  importId: ImportId
  /** The version that was on the screen. */
  version: number
  requestId?: string
}

/**
 * Registers every row of a checked list, all or none, each with its nomor registrasi.
 * The list is checked once more inside the transaction, against the registry as it is then.
 * Sending twice applies once.
 * @returns how many groups were registered
 * @throws import_not_ready, import_outdated, changed_meanwhile 409, what `registerGroup` says with the row's number
 */
export async function applyImport(services: Services, input: Input): Promise<number> {
  const { store, clock, newId, config } = services
  const { actor, importId } = input
  return store.transact(async (tx) => {
    const found = await findImport(tx, actor, importId)
    if (found.status === 'applied') return found.rowCount
    assertStillOpen(found)
    if (found.status !== 'checked' || found.problemCount > 0 || found.duplicateCount > 0) throw notReady()
    const now = clock()
    if (!(await claim(tx, input, now))) return found.rowCount
    const rows = await allRows(tx, importId)
    const known = await readKnown(tx, found.regencyCode, now)
    const groups = readyGroups(rows, checkRows({ ...found, rows }, found.mapping, known))
    const registered = await registerGroups(
      tx,
      groups.map(({ group }) => group),
      { now, today: known.today, newId, publicUrl: config.publicUrl },
      (error, at) => refusedAt(groups[at]?.row ?? 0, error),
    )
    // Of the office's file only what became part of the registry stays.
    const read = new Set(Object.values(found.mapping))
    await replaceRows(
      tx,
      importId,
      rows.map((row, at) => ({
        ...row,
        cells: row.cells.map((cell, column) => (read.has(column) ? cell : '')),
        number: registered[at]?.number,
      })),
    )
    await recordAudit(tx, {
      id: newId(),
      at: now,
      actor: { id: actor.id, role: 'regency_officer' },
      action: 'import.applied',
      subject: { kind: 'import', id: importId },
      region: { provinceCode: found.provinceCode, regencyCode: found.regencyCode },
      delta: { groups: [null, registered.length] },
      requestId: input.requestId,
    })
    return registered.length
  })
}

/** Marks the list as applied; false when the same act, sent twice, has done so a moment ago. */
async function claim(tx: Tx, { actor, importId, version }: Input, now: Instant): Promise<boolean> {
  try {
    await changeImport(tx, { id: importId }, version, { status: 'applied', appliedAt: now })
    return true
  } catch (error) {
    if ((await findImport(tx, actor, importId)).status === 'applied') return false
    throw error
  }
}

/** The groups of all rows, if the registry has not changed in a way that matters since the list was checked. */
function readyGroups(rows: ImportRow[], checked: CheckedRow[]): { row: number; group: NewGroup }[] {
  return rows.map(({ row, keepAnyway, duplicates }, at) => {
    const now = checked[at]
    const sameQuestion = now?.duplicates.join('\n') === duplicates.join('\n')
    if (!now?.group || (now.duplicates.length > 0 && !(keepAnyway && sameQuestion))) throw outdated(row)
    return { row, group: now.group }
  })
}

function refusedAt(row: number, { code, status, message }: AppError): AppError {
  return new AppError(
    code,
    status,
    `Baris ${row}: ${message} Karena itu tidak satu baris pun masuk. Perbaiki, lalu periksa ulang.`,
  )
}

function notReady(): AppError {
  return new AppError(
    'import_not_ready',
    409,
    'Daftar ini belum siap: masih ada baris yang perlu diperbaiki atau dipastikan. Tidak ada yang masuk.',
  )
}

function outdated(row: number): AppError {
  return new AppError(
    'import_outdated',
    409,
    `Registri berubah sejak daftar ini diperiksa (baris ${row}). Tidak ada yang masuk. Tekan “Periksa ulang”, lalu lihat hasilnya.`,
  )
}
