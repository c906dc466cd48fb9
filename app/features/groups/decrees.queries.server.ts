import { desc, eq } from 'drizzle-orm'
import type { Services } from '~/platform/services'
import type { Renewal } from './renewals.server'

/** A decree of a group, in force while `replacedAt` is empty. */
export interface DecreeView {
  id: string
  number: string
  date: string
  issuerKind: import('./groups.schema').IssuerKind
  issuerName: string | null
  validUntil: string | null
  attachedAt: number
  replacedAt: number | null
}

/** Every decree of a group, the one in force first. The caller has checked who asks. */
export async function decreesOfGroup({ store }: Services, groupId: string): Promise<DecreeView[]> {
  const { groupDecrees, decrees } = store.tables
  return store.read
    .select({
      id: groupDecrees.id,
      number: decrees.number,
      date: decrees.date,
      issuerKind: decrees.issuerKind,
      issuerName: decrees.issuerName,
      validUntil: decrees.validUntil,
      attachedAt: groupDecrees.attachedAt,
      replacedAt: groupDecrees.replacedAt,
    })
    .from(groupDecrees)
    .innerJoin(decrees, eq(decrees.id, groupDecrees.decreeId))
    .where(eq(groupDecrees.groupId, groupId))
    .orderBy(desc(groupDecrees.attachedAt), desc(groupDecrees.id))
}

/** The new decrees that were sent for a group, newest first. The caller has checked who asks. */
export async function renewalsOfGroup({ store }: Services, groupId: string): Promise<Renewal[]> {
  const { decreeRenewals } = store.tables
  return store.read
    .select()
    .from(decreeRenewals)
    .where(eq(decreeRenewals.groupId, groupId))
    .orderBy(desc(decreeRenewals.submittedAt), desc(decreeRenewals.id))
    .limit(20)
}
