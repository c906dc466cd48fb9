import { asc } from 'drizzle-orm'
import { localDate } from '~/platform/calendar'
import type { Services } from '~/platform/services'

/** Every topic with its days, those in force first. */
export async function adminTopicsScreen({ store, clock }: Services) {
  const today = localDate(clock(), 'WIB')
  const rows = await store.read
    .select()
    .from(store.tables.topics)
    .orderBy(asc(store.tables.topics.name), asc(store.tables.topics.code))
  const topics = rows.map((topic) => ({ ...topic, state: stateOf(topic, today) }))
  const order = ['now', 'planned', 'past']
  return {
    today,
    topics: topics.sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state)),
  }
}
export type AdminTopic = Awaited<ReturnType<typeof adminTopicsScreen>>['topics'][number]

function stateOf(
  { validFrom, validUntil }: { validFrom: string; validUntil: string | null },
  today: string,
): 'now' | 'planned' | 'past' {
  if (validFrom > today) return 'planned'
  return validUntil !== null && validUntil < today ? 'past' : 'now'
}
