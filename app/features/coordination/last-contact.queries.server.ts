import { and, eq, inArray, max } from 'drizzle-orm'
import type { Instant } from '~/platform/clock'
import type { Database } from '~/platform/db/store'
import type { Tables } from '~/tables'

/** When either end last wrote in a thread between an office and those it leads, by their codes, from an index alone. */
export async function lastContacts(
  { db, tables: { coordinationThreads } }: { db: Database; tables: Tables },
  senderCode: string,
  recipientCodes: string[],
): Promise<Map<string, Instant>> {
  const rows = await db
    .select({ code: coordinationThreads.recipientCode, at: max(coordinationThreads.lastAt) })
    .from(coordinationThreads)
    .where(
      and(
        eq(coordinationThreads.senderCode, senderCode),
        inArray(coordinationThreads.recipientCode, recipientCodes),
      ),
    )
    .groupBy(coordinationThreads.recipientCode)
  return new Map(rows.flatMap(({ code, at }) => (at === null ? [] : [[code, Number(at)]])))
}
