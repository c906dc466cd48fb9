import { describe, expect, it } from 'vitest'
import { readRegionFiles } from './read-region-files.server'
import { regionAliases } from './region-aliases'
import { buildRegionIndex, type SearchOptions, searchIndex } from './region-index'

const regions = readRegionFiles().regions()
const names = new Map(regions.map((region) => [region.code, `${region.localWord} ${region.name}`]))
const index = buildRegionIndex(regions)

function found(typed: string, options?: SearchOptions): (string | undefined)[] {
  return searchIndex(index, typed, options).map((code) => names.get(code))
}
function first(typed: string, options?: SearchOptions): string | undefined {
  return searchIndex(index, typed, options)[0]
}

describe('searching regions by name', () => {
  it('knows the town Timika as Mimika and finds the places that bear its name', () => {
    expect(found('timika').slice(0, 3)).toEqual([
      'kabupaten Mimika',
      'kelurahan Timika Jaya',
      'kelurahan Timika Indah',
    ])
    expect(first('timika', { levels: ['village'] })).toBe('9404011003')
    expect(found('nawaripi timika')).toEqual(['kampung Nawaripi'])
    expect(found('nawaripi tim')).toEqual(['kampung Nawaripi'])
  })

  it.each([
    ['mimika baru', '940401'],
    ['MIMIKA BARU', '940401'],
    ['distrik mimika baru', '940401'],
    ['mimika', '9404'],
    ['kab pacitan', '3501'],
    ['Kab. Pacitan', '3501'],
    ['kabupaten pacitan', '3501'],
    ['kec pacitan', '350104'],
    ['pacitan', '3501'],
    ['kota malang', '3573'],
    ['kab malang', '3507'],
    ['kabupaten malang jawa timur', '3507'],
    ['papua tengah', '94'],
    ['provinsi papua', '91'],
    ['jatim', '35'],
    ['jogja', '34'],
    ['jakarta pusat', '3171'],
    ['surabaya', '3578'],
    ['fak-fak', '9203'],
    ["Ra'as", '352922'],
  ])('understands "%s"', (typed, code) => {
    expect(first(typed)).toBe(code)
  })

  it.each([
    ['pactian', '3501'],
    ['mimka', '9404'],
    ['mimkia', '9404'],
    ['kab pacitn', '3501'],
    ['nabirre', '9401'],
    ['mimika bru', '940401'],
    ['mimikabaru', '940401'],
    ['suko rejo pacitan', '3501122003'],
    ['suarbaya', '3578'],
    ['Pácitan', '3501'],
    ['  pacitan\t', '3501'],
  ])('forgives "%s"', (typed, code) => {
    expect(first(typed)).toBe(code)
  })

  it('puts the name meant by a slip before names that only hold it, and leaves out what is far', () => {
    const names = found('pactian', { limit: 50 })
    expect(names.slice(0, 2)).toEqual(['kabupaten Pacitan', 'kecamatan Pacitan'])
    expect(names).not.toContain('kecamatan Santian')
  })

  it('narrows a common name by the regions above it and by its kind', () => {
    const villages = searchIndex(index, 'desa sukorejo pacitan')
    expect(villages.length).toBeGreaterThan(0)
    for (const code of villages) {
      expect(code).toMatch(/^3501\d{6}$/)
      expect(names.get(code)).toBe('desa Sukorejo')
    }
    for (const code of searchIndex(index, 'sukorejo kota blitar')) expect(code).toMatch(/^3572/)
  })

  it('keeps to the wanted levels and to the wanted region', () => {
    const villages = searchIndex(index, 'pacitan', { levels: ['village'], limit: 50 })
    expect(villages.length).toBeGreaterThan(0)
    for (const code of villages) expect(code).toHaveLength(10)
    for (const code of searchIndex(index, 'sukorejo', { within: '3501' })) expect(code).toMatch(/^3501/)
    expect(searchIndex(index, 'mimika', { within: '35' })).toEqual([])
  })

  it('shows what begins with the letters typed so far', () => {
    expect(found('mim')).toContain('kabupaten Mimika')
    expect(found('kuala kenc')).toContain('distrik Kuala Kencana')
  })

  it('answers nothing for nothing, for one letter, and for what no place is called', () => {
    for (const typed of ['', '   ', 'a', '%', '_', "'; drop table regions", '🙂', 'xqzwvkk jjqx']) {
      expect(searchIndex(index, typed)).toEqual([])
    }
  })

  it('stays quick with the shortest and the longest input', () => {
    const started = performance.now()
    for (const typed of ['su', 'ka', 'a'.repeat(10_000), 'su ka ma ba la ta pa sa']) searchIndex(index, typed)
    expect(performance.now() - started).toBeLessThan(2000)
  })

  it('has aliases that point to regions that exist', () => {
    for (const code of Object.values(regionAliases)) expect(names.has(code)).toBe(true)
  })
})
