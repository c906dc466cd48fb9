import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Measure } from './measure'
import {
  formatDifference,
  formatParts,
  formatValue,
  measureKeys,
  measures,
  measureValue,
  describe as sayAloud,
} from './measures'
import { isOfMappings } from './office-measures'
import type { MapNumbers } from './region-numbers'

/** Every number another one, so that a mistaken field is seen. */
const numbers: MapNumbers = {
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
  mapped: {
    districts: 5,
    villages: 80,
    withCandidate: 20,
    withNothing: 48,
    firstOn: '2026-03-01',
    lastOn: '2026-10-01',
  },
  partnerships: { partnerships: 6, districts: 4 },
}
const nothing: MapNumbers = {
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
  mapped: { districts: 0, villages: 0, withCandidate: 0, withNothing: 0, firstOn: null, lastOn: null },
  partnerships: { partnerships: 0, districts: 0 },
}

describe('a measure', () => {
  it.each([
    ['desa-terdaftar', 34 / 171, '19,9%', '34 dari 171'],
    ['desa-aktif', 23 / 171, '13,5%', '23 dari 171'],
    ['kecamatan-aktif', 7 / 12, '58,3%', '7 dari 12'],
    ['kim-per-kecamatan', 53 / 12, '441,7%', '53 dari 12'],
    ['kim-aktif', 31 / 53, '58,5%', '31 dari 53'],
    ['kegiatan', 14, '14', '14'],
    ['desa-bercalon', 20 / 80, '25%', '20 dari 80'],
    ['desa-kosong', 48 / 80, '60%', '48 dari 80'],
    ['kecamatan-terpetakan', 5 / 12, '41,7%', '5 dari 12'],
    ['kemitraan', 6, '6', '6'],
    ['kecamatan-bermitra', 4 / 12, '33,3%', '4 dari 12'],
  ] as const)('%s divides what its definition says', (key, value, words, parts) => {
    const measure: Measure = measures[key]
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
    expect(sayAloud(measures.kemitraan, 'Pacitan', numbers)).toBe('Pacitan: 6 kemitraan')
  })

  it('of partnerships is not known for a past day, and one of mappings not where nothing was settled', () => {
    const past = { ...numbers, partnerships: null }
    for (const key of ['kemitraan', 'kecamatan-bermitra'] as const) {
      expect(measures[key].todayOnly).toBe(true)
      expect(formatValue(measures[key], past)).toBe('–')
      expect(formatParts(measures[key], past)).toBe('–')
      expect(sayAloud(measures[key], 'Pacitan', past)).toContain('tidak disimpan')
      expect(formatDifference(measures[key], past, numbers)).toBe('–')
    }
    expect(sayAloud(measures['desa-kosong'], 'Pacitan', nothing)).toContain('belum ada pemetaan')
    expect(formatValue(measures['kecamatan-terpetakan'], nothing)).toBe('0%')
    expect(measureKeys.filter(isOfMappings)).toHaveLength(3)
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
