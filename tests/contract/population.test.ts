import { expect, it } from 'vitest'
import { applyPopulation, discardPopulation } from '~/features/population/decide-population.server'
import { populationImportScreen, populationOf } from '~/features/population/population.queries.server'
import { anOfficerOf } from '../support/activities'
import { onEachEngine } from '../support/engines'
import { outcomes } from '../support/identity'
import { person } from '../support/people'
import { uploadFigureFile, uploadFigures } from '../support/population'
import type { TestServices } from '../support/services'
import { aWorkbook, computing, merging, SHEET } from '../support/workbook'

function figuresOf({ store }: TestServices, codes: string[], year = 2026) {
  return populationOf({ db: store.read, tables: store.tables }, codes, year)
}

onEachEngine('population figures', (given) => {
  it('hold only once a file without a mistake is accepted, and the newest year up to the asked one counts', async () => {
    const services = given()
    const officer = await anOfficerOf(services, '9404')
    const importId = await uploadFigures(services, officer, ['94.04;456.333;319.580', '940401;1000;600'])
    expect(await figuresOf(services, ['9404', '940401'])).toEqual(new Map())
    const act = { actor: officer, requestId: 'r', importId, version: 1 }
    expect(await applyPopulation(services, act)).toBe(2)
    const figure = { year: 2026, total: 456_333, target: 319_580, source: 'Dukcapil Semester I 2026' }
    expect((await figuresOf(services, ['9404'])).get('9404')).toEqual(figure)
    expect((await figuresOf(services, ['9404'], 2027)).get('9404')).toEqual(figure)
    expect(await figuresOf(services, ['9404'], 2025)).toEqual(new Map())
    await expect(applyPopulation(services, { ...act, version: 2 })).rejects.toMatchObject({
      code: 'population_finished',
    })
  })

  it('with a mistake are told by row and column and never hold', async () => {
    const services = given()
    const officer = await anOfficerOf(services, '3501')
    const importId = await uploadFigures(services, officer, [
      "3501;=cmd|' /C calc'!A0;10",
      '9404;100;60',
      '3501;600;400',
    ])
    const screen = await populationImportScreen(services, officer, importId)
    expect(screen.problems.map(({ row, column }) => `${column}${row}`)).toEqual(['B2', 'A3', 'A4'])
    const act = { actor: officer, requestId: 'r', importId, version: 1 }
    await expect(applyPopulation(services, act)).rejects.toMatchObject({ code: 'population_finished' })
    expect(await figuresOf(services, ['3501'])).toEqual(new Map())
    await discardPopulation(services, act)
  })

  it('of a workbook with merged cells and formulas never hold, and each cell is told with its sheet', async () => {
    const services = given()
    const officer = await anOfficerOf(services, '9404')
    const rows = [
      ['Penduduk 2026', '', '', ''],
      ['Kode', 'Nama', 'Jumlah penduduk', 'Usia 16-64'],
      ['9404', 'Mimika', 456_333, 319_580],
      ['940401', 'Mimika Baru', 1000, 600],
    ]
    const workbook = await aWorkbook(rows, {
      [SHEET]: (xml) => merging('A1:D1', 'B3:B4', 'C4:D4')(computing('C3', '<f>SUM(C4:C9)</f>')(xml)),
    })
    const importId = await uploadFigureFile(services, officer, new File([workbook], 'penduduk.xlsx'))
    const screen = await populationImportScreen(services, officer, importId)
    expect(screen.sheet).toBe('Daftar KIM')
    expect(screen.problems).toEqual([
      { row: 3, column: 'C', message: expect.stringContaining('rumus') },
      { row: 4, column: 'C', message: expect.stringContaining('Sel C4:D4 digabung') },
    ])
    const act = { actor: officer, requestId: 'r', importId, version: 1 }
    await expect(applyPopulation(services, act)).rejects.toMatchObject({ code: 'population_finished' })
    expect(await figuresOf(services, ['9404'], 2024)).toEqual(new Map())
    await discardPopulation(services, act)
  })

  it('are seen and decided by the office and those above it alone, once', async () => {
    const services = given()
    const officer = await anOfficerOf(services, '9404')
    const pacitan = await anOfficerOf(services, '3501')
    const province = await person(services, 'Papua Tengah', { role: 'province_officer', provinceCode: '94' })
    const importId = await uploadFigures(services, officer, ['9404;500000;300000'], { year: 2025 })
    await expect(populationImportScreen(services, pacitan, importId)).rejects.toMatchObject({ status: 404 })
    const act = (actor: typeof officer) => ({ actor, requestId: 'r', importId, version: 1 })
    await expect(applyPopulation(services, act(pacitan))).rejects.toMatchObject({ status: 404 })
    const { done } = await outcomes(
      [officer, province, officer].map((actor) => applyPopulation(services, act(actor))),
    )
    expect(done).toEqual([1])
  })
})
