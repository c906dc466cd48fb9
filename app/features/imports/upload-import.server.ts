import { eq } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import { type Actor, mayIn } from '~/features/identity/actor'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { tidy } from '~/platform/text'
import { guessColumns } from './columns'
import { groupColumns } from './group-columns'
import type { ImportId } from './imports.schema'
import { readList } from './read-table'
import { insertRows } from './rows.server'

interface Input {
  actor: Actor
  /** Made with the form: sending it twice keeps one list. */
  id: ImportId
  regencyCode: string
  file: File
  requestId?: string
}

/**
 * Keeps an office's list for mapping and checking; nothing of it is in the registry yet.
 * @throws what `readList` says about the file; not_found for another region
 */
export async function uploadImport(services: Services, input: Input): Promise<void> {
  const { store, clock, newId } = services
  const { actor, id, regencyCode, file } = input
  const region = { provinceCode: regencyCode.slice(0, 2), regencyCode }
  if (!mayIn(actor, 'group.import', region)) throw notFound()
  const table = await readList(file)
  await store.transact(async (tx) => {
    const { imports, regions } = tx.tables
    const now = clock()
    const [regency] = await tx.db.select().from(regions).where(eq(regions.code, regencyCode))
    if (regency?.level !== 'regency') throw notFound()
    const [created] = await tx.db
      .insert(imports)
      .values({
        id,
        status: 'uploaded',
        fileName: tidy(file.name).slice(0, 150) || 'tanpa nama',
        sheet: table.sheet,
        merged: table.merged,
        headerRow: table.headerRow,
        headers: table.headers,
        mapping: guessColumns(groupColumns, table.headers),
        rowCount: table.rows.length,
        createdBy: actor.id,
        createdAt: now,
        ...region,
      })
      .onConflictDoNothing()
      .returning({ id: imports.id })
    if (!created) return
    await insertRows(
      tx,
      table.rows.map((row) => ({ importId: id, ...row, problems: [], duplicates: [] })),
    )
    await recordAudit(tx, {
      id: newId(),
      at: now,
      actor: { id: actor.id, role: 'regency_officer' },
      action: 'import.uploaded',
      subject: { kind: 'import', id },
      region,
      delta: { rows: [null, table.rows.length] },
      requestId: input.requestId,
    })
  })
}
