import { and, asc, desc, eq, exists, gt, inArray, isNotNull, lt, or, type SQL } from 'drizzle-orm'
import { homeOf } from '~/features/activities/office-activities.queries.server'
import { allChoices, choiceNames } from '~/features/choices/choices.queries.server'
import { nameOffices } from '~/features/coordination/office-names.server'
import type { Actor } from '~/features/identity/actor'
import { inReach } from '~/features/identity/in-reach.server'
import { officeOf } from '~/features/partners/partners-in-view.server'
import { regionFilterState } from '~/features/regions/filter.queries.server'
import { filteredCode } from '~/features/regions/filter.schema'
import { likeAnywhere } from '~/platform/db/like'
import { type KeysetCursor, keysetPage } from '~/platform/keyset'
import type { Services } from '~/platform/services'
import { searchKey } from '~/platform/text'
import type { Partnership, Reading } from './find-partnership.server'
import { KIM, type PartnershipsQuery } from './partnerships-list.schema'

const PAGE = 50

/** The partnerships of an office's region, the latest first: one page of what was asked for. */
export async function partnershipsScreen(services: Services, actor: Actor, query: PartnershipsQuery) {
  const reading = { db: services.store.read, tables: services.store.tables }
  const { filter, where } = await soughtPartnerships(services, actor, query)
  const back = query.sebelum !== undefined
  const place = query.sebelum ?? query.setelah
  const found = await readPartnerships(reading, where, { place, back, limit: PAGE + 1 })
  const page = keysetPage(found, PAGE, { back, started: query.setelah !== undefined }, cursorOf)
  return {
    ...page,
    rows: await withWords(reading, page.rows),
    filter,
    kinds: await allChoices(reading, 'partnerKinds'),
    topics: await allChoices(reading, 'topics'),
    oneOffice: homeOf(actor).length === 4,
  }
}

export interface FoundPartnership {
  partnership: Partnership
  partnerName: string | null
  kindCode: string | null
  groupName: string | null
}

export const cursorOf = ({ partnership }: FoundPartnership): KeysetCursor => ({
  key: partnership.startsOn,
  id: partnership.id,
})

/** What an office looks for, in its own region. */
export async function soughtPartnerships(services: Services, actor: Actor, query: PartnershipsQuery) {
  const { store } = services
  const { partnerships, partners, groups, partnershipTopics } = store.tables
  const home = homeOf(actor)
  const filter = await regionFilterState(services, filteredCode(query), home)
  const words = query.q ? searchKey(query.q).split(' ').slice(0, 8) : []
  const where = and(
    inReach(actor, 'partnership.read', partnerships),
    filter.code.length > home.length ? eq(regionColumn(partnerships, filter.code), filter.code) : undefined,
    query.keadaan === 'berlaku' ? inArray(partnerships.status, ['active', 'ending']) : undefined,
    query.keadaan && query.keadaan !== 'berlaku' ? eq(partnerships.status, query.keadaan) : undefined,
    query.jenis === KIM ? isNotNull(partnerships.groupId) : undefined,
    query.jenis && query.jenis !== KIM ? eq(partners.kindCode, query.jenis) : undefined,
    query.naskah ? eq(partnerships.kind, query.naskah) : undefined,
    query.mitra ? eq(partnerships.partnerId, query.mitra) : undefined,
    query.kim ? eq(partnerships.groupId, query.kim) : undefined,
    query.topik
      ? exists(
          store.read
            .select({ id: partnershipTopics.partnershipId })
            .from(partnershipTopics)
            .where(
              and(
                eq(partnershipTopics.partnershipId, partnerships.id),
                eq(partnershipTopics.topicCode, query.topik),
              ),
            ),
        )
      : undefined,
    ...words.map((word) =>
      or(
        likeAnywhere(partnerships.searchKey, word),
        likeAnywhere(partners.nameKey, word),
        likeAnywhere(groups.nameKey, word),
      ),
    ),
  )
  return { filter, where }
}

function regionColumn(partnerships: Reading['tables']['partnerships'], code: string) {
  if (code.length === 2) return partnerships.provinceCode
  return code.length === 4 ? partnerships.regencyCode : partnerships.districtCode
}

export async function readPartnerships(
  { db, tables: { partnerships, partners, groups } }: Reading,
  where: SQL | undefined,
  { place, back, limit }: { place: KeysetCursor | undefined; back: boolean; limit: number },
): Promise<FoundPartnership[]> {
  const [further, order] = back ? [gt, asc] : [lt, desc]
  return db
    .select({
      partnership: partnerships,
      partnerName: partners.name,
      kindCode: partners.kindCode,
      groupName: groups.name,
    })
    .from(partnerships)
    .leftJoin(partners, eq(partners.id, partnerships.partnerId))
    .leftJoin(groups, eq(groups.id, partnerships.groupId))
    .where(
      and(
        where,
        place &&
          or(
            further(partnerships.startsOn, place.key),
            and(eq(partnerships.startsOn, place.key), further(partnerships.id, place.id)),
          ),
      ),
    )
    .orderBy(order(partnerships.startsOn), order(partnerships.id))
    .limit(limit)
}

/** Partnerships with the names of everything that they point to. */
export async function withWords(reading: Reading, found: FoundPartnership[]) {
  const { partnershipTopics, topics } = reading.tables
  const ids = found.map(({ partnership }) => partnership.id)
  const [kindNames, offices, chosen] = await Promise.all([
    choiceNames(reading, 'partnerKinds'),
    nameOffices(
      reading,
      found.map(({ partnership }) => officeOf(partnership)),
    ),
    ids.length === 0
      ? []
      : reading.db
          .select({ id: partnershipTopics.partnershipId, name: topics.name })
          .from(partnershipTopics)
          .innerJoin(topics, eq(topics.code, partnershipTopics.topicCode))
          .where(inArray(partnershipTopics.partnershipId, ids))
          .orderBy(asc(topics.name)),
  ])
  return found.map(({ partnership, partnerName, groupName, kindCode }) => ({
    ...partnership,
    counterpart: partnerName ?? groupName ?? '',
    counterpartKind: kindCode ? (kindNames.get(kindCode) ?? kindCode) : 'KIM',
    office: offices.get(officeOf(partnership)) ?? '',
    topics: chosen.filter(({ id }) => id === partnership.id).map(({ name }) => name),
  }))
}
export type PartnershipRow = Awaited<ReturnType<typeof withWords>>[number]
