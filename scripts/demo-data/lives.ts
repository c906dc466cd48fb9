import { eq } from 'drizzle-orm'
import { closeGroup } from '~/features/groups/close-group.server'
import { GroupId } from '~/features/groups/groups.schema'
import { proposeHandover } from '~/features/groups/propose-handover.server'
import { suspendGroup } from '~/features/groups/suspend-group.server'
import type { Actor } from '~/features/identity/actor'
import { findPlace } from '~/features/regions/places.queries.server'
import { activateSubdomains, refuseAtRegistrar } from '~/features/subdomains/activate-subdomains.server'
import { endorseSubdomain } from '~/features/subdomains/endorse-subdomain.server'
import { suggestLabels } from '~/features/subdomains/labels'
import { requestSubdomain } from '~/features/subdomains/request-subdomain.server'
import { addDays, localDate } from '~/platform/calendar'
import { DAY } from '~/platform/clock'
import type { Chance } from './random'
import type { World } from './world'

/** What happens to groups after they are registered, through the offices' own use cases. */
export async function suspendOne(
  world: World,
  officer: Actor,
  groupId: string,
  today: number,
): Promise<void> {
  world.at(today - 20 * DAY)
  await suspendGroup(world, {
    ...(await acting(world, officer, groupId)),
    reason: 'Kepengurusan sedang diselesaikan melalui musyawarah.',
    until: addDays(localDate(today, 'WIB'), 40),
  })
}

export async function closeOne(world: World, officer: Actor, groupId: string, today: number): Promise<void> {
  world.at(today - 12 * DAY)
  await closeGroup(world, {
    ...(await acting(world, officer, groupId)),
    reason: 'Kelompok membubarkan diri berdasarkan musyawarah anggota.',
  })
}

export async function startHandover(
  world: World,
  chair: Actor,
  groupId: string,
  today: number,
): Promise<void> {
  world.at(today - 2 * DAY)
  await proposeHandover(world, {
    actor: chair,
    requestId: 'demo',
    groupId,
    id: world.newId(),
    name: 'Lena Contoh',
    contact: 'lena@contoh.id',
    reason: 'Ketua pindah tugas ke kabupaten lain.',
  })
}

export type NameStage = 'requested' | 'endorsed' | 'active' | 'refused'

/** Asks for the first free name that the portal would suggest, and takes it to a stage. */
export async function askForName(
  world: World,
  { chair, officer, registrar }: { chair: Actor; officer: Actor; registrar: Actor },
  { groupId, stage, daysAgo, today }: { groupId: string; stage: NameStage; daysAgo: number; today: number },
): Promise<void> {
  world.at(today - daysAgo * DAY)
  const group = await read(world, groupId)
  const place = await findPlace({ db: world.store.read, tables: world.store.tables }, group.villageCode)
  if (!place) throw new Error(`group ${groupId} has no place`)
  const [, withDistrict, withRegency] = suggestLabels({
    village: place.village.name,
    district: place.district.name,
    regency: place.regency.name,
  })
  const label = await firstFree(world, [withDistrict, withRegency, `kim-${group.number}`])
  const id = world.newId()
  await requestSubdomain(world, { actor: chair, groupId: GroupId.parse(groupId), id, label })
  if (stage === 'requested') return
  world.at(today - (daysAgo * DAY) / 2)
  await endorseSubdomain(world, { actor: officer, subdomainId: id, version: 1 })
  const chosen = [{ requestId: id, version: 2 }]
  if (stage === 'active') await activateSubdomains(world, { actor: registrar, chosen })
  if (stage === 'refused') {
    await refuseAtRegistrar(world, {
      actor: registrar,
      chosen,
      reason: 'Nama ini terlalu mirip dengan nama lain.',
    })
  }
}

/** The first name that nobody holds. */
async function firstFree({ store }: World, names: (string | undefined)[]): Promise<string> {
  const { subdomainLabels } = store.tables
  const held = await store.read.select({ label: subdomainLabels.label }).from(subdomainLabels)
  const taken = new Set(held.map(({ label }) => label))
  const free = names.find((name) => name !== undefined && !taken.has(name))
  if (!free) throw new Error(`all of ${names} are taken`)
  return free
}

async function acting(world: World, actor: Actor, groupId: string) {
  return { actor, requestId: 'demo', groupId, version: (await read(world, groupId)).version }
}

async function read({ store }: World, groupId: string) {
  const { groups } = store.tables
  const [group] = await store.read.select().from(groups).where(eq(groups.id, groupId))
  if (!group) throw new Error(`no group ${groupId}`)
  return group
}

/** A share of the groups, the same at every start. */
export function some<T>(chance: Chance, from: readonly T[], count: number): T[] {
  const left = [...from]
  return Array.from({ length: Math.min(count, left.length) }, () => {
    const chosen = chance.pick(left)
    left.splice(left.indexOf(chosen), 1)
    return chosen
  })
}
