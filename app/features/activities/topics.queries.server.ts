import { and, asc, gte, isNull, lte, or } from 'drizzle-orm'
import type { Database } from '~/platform/db/store'
import type { Tables } from '~/tables'

/** The topics to choose from on a local date, by name; "Lainnya" stands last. */
export async function topicsOn(
  { db, tables: { topics } }: { db: Database; tables: Tables },
  date: string,
): Promise<{ code: string; name: string }[]> {
  const rows = await db
    .select({ code: topics.code, name: topics.name })
    .from(topics)
    .where(and(lte(topics.validFrom, date), or(isNull(topics.validUntil), gte(topics.validUntil, date))))
    .orderBy(asc(topics.name))
  const isLast = ({ code }: { code: string }) => Number(code === 'lainnya')
  return rows.sort((a, b) => isLast(a) - isLast(b))
}

/** Every topic that an activity may carry, those that ended too, by name. */
export async function allTopics({
  db,
  tables: { topics },
}: {
  db: Database
  tables: Tables
}): Promise<{ code: string; name: string }[]> {
  return db.select({ code: topics.code, name: topics.name }).from(topics).orderBy(asc(topics.name))
}
