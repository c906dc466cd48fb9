import { and, between, count, eq, inArray, like, type SQL, sql } from 'drizzle-orm'
import type { Services } from '~/platform/services'
import { searchKey } from '~/platform/text'

const LONGEST_QUERY = 100
const MOST_WORDS = 8
/** SQLite's index knows parts of three characters and more. */
const SHORTEST_PART = 3
/** Of names found more often than this, a page is sooner found by reading names in their order. */
const RARE = 1000

/** Which groups a text means. */
export interface NameSearch {
  where: SQL | undefined
  /** How many they are in the whole country, when the index tells it by the way. */
  total?: number
}

/**
 * The groups that a typed text means: with every word somewhere in the name, or with a number that begins so.
 * The cost follows what is found, not how many groups there are (ADR 31).
 *
 * @param options.shortestNumber how many digits at least are taken for a number
 */
export async function searchNames(
  services: Services,
  text: string,
  { shortestNumber }: { shortestNumber: number },
): Promise<NameSearch> {
  const { groups } = services.store.tables
  if (text.trim() === '') return { where: undefined }
  const key = searchKey(text.slice(0, LONGEST_QUERY))
  const digits = key.replaceAll(' ', '')
  if (digits === '') return { where: eq(groups.id, '') }
  if (/^\d{1,12}$/.test(digits) && digits.length >= shortestNumber) {
    return { where: between(groups.number, digits.padEnd(12, '0'), digits.padEnd(12, '9')) }
  }
  return wordsIn(services, key.split(' ').slice(0, MOST_WORDS))
}

/** PostgreSQL uses its index for the patterns themselves; SQLite's is asked first. Keys hold no `%`, `_` or `"`. */
async function wordsIn({ store }: Services, words: string[]): Promise<NameSearch> {
  const { groups } = store.tables
  const spelt = and(...words.map((word) => like(groups.nameKey, `%${word}%`)))
  const indexed = words.filter((word) => [...word].length >= SHORTEST_PART)
  if (store.dialect === 'postgres' || indexed.length === 0) return { where: spelt }
  const matches = sql`group_names match ${indexed.map((word) => `"${word}"`).join(' ')}`
  const [row] = await store.read.select({ total: count() }).from(sql`group_names`).where(matches)
  const total = row?.total ?? 0
  const found = store.read.select({ id: sql`group_id` }).from(sql`group_names`).where(matches)
  return {
    where: total > RARE ? spelt : and(inArray(groups.id, found), spelt),
    total: indexed.length === words.length ? total : undefined,
  }
}

/**
 * The ids of the groups with a word of a search key in their name. Undefined when they are more than a thousand or the
 * word is too short for the index: where rows of groups are looked through, each one's name is sooner read.
 */
export async function groupsNamed(
  { store }: Pick<Services, 'store'>,
  word: string,
): Promise<string[] | undefined> {
  const { groups } = store.tables
  if ([...word].length < SHORTEST_PART) return undefined
  const named =
    store.dialect === 'postgres'
      ? store.read
          .select({ id: groups.id })
          .from(groups)
          .where(like(groups.nameKey, `%${word}%`))
      : store.read
          .select({ id: sql<string>`group_id` })
          .from(sql`group_names`)
          .where(sql`group_names match ${`"${word}"`}`)
  const found = await named.limit(RARE + 1)
  return found.length > RARE ? undefined : found.map(({ id }) => id)
}
