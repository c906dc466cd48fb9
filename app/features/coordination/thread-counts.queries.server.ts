import { and, count, inArray, sql } from 'drizzle-orm'
import type { Actor } from '~/features/identity/actor'
import { prepared } from '~/platform/db/prepared'
import type { Services } from '~/platform/services'
import type { Side } from './coordination.state'
import { dueDay, officesOf } from './offices'

export interface ThreadCounts {
  open: number
  /** Of the open ones, those whose day has passed. */
  overdue: number
  answered: number
}

/** How many threads of the actor's offices are not closed, by the end that they hold. */
export async function countThreads(services: Services, actor: Actor): Promise<Record<Side, ThreadCounts>> {
  const codes = officesOf(actor, 'coordination.read')
  const today = dueDay(services.clock())
  const { read, tables } = services.store
  const { coordinationThreads: threads } = tables
  const ofEnd = async (side: Side): Promise<ThreadCounts> => {
    if (codes.length === 0) return { open: 0, overdue: 0, answered: 0 }
    const counting = prepared(read, `threads ${side} ${codes}`, () =>
      read
        .select({
          status: threads.status,
          many: count(),
          passed: sql<number>`sum(case when ${threads.dueOn} < ${sql.placeholder('today')} then 1 else 0 end)`,
        })
        .from(threads)
        .where(
          and(
            inArray(side === 'sender' ? threads.senderCode : threads.recipientCode, codes),
            inArray(threads.status, ['open', 'answered']),
          ),
        )
        .groupBy(threads.status),
    )
    const rows = await counting.execute({ today })
    const of = (status: string) => rows.find((row) => row.status === status)
    return {
      open: Number(of('open')?.many ?? 0),
      overdue: Number(of('open')?.passed ?? 0),
      answered: Number(of('answered')?.many ?? 0),
    }
  }
  const [sender, recipient] = await Promise.all([ofEnd('sender'), ofEnd('recipient')])
  return { sender, recipient }
}
