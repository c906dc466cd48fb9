import { type Clock, type Instant, MINUTE, SECOND } from '~/platform/clock'
import type { Store } from './store'

interface Kept {
  generation: number
  since: Instant
  answers: Map<string, Promise<unknown>>
}

const MOST_ANSWERS = 500
const keptOf = new WeakMap<Store, Kept>()

/**
 * Remembers what was read until something changes that a public page may show, and never longer than such a page is
 * kept (ADR 20). For what is asked with nearly every page and seldom changes: the names of regions, the rules of a place.
 * The answer is shared: whoever gets it must not change it.
 */
export function whileUnchanged<T>(
  { store, clock }: { store: Store; clock: Clock },
  key: string,
  read: () => Promise<T>,
): Promise<T> {
  const { answers } = currentOf(store, clock())
  const known = answers.get(key) as Promise<T> | undefined
  if (known) return known
  const answer = read()
  if (answers.size >= MOST_ANSWERS) answers.clear()
  answers.set(key, answer)
  answer.catch(() => answers.delete(key))
  return answer
}

function currentOf(store: Store, now: Instant): Kept {
  const kept = keptOf.get(store)
  const generation = store.shownChanges()
  const lifetime = store.dialect === 'sqlite' ? MINUTE : 2 * SECOND
  if (kept?.generation === generation && now >= kept.since && now < kept.since + lifetime) return kept
  const fresh = { generation, since: now, answers: new Map() }
  keptOf.set(store, fresh)
  return fresh
}
