import { execFile } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { geoArea } from 'd3-geo'
import { eq, inArray } from 'drizzle-orm'
import { describe, expect, inject, test } from 'vitest'
import {
  boundariesOf,
  boundarySources,
  coarseBoundaries,
} from '~/features/boundaries/boundaries.queries.server'
import { type ImportRequest, importBoundaries } from '~/features/boundaries/import-boundaries.server'
import { removeBoundaries } from '~/features/boundaries/remove-boundaries.server'
import type { MeasureKey } from '~/features/coverage/measures'
import { regionPage } from '~/features/coverage/region-page.server'
import { openExisting } from '~/platform/db/open'
import type { MapDrawing } from '~/ui/map/draw-map'
import { onEachEngine } from '../support/engines'
import { type TestServices, testServices } from '../support/services'

const samples = resolve('../shared/data/boundaries')

/** A square of half a degree whose corner lies so many degrees east of Pacitan. */
function square(east: number, size = 0.5): number[][] {
  const x = 111 + east
  return [
    [x, -8],
    [x + size, -8],
    [x + size, -8 + size],
    [x, -8 + size],
    [x, -8],
  ]
}

function feature(kode: string, ring: unknown[], more: Record<string, unknown> = {}) {
  return {
    type: 'Feature',
    properties: { kode, ...more },
    geometry: { type: 'Polygon', coordinates: [ring] },
  }
}

/** Writes a file into a folder of its own and answers its path. */
function fileOf(content: unknown[] | string | Buffer, name = 'batas.geojson'): string {
  const path = join(mkdtempSync(join(inject('folder'), 'batas-')), name)
  const isText = typeof content === 'string' || Buffer.isBuffer(content)
  writeFileSync(path, isText ? content : JSON.stringify({ type: 'FeatureCollection', features: content }))
  return path
}

async function run(services: TestServices, path: string, more: Partial<ImportRequest> = {}) {
  const lines: string[] = []
  const outcome = await importBoundaries(services, { path, ...more }, (line) => lines.push(line))
  return { ...outcome, lines, text: lines.join('\n') }
}

const readingOf = ({ store }: TestServices) => ({ db: store.read, tables: store.tables })

const hasOutline = async (services: TestServices, code: string) =>
  (await stored(services)).rows.some(({ regionCode }) => regionCode === code)

/** All that is stored, for comparing before and after. */
async function stored({ store }: TestServices) {
  const { boundaries, boundaryImports, auditEvents } = store.tables
  const rows = await store.read.select().from(boundaries).orderBy(boundaries.regionCode)
  const imports = await store.read.select().from(boundaryImports).orderBy(boundaryImports.id)
  const audited = await store.read
    .select()
    .from(auditEvents)
    .where(inArray(auditEvents.action, ['boundaries.imported', 'boundaries.removed']))
  return { rows, imports, audited: audited.map(({ action }) => action) }
}

