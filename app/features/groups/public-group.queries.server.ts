import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Place } from '~/features/regions/places'
import { findPlace } from '~/features/regions/places.queries.server'
import type { Instant } from '~/platform/clock'
import type { Services } from '~/platform/services'
import { activeSubdomains } from './directory.queries.server'
import {
  type ChannelKind,
  type Contact,
  channelKinds,
  type GroupScope,
  type IssuerKind,
} from './groups.schema'
import type { GroupStatus } from './groups.state'

/** What everyone may read of a group: public facts, and what the group agreed to show. */
export interface PublicGroup {
  number: string
  nationalNumber: string | null
  name: string
  scope: GroupScope
  status: GroupStatus
  statusSince: Instant
  /** Local date; only while suspended. */
  suspendedUntil: string | null
  /** Local date. */
  foundedOn: string | null
  registeredAt: Instant
  place: Place
  /** The decree in force; dates are local. */
  decree: { number: string; date: string; issuerKind: IssuerKind; validUntil: string | null } | null
  /** The label of its active kim.id name. */
  subdomain: string | null
  /** The rest only with consent, and not of a group that has closed. */
  chairName: string | null
  address: string | null
  location: { latitude: number; longitude: number } | null
  channels: { kind: ChannelKind; value: string }[]
}

/** A group by its number as everyone may see it; null for an unknown number. */
export async function publicGroup(services: Services, number: string): Promise<PublicGroup | null> {
  const { read, tables } = services.store
  const [group] = await read.select().from(tables.groups).where(eq(tables.groups.number, number))
  const place = group && (await findPlace({ db: read, tables }, group.villageCode))
  if (!group || !place) return null
  const { contact } = group
  const shows = (agreed: boolean) => agreed && group.status !== 'closed'
  const subdomains = await activeSubdomains(services, [group.id])
  const { latitude, longitude } = group
  const located = shows(contact.publicLocation) && latitude !== null && longitude !== null
  return {
    number: group.number,
    nationalNumber: group.nationalNumber,
    name: group.name,
    scope: group.scope,
    status: group.status,
    statusSince: group.statusSince,
    suspendedUntil: group.status === 'suspended' ? group.suspendedUntil : null,
    foundedOn: group.foundedOn,
    registeredAt: group.registeredAt,
    place,
    decree: await findDecree(services, group.id),
    subdomain: subdomains.get(group.id) ?? null,
    chairName: shows(contact.publicChairName) ? await findChairName(services, group.id) : null,
    address: shows(contact.publicAddress) ? group.address : null,
    location: located ? { latitude, longitude } : null,
    channels: group.status === 'closed' ? [] : agreedChannels(contact),
  }
}

/** The channels that a group agreed to show and has filled in, in their fixed order. */
export function agreedChannels({
  channels,
  publicChannels,
}: Contact): { kind: ChannelKind; value: string }[] {
  return channelKinds.flatMap((kind) => {
    const value = channels[kind]
    return value && publicChannels.includes(kind) ? [{ kind, value }] : []
  })
}

async function findDecree({ store }: Services, groupId: string): Promise<PublicGroup['decree']> {
  const { decrees, groupDecrees } = store.tables
  const [row] = await store.read
    .select({
      number: decrees.number,
      date: decrees.date,
      issuerKind: decrees.issuerKind,
      validUntil: decrees.validUntil,
    })
    .from(groupDecrees)
    .innerJoin(decrees, eq(decrees.id, groupDecrees.decreeId))
    .where(and(eq(groupDecrees.groupId, groupId), isNull(groupDecrees.replacedAt)))
    .orderBy(desc(groupDecrees.attachedAt))
    .limit(1)
  return row ?? null
}

async function findChairName({ store }: Services, groupId: string): Promise<string | null> {
  const { boardMembers } = store.tables
  const [chair] = await store.read
    .select({ name: boardMembers.name })
    .from(boardMembers)
    .where(and(eq(boardMembers.groupId, groupId), eq(boardMembers.post, 'ketua'), isNull(boardMembers.until)))
  return chair?.name ?? null
}
