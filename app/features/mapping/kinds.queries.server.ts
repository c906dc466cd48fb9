import { and, asc, gte, isNull, lte, or } from 'drizzle-orm'
import type { Reading } from './find-mapping.server'

export interface Kind {
  code: string
  name: string
}

/** The kinds of communities to choose from on a local date, by name; "Lainnya" stands last. */
export async function kindsOn({ db, tables: { communityKinds } }: Reading, date: string): Promise<Kind[]> {
  const rows = await db
    .select({ code: communityKinds.code, name: communityKinds.name })
    .from(communityKinds)
    .where(
      and(
        lte(communityKinds.validFrom, date),
        or(isNull(communityKinds.validUntil), gte(communityKinds.validUntil, date)),
      ),
    )
    .orderBy(asc(communityKinds.name))
  const isLast = ({ code }: Kind) => Number(code === 'lainnya')
  return rows.sort((a, b) => isLast(a) - isLast(b))
}

/** Every kind that a row may carry, those that ended too, by code. */
export async function kindNames({ db, tables: { communityKinds } }: Reading): Promise<Map<string, string>> {
  const rows = await db
    .select({ code: communityKinds.code, name: communityKinds.name })
    .from(communityKinds)
    .orderBy(asc(communityKinds.name))
  return new Map(rows.map(({ code, name }) => [code, name]))
}
