import { and, asc, count, desc, eq, gt, inArray, isNull, lt, or, type SQL } from 'drizzle-orm'
import { homeOf } from '~/features/activities/office-activities.queries.server'
import { allChoices, choiceNames } from '~/features/choices/choices.queries.server'
import { nameOffices } from '~/features/coordination/office-names.server'
import { channelLink } from '~/features/groups/channel-links'
import { channelWords } from '~/features/groups/groups.messages'
import type { Actor } from '~/features/identity/actor'
import { regionFilterState } from '~/features/regions/filter.queries.server'
import { filteredCode } from '~/features/regions/filter.schema'
import { fullName, withWord } from '~/features/regions/places'
import { nameRegions } from '~/features/regions/regions.queries.server'
import { likeAnywhere } from '~/platform/db/like'
import { type KeysetCursor, keysetPage } from '~/platform/keyset'
import type { Services } from '~/platform/services'
import { searchKey } from '~/platform/text'
import { findPartner, mayEditPartner, type Partner, type Reading } from './find-partner.server'
import { partnerChannelKinds } from './partners.schema'
import { officeOf, partnersInView } from './partners-in-view.server'
import type { PartnersQuery } from './partners-list.schema'

const PAGE = 50

/** The partners that an office may work with, by name: one page of what was asked for. */
export async function partnersScreen(services: Services, actor: Actor, query: PartnersQuery) {
  const reading = { db: services.store.read, tables: services.store.tables }
  const { filter, where } = await soughtPartners(services, actor, query)
  const back = query.sebelum !== undefined
  const place = query.sebelum ?? query.setelah
  const found = await readPartners(reading, where, { place, back, limit: PAGE + 1 })
  const page = keysetPage(found, PAGE, { back, started: query.setelah !== undefined }, cursorOf)
  return {
    ...page,
    rows: await withWords(reading, page.rows),
    filter,
    kinds: await allChoices(reading, 'partnerKinds'),
  }
}

export const cursorOf = ({ nameKey, id }: Partner): KeysetCursor => ({ key: nameKey, id })

export async function soughtPartners(services: Services, actor: Actor, query: PartnersQuery) {
  const { partners } = services.store.tables
  const home = homeOf(actor)
  const filter = await regionFilterState(services, filteredCode(query), home)
  const words = searchKey(query.q).split(' ').slice(0, 8)
  const where = and(
    partnersInView(actor, partners),
    query.lama ? undefined : isNull(partners.endedAt),
    query.jenis ? eq(partners.kindCode, query.jenis) : undefined,
    filter.code.length > home.length ? eq(placeColumn(partners, filter.code), filter.code) : undefined,
    ...(query.q ? words.map((word) => likeAnywhere(partners.nameKey, word)) : []),
  )
  return { filter, where }
}

function placeColumn(partners: Reading['tables']['partners'], code: string) {
  if (code.length === 2) return partners.placeProvinceCode
  return code.length === 4 ? partners.placeRegencyCode : partners.placeDistrictCode
}

export async function readPartners(
  { db, tables: { partners } }: Reading,
  where: SQL | undefined,
  { place, back, limit }: { place: KeysetCursor | undefined; back: boolean; limit: number },
) {
  const [further, order] = back ? [lt, desc] : [gt, asc]
  return db
    .select()
    .from(partners)
    .where(
      and(
        where,
        place &&
          or(
            further(partners.nameKey, place.key),
            and(eq(partners.nameKey, place.key), further(partners.id, place.id)),
          ),
      ),
    )
    .orderBy(order(partners.nameKey), order(partners.id))
    .limit(limit)
}

export async function withWords(reading: Reading, found: Partner[]) {
  const [kindNames, places, offices, many] = await Promise.all([
    choiceNames(reading, 'partnerKinds'),
    placeNames(reading, found),
    nameOffices(reading, found.map(officeOf)),
    countInForce(
      reading,
      found.map(({ id }) => id),
    ),
  ])
  return found.map((partner) => ({
    id: partner.id,
    name: partner.name,
    kind: kindNames.get(partner.kindCode) ?? partner.kindCode,
    place: places.get(partner.placeCode ?? '') ?? 'Seluruh Indonesia',
    office: offices.get(officeOf(partner)) ?? '',
    inForce: many.get(partner.id) ?? 0,
    hasEnded: partner.endedAt !== null,
    contact: partner.contact,
    channels: partner.channels,
  }))
}
export type PartnerRow = Awaited<ReturnType<typeof withWords>>[number]

async function placeNames(reading: Reading, found: Partner[]): Promise<Map<string, string>> {
  const regions = await nameRegions(reading, [...new Set(found.flatMap(({ placeCode }) => placeCode ?? []))])
  return new Map(
    regions.map((region) => [
      region.code,
      [region, ...[...region.above].reverse().slice(0, 1)].map(withWord).join(', '),
    ]),
  )
}

/** How many partnerships in force each partner has. */
async function countInForce({ db, tables: { partnerships } }: Reading, partnerIds: string[]) {
  if (partnerIds.length === 0) return new Map<string, number>()
  const rows = await db
    .select({ id: partnerships.partnerId, many: count() })
    .from(partnerships)
    .where(
      and(inArray(partnerships.partnerId, partnerIds), inArray(partnerships.status, ['active', 'ending'])),
    )
    .groupBy(partnerships.partnerId)
  return new Map(rows.map(({ id, many }) => [id ?? '', Number(many)]))
}

/** All that is known of a partner. @throws not_found */
export async function partnerScreen(services: Services, actor: Actor, partnerId: string) {
  const reading = { db: services.store.read, tables: services.store.tables }
  const partner = await findPartner(reading, actor, partnerId)
  const [row] = await withWords(reading, [partner])
  const [region] = partner.placeCode ? await nameRegions(reading, [partner.placeCode]) : []
  return {
    partner,
    kind: row?.kind ?? '',
    office: row?.office ?? '',
    place: region ? fullName(region) : 'Seluruh Indonesia',
    channels: partnerChannelKinds.flatMap((kind) => {
      const value = partner.channels[kind]
      return value ? [{ kind, word: channelWords[kind], ...channelLink(kind, value) }] : []
    }),
    mayEdit: mayEditPartner(actor, partner),
  }
}
