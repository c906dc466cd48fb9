import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { duplicatesScreen } from '~/features/mapping/duplicates.queries.server'
import { editRow } from '~/features/mapping/edit-row.server'
import { EditRowForm, MergeForm } from '~/features/mapping/mapping.schema'
import { mappingScreen } from '~/features/mapping/mapping-screen.queries.server'
import { keepApart, mergeRows, undoMerge } from '~/features/mapping/merge-rows.server'
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
    const { pairs } = await duplicatesScreen(services, actor, mappingId, '')
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
    const { merges, pairs: left } = await duplicatesScreen(services, actor, mappingId, '')
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
    const { merges } = await duplicatesScreen(services, actor, mappingId, '')
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
    const { pairs } = await duplicatesScreen(services, actor, mappingId, '')
    const sets = pairs.map(({ rows }) =>
      rows
        .map(({ id }) => id)
        .sort()
        .join(),
    )
    expect(sets).not.toContain([other, rowId].sort().join())
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
})
