import { describe, expect, it } from 'vitest'
import { readRegionFiles } from './read-region-files.server'

const regions = readRegionFiles().regions()
const byCode = new Map(regions.map((region) => [region.code, region]))

describe('the list of regions', () => {
  it('holds 38 provinces, 514 regencies, 7,285 districts and 83,762 villages, each once', () => {
    const counts = { province: 0, regency: 0, district: 0, village: 0 }
    for (const { level } of regions) counts[level]++
    expect(counts).toEqual({ province: 38, regency: 514, district: 7285, village: 83762 })
    expect(byCode.size).toBe(regions.length)
  })

  it('gives every region below a province a parent that is listed', () => {
    expect(regions.filter((region) => region.parentCode !== null && !byCode.has(region.parentCode))).toEqual(
      [],
    )
  })

  it('counts the villages of a region as the sum of its children', () => {
    const villagesOf = (level: string) =>
      regions.filter((region) => region.level === level).reduce((sum, region) => sum + region.villageCount, 0)
    for (const level of ['province', 'regency', 'district', 'village']) expect(villagesOf(level)).toBe(83762)
  })

  it.each([
    ['9404', 'Mimika', 'kabupaten', 'kabupaten', 'WIT'],
    ['3578', 'Surabaya', 'kota', 'kota', 'WIB'],
    ['3101', 'Kepulauan Seribu', 'kabupaten', 'kabupaten administrasi', 'WIB'],
    ['3171', 'Jakarta Pusat', 'kota', 'kota administrasi', 'WIB'],
    ['940401', 'Mimika Baru', 'kecamatan', 'distrik', 'WIT'],
    ['350101', 'Donorojo', 'kecamatan', 'kecamatan', 'WIB'],
    ['352922', 'Ra"as', 'kecamatan', 'kecamatan', 'WIB'],
    ['340101', 'Temon', 'kecamatan', 'kapanewon', 'WIB'],
    ['5171', 'Denpasar', 'kota', 'kota', 'WITA'],
  ])('says what %s is: %s, %s, called %s, in %s', (code, name, kind, localWord, zone) => {
    expect(byCode.get(code)).toMatchObject({ name, kind, localWord, zone })
  })

  it('knows a village by its block of codes and by the word of its place', () => {
    const some = (start: string) => regions.find(({ code }) => code.length === 10 && code.startsWith(start))
    expect(some('3501012')).toMatchObject({ kind: 'desa', localWord: 'desa' })
    expect(some('3578011')).toMatchObject({ kind: 'kelurahan', localWord: 'kelurahan' })
    expect(some('9404012')).toMatchObject({ kind: 'desa', localWord: 'kampung' })
    expect(some('9404011')).toMatchObject({ kind: 'kelurahan', localWord: 'kelurahan' })
    expect(some('1306')).toMatchObject({ kind: 'desa', localWord: 'nagari' })
    expect(regions.filter(({ kind }) => kind === 'desa_adat')).toHaveLength(14)
  })

  it('knows the former code of what moved, and names no code that is still in use', () => {
    expect(byCode.get('9404')?.predecessorCode).toBe('9109')
    expect(byCode.get('9671')?.predecessorCode).toBe('9271')
    expect(byCode.get('7201242001')?.predecessorCode).toBe('7201092015')
    expect(byCode.get('3501')?.predecessorCode).toBeNull()
    const former = regions.flatMap(({ predecessorCode }) => predecessorCode ?? [])
    expect(former).toHaveLength(1259)
    expect(former.filter((code) => byCode.has(code))).toEqual([])
    expect(new Set(former).size).toBe(former.length)
  })
})