onEachEngine('outlines of regions', (given) => {
  test('an import is stored once, read back for maps and told in the audit trail', async () => {
    const services = given()
    const path = fileOf([
      feature('35.01', square(0)),
      feature('35.02', square(0.5)),
      feature('35', square(0, 2)),
    ])
    expect(await run(services, path, { source: 'Contoh' })).toMatchObject({
      status: 'imported',
      regions: 3,
      replaced: 0,
    })
    const reading = readingOf(services)
    expect([...(await boundariesOf(reading, '35', 'regency')).keys()]).toEqual(['3501', '3502'])
    expect([...(await boundariesOf(reading, '00', 'province')).keys()]).toEqual(['35'])
    expect([...(await coarseBoundaries(reading)).keys()]).toEqual(['35', '3501', '3502'])
    const shape = (await boundariesOf(reading, '35', 'regency')).get('3501')
    expect(shape?.coordinates).toHaveLength(1)
    expect(shape && geoArea(shape)).toBeLessThan(0.001)
    expect(await boundarySources(reading, ['3501', '3502', '3503'])).toEqual(['Contoh'])
    expect(await boundarySources(reading, ['3503'])).toEqual([])

    const before = await stored(services)
    services.now += 1000
    const again = await run(services, path, { source: 'Contoh' })
    expect(again).toMatchObject({ status: 'unchanged', regions: 3 })
    expect(again.text).toContain('tidak berubah')
    expect(await stored(services)).toEqual(before)
    expect(before.audited).toEqual(['boundaries.imported'])
  })

  test('a region that comes again is replaced; others stay', async () => {
    const services = given()
    await run(services, fileOf([feature('35.01', square(0)), feature('35.02', square(0.5))]))
    const { rows } = await stored(services)
    const second = await run(
      services,
      fileOf([feature('35.02', square(0.5, 0.4)), feature('35.03', square(1))]),
    )
    expect(second).toMatchObject({ status: 'imported', regions: 2, replaced: 1 })
    const after = await stored(services)
    const shapeOf = (all: typeof rows, code: string) => all.find((row) => row.regionCode === code)?.shape
    expect(shapeOf(after.rows, '3501')).toEqual(shapeOf(rows, '3501'))
    expect(shapeOf(after.rows, '3502')).not.toEqual(shapeOf(rows, '3502'))
    const back = await run(services, fileOf([feature('35.01', square(0)), feature('35.02', square(0.5))]))
    expect(back.status).toBe('imported')
    expect(shapeOf((await stored(services)).rows, '3502')).toEqual(shapeOf(rows, '3502'))
  })

  const good = feature('35.04', square(2))
  test.each([
    [
      'an open ring',
      [good, feature('35.05', square(0).slice(0, 4))],
      'fitur 2, 35.05: poligon 1, garis luar: garisnya tidak tertutup',
    ],
    [
      'swapped pairs',
      [
        good,
        feature(
          '35.05',
          square(0).map((pair) => pair.toReversed()),
        ),
      ],
      'lintang dan bujur tertukar',
    ],
    [
      'text for numbers',
      [
        good,
        feature(
          '35.05',
          square(0).map((pair) => pair.map(String)),
        ),
      ],
      'bukan sepasang angka',
    ],
    [
      'a place abroad',
      [good, feature('35.05', square(50))],
      '35.05: poligon 1, garis luar: ada titik di luar Indonesia',
    ],
    [
      'metres',
      [
        good,
        feature(
          '35.05',
          square(0).map(([x = 0, y = 0]) => [x * 1e5, y * 1e5]),
        ),
      ],
      'EPSG:4326',
    ],
    ['an unknown code', [good, feature('35.99', square(0))], 'fitur 2, 35.99: Kode ini tidak ada'],
    ['a code that is none', [good, feature('3501010', square(0))], 'biasanya kode BPS'],
    [
      'the same code twice',
      [good, feature('35.05', square(0)), feature('3505', square(0))],
      'fitur 3, 35.05: Kode ini sudah ada di batas.geojson, fitur 2',
    ],
    ['no geometry', [good, { ...feature('35.05', []), geometry: null }], 'geometri kosong'],
    [
      'a line',
      [good, { ...feature('35.05', []), geometry: { type: 'LineString', coordinates: square(0) } }],
      'LineString',
    ],
  ])('%s is said and nothing is stored', async (_, features, said) => {
    const services = given()
    const before = await stored(services)
    const outcome = await run(services, fileOf(features))
    expect(outcome).toMatchObject({ status: 'refused', findings: 1 })
    expect(outcome.text).toContain(said)
    expect(outcome.text).toContain('tetap seperti semula')
    expect(await stored(services)).toEqual(before)
  })

  const whole = JSON.stringify({ type: 'FeatureCollection', features: [good, feature('35.05', square(0))] })
  test.each([
    ['a cut file', whole.slice(0, -40), 'batas.geojson', 'terpotong'],
    ['an empty file', '', 'batas.geojson', 'kosong'],
    [
      'another encoding',
      Buffer.from(whole.replace('35.05', '35.05\xe9'), 'latin1'),
      'batas.geojson',
      'UTF-8',
    ],
    ['UTF-16', Buffer.from(`\ufeff${whole}`, 'utf16le'), 'batas.geojson', 'UTF-8'],
    ['no JSON', 'kode;nama', 'batas.json', 'bukan JSON'],
    ['another format', whole, 'batas.shp', 'tidak dikenal'],
    ['SQL without outlines', 'SELECT 1;', 'batas.sql', 'Tidak ada baris batas'],
    ['no regions', '{"type":"FeatureCollection","features":[]}', 'batas.geojson', 'Tidak ada wilayah'],
  ])('%s is refused in words', async (_, content, name, said) => {
    const services = given()
    const before = await stored(services)
    const outcome = await run(services, fileOf(content, name))
    expect(outcome.status).toBe('refused')
    expect(outcome.text).toContain(said)
    expect(await stored(services)).toEqual(before)
  })

  test('a path that does not exist and an empty folder are refused in words', async () => {
    const services = given()
    expect((await run(services, '/tidak/ada.geojson')).text).toContain('tidak ditemukan')
    expect((await run(services, mkdtempSync(join(inject('folder'), 'kosong-')))).text).toContain(
      'tidak berisi',
    )
  })

  test('a code that is no longer in force is refused, or left out when that is wished', async () => {
    const services = given()
    const { regions } = services.store.tables
    await services.store.transact(({ db }) =>
      db.update(regions).set({ validUntil: '2025-01-31' }).where(eq(regions.code, '3529')),
    )
    const path = fileOf([
      feature('35.29', square(0)),
      feature('99.01', square(1)),
      feature('35.28', square(2)),
    ])
    const refused = await run(services, path)
    expect(refused).toMatchObject({ status: 'refused', findings: 2 })
    expect(refused.text).toContain('35.29: Kode ini tidak berlaku lagi sejak 31 Januari 2025')
    expect(await run(services, path, { skipUnknown: true })).toMatchObject({ status: 'imported', regions: 1 })
    expect(await hasOutline(services, '3528')).toBe(true)
    await services.store.transact(({ db }) =>
      db.update(regions).set({ validUntil: null }).where(eq(regions.code, '3529')),
    )
  })

  test('other names are said, missing regions listed, and a check stores nothing', async () => {
    const services = given()
    const names = ['Nabire', 'Puncak Jaya', 'Paniai', 'Kabupaten Mimika', 'Lain']
    const features = names.map((nama, at) => feature(`94.0${at + 1}`, square(20 + at), { nama }))
    const before = await stored(services)
    const { status, text } = await run(services, fileOf(features), { checkOnly: true })
    expect(status).toBe('checked')
    expect(text).toContain('94.05: Namanya “Lain”; di portal “Puncak”.')
    expect(text).toContain('Papua Tengah: 5 dari 8 kabupaten/kota. Belum ada: 94.06 Dogiyai')
    expect(await stored(services)).toEqual(before)
  })

  test('a flood of findings is counted, not printed', async () => {
    const many = Array.from({ length: 500 }, (_, at) => feature(`35.01.${at}`, square(0)))
    const { lines, findings } = Object.assign(
      { findings: 0 },
      await run(given(), fileOf(many), { codeProperty: 'kode' }),
    )
    expect(findings).toBeGreaterThan(400)
    expect(lines.length).toBeLessThan(260)
    expect(lines.join('\n')).toMatch(/dan \d+ lainnya/)
  })

  test('the property is found, or named, or asked for', async () => {
    const services = given()
    const row = (properties: Record<string, unknown>, east: number) => ({
      ...feature('', square(east)),
      properties,
    })
    const path = fileOf([row({ KDPPUM: '35', KDPKAB: '35.06', lain: '35.07' }, 0)])
    await run(services, path)
    expect(await hasOutline(services, '3506')).toBe(true)
    await run(services, path, { codeProperty: 'lain' })
    expect(await hasOutline(services, '3507')).toBe(true)
    const asked = await run(services, fileOf([row({ nama: 'Pacitan' }, 0)]))
    expect(asked.text).toContain('Yang ada: nama.')
    expect(asked.text).toContain('--kode=')
  })

  test('of imports at the same time one comes after the other, and the same one counts once', async () => {
    const services = given()
    const codes = ['35.10', '35.11', '35.12', '35.13']
    const version = (size: number) => codes.map((code, at) => feature(code, square(at, size)))
    const audits = async () => (await stored(services)).audited.length
    const before = await audits()
    const same = fileOf(version(0.3))
    const outcomes = await Promise.all([run(services, same), run(services, same), run(services, same)])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['imported', 'unchanged', 'unchanged'])
    expect(await audits()).toBe(before + 1)

    const different = [0.2, 0.4, 0.45, 0.48].map((size) => fileOf(version(size)))
    await Promise.all(different.map((path) => run(services, path)))
    const { boundaries } = services.store.tables
    const rows = await services.store.read
      .select({ importId: boundaries.importId })
      .from(boundaries)
      .where(
        inArray(
          boundaries.regionCode,
          codes.map((code) => code.replace('.', '')),
        ),
      )
    expect(rows).toHaveLength(4)
    expect(new Set(rows.map(({ importId }) => importId)).size).toBe(1)
    expect(await audits()).toBe(before + 5)
  })

  test('a region with all below it, or a level, can be removed again', async () => {
    const services = given()
    const lines: string[] = []
    const remove = (typed: string, checkOnly = false) =>
      removeBoundaries(services, typed, { checkOnly }, (line) => lines.push(line))
    await run(
      services,
      fileOf([
        feature('94', square(20, 3)),
        feature('94.04', square(20)),
        feature('94.04.01', square(20, 0.1)),
      ]),
    )
    expect(await remove('mana')).toEqual({ status: 'not_understood' })
    expect(await remove('94.04', true)).toEqual({ status: 'none' })
    expect(await remove('94.04')).toEqual({ status: 'removed', regions: 2 })
    expect(await remove('94.04')).toEqual({ status: 'none' })
    expect(await hasOutline(services, '94')).toBe(true)
    expect(await remove('provinsi')).toMatchObject({ status: 'removed' })
    expect((await boundariesOf(readingOf(services), '00', 'province')).size).toBe(0)
    expect((await stored(services)).audited.filter((action) => action === 'boundaries.removed')).toHaveLength(
      2,
    )
  })

  test.skipIf(!existsSync(samples))(
    'real samples: both formats give the same regions, whole provinces',
    async () => {
      const services = given()
      const pairs = [
        ['wilayah_boundaries_kab_35.sql', 'kabupaten-kota-jawa-timur.geojson', '35', 38],
        ['wilayah_boundaries_kab_94.sql', 'kabupaten-papua-tengah.geojson', '94', 8],
        ['wilayah_boundaries_kec_94.sql', 'distrik-papua-tengah.geojson', '94', 131],
      ] as const
      for (const [sql, geojson, province, regions] of pairs) {
        expect(await run(services, join(samples, sql))).toMatchObject({ status: 'imported', regions })
        const level = regions === 131 ? 'district' : 'regency'
        const parents = level === 'regency' ? [province] : [...Array(8).keys()].map((at) => `940${at + 1}`)
        const read = () => Promise.all(parents.map((code) => boundariesOf(readingOf(services), code, level)))
        const fromSql = await read()
        expect(fromSql.reduce((sum, map) => sum + map.size, 0)).toBe(regions)
        const second = await run(services, join(samples, geojson))
        expect(second).toMatchObject({ status: 'imported', regions, replaced: regions })
        expect(second.text).toContain(`${regions} dari ${regions}`)
        expect(await read()).toEqual(fromSql)
        for (const shape of fromSql.flatMap((map) => [...map.values()])) {
          expect(shape.coordinates.length).toBeGreaterThan(0)
          expect(geoArea(shape)).toBeLessThan(0.01)
        }
      }
      expect((await run(services, samples)).text).toContain('38 wilayah sama persis')
    },
  )
})

