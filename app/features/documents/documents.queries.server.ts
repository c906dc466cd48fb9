import { and, asc, eq, isNull, type SQL } from 'drizzle-orm'
import type { Actor } from '~/features/identity/actor'
import type { Database } from '~/platform/db/store'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import type { Tables } from '~/tables'
import { mayReadDocument } from './documents.policy'
import type { DocumentKind } from './documents.schema'

/** A document as lists show it. */
export interface DocumentSummary {
  id: string
  kind: DocumentKind
  mime: string
  bytes: number
  pages: number
  uploadedAt: number
}

/** The documents of an application that are in force. */
export async function documentsOfApplication(
  reading: { db: Database; tables: Tables },
  applicationId: string,
): Promise<DocumentSummary[]> {
  const { documents } = reading.tables
  return inForce(reading, eq(documents.applicationId, applicationId))
}

/** The signed paper of a partnership that is in force; undefined when none was sent. */
export async function documentOfPartnership(
  reading: { db: Database; tables: Tables },
  partnershipId: string,
): Promise<DocumentSummary | undefined> {
  const { documents } = reading.tables
  return (await inForce(reading, eq(documents.partnershipId, partnershipId)))[0]
}

function inForce(
  { db, tables: { documents } }: { db: Database; tables: Tables },
  of: SQL,
): Promise<DocumentSummary[]> {
  return db
    .select({
      id: documents.id,
      kind: documents.kind,
      mime: documents.mime,
      bytes: documents.bytes,
      pages: documents.pages,
      uploadedAt: documents.uploadedAt,
    })
    .from(documents)
    .where(and(of, isNull(documents.replacedAt)))
    .orderBy(asc(documents.uploadedAt))
}

/**
 * Finds a document that the actor may read.
 * @throws notFound for an unknown one and for one out of scope alike
 */
export async function readableDocument({ store }: Pick<Services, 'store'>, actor: Actor, documentId: string) {
  const { documents, applications, groups, partnerships } = store.tables
  const [found] = await store.read
    .select({
      document: documents,
      application: {
        createdBy: applications.createdBy,
        source: applications.source,
        submittedAt: applications.submittedAt,
        provinceCode: applications.provinceCode,
        regencyCode: applications.regencyCode,
      },
      group: { id: groups.id, provinceCode: groups.provinceCode, regencyCode: groups.regencyCode },
      partnership: { provinceCode: partnerships.provinceCode, regencyCode: partnerships.regencyCode },
    })
    .from(documents)
    .leftJoin(applications, eq(applications.id, documents.applicationId))
    .leftJoin(groups, eq(groups.id, documents.groupId))
    .leftJoin(partnerships, eq(partnerships.id, documents.partnershipId))
    .where(eq(documents.id, documentId))
  if (!found || !mayReadDocument(actor, found)) throw notFound()
  return found.document
}
