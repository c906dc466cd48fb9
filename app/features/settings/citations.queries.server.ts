import { and, desc, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import type { Database } from '~/platform/db/store'
import type { Tables } from '~/tables'

/**
 * What is cited on a day: the rules of the country and of the regions above a place, newest first.
 * @param date local date, yyyy-mm-dd
 */
export async function citationsOn(
  { db, tables: { legalBases } }: { db: Database; tables: Tables },
  regionCodes: string[],
  date: string,
): Promise<string[]> {
  const bases = await db
    .select({ citation: legalBases.citation })
    .from(legalBases)
    .where(
      and(
        inArray(legalBases.regionCode, ['', ...regionCodes]),
        lte(legalBases.validFrom, date),
        or(isNull(legalBases.validUntil), gte(legalBases.validUntil, date)),
      ),
    )
    .orderBy(desc(legalBases.validFrom))
  return bases.map(({ citation }) => citation)
}
