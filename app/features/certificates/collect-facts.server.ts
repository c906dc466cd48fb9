import { and, desc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import { issuerTitle } from '~/features/groups/groups.messages'
import { officeName, withWord } from '~/features/regions/places'
import { findPlace } from '~/features/regions/places.queries.server'
import { localDate } from '~/platform/calendar'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import type { CertificateFacts } from './certificates.schema'

interface Collecting {
  groupId: string
  version: number
  now: Instant
  publicUrl: string
}

/** Gathers what a certificate states, as it stands inside this transaction. */
export async function collectFacts(
  { db, tables }: Tx,
  { groupId, version, now, publicUrl }: Collecting,
): Promise<CertificateFacts> {
  const { groups, boardMembers, decrees, groupDecrees, legalBases } = tables
  const [group] = await db.select().from(groups).where(eq(groups.id, groupId))
  const place = group && (await findPlace({ db, tables }, group.villageCode))
  if (!group || !place) throw new Error(`group ${groupId} has no place`)
  const [chair] = await db
    .select()
    .from(boardMembers)
    .where(and(eq(boardMembers.groupId, groupId), eq(boardMembers.post, 'ketua'), isNull(boardMembers.until)))
  if (!chair) throw new Error(`group ${groupId} has no chair`)
  const [decree] = await db
    .select({ decree: decrees })
    .from(groupDecrees)
    .innerJoin(decrees, eq(decrees.id, groupDecrees.decreeId))
    .where(and(eq(groupDecrees.groupId, groupId), isNull(groupDecrees.replacedAt)))
    .orderBy(desc(groupDecrees.attachedAt))
    .limit(1)
  const issuedOn = localDate(now, place.zone)
  const bases = await db
    .select()
    .from(legalBases)
    .where(
      and(
        inArray(legalBases.regionCode, ['', place.province.code, place.regency.code]),
        lte(legalBases.validFrom, issuedOn),
        or(isNull(legalBases.validUntil), gte(legalBases.validUntil, issuedOn)),
      ),
    )
    .orderBy(desc(legalBases.validFrom))
  return {
    number: group.number,
    version,
    groupName: group.name,
    village: withWord(place.village),
    district: withWord(place.district),
    regency: withWord(place.regency),
    province: withWord(place.province),
    chairName: chair.name,
    decreeNumber: decree?.decree.number ?? null,
    decreeDate: decree?.decree.date ?? null,
    decreeIssuer: decree ? (decree.decree.issuerName ?? issuerTitle(decree.decree.issuerKind, place)) : null,
    office: officeName(place.regency),
    place: place.regency.name,
    issuedOn,
    legalBasis: bases.map((base) => base.citation),
    verifyUrl: `${publicUrl}/verifikasi/${group.number}?v=${version}`,
  }
}
