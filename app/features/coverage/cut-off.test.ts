import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '~/platform/calendar'
import { cutOffFor, MONTHS_BACK } from './cut-off'

const EVENING = Date.UTC(2026, 10, 22, 15, 30)
const zones = fc.constantFrom('WIB' as const, 'WITA' as const, 'WIT' as const)
const moments = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2032, 0, 1) })

describe('the day that a map shows', () => {
  it('is today in the zone of the place, which comes first in the east', () => {
    expect(cutOffFor(undefined, EVENING, 'WIB').date).toBe('2026-11-22')
    expect(cutOffFor(undefined, EVENING, 'WITA').date).toBe('2026-11-22')
    expect(cutOffFor(undefined, EVENING, 'WIT').date).toBe('2026-11-23')
  })

  it('can be the end of each of the last 24 months, leap years too, and today', () => {
    const { offered, earliest } = cutOffFor(undefined, Date.UTC(2025, 2, 31, 4), 'WIB')
    expect(offered).toHaveLength(MONTHS_BACK + 1)
    expect(offered.slice(0, 2)).toEqual(['2023-03-31', '2023-04-30'])
    expect(offered).toContain('2024-02-29')
    expect(offered.slice(-2)).toEqual(['2025-02-28', '2025-03-31'])
    expect(earliest).toBe('2023-03-31')
  })

  it('offers only last days of months before today, in order, from the earliest on', () => {
    fc.assert(
      fc.property(moments, zones, (now, zone) => {
        const { offered, earliest, today } = cutOffFor(undefined, now, zone)
        expect(offered[0]).toBe(earliest)
        expect(offered.at(-1)).toBe(today)
        for (const [at, day] of offered.slice(0, -1).entries()) {
          expect(addDays(day, 1).slice(8)).toBe('01')
          expect(day < (offered[at + 1] ?? '')).toBe(true)
        }
      }),
    )
  })

  it('is the one asked for within these bounds, else the nearest of them', () => {
    const on = (asked: string) => cutOffFor(asked, EVENING, 'WIB').date
    expect(on('2025-02-14')).toBe('2025-02-14')
    expect(on('2024-11-30')).toBe('2024-11-30')
    expect(on('2024-11-29')).toBe('2024-11-30')
    expect(on('1999-01-01')).toBe('2024-11-30')
    expect(on('2026-11-23')).toBe('2026-11-22')
  })

  it('is today where something else than a date is asked for', () => {
    for (const asked of ['2026-02-30', '2026-13-01', 'kemarin', '', '2026-1-1', "2026-01-01' or 1=1"]) {
      expect(cutOffFor(asked, EVENING, 'WIB').date).toBe('2026-11-22')
    }
  })
})
