import { asc, count, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { regionFilterState } from '~/features/regions/filter.queries.server'
import { filteredCode } from '~/features/regions/filter.schema'
import { loadRegions } from '~/features/regions/load-regions.server'
import { pickerState } from '~/features/regions/picker.queries.server'
import { fullName } from '~/features/regions/places'
import { edition, readRegionFiles } from '~/features/regions/read-region-files.server'
import { onEachEngine } from '../support/engines'

onEachEngine('regions', (given) => {
  it('loads the asked provinces whole and records no edition for a part', async () => {
    const { read, tables } = given().store
    const rows = await read
      .select({ level: tables.regions.level, regions: count() })
      .from(tables.regions)
      .groupBy(tables.regions.level)
    expect(Object.fromEntries(rows.map(({ level, regions }) => [level, Number(regions)]))).toEqual({
      province: 2,
      regency: 38 + 8,
      district: 666 + 131,
      village: 8494 + 1208,
    })
    expect(await read.select().from(tables.regionEditions)).toEqual([])
  })

  it('loading again changes nothing', async () => {
    const services = given()
    const { read, tables } = services.store
    const all = () => read.select().from(tables.regions).orderBy(asc(tables.regions.code))
    const before = await all()
    await loadRegions(services, () => undefined, { provinces: ['94'] })
    expect(await all()).toEqual(before)
  })

  it('ends what a later list leaves out, revives what comes back, and deletes nothing', async () => {
    const services = given()
    const { read, tables } = services.store
    await services.store.transact(async ({ db }) => {
      await db.delete(tables.regions).where(eq(tables.regions.provinceCode, '35'))
    })
    const listed = readRegionFiles()
      .regions()
      .filter(({ provinceCode }) => provinceCode === '94')
    const shorter = listed
      .filter(({ code }) => code !== '9404011003')
      .map((region) => (region.code === '940401' ? { ...region, name: 'Mimika Lama' } : region))
    const said: string[] = []
    await loadRegions(services, (line) => said.push(line), {
      files: { sha256: 'shorter', regions: () => shorter },
    })
    const find = (code: string) => read.select().from(tables.regions).where(eq(tables.regions.code, code))
    expect(await find('9404011003')).toMatchObject([{ validUntil: '2025-04-24' }])
    expect(await find('940401')).toMatchObject([{ name: 'Mimika Lama', validUntil: null }])
    expect(await find('9404')).toMatchObject([{ predecessorCode: '9109' }])
    expect(said.at(-1)).toContain('1 kode lama diakhiri')

    await loadRegions(services, () => undefined, { files: { sha256: 'whole', regions: () => listed } })
    expect(await find('9404011003')).toMatchObject([{ validUntil: null, validFrom: edition.validFrom }])
    expect(await read.select().from(tables.regionEditions)).toMatchObject([{ sha256: 'whole' }])

    said.length = 0
    await loadRegions(services, (line) => said.push(line), {
      files: {
        sha256: 'whole',
        regions: () => {
          throw new Error('a second start must not parse the files')
        },
      },
    })
    expect(said).toEqual([])
  })

  it('lets several processes load at once', async () => {
    const services = given()
    const { read, tables } = services.store
    await services.store.transact(async ({ db }) => {
      await db.delete(tables.regions).where(eq(tables.regions.provinceCode, '94'))
    })
    await Promise.all([1, 2, 3].map(() => loadRegions(services, () => undefined, { provinces: ['94'] })))
    const [row] = await read
      .select({ regions: count() })
      .from(tables.regions)
      .where(eq(tables.regions.provinceCode, '94'))
    expect(Number(row?.regions)).toBe(1 + 8 + 131 + 1208)
  })
})

onEachEngine('choosing a region', (given) => {
  const pick = (cari: string, wilayah: string, options?: Parameters<typeof pickerState>[2]) =>
    pickerState(given(), { cari, wilayah }, options)

  it('leads step by step from the provinces to a village, with the words of the place', async () => {
    expect(await pick('', '')).toMatchObject({
      path: null,
      chosen: null,
      optionsWord: 'Provinsi',
      options: [
        { code: '35', title: 'Jawa Timur' },
        { code: '94', title: 'Papua Tengah' },
      ],
    })
    expect(await pick('', '94')).toMatchObject({ optionsWord: 'Kabupaten' })
    expect(await pick('', '35')).toMatchObject({ optionsWord: 'Kabupaten atau Kota' })
    expect(await pick('', '9404')).toMatchObject({ optionsWord: 'Distrik', leavable: ['94', '9404'] })
    const villages = await pick('', '940401')
    expect(villages.path).toMatchObject({ name: 'Mimika Baru', word: 'distrik' })
    expect(villages.options).toContainEqual({ code: '9404011003', title: 'Kelurahan Timika Jaya' })
    const done = await pick('', '9404011003')
    expect(done).toMatchObject({ path: null, options: [], chosen: { code: '9404011003', level: 'village' } })
    expect(done.chosen && fullName(done.chosen)).toBe(
      'Kelurahan Timika Jaya, Distrik Mimika Baru, Kabupaten Mimika, Provinsi Papua Tengah',
    )
  })

  it('finds by name what can be chosen', async () => {
    const { results } = await pick('timika', '')
    expect(results.map(fullName).slice(0, 2)).toEqual([
      'Kabupaten Mimika, Provinsi Papua Tengah',
      'Kelurahan Timika Jaya, Distrik Mimika Baru, Kabupaten Mimika, Provinsi Papua Tengah',
    ])
  })

  it('takes a code that does not exist for nothing chosen', async () => {
    expect(await pick('', '99')).toMatchObject({ path: null, chosen: null, optionsWord: 'Provinsi' })
    expect(await pick('', '9404019999')).toMatchObject({ path: null, chosen: null })
  })

  it('never leads out of the region that it is bound to', async () => {
    const bound = { within: '9404' }
    expect(await pick('', '', bound)).toMatchObject({ path: { name: 'Mimika' }, leavable: [] })
    expect(await pick('', '3501', bound)).toMatchObject({ path: { name: 'Mimika' }, chosen: null })
    expect(await pick('', '3501122003', bound)).toMatchObject({ path: { name: 'Mimika' }, chosen: null })
    expect(await pick('', '940401', bound)).toMatchObject({ leavable: ['940401'] })
    for (const { code } of (await pick('baru', '', bound)).results) expect(code).toMatch(/^9404/)
  })

  it('stops at the level that is asked for', async () => {
    const regency = { until: 'regency' as const }
    expect(await pick('', '9404', regency)).toMatchObject({ chosen: { name: 'Mimika' }, options: [] })
    expect(await pick('', '940401', regency)).toMatchObject({ chosen: { name: 'Mimika' } })
    for (const { level } of (await pick('pacitan', '', regency)).results) expect(level).toBe('regency')
  })
})

onEachEngine('filtering by region', (given) => {
  const labels = async (code: string, within?: string) =>
    (await regionFilterState(given(), code, within)).fields.map(({ label, value }) => [label, value])

  it('shows each list once the one above is chosen', async () => {
    expect(await labels('')).toEqual([['Provinsi', '']])
    expect(await labels('35')).toEqual([
      ['Provinsi', '35'],
      ['Kabupaten atau Kota', ''],
    ])
    expect(await labels('9404')).toEqual([
      ['Provinsi', '94'],
      ['Kabupaten', '9404'],
      ['Distrik', ''],
    ])
    expect(await labels('99')).toEqual([['Provinsi', '']])
  })

  it('stays inside the region of an office', async () => {
    expect(await labels('', '9404')).toEqual([['Distrik', '']])
    expect(await labels('3501', '9404')).toEqual([['Distrik', '']])
    expect(await labels('940401', '94')).toEqual([
      ['Kabupaten', '9404'],
      ['Distrik', '940401'],
    ])
  })

  it('leaves out a regency of another province', () => {
    expect(filteredCode({ provinsi: '94', kabupaten: '3501', kecamatan: '350101' })).toBe('94')
    expect(filteredCode({ provinsi: '94', kabupaten: '9404', kecamatan: '' })).toBe('9404')
    expect(filteredCode({ provinsi: '', kabupaten: '', kecamatan: '940401' })).toBe('940401')
    expect(filteredCode({ provinsi: '', kabupaten: '', kecamatan: '' })).toBe('')
  })
})
