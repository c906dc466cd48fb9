import { and, asc, gte, isNull, lte, or } from 'drizzle-orm'
import type { Reading } from './find-partner.server'

export interface Kind {
  code: string
  name: string
}

/** The kinds of partners to choose from on a local date, by name; "Lainnya" stands last. */
export async function partnerKindsOn(
  { db, tables: { partnerKinds } }: Reading,
  date: string,
): Promise<Kind[]> {
  return sorted(
    await db
      .select({ code: partnerKinds.code, name: partnerKinds.name })
      .from(partnerKinds)
      .where(
        and(
          lte(partnerKinds.validFrom, date),
          or(isNull(partnerKinds.validUntil), gte(partnerKinds.validUntil, date)),
        ),
      )
      .orderBy(asc(partnerKinds.name)),
  )
}

/** Every kind that a partner may carry, those that ended too. */
export async function allPartnerKinds({ db, tables: { partnerKinds } }: Reading): Promise<Kind[]> {
  return sorted(
    await db
      .select({ code: partnerKinds.code, name: partnerKinds.name })
      .from(partnerKinds)
      .orderBy(asc(partnerKinds.name)),
  )
}

function sorted(kinds: Kind[]): Kind[] {
  const isLast = ({ code }: Kind) => Number(code === 'lainnya')
  return kinds.sort((a, b) => isLast(a) - isLast(b))
}
