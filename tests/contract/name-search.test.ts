import { eq, inArray } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { searchDirectory } from '~/features/groups/directory.queries.server'
import { newId } from '~/platform/ids'
import { searchKey } from '~/platform/text'
import { onEachEngine } from '../support/engines'
import { aGroup } from '../support/groups'
import type { TestServices } from '../support/services'

/** Further groups like one that is registered, but for their names and numbers. */
async function groupsNamed(services: TestServices, names: string[]): Promise<string[]> {
  const { id } = await aGroup(services, { name: 'KIM Pertama' }, '3501012001')
  return await services.store.transact(async ({ db, tables: { groups } }) => {
    const [first] = await db.select().from(groups).where(eq(groups.id, id))
    if (!first) throw new Error('the group is not stored')
    const rows = names.map((name, at) => ({
      ...first,
      id: newId(),
      number: String(900_000_000_000 + at),
      name,
      nameKey: searchKey(name),
    }))
    for (let from = 0; from < rows.length; from += 100) {
      await db.insert(groups).values(rows.slice(from, from + 100))
    }
    return rows.map((row) => row.id)
  })
}

/** Their counts were never kept: what holds after the tests must not miss them. */
async function remove({ store }: TestServices, ids: string[]): Promise<void> {
  await store.transact(async ({ db, tables: { groups } }) => {
    await db.delete(groups).where(inArray(groups.id, ids))
  })
}

async function found(services: TestServices, text: string) {
  const { rows, total } = await searchDirectory(services, { text, page: 1, pageSize: 5000 })
  expect(total).toBe(rows.length)
  return rows.map(({ name }) => name)
}

onEachEngine('searching names', (given) => {
  const syllable = fc.constantFrom('ma', 'ju', 'sa', 'ri', 'é', 'Ñu', 'k', '7')
  const word = fc.array(syllable, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''))
  const words = fc.array(word, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '))

  test('finds what a look at every name finds, for parts of any length, also of names that were changed', async () => {
    const services = given()
    const names = fc.sample(words, { seed: 31, numRuns: 300 }).map((name) => `KIM ${name}`)
    const ids = await groupsNamed(services, names)
    const changed = names.map((name, at) => (at % 10 === 0 ? `Gugus ${name}` : name))
    await services.store.transact(async ({ db, tables: { groups } }) => {
      for (let at = 0; at < ids.length; at += 10) {
        const name = changed[at] ?? ''
        await db
          .update(groups)
          .set({ name, nameKey: searchKey(name) })
          .where(eq(groups.id, ids[at] ?? ''))
      }
    })
    await fc.assert(
      fc.asyncProperty(fc.oneof(words, fc.constantFrom('kim', 'gugus', 'gus', 'us', 'g')), async (asked) => {
        const parts = searchKey(asked).split(' ')
        fc.pre(!/^\d{6,}$/.test(parts.join('')))
        const expected = [...changed, 'KIM Pertama'].filter((name) =>
          parts.every((part) => searchKey(name).includes(part)),
        )
        expect((await found(services, asked)).sort()).toEqual(expected.sort())
      }),
      { numRuns: 150 },
    )
    await remove(services, ids)
    expect(await found(services, 'gugus')).toEqual([])
  })

  test('a name found more than a thousand times is counted and shown in the order of names', async () => {
    const services = given()
    const names = Array.from({ length: 1200 }, (_, at) => `KIM Serupa ${String(at).padStart(4, '0')}`)
    const ids = await groupsNamed(services, names)
    expect(await found(services, 'serupa')).toEqual(names)
    expect(await found(services, 'serupa 07')).toEqual(names.filter((name) => name.includes('07')))
    const { rows, total } = await searchDirectory(services, { text: 'serupa kim', regionCode: '35', page: 3 })
    expect(total).toBe(1200)
    expect(rows.map(({ name }) => name)).toEqual(names.slice(50, 75))
    await remove(services, ids)
  })
})
