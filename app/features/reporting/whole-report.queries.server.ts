import { asc, eq, inArray } from 'drizzle-orm'
import type { Tables } from '~/tables'
import type { ReportNumbers } from './reporting-kinds'
import type { Reading } from './reporting-rules.queries.server'

/** Everything that was ever sent as a report, and what was said about it, oldest first. It checks no access. */
export async function historyOf({ db, tables }: Reading, reportId: string) {
  const { reportEditions, reportEvents, accounts } = tables
  const [editions, events] = await Promise.all([
    db
      .select({ edition: reportEditions, by: accounts.name })
      .from(reportEditions)
      .innerJoin(accounts, eq(accounts.id, reportEditions.sentBy))
      .where(eq(reportEditions.reportId, reportId))
      .orderBy(asc(reportEditions.edition)),
    db
      .select({
        id: reportEvents.id,
        kind: reportEvents.kind,
        comment: reportEvents.comment,
        by: accounts.name,
        byOffice: reportEvents.byOffice,
        at: reportEvents.at,
      })
      .from(reportEvents)
      .innerJoin(accounts, eq(accounts.id, reportEvents.byAccount))
      .where(eq(reportEvents.reportId, reportId))
      .orderBy(asc(reportEvents.at), asc(reportEvents.id)),
  ])
  return { editions: editions.map(({ edition, by }) => ({ ...edition, by })), events }
}

export type ReportEdition = Awaited<ReturnType<typeof historyOf>>['editions'][number]

/** The names of the topics in numbers, by code. */
export async function topicNames(
  { db, tables: { topics } }: Reading,
  numbers: (ReportNumbers | null)[],
): Promise<Record<string, string>> {
  const codes = [...new Set(numbers.flatMap((one) => Object.keys(one?.topics ?? {})))]
  const rows = codes.length > 0 ? await db.select().from(topics).where(inArray(topics.code, codes)) : []
  return Object.fromEntries(rows.map(({ code, name }) => [code, name]))
}

/** What a report says beside its numbers. */
export function contentOf({
  obstacles,
  plans,
  received,
  spent,
  fundSource,
}: Pick<Tables['reports']['$inferSelect'], 'obstacles' | 'plans' | 'received' | 'spent' | 'fundSource'>) {
  return { obstacles, plans, received, spent, fundSource }
}
