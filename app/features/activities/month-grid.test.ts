import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isMonth, monthFrom, weeksOf } from './month-grid'

const months = fc
  .tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`)

test('every day of a month stands once, in order, under its weekday', () => {
  fc.assert(
    fc.property(months, (month) => {
      const weeks = weeksOf(month)
      const days = weeks.flat().filter((day) => day !== null)
      const [year = 0, at = 0] = month.split('-').map(Number)
      expect(days).toHaveLength(new Date(Date.UTC(year, at, 0)).getUTCDate())
      expect(days).toEqual([...days].sort())
      for (const week of weeks) {
        expect(week).toHaveLength(7)
        for (const [column, day] of week.entries()) {
          if (day) expect((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7).toBe(column)
        }
      }
    }),
  )
})

test('going a month on and back again leads to the same month, across years too', () => {
  fc.assert(
    fc.property(months, (month) => {
      expect(monthFrom(monthFrom(month, 1), -1)).toBe(month)
    }),
  )
  expect(monthFrom('2026-12', 1)).toBe('2027-01')
})

test('what is no month is told apart', () => {
  expect(['2026-11', '2026-13', '2026-1', '1999-05', 'abc', ''].map(isMonth)).toEqual([
    true,
    false,
    false,
    false,
    false,
    false,
  ])
})
