import { and, desc, eq, inArray, or, sql } from 'drizzle-orm'
import { type Actor, groupIdsOf } from '~/features/identity/actor'
import { inReach } from '~/features/identity/in-reach.server'
import type { Instant } from '~/platform/clock'
import type { Database } from '~/platform/db/store'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import type { Tables } from '~/tables'
import type { CertificateId } from './certificates.schema'

/** A version of a group's Tanda Daftar as lists show it. */
export interface CertificateSummary {
  id: string
  version: number
  issuedAt: Instant
  supersededAt: Instant | null
  /** Size of the PDF; empty while it is being made. */
  bytes: number | null
}

/** All versions of a group's Tanda Daftar, newest first. The caller has checked who asks. */
export async function certificatesOfGroup(
  { db, tables: { certificates } }: { db: Database; tables: Tables },
  groupId: string,
): Promise<CertificateSummary[]> {
  return db
    .select({
      id: certificates.id,
      version: certificates.version,
      issuedAt: certificates.issuedAt,
      supersededAt: certificates.supersededAt,
      bytes: certificates.bytes,
    })
    .from(certificates)
    .where(eq(certificates.groupId, groupId))
    .orderBy(desc(certificates.version))
}

/**
 * A certificate for its group's members and for the offices whose region holds the group.
 * @throws notFound for an unknown one and for one out of scope alike
 */
export async function readableCertificate({ store }: Services, actor: Actor, certificateId: CertificateId) {
  const { certificates, groups } = store.tables
  const own = inArray(certificates.groupId, groupIdsOf(actor))
  // Everywhere is no condition at all: it must not fall out of the `or`.
  const office = inReach(actor, 'office.read', groups) ?? sql`1 = 1`
  const [found] = await store.read
    .select({ certificate: certificates })
    .from(certificates)
    .innerJoin(groups, eq(groups.id, certificates.groupId))
    .where(and(eq(certificates.id, certificateId), or(own, office)))
  if (!found) throw notFound()
  const { facts, sha256, bytes } = found.certificate
  return { number: facts.number, version: facts.version, groupName: facts.groupName, sha256, bytes }
}
