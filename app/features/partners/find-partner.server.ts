import { and, eq } from 'drizzle-orm'
import { officesOf } from '~/features/coordination/offices'
import type { Actor } from '~/features/identity/actor'
import type { Database, Tx } from '~/platform/db/store'
import { changedMeanwhile, notFound } from '~/platform/errors'
import type { Tables } from '~/tables'
import { officeOf, partnersInView } from './partners-in-view.server'

export interface Reading {
  db: Database
  tables: Tables
}

export type Partner = Tables['partners']['$inferSelect']

/** A partner that the actor may see. @throws not_found */
export async function findPartner(
  { db, tables: { partners } }: Reading,
  actor: Actor,
  partnerId: string,
): Promise<Partner> {
  const [found] = await db
    .select()
    .from(partners)
    .where(and(eq(partners.id, partnerId), partnersInView(actor, partners)))
  if (!found) throw notFound()
  return found
}

/** True for the people of the office that keeps it: each level looks after its own. */
export function mayEditPartner(
  actor: Actor,
  partner: Pick<Partner, 'provinceCode' | 'regencyCode'>,
): boolean {
  return officesOf(actor, 'partner.edit').includes(officeOf(partner))
}

/** A partner of the actor's own office. @throws not_found */
export async function findOwnPartner(reading: Reading, actor: Actor, partnerId: string): Promise<Partner> {
  const found = await findPartner(reading, actor, partnerId)
  if (!mayEditPartner(actor, found)) throw notFound()
  return found
}

/** Changes a partner if it still is what was on the screen. @throws changed_meanwhile 409 */
export async function changePartner(
  { db, tables: { partners } }: Tx,
  partnerId: string,
  version: number,
  change: Partial<Partner>,
): Promise<void> {
  const [changed] = await db
    .update(partners)
    .set({ ...change, version: version + 1 })
    .where(and(eq(partners.id, partnerId), eq(partners.version, version)))
    .returning({ id: partners.id })
  if (!changed) throw changedMeanwhile()
}