onEachEngine('maps with outlines', (given) => {
  async function drawn(services: TestServices, code: string, measure: MeasureKey = 'desa-terdaftar') {
    const page = await regionPage(services, { code, measure })
    return page?.kind === 'region' ? page.map : null
  }
  const kinds = (map: MapDrawing | undefined, prefix: string) =>
    map?.regions
      .filter(({ code }) => code.startsWith(prefix))
      .map(({ code, path }) => `${code} ${path ? 'area' : 'circle'}`)

  test('of the country show each province as finely as its outlines allow', async () => {
    const services = given()
    const before = await drawn(services, '00')
    expect(kinds(before?.wide, '35')).toHaveLength(38)
    expect(kinds(before?.narrow, '')).toEqual(expect.arrayContaining(['35 circle', '94 circle']))
    expect(kinds(before?.narrow, '')).toHaveLength(2)
    expect(before?.outlines).toBeUndefined()

    await run(services, fileOf([feature('94.01', square(24)), feature('94.04', square(25))]), {
      source: 'Papua',
    })
    const { wide, narrow } = (await drawn(services, '00')) ?? {}
    expect(kinds(wide, '35')).toHaveLength(38)
    expect(kinds(narrow, '35')).toEqual(['35 circle'])
    expect(kinds(narrow, '94')).toEqual(expect.arrayContaining(['9401 area', '9402 circle', '9404 area']))
    expect(kinds(narrow, '94')).toHaveLength(8)

    await run(services, fileOf([feature('35', square(0, 3)), feature('94', square(24, 2))]), {
      source: 'Provinsi',
    })
    const whole = await drawn(services, '00')
    for (const sheet of [whole?.wide, whole?.narrow]) {
      expect(kinds(sheet, '35')).toEqual(['35 area'])
      expect(kinds(sheet, '94')).toHaveLength(8)
    }
    expect(whole?.outlines?.split(', ').sort()).toEqual(['Papua', 'Provinsi'])
  })

  test('name only the files whose outlines they show', async () => {
    const services = given()
    await run(services, fileOf([feature('35.01', square(0)), feature('35.02', square(0.5))]), {
      source: 'Jawa',
    })
    expect((await drawn(services, '35'))?.outlines).toBe('Jawa')
    expect((await drawn(services, '94'))?.outlines).toBe('Papua')
    expect((await drawn(services, '3503'))?.outlines).toBeUndefined()
  })

  test('say how many parts of a regency or a district have no outline and are not drawn', async () => {
    const services = given()
    expect((await drawn(services, '9404'))?.shows).toBe('place')
    await run(
      services,
      fileOf([feature('94.04.01', square(25, 0.1)), feature('94.04.02', square(25.1, 0.1))]),
    )
    const regency = await drawn(services, '9404')
    expect(kinds(regency?.wide, '')?.sort()).toEqual(['940401 area', '940402 area'])
    expect(regency?.missing).toMatch(/^16 distrik tanpa garis batas tidak tampak pada peta/)
    expect((await drawn(services, '35'))?.missing).toBeUndefined()
  })

  test('show the villages of a district where the measure speaks of villages', async () => {
    const services = given()
    expect(await drawn(services, '940401')).toBeNull()
    await run(services, fileOf([feature('94.04.01.1003', square(25, 0.1))]))
    const district = await drawn(services, '940401')
    expect(kinds(district?.wide, '')).toEqual(['9404011003 area'])
    expect(district?.missing).toContain('tanpa garis batas')
    expect(await drawn(services, '940401', 'kecamatan-aktif')).toBeNull()
    expect(await drawn(services, '940401', 'kemitraan')).toBeNull()
  })
})

