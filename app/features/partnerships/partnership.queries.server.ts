import { and, asc, desc, eq, ne, notExists, type SQL } from 'drizzle-orm'
import { choiceNames, choicesOn } from '~/features/choices/choices.queries.server'
import { nameOffices } from '~/features/coordination/office-names.server'
import { officesOf } from '~/features/coordination/offices'
import { documentOfPartnership } from '~/features/documents/documents.queries.server'
import { eventsUnder } from '~/features/events/event-partnership.server'
import type { Actor } from '~/features/identity/actor'
import { inReach } from '~/features/identity/in-reach.server'
import { officeOf, partnersInView } from '~/features/partners/partners-in-view.server'
import { zoneOf } from '~/features/regions/local-words'
import { likeAnywhere } from '~/platform/db/like'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { searchKey } from '~/platform/text'
import {
  findOwnPartnership,
  findPartnership,
  mayEditPartnership,
  type Partnership,
  type Reading,
  todayAt,
} from './find-partnership.server'
import { BUDGET_SHAPE } from './partnership-form.schema'
import { timelineOf } from './timeline.queries.server'
import { yearsOf } from './under-partnership.server'

/** All of a partnership: what binds, what happened under it, what may be done now. @throws not_found */
export async function partnershipScreen(
  services: Services,
  actor: Actor,
  { partnershipId, cari, tahun }: { partnershipId: string; cari: string; tahun?: number },
) {
  const reading = { db: services.store.read, tables: services.store.tables }
  const { partnership, partner, group, counterpartName } = await findPartnership(
    reading,
    actor,
    partnershipId,
  )
  const office = officeOf(partnership)
  const today = todayAt(office, services.clock())
  const mayEdit = mayEditPartnership(actor, partnership)
  const [offices, kinds, document, activities, events, assessments, terms, timeline, topics] =
    await Promise.all([
      nameOffices(reading, [office]),
      choiceNames(reading, 'partnerKinds'),
      documentOfPartnership(reading, partnershipId),
      linkedActivities(reading, partnershipId),
      eventsUnder(reading, partnershipId),
      assessmentsOf(reading, partnershipId),
      termsOf(reading, partnership),
      timelineOf(reading, partnershipId),
      topicNames(reading, partnershipId),
    ])
  const years = partnership.status === 'proposed' ? [] : yearsOf(partnership, today)
  return {
    partnership,
    counterpart: {
      name: counterpartName,
      kind: partner ? (kinds.get(partner.kindCode) ?? '') : 'KIM',
      href: partner ? `/dinas/mitra/${partner.id}` : `/dinas/kelompok/${group?.id}`,
    },
    office: offices.get(office) ?? '',
    zone: zoneOf(office),
    oddBudget: partnership.budgetCode !== null && !BUDGET_SHAPE.test(partnership.budgetCode),
    document,
    topics,
    activities,
    events,
    assessments,
    timeline,
    ...terms,
    mayEdit,
    today,
    years,
    /** The year that the form assesses: the one asked for, or else the newest. */
    year: years.find((year) => year === tahun) ?? years[0],
    tahun,
    cari,
    linkable: mayEdit ? await linkableActivities(reading, actor, partnership, cari) : [],
  }
}
export type PartnershipScreen = Awaited<ReturnType<typeof partnershipScreen>>

async function topicNames({ db, tables }: Reading, partnershipId: string) {
  const { partnershipTopics, topics } = tables
  return db
    .select({ code: topics.code, name: topics.name })
    .from(partnershipTopics)
    .innerJoin(topics, eq(topics.code, partnershipTopics.topicCode))
    .where(eq(partnershipTopics.partnershipId, partnershipId))
    .orderBy(asc(topics.name))
}

async function linkedActivities({ db, tables }: Reading, partnershipId: string) {
  const { partnershipActivities, activities, groups } = tables
  return db
    .select({
      id: activities.id,
      title: activities.title,
      localDate: activities.localDate,
      groupName: groups.name,
    })
    .from(partnershipActivities)
    .innerJoin(activities, eq(activities.id, partnershipActivities.activityId))
    .innerJoin(groups, eq(groups.id, activities.groupId))
    .where(and(eq(partnershipActivities.partnershipId, partnershipId), ne(activities.status, 'withdrawn')))
    .orderBy(desc(activities.localDate), desc(activities.id))
}

const OFFERED = 30

/** Activities of the region that are not linked yet, the latest first, by the words that were searched for. */
async function linkableActivities(
  { db, tables }: Reading,
  actor: Actor,
  partnership: Partnership,
  cari: string,
) {
  const { partnershipActivities, activities, groups } = tables
  const words = cari ? searchKey(cari).split(' ').slice(0, 8) : []
  return db
    .select({
      id: activities.id,
      title: activities.title,
      localDate: activities.localDate,
      groupName: groups.name,
    })
    .from(activities)
    .innerJoin(groups, eq(groups.id, activities.groupId))
    .where(
      and(
        inReach(actor, 'activity.read', activities),
        eq(activities.status, 'confirmed'),
        partnership.groupId ? eq(activities.groupId, partnership.groupId) : undefined,
        notExists(
          db
            .select({ id: partnershipActivities.activityId })
            .from(partnershipActivities)
            .where(
              and(
                eq(partnershipActivities.activityId, activities.id),
                eq(partnershipActivities.partnershipId, partnership.id),
              ),
            ),
        ),
        ...words.map((word) => likeAnywhere(activities.titleKey, word)),
      ),
    )
    .orderBy(desc(activities.localDate), desc(activities.id))
    .limit(OFFERED)
}

