import { and, eq, gt, inArray } from 'drizzle-orm'
import { officersOfOffices } from '~/features/identity/grants.server'
import { notifyAll } from '~/features/notifications/notify.server'
import { zoneOf } from '~/features/regions/local-words'
import { HOUR } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import type { JobHandler } from '~/platform/jobs/worker'
import { formatDay, formatNumber } from '~/ui/format'
import { TOO_LONG, waitingSince } from './waiting.queries.server'

/** The queue of an office with the oldest first. */
const HREF = '/dinas/kegiatan?status=submitted&urut=terlama'

/** A second run of the same day, after a process died, tells nobody twice. */
const ONCE_WITHIN = 20 * HOUR

/** The daily job that tells officers of a regency what has waited longer than a week for their confirmation. */
export const remindOfWaiting: JobHandler = async ({ store, clock, newId, config }) => {
  const now = clock()
  // Read before the transaction: what waits in the country may be much, and nobody has to wait for that.
  const late = await waitingSince({ db: store.read, tables: store.tables }, now - TOO_LONG)
  await store.transact(
    async (tx) => {
      const officers = await officersOfOffices(
        tx,
        late.map(({ code }) => code),
      )
      const told = await toldSince(tx, [...officers.values()].flat(), now - ONCE_WITHIN)
      const notes = late.flatMap(({ code, many, oldest }) =>
        (officers.get(code) ?? [])
          .filter((accountId) => !told.has(accountId))
          .map((accountId) => ({
            accountId,
            title: `${formatNumber(many)} kegiatan menunggu lebih dari seminggu`,
            body: `Yang paling lama menunggu dikirim ${formatDay(oldest ?? now, zoneOf(code))}. Konfirmasi, atau minta kelompok melengkapinya.`,
            href: HREF,
          })),
      )
      await notifyAll(tx, notes, { newId, now, publicUrl: config.publicUrl })
    },
    { shows: 'nothing' },
  )
}

async function toldSince(
  { db, tables: { notices } }: Tx,
  accountIds: string[],
  since: number,
): Promise<Set<string>> {
  const rows = await db
    .select({ accountId: notices.accountId })
    .from(notices)
    .where(and(inArray(notices.accountId, accountIds), gt(notices.createdAt, since), eq(notices.href, HREF)))
  return new Set(rows.map(({ accountId }) => accountId))
}
