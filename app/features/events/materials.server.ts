import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { acceptFile } from '~/features/documents/accept-file.server'
import { type Actor, groupIdsOf } from '~/features/identity/actor'
import { inReach } from '~/features/identity/in-reach.server'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { type Acting, auditEvent, findOwnEvent } from './event-rows.server'
import { eventIdUsed } from './events.errors'

interface Adding extends Acting {
  eventId: string
  /** Made by the form: sent twice it is stored once. */
  id: string
  title: string
  file: File
}

/** Adds a file to the materials of an event. @throws what `acceptFile` throws; not_found, event_id_used 409 */
export async function addMaterial(
  services: Services,
  { eventId, id, title, file, ...acting }: Adding,
): Promise<void> {
  const { store, clock } = services
  const accepted = await acceptFile(services, file, 'file')
  const now = clock()
  await store.transact(async (tx) => {
    const event = await findOwnEvent(tx, acting.actor, eventId)
    const { eventMaterials } = tx.tables
    const [added] = await tx.db
      .insert(eventMaterials)
      .values({ id, eventId, title, ...accepted, addedBy: acting.actor.id, addedAt: now })
      .onConflictDoNothing()
      .returning({ id: eventMaterials.id })
    if (!added) {
      const [former] = await tx.db.select().from(eventMaterials).where(eq(eventMaterials.id, id))
      if (former?.eventId !== eventId || former.sha256 !== accepted.sha256) throw eventIdUsed()
      return
    }
    await auditEvent(tx, services, acting, {
      event,
      now,
      action: 'event.materialAdded',
      delta: { title: [null, title] },
    })
  })
}

/** Takes a file off the materials; what was taken off is not shown to anyone. */
export async function removeMaterial(
  services: Services,
  { eventId, materialId, ...acting }: Acting & { eventId: string; materialId: string },
): Promise<void> {
  const { store, clock } = services
  const now = clock()
  await store.transact(async (tx) => {
    const event = await findOwnEvent(tx, acting.actor, eventId)
    const { eventMaterials } = tx.tables
    const [removed] = await tx.db
      .update(eventMaterials)
      .set({ removedAt: now })
      .where(
        and(
          eq(eventMaterials.id, materialId),
          eq(eventMaterials.eventId, eventId),
          isNull(eventMaterials.removedAt),
        ),
      )
      .returning({ title: eventMaterials.title })
    if (!removed) return
    await auditEvent(tx, services, acting, {
      event,
      now,
      action: 'event.materialRemoved',
      delta: { title: [removed.title, null] },
    })
  })
}

/**
 * A material for the offices that read the event and for the groups that were invited.
 * @throws not_found for an unknown one and for one out of scope alike
 */
export async function readableMaterial({ store }: Services, actor: Actor, materialId: string) {
  const { events, eventMaterials, eventInvitations } = store.tables
  const invited = store.read
    .select({ id: eventInvitations.eventId })
    .from(eventInvitations)
    .where(inArray(eventInvitations.groupId, groupIdsOf(actor)))
  // Everywhere is no condition at all: it must not fall out of the `or`.
  const office =
    inReach(actor, 'event.read', { provinceCode: events.provinceCode, regencyCode: events.officeCode }) ??
    sql`1 = 1`
  const [found] = await store.read
    .select({ material: eventMaterials })
    .from(eventMaterials)
    .innerJoin(events, eq(events.id, eventMaterials.eventId))
    .where(
      and(
        eq(eventMaterials.id, materialId),
        isNull(eventMaterials.removedAt),
        or(inArray(events.id, invited), office),
      ),
    )
  if (!found) throw notFound()
  return found.material
}

/**
 * A material for whoever holds a ticket of its event.
 * @throws not_found for an unknown or withdrawn ticket, and for a material of another event, alike
 */
export async function materialOfTicket({ store }: Services, token: string, materialId: string) {
  const { eventAttendees, eventMaterials } = store.tables
  const [found] = await store.read
    .select({ material: eventMaterials })
    .from(eventMaterials)
    .innerJoin(eventAttendees, eq(eventAttendees.eventId, eventMaterials.eventId))
    .where(
      and(
        eq(eventAttendees.token, token),
        eq(eventMaterials.id, materialId),
        isNull(eventMaterials.removedAt),
      ),
    )
  if (!found) throw notFound()
  return found.material
}
