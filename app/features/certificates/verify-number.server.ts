import { desc, eq } from 'drizzle-orm'
import type { GroupStatus } from '~/features/groups/groups.state'
import { officeName, type Place } from '~/features/regions/places'
import { findPlace } from '~/features/regions/places.queries.server'
import type { Instant } from '~/platform/clock'
import type { Services } from '~/platform/services'

/** Whether the printed sheet in someone's hand is the newest one. */
export type Sheet =
  | { state: 'current'; version: number }
  | { state: 'superseded'; version: number; current: number }
  | { state: 'never_issued'; version: number }

/** The truth of today about a registration number: public facts only, no person and no contact. */
export type Verification =
  | { known: false; number: string }
  | {
      known: true
      number: string
      name: string
      status: GroupStatus
      statusSince: Instant
      /** Local date; only while suspended. */
      suspendedUntil: string | null
      registeredAt: Instant
      place: Place
      office: string
      /** Null when the link names no version. */
      sheet: Sheet | null
      checkedAt: Instant
    }

/**
 * Tells anyone what a number is worth today, and whether the version of the certificate in the link is the newest.
 * @param number twelve digits
 */
export async function verifyNumber(
  { store, clock }: Services,
  number: string,
  version?: number,
): Promise<Verification> {
  const { groups } = store.tables
  const [group] = await store.read
    .select({
      id: groups.id,
      name: groups.name,
      status: groups.status,
      statusSince: groups.statusSince,
      suspendedUntil: groups.suspendedUntil,
      registeredAt: groups.registeredAt,
      villageCode: groups.villageCode,
    })
    .from(groups)
    .where(eq(groups.number, number))
  const place = group && (await findPlace({ db: store.read, tables: store.tables }, group.villageCode))
  if (!group || !place) return { known: false, number }
  const { id, villageCode, suspendedUntil, ...facts } = group
  return {
    known: true,
    number,
    ...facts,
    suspendedUntil: group.status === 'suspended' ? suspendedUntil : null,
    place,
    office: officeName(place.regency),
    sheet: version === undefined ? null : await findSheet(store, id, version),
    checkedAt: clock(),
  }
}

async function findSheet(
  { read, tables: { certificates } }: Services['store'],
  groupId: string,
  version: number,
): Promise<Sheet> {
  const [newest] = await read
    .select({ version: certificates.version })
    .from(certificates)
    .where(eq(certificates.groupId, groupId))
    .orderBy(desc(certificates.version))
    .limit(1)
  if (!newest || version > newest.version) return { state: 'never_issued', version }
  return version === newest.version
    ? { state: 'current', version }
    : { state: 'superseded', version, current: newest.version }
}
