import { and, eq } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import type { Actor } from '~/features/identity/actor'
import { chairAccountOf } from '~/features/identity/grants.server'
import { notify } from '~/features/notifications/notify.server'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import { changedMeanwhile, notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import type { SubdomainStatus } from './subdomains.state'

export type SubdomainRequest = Tx['tables']['subdomainRequests']['$inferSelect']

/** Reads a request and its group inside the transaction. @throws not_found */
export async function findRequest({ db, tables: { subdomainRequests, groups } }: Tx, requestId: string) {
  const [found] = await db
    .select({ request: subdomainRequests, group: groups })
    .from(subdomainRequests)
    .innerJoin(groups, eq(groups.id, subdomainRequests.groupId))
    .where(eq(subdomainRequests.id, requestId))
  if (!found) throw notFound()
  return found
}

/**
 * Moves a request on, if it still is what was on the screen.
 * @throws changed_meanwhile 409
 */
export async function moveRequest(
  { db, tables: { subdomainRequests } }: Tx,
  request: Pick<SubdomainRequest, 'id' | 'groupId'>,
  seenVersion: number,
  status: SubdomainStatus,
  change: Partial<SubdomainRequest> = {},
): Promise<void> {
  const [moved] = await db
    .update(subdomainRequests)
    .set({
      ...change,
      status,
      openFor: status === 'requested' || status === 'endorsed' ? request.groupId : null,
      activeFor: status === 'active' ? request.groupId : null,
      version: seenVersion + 1,
    })
    .where(and(eq(subdomainRequests.id, request.id), eq(subdomainRequests.version, seenVersion)))
    .returning({ id: subdomainRequests.id })
  if (!moved) throw changedMeanwhile()
}

interface Telling {
  services: Services
  request: SubdomainRequest
  now: Instant
}

/** Tells the group's chair and whoever asked for the name. */
export async function tellGroup(
  tx: Tx,
  { services: { newId, config }, request, now }: Telling,
  { title, body }: { title: string; body: string },
): Promise<void> {
  const people = new Set([request.requestedBy, await chairAccountOf(tx, request.groupId)])
  for (const accountId of people) {
    if (!accountId) continue
    await notify(
      tx,
      { accountId, title, body, href: `/kelompok/${request.groupId}/subdomain` },
      { newId, now, publicUrl: config.publicUrl },
    )
  }
}

/** Writes the audit event of a step. */
export async function auditStep(
  tx: Tx,
  { services: { newId }, request, now }: Telling,
  step: { actor: Actor; role: string; to: SubdomainStatus; reason?: string; requestId?: string },
): Promise<void> {
  await recordAudit(tx, {
    id: newId(),
    at: now,
    actor: { id: step.actor.id, role: step.role },
    action: `subdomain.${step.to}`,
    subject: { kind: 'subdomain', id: request.id },
    region: { provinceCode: request.provinceCode, regencyCode: request.regencyCode },
    delta: {
      label: [request.label, request.label],
      status: [request.status, step.to],
      ...(step.reason ? { reason: [null, step.reason] } : {}),
    },
    requestId: step.requestId,
  })
}
