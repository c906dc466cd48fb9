import { and, eq, isNull } from 'drizzle-orm'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import type { AcceptedFile } from './accept-file.server'
import type { DocumentKind } from './documents.schema'

/** What a document belongs to: an application, a group after it was registered, or a partnership. */
export type DocumentOwner = { applicationId: string } | { groupId: string } | { partnershipId: string }

interface Attaching {
  owner: DocumentOwner
  kind: DocumentKind
  file: AcceptedFile
  uploadedBy: string
  now: Instant
  newId: () => string
}

/**
 * Attaches a stored file and closes the former one of the same kind, which stays as history.
 * The same bytes sent again change nothing. The caller has decided that it may, and writes the audit event.
 * @returns the id of the document in force, and whether it is a new one
 */
export async function attachDocument(
  tx: Tx,
  { owner, kind, file, uploadedBy, now, newId }: Attaching,
): Promise<{ id: string; attached: boolean }> {
  const { documents } = tx.tables
  const [former] = await tx.db
    .select({ id: documents.id, sha256: documents.sha256 })
    .from(documents)
    .where(inForce(tx, owner, kind))
  if (former?.sha256 === file.sha256) return { id: former.id, attached: false }
  await removeDocument(tx, { owner, kind, now })
  const id = newId()
  await tx.db.insert(documents).values({ id, kind, ...owner, ...file, uploadedBy, uploadedAt: now })
  return { id, attached: true }
}

/** Takes the document of a kind out of force; it stays as history. Answers whether there was one. */
export async function removeDocument(
  tx: Tx,
  { owner, kind, now }: Pick<Attaching, 'owner' | 'kind' | 'now'>,
): Promise<boolean> {
  const removed = await tx.db
    .update(tx.tables.documents)
    .set({ replacedAt: now })
    .where(inForce(tx, owner, kind))
    .returning({ id: tx.tables.documents.id })
  return removed.length > 0
}

function inForce({ tables: { documents } }: Tx, owner: DocumentOwner, kind: DocumentKind) {
  return and(ownedBy(documents, owner), eq(documents.kind, kind), isNull(documents.replacedAt))
}

function ownedBy(documents: Tx['tables']['documents'], owner: DocumentOwner) {
  if ('applicationId' in owner) return eq(documents.applicationId, owner.applicationId)
  if ('groupId' in owner) return eq(documents.groupId, owner.groupId)
  return eq(documents.partnershipId, owner.partnershipId)
}
