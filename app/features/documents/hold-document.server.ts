import { eq } from 'drizzle-orm'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import type { AcceptedFile } from './accept-file.server'
import { removeDocument } from './attach-document.server'
import type { DocumentKind } from './documents.schema'

interface Holding {
  groupId: string
  kind: DocumentKind
  file: AcceptedFile
  uploadedBy: string
  now: Instant
  newId: () => string
}

/**
 * Keeps a group's file that an office has yet to look at: it can be opened, but the former one stays in force.
 * @returns the id of the document
 */
export async function holdDocument(
  { db, tables: { documents } }: Tx,
  { groupId, kind, file, uploadedBy, now, newId }: Holding,
): Promise<string> {
  const id = newId()
  await db
    .insert(documents)
    .values({ id, kind, groupId, ...file, uploadedBy, uploadedAt: now, replacedAt: now })
  return id
}

/** Brings a held file into force; the former one of its kind stays as history. */
export async function bringDocumentIntoForce(
  tx: Tx,
  {
    documentId,
    groupId,
    kind,
    now,
  }: { documentId: string; groupId: string; kind: DocumentKind; now: Instant },
): Promise<void> {
  const { documents } = tx.tables
  await removeDocument(tx, { owner: { groupId }, kind, now })
  await tx.db.update(documents).set({ replacedAt: null }).where(eq(documents.id, documentId))
}
