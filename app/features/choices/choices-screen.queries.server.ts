import { asc } from 'drizzle-orm'
import { localDate } from '~/platform/calendar'
import type { Services } from '~/platform/services'
import { choicesOn } from './choices.queries.server'
import { type ChoiceList, choiceLists } from './choices.schema'

const order = ['now', 'planned', 'past'] as const

/** A list with the days of each choice, those in force first. */
export async function choicesScreen({ store, clock }: Services, list: ChoiceList) {
  const today = localDate(clock(), 'WIB')
  const table = store.tables[list]
  const rows = await store.read.select().from(table).orderBy(asc(table.name), asc(table.code))
  const choices = rows.map((choice) => ({ ...choice, state: stateOf(choice, today) }))
  return {
    list,
    today,
    choices: choices.sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state)),
  }
}
export type ChoicesScreen = Awaited<ReturnType<typeof choicesScreen>>

function stateOf(
  { validFrom, validUntil }: { validFrom: string; validUntil: string | null },
  today: string,
): (typeof order)[number] {
  if (validFrom > today) return 'planned'
  return validUntil !== null && validUntil < today ? 'past' : 'now'
}

/** Each list with how many can be chosen from today. */
export async function choiceCounts({ store, clock }: Services): Promise<{ list: ChoiceList; now: number }[]> {
  const reading = { db: store.read, tables: store.tables }
  const today = localDate(clock(), 'WIB')
  return Promise.all(
    choiceLists.map(async (list) => ({ list, now: (await choicesOn(reading, list, today)).length })),
  )
}
