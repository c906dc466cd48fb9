import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Actor } from '~/features/identity/actor'
import { duplicatesScreen } from '~/features/mapping/duplicates.queries.server'
import { editRow } from '~/features/mapping/edit-row.server'
import { insertRows } from '~/features/mapping/insert-rows.server'
import { EditRowForm, type MappingId, MergeForm, type RowCursor } from '~/features/mapping/mapping.schema'
import { mappingScreen } from '~/features/mapping/mapping-screen.queries.server'
import { keepApart, mergeRows, undoMerge } from '~/features/mapping/merge-rows.server'
import { searchKey } from '~/platform/text'
import { onEachEngine } from '../support/engines'
import { aGroup } from '../support/groups'
import { aCandidate, addCandidate, aRunningMapping } from '../support/mappings'
import type { TestServices } from '../support/services'

async function rowsOf(services: TestServices, mappingId: string) {
  const { mappingRows } = services.store.tables
  const rows = await services.store.read
    .select()
    .from(mappingRows)
    .where(eq(mappingRows.mappingId, mappingId))
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Rows as they are read: without what only counts changes. */
const readable = (rows: Awaited<ReturnType<typeof rowsOf>>) =>
  rows.map(({ version, updatedAt, ...row }) => row)

const merging = (keptId: string, mergedId: string, chosen: Record<string, string> = {}, versions = [1, 1]) =>
  MergeForm.parse({ keptId, keptVersion: versions[0], mergedId, mergedVersion: versions[1], ...chosen })

onEachEngine('two rows that are one community', (given) => {
  test('are found by their names, merged with chosen fields, and exactly what they were once undone', async () => {
    const services = given()
    const { actor, mappingId, rowId } = await aRunningMapping(services, '9404011003')
    const other = await addCandidate(services, actor, mappingId, '9404011003', {
      name: 'Karang Taruna "Bina Muda"',
      class: 'a',
      followUp: 'partner',
      gap: 'Belum ada komputer',
    })
    const { pairs } = await duplicatesScreen(services, actor, mappingId, undefined)
    expect(pairs.map(({ rows }) => rows.map(({ id }) => id).sort())).toEqual([[rowId, other].sort()])
    const before = readable(await rowsOf(services, mappingId))
    const value = merging(rowId, other, {
      'dari-gap': 'other',
      'dari-followUp': 'other',
      'dari-class': 'kept',
    })
    await mergeRows(services, { actor, mappingId, value })
    await mergeRows(services, { actor, mappingId, value })
    const { sum } = await mappingScreen(services, actor, mappingId)
    expect(sum).toMatchObject({ rows: 1, classes: { a: 0, b: 1 }, followUps: { partner: 1, form: 0 } })
    const { merges, pairs: left } = await duplicatesScreen(services, actor, mappingId, undefined)
    expect(left).toEqual([])
    const mergeId = merges[0]?.id ?? ''
    expect(await undoMerge(services, { actor, mappingId, mergeId })).toBe(true)
    expect(readable(await rowsOf(services, mappingId))).toEqual(before)
    expect((await mappingScreen(services, actor, mappingId)).sum).toMatchObject({
      rows: 2,
      classes: { a: 1, b: 1 },
    })
    await expect(undoMerge(services, { actor, mappingId, mergeId })).rejects.toMatchObject({ status: 404 })
  })

  test('stay as they were changed since, when a merge is undone later', async () => {
    const services = given()
    const { actor, mappingId, rowId } = await aRunningMapping(services, '3501012001')
    const other = await addCandidate(services, actor, mappingId, '3501012001', { name: 'KT Bina Muda' })
    await mergeRows(services, { actor, mappingId, value: merging(rowId, other) })
    const edited = aCandidate('3501012001', { name: 'Karang Taruna Bina Remaja' })
    const value = EditRowForm.parse({ intent: 'candidate', version: 2, ...edited })
    await editRow(services, { actor, mappingId, rowId, value })
    const { merges } = await duplicatesScreen(services, actor, mappingId, undefined)
    expect(await undoMerge(services, { actor, mappingId, mergeId: merges[0]?.id ?? '' })).toBe(false)
    const names = (await rowsOf(services, mappingId))
      .filter(({ state }) => state === 'live')
      .map(({ name }) => name)
    expect(names.sort()).toEqual(['KT Bina Muda', 'Karang Taruna Bina Remaja'])
  })

  test('are told apart for good, and a KIM is never merged away', async () => {
    const services = given()
    const { actor, mappingId, rowId } = await aRunningMapping(services, '3502012001')
    await aGroup(services, { name: 'KIM Bina Muda' }, '3502012001')
    const kim = (await rowsOf(services, mappingId)).find((row) => row.class === 'kim')?.id ?? ''
    await expect(mergeRows(services, { actor, mappingId, value: merging(rowId, kim) })).rejects.toMatchObject(
      { code: 'merge_refused' },
    )
    const other = await addCandidate(services, actor, mappingId, '3502012001', {
      name: 'Karang Taruna Bina Mudah',
    })
    await keepApart(services, { actor, mappingId, rowIds: [other, rowId] })
    const { pairs } = await duplicatesScreen(services, actor, mappingId, undefined)
    const sets = pairs.map(({ rows }) =>
      rows
        .map(({ id }) => id)
        .sort()
        .join(),
    )
    expect(sets).not.toContain([other, rowId].sort().join())
    // Nobody forms a KIM where one is, even when that was proposed of the candidate.
    const candidate = (await rowsOf(services, mappingId)).find(({ id }) => id === rowId)
    expect(candidate?.followUp).toBe('form')
    await mergeRows(services, {
      actor,
      mappingId,
      value: merging(kim, rowId, { 'dari-followUp': 'other', 'dari-gap': 'other' }),
    })
    const merged = (await rowsOf(services, mappingId)).find(({ id }) => id === kim)
    expect(merged).toMatchObject({ followUp: 'none', gap: candidate?.gap })
  })

  test('are merged by one of many who try at once', async () => {
    const services = given()
    const { actor, mappingId, rowId } = await aRunningMapping(services, '3503012001')
    const other = await addCandidate(services, actor, mappingId, '3503012001', { name: 'KT Bina Muda' })
    const both = [merging(rowId, other), merging(other, rowId)]
    const tries = await Promise.allSettled(
      both.map((value) => mergeRows(services, { actor, mappingId, value })),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled').length).toBe(1)
    expect((await mappingScreen(services, actor, mappingId)).sum.rows).toBe(1)
  })

  test('are found where a page of rows ends between them', async () => {
    const services = given()
    const mapping = await aRunningMapping(services, '3505012001')
    await addMany(services, mapping, '3505012001', unlike(1998), 'kim')
    await addMany(services, mapping, '3505012002', ['Melati Putih', 'Putih Melati'], 'b')
    const pages = await allPages(services, mapping)
    expect(pages.flat()).toEqual(['Melati Putih = Putih Melati'])
  })

  test('are found in a village of hundreds, part by part, each pair once', async () => {
    const services = given()
    const mapping = await aRunningMapping(services, '3506012001')
    await addMany(services, mapping, '3506012001', [...unlike(600), 'Melati Putih', 'Putih Melati'], 'b')
    const pages = await allPages(services, mapping)
    expect(pages.length).toBeGreaterThan(2)
    expect(pages.flat()).toEqual(['Melati Putih = Putih Melati'])
  })
})

/** Names of which none is like another. */
function unlike(count: number): string[] {
  return Array.from({ length: count }, (_, at) => (Math.imul(at + 1, 2654435761) >>> 0).toString(36))
}

/** Rows like the mapping's first one, with other names. */
async function addMany(
  services: TestServices,
  { rowId }: { rowId: string },
  villageCode: string,
  names: string[],
  rowClass: 'kim' | 'b',
) {
  const { mappingRows } = services.store.tables
  const [like] = await services.store.read.select().from(mappingRows).where(eq(mappingRows.id, rowId))
  if (!like) throw new Error('no row to copy')
  const rows = names.map((name) => {
    const own = { id: services.newId(), name, nameKey: searchKey(name) }
    return { ...like, ...own, class: rowClass, villageCode }
  })
  await services.store.transact((tx) => insertRows(tx, rows))
}

/** The names of the pairs on each page, from the first page to the last. */
async function allPages(
  services: TestServices,
  { actor, mappingId }: { actor: Actor; mappingId: MappingId },
) {
  const pages: string[][] = []
  for (let after: RowCursor | undefined; ; ) {
    const { pairs, next } = await duplicatesScreen(services, actor, mappingId, after)
    pages.push(pairs.map(({ rows }) => rows.map(({ name }) => name).join(' = ')))
    if (!next) return pages
    after = next
  }
}
