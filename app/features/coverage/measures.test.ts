import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatDifference,
  formatParts,
  formatValue,
  measureKeys,
  measures,
  measureValue,
  describe as sayAloud,
} from './measures'
import type { RegionNumbers } from './region-numbers'

/** Every number another one, so that a mistaken field is seen. */
const numbers: RegionNumbers = {
  groups: 53,
  activeGroups: 31,
  lessActiveGroups: 11,
  villagesWithGroup: 34,
  villagesActive: 23,
  districtsWithGroup: 9,
  districtsActive: 7,
  activities: 401,
  recentActivities: 14,
  villages: 171,
  districts: 12,
}
const nothing: RegionNumbers = {
  ...numbers,
  groups: 0,
  activeGroups: 0,
  lessActiveGroups: 0,
  villagesWithGroup: 0,
  villagesActive: 0,
  districtsWithGroup: 0,
  districtsActive: 0,
  activities: 0,
  recentActivities: 0,
}

describe('a measure', () => {
  it.each([
    ['desa-terdaftar', 34 / 171, '19,9%', '34 dari 171'],
    ['desa-aktif', 23 / 171, '13,5%', '23 dari 171'],
    ['kecamatan-aktif', 7 / 12, '58,3%', '7 dari 12'],
    ['kim-per-kecamatan', 53 / 12, '441,7%', '53 dari 12'],
    ['kim-aktif', 31 / 53, '58,5%', '31 dari 53'],
    ['kegiatan', 14, '14', '14'],
  ] as const)('%s divides what its definition says', (key, value, words, parts) => {
    const measure = measures[key]
    expect(measureValue(measure, numbers)).toBe(value)
    expect(formatValue(measure, numbers)).toBe(words)
    expect(formatParts(measure, numbers)).toBe(parts)
    expect(measure.key).toBe(key)
  })

  it('has a definition that names no more than a share may be: only one that may pass 100% says so', () => {
    for (const key of measureKeys) {
      expect(measures[key].definition.includes('melebihi 100%')).toBe(key === 'kim-per-kecamatan')
    }
  })

  it('has breaks that rise', () => {
    for (const key of measureKeys) {
      const { breaks } = measures[key]
      expect([...breaks].sort((a, b) => a - b)).toEqual([...breaks])
    }
  })

  it('has no value where there is nothing to be a part of, and none of something is 0%', () => {
    expect(measureValue(measures['kim-aktif'], nothing)).toBeNull()
    expect(formatValue(measures['kim-aktif'], nothing)).toBe('–')
    expect(sayAloud(measures['kim-aktif'], 'Pacitan', nothing)).toBe('Pacitan: belum ada KIM terdaftar')
    expect(formatValue(measures['desa-terdaftar'], nothing)).toBe('0%')
    expect(formatValue(measures.kegiatan, nothing)).toBe('0')
  })

  it('is read aloud with its parts, a count without percent', () => {
    expect(sayAloud(measures['desa-terdaftar'], 'Pacitan', numbers)).toBe('Pacitan: 19,9% (34 dari 171)')
    expect(sayAloud(measures.kegiatan, 'Pacitan', numbers)).toBe('Pacitan: 14 kegiatan')
  })

  it('differs in points of percent, a count in its own number, in both directions alike', () => {
    const later = { ...numbers, villagesWithGroup: 40, recentActivities: 10 }
    expect(formatDifference(measures['desa-terdaftar'], numbers, later)).toBe('+3,5 poin persen')
    expect(formatDifference(measures.kegiatan, numbers, later)).toBe('−4')
    expect(formatDifference(measures['kim-aktif'], nothing, numbers)).toBe('–')
    fc.assert(
      fc.property(fc.nat(171), fc.nat(171), (from, to) => {
        const [a, b] = [from, to].map((villagesWithGroup) => ({ ...numbers, villagesWithGroup }))
        if (!a || !b) throw new Error('two numbers')
        const there = formatDifference(measures['desa-terdaftar'], a, b)
        const back = formatDifference(measures['desa-terdaftar'], b, a)
        expect(there.slice(1)).toBe(back.slice(1))
      }),
    )
  })
})
