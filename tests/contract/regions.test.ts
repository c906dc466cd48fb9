import { asc, count, eq, inArray } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { loadRegions } from '~/features/regions/load-regions.server'
import { edition, readRegionFiles } from '~/features/regions/read-region-files.server'
import { onEachEngine } from '../support/engines'

const sample = ['35', '94']

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
    await loadRegions(services, () => undefined, { provinces: sample })
    expect(await all()).toEqual(before)
  })

  it('ends what a later list leaves out, revives what comes back, and deletes nothing', async () => {
    const services = given()
    const { read, tables } = services.store
    const listed = readRegionFiles()
      .regions()
      .filter(({ provinceCode }) => sample.includes(provinceCode))
    const shorter = listed
      .filter(({ code }) => code !== '3501012001')
      .map((region) => (region.code === '940401' ? { ...region, name: 'Mimika Lama' } : region))
    const said: string[] = []
    await loadRegions(services, (line) => said.push(line), {
      files: { sha256: 'shorter', regions: () => shorter },
    })
    const find = (code: string) => read.select().from(tables.regions).where(eq(tables.regions.code, code))
    expect(await find('3501012001')).toMatchObject([{ validUntil: '2025-04-24' }])
    expect(await find('940401')).toMatchObject([{ name: 'Mimika Lama', validUntil: null }])
    expect(said.at(-1)).toContain('1 kode lama diakhiri')

    await loadRegions(services, () => undefined, { files: { sha256: 'whole', regions: () => listed } })
    expect(await find('3501012001')).toMatchObject([{ validUntil: null, validFrom: edition.validFrom }])
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
      await db.delete(tables.regions).where(inArray(tables.regions.provinceCode, ['94']))
    })
    await Promise.all([1, 2, 3].map(() => loadRegions(services, () => undefined, { provinces: ['94'] })))
    const [row] = await read
      .select({ regions: count() })
      .from(tables.regions)
      .where(eq(tables.regions.provinceCode, '94'))
    expect(Number(row?.regions)).toBe(1 + 8 + 131 + 1208)
  })
})
