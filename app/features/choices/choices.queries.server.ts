import { and, asc, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import type { Database } from '~/platform/db/store'
import type { Tables } from '~/tables'
import type { Choice, ChoiceList } from './choices.schema'

interface Reading {
  db: Database
  tables: Tables
}

/**
 * What a form offers on a local date, by name; "Lainnya" stands last.
 * @param kept codes that the form's record carries already: they are offered even if they ended
 */
export async function choicesOn(
  { db, tables }: Reading,
  list: ChoiceList,
  date: string,
  kept: string[] = [],
): Promise<Choice[]> {
  const { code, name, validFrom, validUntil } = tables[list]
  const inForce = and(lte(validFrom, date), or(isNull(validUntil), gte(validUntil, date)))
  const rows = await db
    .select({ code, name })
    .from(tables[list])
    .where(or(inForce, inArray(code, kept)))
    .orderBy(asc(name))
  return lastOneLast(rows)
}

/** Every choice that a record may carry, those that ended too, by name; "Lainnya" stands last. */
export async function allChoices({ db, tables }: Reading, list: ChoiceList): Promise<Choice[]> {
  const { code, name } = tables[list]
  return lastOneLast(await db.select({ code, name }).from(tables[list]).orderBy(asc(name)))
}

/** The name of every choice by its code. */
export async function choiceNames(reading: Reading, list: ChoiceList): Promise<Map<string, string>> {
  return new Map((await allChoices(reading, list)).map(({ code, name }) => [code, name]))
}

function lastOneLast(rows: Choice[]): Choice[] {
  const isLast = ({ code }: Choice) => Number(code === 'lainnya')
  return rows.sort((a, b) => isLast(a) - isLast(b))
}
