import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatAge,
  formatBytes,
  formatDate,
  formatDay,
  formatMoment,
  formatNumber,
  formatPercent,
  formatRegistrationNumber,
} from './format'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

describe('numbers', () => {
  test('are written with a point for thousands and a comma for decimals', () => {
    expect(formatNumber(1234.5)).toBe('1.234,5')
    expect(formatNumber(83_762)).toBe('83.762')
  })
  test('a part of a whole is a percentage, also of an empty whole', () => {
    expect(formatPercent(319_580, 456_333)).toBe('70%')
    expect(formatPercent(1, 3)).toBe('33,3%')
    expect(formatPercent(0, 10)).toBe('0%')
    expect(formatPercent(0, 0)).toBe('0%')
    expect(formatPercent(10, 10)).toBe('100%')
  })
  test('a part that is there is never shown as nothing', () => {
    expect(formatPercent(1, 83_762)).toBe('kurang dari 0,1%')
    fc.assert(fc.property(fc.integer({ min: 1, max: 100_000 }), (whole) => formatPercent(1, whole) !== '0%'))
  })
  test('sizes are read in kB and MB', () => {
    expect(formatBytes(0)).toBe('1 kB')
    expect(formatBytes(820_000)).toBe('820 kB')
    expect(formatBytes(1_400_000)).toBe('1,4 MB')
  })
})

describe('times', () => {
  test('a date keeps its day', () => {
    expect(formatDate('2026-05-12')).toBe('12 Mei 2026')
    expect(formatDate('2026-01-01')).toBe('1 Januari 2026')
    expect(formatDate('2026-12-31')).toBe('31 Desember 2026')
  })
  test('a moment is read in the zone of its place, over midnight too', () => {
    const at = Date.UTC(2026, 4, 11, 15, 30)
    expect(formatMoment(at, 'WIB')).toBe('11 Mei 2026, 22.30 WIB')
    expect(formatMoment(at, 'WITA')).toBe('11 Mei 2026, 23.30 WITA')
    expect(formatMoment(at, 'WIT')).toBe('12 Mei 2026, 00.30 WIT')
    expect(formatDay(at, 'WIT')).toBe('12 Mei 2026')
  })
  test('an age is told in the largest sensible unit', () => {
    const now = Date.UTC(2026, 4, 12)
    expect(formatAge(now - 30_000, now)).toBe('baru saja')
    expect(formatAge(now - 5 * MINUTE, now)).toBe('5 menit')
    expect(formatAge(now - 3 * HOUR, now)).toBe('3 jam')
    expect(formatAge(now - 47 * HOUR, now)).toBe('47 jam')
    expect(formatAge(now - 12 * DAY, now)).toBe('12 hari')
    expect(formatAge(now - 1500 * DAY, now)).toBe('1.500 hari')
  })
})

test('a registration number is read in fours and stays itself without the spaces', () => {
  expect(formatRegistrationNumber('940412200301')).toBe('9404 1220 0301')
  fc.assert(
    fc.property(fc.stringMatching(/^\d{12}$/), (number) => {
      expect(formatRegistrationNumber(number).replaceAll(' ', '')).toBe(number)
    }),
  )
})
