import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  endOfWorkingDay,
  isDate,
  localDate,
  startOfDate,
  workingDaysLate,
  type Zone,
} from './calendar'
import { DAY, HOUR } from './clock'

const zones = fc.constantFrom<Zone>('WIB', 'WITA', 'WIT')
const moments = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 0, 1) })
const weekdayOf = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay()

describe('local dates', () => {
  test('the day turns at midnight of the place, not of Jakarta', () => {
    const at = Date.UTC(2026, 10, 22, 15, 30)
    expect(localDate(at, 'WIB')).toBe('2026-11-22')
    expect(localDate(at, 'WITA')).toBe('2026-11-22')
    expect(localDate(at, 'WIT')).toBe('2026-11-23')
  })

  test('a date begins at the first moment that carries it', () => {
    fc.assert(
      fc.property(moments, zones, (at, zone) => {
        const start = startOfDate(localDate(at, zone), zone)
        expect(at - start).toBeGreaterThanOrEqual(0)
        expect(at - start).toBeLessThan(DAY)
        expect(localDate(start - 1, zone)).toBe(addDays(localDate(at, zone), -1))
      }),
    )
  })

  test('days are added over the ends of months and years, leap days included', () => {
    expect(addDays('2026-02-27', 2)).toBe('2026-03-01')
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
  })

  test.each([
    ['2026-02-28', true],
    ['2026-02-29', false],
    ['2028-02-29', true],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['kemarin', false],
    ['', false],
  ])('%s is a date: %s', (text, expected) => expect(isDate(text)).toBe(expected))
})

describe('working days', () => {
  test('five working days from a Friday end on the next Friday, at midnight of the place', () => {
    const friday = Date.UTC(2026, 10, 20, 3)
    expect(endOfWorkingDay(friday, 5, 'WIT')).toBe(startOfDate('2026-11-28', 'WIT'))
  })

  test('what comes on a weekend has its whole first working day on Monday', () => {
    const sunday = Date.UTC(2026, 10, 22, 3)
    expect(endOfWorkingDay(sunday, 1, 'WIB')).toBe(startOfDate('2026-11-24', 'WIB'))
  })

  test('a limit always ends after a working day and leaves exactly that many of them', () => {
    fc.assert(
      fc.property(moments, zones, fc.integer({ min: 1, max: 60 }), (from, zone, days) => {
        const last = addDays(localDate(endOfWorkingDay(from, days, zone), zone), -1)
        expect([1, 2, 3, 4, 5]).toContain(weekdayOf(last))
        let counted = 0
        for (let date = addDays(localDate(from, zone), 1); date <= last; date = addDays(date, 1)) {
          if (weekdayOf(date) !== 0 && weekdayOf(date) !== 6) counted++
        }
        expect(counted).toBe(days)
      }),
    )
  })

  test('nothing is late before its limit, and the first working day after it is the first late one', () => {
    const due = startOfDate('2026-11-28', 'WIT')
    expect(workingDaysLate(due, due - 1, 'WIT')).toBe(0)
    expect(workingDaysLate(due, due, 'WIT')).toBe(0)
    expect(workingDaysLate(due, startOfDate('2026-11-30', 'WIT') - 1, 'WIT')).toBe(0)
    expect(workingDaysLate(due, startOfDate('2026-11-30', 'WIT'), 'WIT')).toBe(1)
    expect(workingDaysLate(due, startOfDate('2026-12-01', 'WIT') + 9 * HOUR, 'WIT')).toBe(2)
  })

  test('late days are counted as a calendar would, over any stretch', () => {
    fc.assert(
      fc.property(moments, zones, fc.integer({ min: 0, max: 400 }), (from, zone, later) => {
        const due = endOfWorkingDay(from, 5, zone)
        const now = due + later * DAY + HOUR
        let counted = 0
        for (let date = localDate(due, zone); date <= localDate(now, zone); date = addDays(date, 1)) {
          if (weekdayOf(date) !== 0 && weekdayOf(date) !== 6) counted++
        }
        expect(workingDaysLate(due, now, zone)).toBe(counted)
      }),
    )
  })
})
