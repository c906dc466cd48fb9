import { expect, test } from 'vitest'
import { addRow } from '~/features/mapping/add-row.server'
import { editRow, removeRow, restoreRow } from '~/features/mapping/edit-row.server'
import {
  EditRowForm,
  MappingId,
  MappingRowId,
  NewRowForm,
  rowsQuery,
} from '~/features/mapping/mapping.schema'
import { emptyVillagesScreen, mappingScreen } from '~/features/mapping/mapping-screen.queries.server'
import { mappingStates } from '~/features/mapping/mapping-states.queries.server'
import { mappingsScreen } from '~/features/mapping/mappings.queries.server'
import { mappingsQuery } from '~/features/mapping/mappings.schema'
import { rowScreen } from '~/features/mapping/row.queries.server'
import { rowsScreen } from '~/features/mapping/rows.queries.server'
import { startMapping } from '~/features/mapping/start-mapping.server'
import { anOfficerOf } from '../support/activities'
import { onEachEngine } from '../support/engines'
import { aGroup } from '../support/groups'
import { aCandidate, addCandidate, aPlannedMapping, aRunningMapping, livingNames } from '../support/mappings'
import { person } from '../support/people'

const query = (words: Record<string, string> = {}) => rowsQuery.parse(words)

onEachEngine('a mapping', (given) => {
  test('takes in every registered KIM when it starts and each one registered while it runs', async () => {
    const services = given()
    const officer = await anOfficerOf(services, '9404')
    await aGroup(services, { name: 'KIM Sebelum' }, '9404011003')
    const mappingId = await aPlannedMapping(services, officer, '9404')
    expect(await livingNames(services, mappingId)).toEqual([])
    await startMapping(services, { actor: officer, mappingId, version: 1 })
    expect(await livingNames(services, mappingId)).toEqual(['KIM Sebelum'])
    await aGroup(services, { name: 'KIM Sesudah' }, '9404011003')
    await aGroup(services, { name: 'KIM Lain' }, '3501012001')
    expect(await livingNames(services, mappingId)).toEqual(['KIM Sebelum', 'KIM Sesudah'])
    const screen = await mappingScreen(services, officer, mappingId)
    expect(screen.sum).toMatchObject({ rows: 2, classes: { kim: 2, a: 0, b: 0 }, villages: 152, empty: 151 })
  })

  test('is the only open one of its regency, however many plan it at once', async () => {
    const services = given()
    const officer = await anOfficerOf(services, '3502')
    const tries = await Promise.allSettled(
      Array.from({ length: 6 }, () => aPlannedMapping(services, officer, '3502')),
    )
    const refused = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))
    expect(refused).toEqual(Array(5).fill('mapping_open'))
    expect((await mappingStates(services, ['3502', '3503'])).get('3502')).toMatchObject({
      status: 'draft',
      rows: 0,
    })
    expect((await mappingsScreen(services, officer, mappingsQuery.parse({}))).startable).toEqual([])
  })

  test('is read by its regency, its province and the country, and written by its regency alone', async () => {
    const services = given()
    const { mappingId, rowId, actor } = await aRunningMapping(services, '3504022001')
    const others = {
      neighbour: await anOfficerOf(services, '3505'),
      otherProvince: await person(services, 'P', { role: 'province_officer', provinceCode: '94' }),
      province: await person(services, 'P', { role: 'province_officer', provinceCode: '35' }),
      nation: await person(services, 'N', { role: 'national_officer' }),
    }
    const reads = async (who: typeof actor) =>
      rowScreen(services, who, mappingId, rowId).then(
        ({ content }) => content.name,
        (error: { status: number }) => error.status,
      )
    expect(await reads(actor)).toBe('Karang Taruna Bina Muda')
    expect(await reads(others.neighbour)).toBe(404)
    expect(await reads(others.otherProvince)).toBe(404)
    expect(await reads(others.province)).toBe('Karang Taruna Bina Muda')
    expect(await reads(others.nation)).toBe('Karang Taruna Bina Muda')
    for (const who of Object.values(others)) {
      await expect(addCandidate(services, who, mappingId, '3504022001')).rejects.toMatchObject({
        status: 404,
      })
      const act = { actor: who, mappingId, rowId, version: 1 }
      await expect(removeRow(services, act)).rejects.toMatchObject({ status: 404 })
    }
  })

  test('stores a form that is sent many times at once exactly once', async () => {
    const services = given()
    const { mappingId, actor } = await aRunningMapping(services, '3506012001')
    const id = MappingRowId.parse(services.newId())
    const value = NewRowForm.parse({ id, ...aCandidate('3506012001', { name: 'Radio Warga' }) })
    await Promise.all(Array.from({ length: 5 }, () => addRow(services, { actor, mappingId, value })))
    expect(await livingNames(services, mappingId)).toEqual(['Karang Taruna Bina Muda', 'Radio Warga'])
    const other = NewRowForm.parse({ id, ...aCandidate('3506012001', { name: 'Radio Lain' }) })
    await expect(addRow(services, { actor, mappingId, value: other })).rejects.toMatchObject({
      code: 'mapping_row_used',
    })
  })

  test('refuses villages of other regencies, kinds that do not exist, and days that have not come', async () => {
    const services = given()
    const { mappingId, actor } = await aRunningMapping(services, '3507012001')
    const fails = (typed: Record<string, string>) =>
      expect(addCandidate(services, actor, mappingId, '3507012001', typed)).rejects
    await fails({ villageCode: '3501012001' }).toMatchObject({ code: 'village_outside' })
    await fails({ kindCode: 'tidak-ada' }).toMatchObject({ code: 'kind_not_in_force' })
    await fails({ surveyedOn: '2026-11-23' }).toMatchObject({ code: 'surveyed_ahead' })
    await fails({ contact: 'rumah pak RT' }).toMatchObject({ code: 'contact_invalid' })
    expect(await livingNames(services, mappingId)).toEqual(['Karang Taruna Bina Muda'])
  })

  test('counts what is edited, taken out and brought back, and lets nobody overwrite another', async () => {
    const services = given()
    const { mappingId, rowId, actor } = await aRunningMapping(services, '3508012001')
    const edit = (version: number, typed: Record<string, string>) =>
      editRow(services, {
        actor,
        mappingId,
        rowId,
        value: EditRowForm.parse({ intent: 'candidate', version, ...aCandidate('3508012001', typed) }),
      })
    await edit(1, { class: 'a', followUp: 'partner' })
    await expect(edit(1, { followUp: 'watch' })).rejects.toMatchObject({ code: 'changed_meanwhile' })
    const sum = async () => (await mappingScreen(services, actor, mappingId)).sum
    expect(await sum()).toMatchObject({
      rows: 1,
      classes: { a: 1, b: 0 },
      followUps: { partner: 1, form: 0 },
    })
    await removeRow(services, { actor, mappingId, rowId, version: 2 })
    expect(await sum()).toMatchObject({ rows: 0, classes: { a: 0 } })
    await expect(edit(3, {})).rejects.toMatchObject({ status: 404 })
    await restoreRow(services, { actor, mappingId, rowId, version: 3 })
    expect(await sum()).toMatchObject({ rows: 1, classes: { a: 1 } })
    expect((await mappingStates(services, ['3508'])).get('3508')).toMatchObject({
      status: 'running',
      rows: 1,
    })
  })

  test('lists its rows by village and name, page after page, none twice and none missing', async () => {
    const services = given()
    const { mappingId, actor } = await aRunningMapping(services, '3509012001')
    for (let at = 0; at < 60; at++) {
      await addCandidate(services, actor, mappingId, at % 2 ? '3509012001' : '3509022001', {
        name: `Kelompok ${at % 7} ${at}`,
        followUp: at % 3 ? 'form' : 'watch',
      })
    }
    const walk = async (words: Record<string, string>) => {
      const seen: string[] = []
      for (let setelah: string | undefined; ; ) {
        const { rows, next } = await rowsScreen(
          services,
          actor,
          mappingId,
          query({ ...words, ...(setelah && { setelah }) }),
        )
        seen.push(...rows.map(({ id }) => id))
        if (!next) return seen
        setelah = `${next.villageCode}~${next.id}~${next.nameKey}`
      }
    }
    const all = await walk({})
    expect(all.length).toBe(61)
    expect(new Set(all).size).toBe(61)
    expect((await walk({ kecamatan: '350902' })).length).toBe(30)
    expect((await walk({ tindak: 'watch' })).length).toBe(20)
    expect((await walk({ q: 'kelompok 3' })).length).toBeGreaterThan(5)
    const empty = await emptyVillagesScreen(services, actor, mappingId, '350902')
    expect(empty.districts[0]?.villages.some(({ code }) => code === '3509022001')).toBe(false)
  })

  test('an unknown mapping is not found', async () => {
    const services = given()
    const officer = await anOfficerOf(services, '9404')
    const id = MappingId.parse(services.newId())
    await expect(mappingScreen(services, officer, id)).rejects.toMatchObject({ status: 404 })
  })
})
