import { eq } from 'drizzle-orm'
import type { GroupStatus } from '~/features/groups/groups.state'
import { type NewGroup, registerGroup } from '~/features/groups/register-group.server'
import { countGroup } from '~/features/regions/count-group.server'
import { localDate } from '~/platform/calendar'
import type { Tx } from '~/platform/db/store'
import type { Tables } from '~/tables'
import type { TestServices } from './services'
import { codesOf } from './world'

/** Registers a group in a village (Kabupaten Mimika unless told), with a chair, a decree and nothing public. */
export async function aGroup(
  services: TestServices,
  changes: Partial<NewGroup> = {},
  villageCode = '9404011003',
): Promise<{ id: string; number: string }> {
  return services.store.transact((tx) => groupIn(tx, services, changes, villageCode))
}

/** Like `aGroup`, in a transaction of the caller's. */
export function groupIn(
  tx: Tx,
  { newId, now, config }: TestServices,
  changes: Partial<NewGroup>,
  villageCode: string,
): Promise<{ id: string; number: string }> {
  return registerGroup(
    tx,
    {
      ...codesOf(villageCode),
      name: `KIM ${villageCode}`,
      scope: 'village',
      contact: {
        channels: {},
        publicChannels: [],
        publicChairName: false,
        publicAddress: false,
        publicLocation: false,
      },
      source: 'online',
      members: [
        { name: 'Yohana Magai', post: 'ketua' },
        { name: 'Marten Kogoya', post: 'sekretaris' },
      ],
      decree: { number: '1/SK/2026', date: '2026-01-05', issuerKind: 'village_head' },
      ...changes,
    },
    { now, today: localDate(now, 'WIT'), newId, publicUrl: config.publicUrl },
  )
}

/** Moves a group to a status as it is stored and counted, without the use case that leads there. */
export async function setStatus(
  { store }: TestServices,
  groupId: string,
  status: GroupStatus,
  more: Partial<Tables['groups']['$inferInsert']> = {},
): Promise<void> {
  await store.transact(async (tx) => {
    const { groups } = tx.tables
    const [group] = await tx.db.select().from(groups).where(eq(groups.id, groupId))
    if (!group) throw new Error(`no group ${groupId}`)
    await tx.db
      .update(groups)
      .set({ ...more, status })
      .where(eq(groups.id, groupId))
    if (group.status !== status) await countGroup(tx, group, group.status, status)
  })
}