describe('the command', () => {
  test('imports into a SQLite file, says what is wrong, and ends with 1 then', async () => {
    const folder = mkdtempSync(join(inject('folder'), 'perintah-'))
    mkdirSync(folder, { recursive: true })
    const databaseUrl = join(folder, 'batas.sqlite')
    copyFileSync(inject('sqliteTemplate'), databaseUrl)
    const command = async (...typed: string[]) => {
      const env = { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: folder }
      try {
        const all = ['--import', 'tsx', 'scripts/import-boundaries.ts', ...typed]
        const { stdout } = await promisify(execFile)(process.execPath, all, { env })
        return { code: 0, text: stdout }
      } catch (error) {
        if (!(error instanceof Error) || !('code' in error) || !('stdout' in error)) throw error
        return { code: error.code, text: `${error.stdout}` }
      }
    }
    const path = fileOf([feature('35.01', square(0)), feature('35.02', square(0.5))])
    const imported = await command(path, '--sumber=Contoh')
    expect(imported).toMatchObject({ code: 0 })
    expect(imported.text).toContain('Tersimpan: 2 batas wilayah (2 baru, 0 diganti).')
    const refused = await command(fileOf([feature('35.03', square(0)), feature('35.98', square(1))]))
    expect(refused).toMatchObject({ code: 1 })
    expect(refused.text).toContain('35.98: Kode ini tidak ada')
    expect((await command('--salah')).text).toContain('npm run boundaries:import')
    expect(await command('--hapus=35.01')).toMatchObject({ code: 0 })
    const store = openExisting(databaseUrl)
    const services = testServices(store, folder)
    expect((await stored(services)).rows.map((row) => row.regionCode)).toEqual(['3502'])
    await store.close()
  }, 120_000)
})
