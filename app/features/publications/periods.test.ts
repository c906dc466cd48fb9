import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, localDate } from '~/platform/calendar'
import { monthsOffered, periodOf, periodWords, yearsOffered } from './periods'

const now = Date.UTC(2026, 10, 25, 2)

test('months are offered from this one back over two years, without gaps', () => {
  const months = monthsOffered('2026-01-31')
  expect(months).toHaveLength(25)
  expect([months[0], months[1], months.at(-1)]).toEqual(['2026-01', '2025-12', '2024-01'])
  expect(months).toEqual([...new Set(months)].sort().reverse())
  expect(yearsOffered('2026-01-31')).toEqual(['2026', '2025', '2024'])
})

describe('a period that was asked for', () => {
  const word = fc.option(
    fc.oneof(
      fc.string({ maxLength: 10 }),
      fc.constantFrom(...monthsOffered('2026-11-25'), '2025', '2027-02-30'),
    ),
    { nil: undefined },
  )

  test('never reaches beyond today and never ends before it begins, whatever stands in the address', () => {
    fc.assert(
      fc.property(
        fc.record({ tanggal: word, dari: word, sampai: word, tahun: word }),
        fc.constantFrom('day' as const, 'now' as const, 'months' as const, 'year' as const),
        fc.constantFrom('WIB' as const, 'WIT' as const),
        (asked, kind, zone) => {
          const { from, until } = periodOf(kind, asked, now, zone)
          expect(from <= until).toBe(true)
          expect(until <= localDate(now, zone)).toBe(true)
          if (kind === 'months' || kind === 'year') expect(from).toMatch(/-01$/)
          if (kind === 'day' || kind === 'now') expect(from).toBe(until)
        },
      ),
    )
  })

  test('is the usual one where nothing sensible is asked: the year so far, today', () => {
    expect(periodOf('months', { dari: 'x' }, now, 'WIB')).toEqual({ from: '2026-01-01', until: '2026-11-25' })
    expect(periodOf('year', { tahun: '1999' }, now, 'WIB')).toEqual({
      from: '2026-01-01',
      until: '2026-11-25',
    })
    expect(periodOf('day', { tanggal: '2026-13-01' }, now, 'WIB').until).toBe('2026-11-25')
    expect(periodOf('now', { tanggal: '2025-01-01' }, now, 'WIB').until).toBe('2026-11-25')
  })

  test('ends with the last day of what is over', () => {
    expect(periodOf('year', { tahun: '2025' }, now, 'WIB')).toEqual({
      from: '2025-01-01',
      until: '2025-12-31',
    })
    expect(periodOf('months', { dari: '2024-12', sampai: '2026-02' }, now, 'WIB')).toEqual({
      from: '2024-12-01',
      until: '2026-02-28',
    })
  })

  test('of months in the wrong order is the later one asked for alone', () => {
    expect(periodOf('months', { dari: '2026-05', sampai: '2026-03' }, now, 'WIB')).toEqual({
      from: '2026-03-01',
      until: '2026-03-31',
    })
  })

  test('follows the calendar of the place: in the east the new year comes first', () => {
    const eve = Date.UTC(2026, 11, 31, 16)
    expect(periodOf('year', {}, eve, 'WIB').from).toBe('2026-01-01')
    expect(periodOf('year', {}, eve, 'WIT')).toEqual({ from: '2027-01-01', until: '2027-01-01' })
  })
})

test('a period says how far it goes, and says so when it is not over', () => {
  expect(periodWords('day', { from: '2026-11-25', until: '2026-11-25' })).toBe('Keadaan per 25 November 2026')
  expect(periodWords('year', { from: '2025-01-01', until: '2025-12-31' })).toBe('Tahun 2025')
  expect(periodWords('year', { from: '2026-01-01', until: '2026-11-25' })).toBe(
    'Tahun 2026, sampai 25 November 2026',
  )
  expect(periodWords('months', { from: '2026-01-01', until: '2026-06-30' })).toBe('Januari sampai Juni 2026')
  expect(periodWords('months', { from: '2025-12-01', until: '2026-02-28' })).toBe(
    'Desember 2025 sampai Februari 2026',
  )
  expect(periodWords('months', { from: '2026-11-01', until: addDays('2026-12-01', -1) })).toBe(
    'November 2026',
  )
})