/** The latest version of each year, newest year first, with how many versions there were. */
async function assessmentsOf({ db, tables: { partnershipAssessments } }: Reading, partnershipId: string) {
  const rows = await db
    .select()
    .from(partnershipAssessments)
    .where(eq(partnershipAssessments.partnershipId, partnershipId))
    .orderBy(desc(partnershipAssessments.year), desc(partnershipAssessments.version))
  return rows.filter(({ year }, at) => rows.findIndex((row) => row.year === year) === at)
}

/** The term before this one, and the one after it unless it came to nothing. */
async function termsOf({ db, tables: { partnerships } }: Reading, { id, renewedFromId }: Partnership) {
  const columns = { id: partnerships.id, title: partnerships.title, startsOn: partnerships.startsOn }
  const one = async (where: SQL | undefined) =>
    (await db.select(columns).from(partnerships).where(where).limit(1))[0] ?? null
  return {
    former: renewedFromId ? await one(eq(partnerships.id, renewedFromId)) : null,
    next: await one(and(eq(partnerships.renewedFromId, id), ne(partnerships.status, 'broken_off'))),
  }
}

const FOUND = 15

/** Partners and groups that a proposal may be made with, by the words that were searched for. */
export async function counterpartsScreen(services: Services, actor: Actor, cari: string) {
  const { store } = services
  const { partners, groups } = store.tables
  const words = cari ? searchKey(cari).split(' ').slice(0, 8) : []
  const [foundPartners, foundGroups] = await Promise.all([
    store.read
      .select({ id: partners.id, name: partners.name, endedAt: partners.endedAt })
      .from(partners)
      .where(
        and(partnersInView(actor, partners), ...words.map((word) => likeAnywhere(partners.nameKey, word))),
      )
      .orderBy(asc(partners.nameKey), asc(partners.id))
      .limit(FOUND),
    store.read
      .select({ id: groups.id, name: groups.name, number: groups.number })
      .from(groups)
      .where(
        and(
          inReach(actor, 'office.read', groups),
          ne(groups.status, 'closed'),
          ...words.map((word) => likeAnywhere(groups.nameKey, word)),
        ),
      )
      .orderBy(asc(groups.nameKey), asc(groups.id))
      .limit(FOUND),
  ])
  return { cari, partners: foundPartners.filter(({ endedAt }) => endedAt === null), groups: foundGroups }
}

/** What a proposal begins with: the other side, and what the former term said. @throws not_found */
export async function proposalScreen(
  services: Services,
  actor: Actor,
  asked: { mitra: string; kim: string; dari: string },
) {
  const { store, newId, clock } = services
  const reading = { db: store.read, tables: store.tables }
  const former = asked.dari ? (await findOwnPartnership(reading, actor, asked.dari)).partnership : null
  const partnerId = former ? former.partnerId : asked.mitra
  const groupId = former ? former.groupId : asked.kim
  const offices = officesOf(actor, 'partnership.edit')
  const names = await nameOffices(reading, offices)
  const name = await counterpartName(reading, actor, { partnerId, groupId })
  const office = former ? officeOf(former) : (offices[0] ?? '')
  const today = todayAt(office, clock())
  return {
    formId: newId(),
    counterpart: { value: partnerId ? `mitra:${partnerId}` : `kim:${groupId}`, name },
    former: former && { ...former, topics: await topicNames(reading, former.id) },
    offices: former ? [] : offices.map((code) => ({ value: code, label: names.get(code) ?? code })),
    office,
    topics: await choicesOn(reading, 'topics', today),
    today,
  }
}

async function counterpartName(
  { db, tables: { partners, groups } }: Reading,
  actor: Actor,
  { partnerId, groupId }: { partnerId: string | null; groupId: string | null },
): Promise<string> {
  const [found] = partnerId
    ? await db
        .select({ name: partners.name })
        .from(partners)
        .where(and(eq(partners.id, partnerId), partnersInView(actor, partners)))
    : await db
        .select({ name: groups.name })
        .from(groups)
        .where(and(eq(groups.id, groupId ?? ''), inReach(actor, 'office.read', groups)))
  if (!found) throw notFound()
  return found.name
}

/** What the form of a known partnership shows. @throws not_found */
export async function editPartnershipScreen(services: Services, actor: Actor, partnershipId: string) {
  const reading = { db: services.store.read, tables: services.store.tables }
  const { partnership, counterpartName: name } = await findOwnPartnership(reading, actor, partnershipId)
  const today = todayAt(officeOf(partnership), services.clock())
  const held = (await topicNames(reading, partnershipId)).map(({ code }) => code)
  return {
    partnership,
    counterpartName: name,
    held,
    /** Those that ended stay ticked where they were. */
    topics: await choicesOn(reading, 'topics', today, held),
    document: await documentOfPartnership(reading, partnershipId),
  }
}
