import { and, eq } from 'drizzle-orm'
import type { Actor } from '~/features/identity/actor'
import { inReach } from '~/features/identity/in-reach.server'
import type { Database, Tx } from '~/platform/db/store'
import { AppError, changedMeanwhile, notFound } from '~/platform/errors'
import type { Tables } from '~/tables'

export type Import = Tx['tables']['imports']['$inferSelect']

/** Reads a list of the actor's own region. @throws not_found also outside it */
export async function findImport(
  { db, tables: { imports } }: { db: Database; tables: Tables },
  actor: Actor,
  importId: string,
): Promise<Import> {
  const [found] = await db
    .select()
    .from(imports)
    .where(and(eq(imports.id, importId), inReach(actor, 'group.import', imports)))
  if (!found) throw notFound()
  return found
}

/** Changes a list if it still is what was on the screen. @throws changed_meanwhile 409 */
export async function changeImport(
  { db, tables: { imports } }: Tx,
  { id }: Pick<Import, 'id'>,
  seenVersion: number,
  change: Partial<Import>,
): Promise<void> {
  const [changed] = await db
    .update(imports)
    .set({ ...change, version: seenVersion + 1 })
    .where(and(eq(imports.id, id), eq(imports.version, seenVersion)))
    .returning({ id: imports.id })
  if (!changed) throw changedMeanwhile()
}

/** Nothing can be done any more with a list that is in or was thrown away. */
export function assertStillOpen({ status }: Pick<Import, 'status'>): void {
  if (status === 'uploaded' || status === 'checked') return
  throw new AppError(
    'import_finished',
    409,
    status === 'applied'
      ? 'Daftar ini sudah masuk ke registri. Tidak ada yang berubah lagi.'
      : 'Daftar ini sudah dibuang. Unggah lagi berkasnya bila perlu.',
  )
}
