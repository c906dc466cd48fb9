import { changedFields, type Delta } from '~/features/audit/record-audit.server'
import { assertAllowed } from '~/platform/decision'
import type { Services } from '~/platform/services'
import { searchKey } from '~/platform/text'
import { formatMoment } from '~/ui/format'
import { assertHeldUnder, partnershipTitle } from './event-partnership.server'
import type { EventPlan } from './event-plan.server'
import {
  type Acting,
  auditEvent,
  changeEvent,
  type EventRow,
  findEvent,
  findOwnEvent,
} from './event-rows.server'
import { eventIdUsed } from './events.errors'
import { deadlineWords, whenWords } from './events.messages'
import { canEdit, canManage } from './events.policy'
import { tellInvited } from './tell-invited.server'

/**
 * Stores a new event as a draft; the same form sent twice stores it once.
 * @throws not_found, event_id_used 409, what `assertHeldUnder` refuses 422
 */
export async function planEvent(
  services: Services,
  { id, officeCode, plan, ...acting }: Acting & { id: string; officeCode: string; plan: EventPlan },
): Promise<void> {
  const { store, clock } = services
  const now = clock()
  const provinceCode = officeCode.slice(0, 2)
  assertAllowed(canManage(acting.actor, { officeCode, provinceCode }))
  await store.transact(async (tx) => {
    const { events } = tx.tables
    const partnership = await assertHeldUnder(tx, officeCode, plan)
    const [stored] = await tx.db
      .insert(events)
      .values({
        id,
        officeCode,
        provinceCode,
        status: 'draft',
        statusSince: now,
        ...plan,
        titleKey: searchKey(plan.title),
        createdBy: acting.actor.id,
        createdAt: now,
      })
      .onConflictDoNothing()
      .returning()
    if (!stored) {
      const former = await findEvent(tx, id)
      if (former.createdBy !== acting.actor.id || !isSame(former, plan)) throw eventIdUsed()
      return
    }
    await auditEvent(tx, services, acting, {
      event: stored,
      now,
      action: 'event.planned',
      delta: { title: [null, plan.title], ...(partnership ? { partnership: [null, partnership] } : {}) },
    })
  })
}

function isSame(event: EventRow, plan: EventPlan): boolean {
  const names = Object.keys(plan) as (keyof EventPlan)[]
  return names.every((name) => JSON.stringify(event[name]) === JSON.stringify(plan[name]))
}

/**
 * Changes what is planned; groups that were invited are told when time or place change.
 * @throws not_found; event_settled, changed_meanwhile 409; what `assertHeldUnder` refuses 422
 */
export async function editEvent(
  services: Services,
  { eventId, version, plan, ...acting }: Acting & { eventId: string; version: number; plan: EventPlan },
): Promise<void> {
  const { store, clock } = services
  const now = clock()
  await store.transact(async (tx) => {
    const event = await findOwnEvent(tx, acting.actor, eventId)
    assertAllowed(canEdit(event))
    const before = await partnershipTitle(tx, event.partnershipId)
    const partnership = await assertHeldUnder(tx, event.officeCode, plan)
    await changeEvent(tx, event, version, { ...plan, titleKey: searchKey(plan.title) })
    const elsewhere = (['venue', 'placeCode', 'onlineUrl', 'startsAt', 'endsAt'] as const).some(
      (name) => event[name] !== plan[name],
    )
    if (event.status === 'invited' && elsewhere) {
      await tellInvited(tx, services, event, {
        title: `Waktu atau tempat berubah: ${plan.title}`,
        body: `Sekarang: ${whenWords(plan)}, ${plan.venue ?? 'daring'}. Jawaban Anda tetap tersimpan; ubah bila perlu sebelum batas waktunya.`,
        now,
      })
    }
    await auditEvent(tx, services, acting, {
      event,
      now,
      action: 'event.edited',
      delta: {
        // Which event it is, also where the title stays.
        title: [event.title, plan.title],
        ...changesOf(event, plan),
        ...(event.partnershipId === plan.partnershipId ? {} : { partnership: [before, partnership] }),
      },
    })
  })
}

/** What changed besides title and partnership; of what may hold a telephone or a key to a meeting only that it did. */
function changesOf(before: EventPlan, after: EventPlan): Delta {
  const parts = (['purpose', 'onlineUrl'] as const).filter((key) => before[key] !== after[key])
  return {
    ...changedFields(inWords(before), inWords(after)),
    ...(parts.length > 0 ? { parts: [null, parts] as const } : {}),
  }
}

/** The moments of a plan as people read them, so that the trail need not know the event's zone. */
function inWords(plan: EventPlan) {
  const { kind, venue, placeCode, zone, startsAt, endsAt, capacity, topics } = plan
  return {
    eventKind: kind,
    venue,
    placeCode,
    zone,
    startsAt: formatMoment(startsAt, zone),
    endsAt: formatMoment(endsAt, zone),
    replyUntil: deadlineWords(plan),
    capacity,
    topics,
  }
}
