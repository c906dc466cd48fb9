import { desc, eq, inArray } from 'drizzle-orm'
import type { Reading } from './find-mapping.server'

/** What was asked of a candidate and what came of it, newest first; of the row before it too. */
export async function invitationsOf({ db, tables }: Reading, rowIds: string[]) {
  const { mappingInvitations, applications, groups } = tables
  return db
    .select({
      id: mappingInvitations.id,
      createdAt: mappingInvitations.createdAt,
      expiresAt: mappingInvitations.expiresAt,
      revokedAt: mappingInvitations.revokedAt,
      applicationId: mappingInvitations.applicationId,
      applicationStatus: applications.status,
      groupId: groups.id,
      groupName: groups.name,
      groupNumber: groups.number,
    })
    .from(mappingInvitations)
    .leftJoin(applications, eq(applications.id, mappingInvitations.applicationId))
    .leftJoin(groups, eq(groups.id, applications.groupId))
    .where(inArray(mappingInvitations.rowId, rowIds))
    .orderBy(desc(mappingInvitations.createdAt), desc(mappingInvitations.id))
    .limit(20)
}
export type CandidateInvitation = Awaited<ReturnType<typeof invitationsOf>>[number]
