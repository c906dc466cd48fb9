import { and, asc, eq, inArray, isNull, lte } from 'drizzle-orm'
import { officersAt } from '~/features/identity/grants.server'
import { notifyAll } from '~/features/notifications/notify.server'
import { addDays, localDate } from '~/platform/calendar'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import type { JobHandler } from '~/platform/jobs/worker'
import { formatDate } from '~/ui/format'
import { tellGroups } from './tell-invited.server'

/** Days before its date on which an open decision is brought to mind. */
const DAYS_BEFORE = 3
const BATCH = 200

/** The daily job that reminds the office, and the group that does it, of what is due soon; of each decision once. */
export const remindOfDecisions: JobHandler = async ({ store, clock, newId, config }) => {
  const now = clock()
  const until = addDays(localDate(now, 'WIB'), DAYS_BEFORE)
  for (let more = true; more; ) {
    more = await store.transact(
      async (tx) => {
        const { eventDecisions } = tx.tables
        const due = await tx.db
          .select()
          .from(eventDecisions)
          .where(
            and(
              eq(eventDecisions.state, 'ongoing'),
              lte(eventDecisions.dueOn, until),
              isNull(eventDecisions.remindedAt),
            ),
          )
          .orderBy(asc(eventDecisions.dueOn), asc(eventDecisions.id))
          .limit(BATCH)
        const taken = await takeUp(tx, due, now)
        for (const decision of taken) await remind(tx, { newId, config }, decision, now)
        return due.length === BATCH
      },
      { shows: 'nothing' },
    )
  }
}

type Decision = Tx['tables']['eventDecisions']['$inferSelect']

/** Marks them as reminded; those that another worker took are left to it. */
async function takeUp(
  { db, tables: { eventDecisions } }: Tx,
  due: Decision[],
  now: Instant,
): Promise<Decision[]> {
  if (due.length === 0) return []
  const taken = await db
    .update(eventDecisions)
    .set({ remindedAt: now })
    .where(
      and(
        inArray(
          eventDecisions.id,
          due.map(({ id }) => id),
        ),
        isNull(eventDecisions.remindedAt),
      ),
    )
    .returning({ id: eventDecisions.id })
  const ids = new Set(taken.map(({ id }) => id))
  return due.filter(({ id }) => ids.has(id))
}

async function remind(
  tx: Tx,
  services: Parameters<typeof tellGroups>[1],
  { eventId, officeCode, groupId, who, what, dueOn }: Decision,
  now: Instant,
): Promise<void> {
  const officers = await officersAt(tx, officeCode)
  const title = `Keputusan acara jatuh tempo ${formatDate(dueOn)}`
  await notifyAll(
    tx,
    officers.map((accountId) => ({
      accountId,
      title,
      body: `${what}\n\nDikerjakan oleh ${who}. Tandai selesai bila sudah, atau catat mengapa tidak dilanjutkan.`,
      href: `/dinas/acara/${eventId}#keputusan`,
    })),
    { newId: services.newId, now, publicUrl: services.config.publicUrl },
  )
  if (!groupId) return
  await tellGroups(tx, services, {
    eventId,
    groupIds: [groupId],
    title,
    body: `${what}\n\nBila sudah selesai, beri tahu penyelenggara.`,
    now,
  })
}
