import { officersOfOffices } from '~/features/identity/grants.server'
import { type Notification, notifyAll } from '~/features/notifications/notify.server'
import type { Instant } from '~/platform/clock'
import type { Changing, Tx } from '~/platform/db/store'
import type { Services } from '~/platform/services'

interface Telling {
  services: Pick<Services, 'newId' | 'config'>
  now: Instant
  /** Who writes: nobody is told of what they did themselves. */
  authorId: string
}

/** Tells all officers of offices something, each office its own words. */
export async function tellOffices(
  tx: Tx,
  { services: { newId, config }, now, authorId }: Telling,
  notes: ({ officeCode: string } & Omit<Notification, 'accountId'>)[],
): Promise<void> {
  const officers = await officersOfOffices(
    tx,
    notes.map(({ officeCode }) => officeCode),
  )
  const letters = notes.flatMap(({ officeCode, ...note }) =>
    (officers.get(officeCode) ?? [])
      .filter((accountId) => accountId !== authorId)
      .map((accountId) => ({ accountId, ...note })),
  )
  await notifyAll(tx, letters, { newId, now, publicUrl: config.publicUrl })
}

/** No public page shows anything of what offices write to each other. */
export const unseen: Changing = { shows: 'nothing' }
