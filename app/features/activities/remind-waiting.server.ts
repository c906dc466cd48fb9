import { and, count, eq, gt, lte, min } from 'drizzle-orm'
import { officersOfOffices } from '~/features/identity/grants.server'
import { notifyAll } from '~/features/notifications/notify.server'
import { addDays, localDate } from '~/platform/calendar'
import { HOUR } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import type { JobHandler } from '~/platform/jobs/worker'
import { formatDate, formatNumber } from '~/ui/format'
import { LATE_DAYS } from './waiting.queries.server'

/** The queue of an office with the oldest first. */
const HREF = '/dinas/kegiatan?status=submitted&urut=terlama'

/** A second run of the same day, after a process died, tells nobody twice. */
const ONCE_WITHIN = 20 * HOUR

/** The daily job that tells officers of a regency what has waited longer than a week for their confirmation. */
export const remindOfWaiting: JobHandler = async ({ store, clock, newId, config }) => {
  const now = clock()
  const before = addDays(localDate(now, 'WIB'), -LATE_DAYS)
  await store.transact(
    async (tx) => {
      const late = await lateByRegency(tx, before)
      const officers = await officersOfOffices(
        tx,
        late.map(({ code }) => code),
      )
      const told = await toldSince(tx, now - ONCE_WITHIN)
      const notes = late.flatMap(({ code, many, oldest }) =>
        (officers.get(code) ?? [])
          .filter((accountId) => !told.has(accountId))
          .map((accountId) => ({
            accountId,
            title: `${formatNumber(many)} kegiatan menunggu lebih dari seminggu`,
            body: `Yang tertua berlangsung ${formatDate(oldest ?? before)}. Konfirmasi, atau minta kelompok melengkapinya.`,
            href: HREF,
          })),
      )
      await notifyAll(tx, notes, { newId, now, publicUrl: config.publicUrl })
    },
    { shows: 'nothing' },
  )
}

async function lateByRegency({ db, tables: { activities } }: Tx, before: string) {
  const { regencyCode, status, localDate: date } = activities
  const rows = await db
    .select({ code: regencyCode, many: count(), oldest: min(date) })
    .from(activities)
    .where(and(eq(status, 'submitted'), lte(date, addDays(before, -1))))
    .groupBy(regencyCode)
  return rows.map((row) => ({ ...row, many: Number(row.many) }))
}

async function toldSince({ db, tables: { notices } }: Tx, since: number): Promise<Set<string>> {
  const rows = await db
    .select({ accountId: notices.accountId })
    .from(notices)
    .where(and(eq(notices.href, HREF), gt(notices.createdAt, since)))
  return new Set(rows.map(({ accountId }) => accountId))
}
