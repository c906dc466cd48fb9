import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { issuerTitle } from '~/features/groups/groups.messages'
import { officeName, withWord } from '~/features/regions/places'
import { findPlaces } from '~/features/regions/places.queries.server'
import { citationsOn } from '~/features/settings/citations.queries.server'
import { localDate } from '~/platform/calendar'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import type { CertificateFacts } from './certificates.schema'

interface Collecting {
  certificates: { groupId: string; version: number }[]
  now: Instant
  publicUrl: string
}

interface Collected {
  groupId: string
  version: number
  facts: CertificateFacts
}

/** Gathers what certificates state, as it stands inside this transaction, in the order in which they were asked for. */
export async function collectFacts(
  tx: Tx,
  { certificates, now, publicUrl }: Collecting,
): Promise<Collected[]> {
  const ids = certificates.map(({ groupId }) => groupId)
  const { groups } = tx.tables
  const rows = await tx.db.select().from(groups).where(inArray(groups.id, ids))
  const byId = new Map(rows.map((group) => [group.id, group]))
  const places = await findPlaces(
    tx,
    rows.map((group) => group.villageCode),
  )
  const chairs = await chairsOf(tx, ids)
  const decrees = await decreesOf(tx, ids)
  const bases = new Map<string, string[]>()
  const collected: Collected[] = []
  for (const { groupId, version } of certificates) {
    const group = byId.get(groupId)
    const place = group && places.get(group.villageCode)
    const chairName = chairs.get(groupId)
    if (!group || !place) throw new Error(`group ${groupId} has no place`)
    if (chairName === undefined) throw new Error(`group ${groupId} has no chair`)
    const decree = decrees.get(groupId)
    const issuedOn = localDate(now, place.zone)
    const legalBasis =
      bases.get(place.regency.code) ??
      (await citationsOn(tx, [place.province.code, place.regency.code], issuedOn))
    bases.set(place.regency.code, legalBasis)
    collected.push({
      groupId,
      version,
      facts: {
        number: group.number,
        version,
        groupName: group.name,
        village: withWord(place.village),
        district: withWord(place.district),
        regency: withWord(place.regency),
        province: withWord(place.province),
        chairName,
        decreeNumber: decree?.number ?? null,
        decreeDate: decree?.date ?? null,
        decreeIssuer: decree ? (decree.issuerName ?? issuerTitle(decree.issuerKind, place)) : null,
        office: officeName(place.regency),
        place: place.regency.name,
        issuedOn,
        legalBasis,
        verifyUrl: `${publicUrl}/verifikasi/${group.number}?v=${version}`,
      },
    })
  }
  return collected
}

async function chairsOf(
  { db, tables: { boardMembers } }: Tx,
  groupIds: string[],
): Promise<Map<string, string>> {
  const rows = await db
    .select()
    .from(boardMembers)
    .where(
      and(
        inArray(boardMembers.groupId, groupIds),
        eq(boardMembers.post, 'ketua'),
        isNull(boardMembers.until),
      ),
    )
  return new Map(rows.map((chair) => [chair.groupId, chair.name]))
}

/** The decree in force of each group: of several the one attached last. */
async function decreesOf({ db, tables: { groupDecrees, decrees } }: Tx, groupIds: string[]) {
  const rows = await db
    .select({ groupId: groupDecrees.groupId, decree: decrees })
    .from(groupDecrees)
    .innerJoin(decrees, eq(decrees.id, groupDecrees.decreeId))
    .where(and(inArray(groupDecrees.groupId, groupIds), isNull(groupDecrees.replacedAt)))
    .orderBy(asc(groupDecrees.attachedAt))
  return new Map(rows.map(({ groupId, decree }) => [groupId, decree]))
}
