import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isReservedWord, labelProblem, namesHigherRegion, readLabel, slug, suggestLabels } from './labels'

/** RFC 1123 section 2.1 with the length of RFC 1034 section 3.1. */
const RFC_1123 = /^(?=.{1,63}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?$/

describe('the form of a label', () => {
  test('every accepted label is an RFC 1123 label that no one can read as punycode', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 70 }),
      fc.stringMatching(/^[a-z0-9-]{1,66}$/),
      fc.stringMatching(/^[a-z0-9]{2}--[a-z0-9]{1,5}$/),
    )
    fc.assert(
      fc.property(typed, (label) => {
        if (labelProblem(label) !== null) return
        expect(label).toMatch(RFC_1123)
        expect(label.slice(2, 4)).not.toBe('--')
        expect(label.length).toBeGreaterThanOrEqual(3)
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['ab', '3 huruf'],
    ['a'.repeat(64), '63'],
    ['-awal', 'awal'],
    ['akhir-', 'akhir'],
    ['xn--kampung', 'tanda hubung'],
    ['12345', 'hanya angka'],
    ['dua kata', 'spasi'],
    ['titik.dua', 'titik'],
    ['kémi', 'a sampai z'],
    ['nawaripi\n', 'a sampai z'],
  ])('%j is refused with the reason', (label, reason) => {
    expect(labelProblem(label)).toContain(reason)
  })

  test.each(['abc', 'a'.repeat(63), 'kampung-nawaripi', 'rw05', '3-desa', 'a--b'])(
    '%s is accepted',
    (label) => {
      expect(labelProblem(label)).toBeNull()
    },
  )

  test('what people type around a label is understood', () => {
    expect(readLabel('  https://Nawaripi.kim.id/beranda ')).toBe('nawaripi')
    expect(readLabel('Nawaripi.KIM.ID.')).toBe('nawaripi')
  })
})

describe('suggestions', () => {
  test('follow the rule desa, desa-kecamatan, desa-kabupaten', () => {
    expect(suggestLabels({ village: 'Nawaripi', district: 'Wania', regency: 'Mimika' })).toEqual([
      'nawaripi',
      'nawaripi-wania',
      'nawaripi-mimika',
    ])
  })

  test('do not repeat a village that carries its district’s name', () => {
    expect(suggestLabels({ village: 'Pacitan', district: 'Pacitan', regency: 'Pacitan' })).toEqual([
      'pacitan',
    ])
  })

  test('fold accents and apostrophes', () => {
    expect(slug("Bélo Ma'rang (Ujung)")).toBe('belo-marang-ujung')
  })

  test('are cut at a word when the whole would be too long', () => {
    const [, long] = suggestLabels({
      village: 'Sungai Kapih Hilir Sebelah Utara',
      district: 'Tanjung Selor Hulu Seberang Timur Raya',
      regency: 'Bulungan',
    })
    expect(long).toBe('sungai-kapih-hilir-sebelah-utara-tanjung-selor-hulu-seberang')
  })

  test('are always valid, whatever the regions are called', () => {
    const name = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 90 }),
      fc.array(fc.stringMatching(/^[A-Za-z']{1,20}$/), { maxLength: 8 }).map((words) => words.join(' ')),
    )
    fc.assert(
      fc.property(name, name, name, (village, district, regency) => {
        const suggestions = suggestLabels({ village, district, regency })
        for (const label of suggestions) expect(labelProblem(label)).toBeNull()
        expect(new Set(suggestions).size).toBe(suggestions.length)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('names that are kept back', () => {
  const higher = ['Papua Tengah', 'Mimika', 'Surabaya', 'Batu']

  test.each(['mimika', 'papua-tengah', 'papuatengah', 'kab-mimika', 'kabupatenmimika', 'kota-surabaya'])(
    '%s belongs to a higher region',
    (label) => expect(namesHigherRegion(label, higher)).toBe(true),
  )

  test.each(['nawaripi-mimika', 'kim-surabaya', 'batuan', 'sidobatu', 'mimika-baru'])(
    '%s may be asked for',
    (label) => expect(namesHigherRegion(label, higher)).toBe(false),
  )

  test('reserved words and numbered name servers stay with kim.id', () => {
    expect(isReservedWord('www', 'www, api\nadmin')).toBe(true)
    expect(isReservedWord('admin', 'www, api\nadmin')).toBe(true)
    expect(isReservedWord('ns14', '')).toBe(true)
    expect(isReservedWord('nsabang', 'www')).toBe(false)
  })
})
