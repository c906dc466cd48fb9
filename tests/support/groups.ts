import { type NewGroup, registerGroup } from '~/features/groups/register-group.server'
import { localDate } from '~/platform/calendar'
import type { Tx } from '~/platform/db/store'
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
