import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { allChoices, choiceNames } from '~/features/choices/choices.queries.server'
import type { Actor } from '~/features/identity/actor'
import { fullName } from '~/features/regions/places'
import { nameRegion, nameRegions } from '~/features/regions/regions.queries.server'
import { localDate } from '~/platform/calendar'
import type { Services } from '~/platform/services'
import { partnershipTitle } from './event-partnership.server'
import type { InvitationCriteria } from './events.kinds'
import { canCertify, canEdit, canInvite, canManage, canMark, canMove, committeeIsOpen } from './events.policy'
import { readableEvent, shownEvent } from './events.queries.server'
import { officeTitle } from './office-title.queries.server'

/** Groups that a decision may be given to: as many as a list can hold. */
const MOST_CHOICES = 300

/** Everything about one event on the office's own page. @throws not_found out of scope */
export async function eventScreen(services: Services, actor: Actor, eventId: string) {
  const { store, clock, newId } = services
  const now = clock()
  const event = await readableEvent(services, actor, eventId)
  const reading = { db: store.read, tables: store.tables }
  const manages = canManage(actor, event).allowed
  const [office, place, topics, partnership, rounds, materials, decisions, groups] = await Promise.all([
    officeTitle(reading, event.officeCode),
    event.placeCode ? nameRegion(reading, event.placeCode) : null,
    topicNames(services, event.topics),
    partnershipTitle(reading, event.partnershipId),
    roundsOf(services, eventId),
    materialsOf(services, eventId),
    decisionsOf(services, eventId),
    manages ? invitedGroups(services, eventId) : [],
  ])
  return {
    event: shownEvent(event),
    office,
    place: place && fullName(place),
    topics,
    partnership,
    rounds,
    materials,
    decisions,
    groups,
    today: localDate(now, event.zone),
    now,
    /** Fresh ids for what may be added; the form keeps the first that it was given. */
    newIds: { decision: newId(), material: newId() },
    may: {
      manage: manages,
      edit: manages && canEdit(event).allowed,
      invite: manages && canInvite(event, now).allowed,
      mark: manages && canMark(event, now).allowed,
      hold: manages && canMove(event, 'held', now).allowed,
      close: manages && canMove(event, 'closed', now).allowed,
      cancel: manages && canMove(event, 'cancelled', now).allowed,
      certify: manages && canCertify(event).allowed,
      committee: manages && event.status !== 'draft' && committeeIsOpen(event, now),
    },
  }
}

async function topicNames({ store }: Services, codes: string[]): Promise<string[]> {
  const topics = await allChoices({ db: store.read, tables: store.tables }, 'topics')
  return topics.filter(({ code }) => codes.includes(code)).map(({ name }) => name)
}

/** The sendings of invitations with whom each looked for, in words of the place. */
export async function roundsOf({ store }: Services, eventId: string) {
  const { eventRounds, accounts } = store.tables
  const rows = await store.read
    .select({
      id: eventRounds.id,
      criteria: eventRounds.criteria,
      found: eventRounds.found,
      invited: eventRounds.invited,
      sentAt: eventRounds.sentAt,
      by: accounts.name,
    })
    .from(eventRounds)
    .innerJoin(accounts, eq(accounts.id, eventRounds.sentBy))
    .where(eq(eventRounds.eventId, eventId))
    .orderBy(desc(eventRounds.sentAt))
  const codeOf = ({ regionCode }: InvitationCriteria) => regionCode
  const reading = { db: store.read, tables: store.tables }
  const topics = await choiceNames(reading, 'topics')
  const regions = await nameRegions(
    reading,
    rows.map(({ criteria }) => codeOf(criteria)),
  )
  const names = new Map(regions.map((region) => [region.code, fullName(region)]))
  return rows.map((row) => ({
    ...row,
    region: names.get(codeOf(row.criteria)) ?? 'Seluruh Indonesia',
    topic: row.criteria.topic && (topics.get(row.criteria.topic) ?? row.criteria.topic),
  }))
}

/** The files of an event in the order in which they were added. */
export function materialsOf({ store }: Services, eventId: string) {
  const { eventMaterials } = store.tables
  return store.read
    .select({
      id: eventMaterials.id,
      title: eventMaterials.title,
      mime: eventMaterials.mime,
      bytes: eventMaterials.bytes,
      pages: eventMaterials.pages,
    })
    .from(eventMaterials)
    .where(and(eq(eventMaterials.eventId, eventId), isNull(eventMaterials.removedAt)))
    .orderBy(asc(eventMaterials.addedAt), asc(eventMaterials.id))
}

/** What was decided, the earliest date first. */
export function decisionsOf({ store }: Services, eventId: string) {
  const { eventDecisions } = store.tables
  return store.read
    .select({
      id: eventDecisions.id,
      what: eventDecisions.what,
      who: eventDecisions.who,
      groupId: eventDecisions.groupId,
      dueOn: eventDecisions.dueOn,
      state: eventDecisions.state,
      stateSince: eventDecisions.stateSince,
      note: eventDecisions.note,
      version: eventDecisions.version,
    })
    .from(eventDecisions)
    .where(eq(eventDecisions.eventId, eventId))
    .orderBy(asc(eventDecisions.dueOn), asc(eventDecisions.id))
}

function invitedGroups({ store }: Services, eventId: string) {
  const { eventInvitations, groups } = store.tables
  return store.read
    .select({ id: groups.id, name: groups.name })
    .from(eventInvitations)
    .innerJoin(groups, eq(groups.id, eventInvitations.groupId))
    .where(eq(eventInvitations.eventId, eventId))
    .orderBy(asc(eventInvitations.groupKey), asc(eventInvitations.id))
    .limit(MOST_CHOICES)
}
