import { eq, inArray } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ActivityId } from '~/features/activities/activities.schema'
import { officeActivitiesScreen } from '~/features/activities/office-activities.queries.server'
import { officeActivitiesQuery } from '~/features/activities/office-activities.schema'
import { postActivity } from '~/features/activities/post-activity.server'
import { searchDirectory } from '~/features/groups/directory.queries.server'
import { localDate } from '~/platform/calendar'
import { newId } from '~/platform/ids'
import { searchKey } from '~/platform/text'
import { aMemberOf, anActivity, anOfficerOf } from '../support/activities'
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

  test('activities are found by words of their title and of the name of their group, however common or short', async () => {
    const services = given()
    const ids = await groupsNamed(
      services,
      Array.from({ length: 1200 }, (_, at) => `KIM Serumpun ${at}`),
    )
    const villageCode = '9404011003'
    const report = async (name: string, title: string) => {
      const group = await aGroup(services, { name }, villageCode)
      const actor = await aMemberOf(services, group.id)
      const id = ActivityId.parse(services.newId())
      const content = anActivity(villageCode, { title, localDate: localDate(services.now, 'WIT') })
      await postActivity(services, { actor, requestId: 'uji', id, groupId: group.id, content })
      return id
    }
    const inName = await report('KIM Serumpun Xyloba', 'Kerja bakti')
    const inTitle = await report('KIM Lain', 'Panen serumpun padi xyloba')
    const inBoth = await report('KIM Serumpun Dua', 'Xyloba berbunga')
    const officer = await anOfficerOf(services, '9404')
    for (const [q, expected] of [
      ['xyloba', [inName, inTitle, inBoth]],
      ['serumpun', [inName, inTitle, inBoth]],
      ['XYLOBA serumpun', [inName, inTitle, inBoth]],
      ['xy', [inName, inTitle, inBoth]],
      ['xyloba bakti', [inName]],
      ['serumpun panen', [inTitle]],
      ['lain xyloba', [inTitle]],
      ['xyloba tidakada', []],
    ] as const) {
      const { rows } = await officeActivitiesScreen(services, officer, officeActivitiesQuery.parse({ q }))
      expect(new Set(rows.map(({ id }) => id)), q).toEqual(new Set(expected))
    }
    await remove(services, ids)
  })
})
