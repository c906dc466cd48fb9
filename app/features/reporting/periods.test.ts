import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '~/platform/calendar'
import {
  endedBefore,
  type KindTimeline,
  kindOn,
  periodCode,
  periodKinds,
  periodOf,
  periodOn,
  periodWords,
  readPeriod,
  settleKinds,
} from './periods'

const day = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2024-01-01', days))
const kind = fc.constantFrom(...periodKinds)

describe('a period', () => {
  test('has its first and its last day, also in February and at the end of the year', () => {
    expect(periodOf('month', '2028-02-29')).toEqual({ kind: 'month', from: '2028-02-01', last: '2028-02-29' })
    expect(periodOf('quarter', '2026-12-31')).toEqual({
      kind: 'quarter',
      from: '2026-10-01',
      last: '2026-12-31',
    })
    expect(periodOf('halfYear', '2026-07-01').from).toBe('2026-07-01')
    expect(periodOf('year', '2026-07-01')).toMatchObject({ from: '2026-01-01', last: '2026-12-31' })
  })

  test('is found again by its code, and only by its own', () => {
    fc.assert(
      fc.property(kind, day, (one, date) => {
        const period = periodOf(one, date)
        expect(readPeriod(periodCode(period))).toEqual(period)
      }),
    )
    for (const strange of [
      'bulan-2026-13',
      'bulan-2026-1',
      'triwulan-2026-5',
      'tahun-2026-1',
      'bulan-26-01',
      '',
    ]) {
      expect(readPeriod(strange), strange).toBeNull()
    }
  })

  test('is called as people call it', () => {
    const words = periodKinds.map((one) => periodWords(periodOf(one, '2026-10-05')))
    expect(words).toEqual(['Oktober 2026', 'Triwulan IV 2026', 'Semester II 2026', 'Tahun 2026'])
  })
})

describe('a change of the kind', () => {
  test('waits for a day on which both kinds begin', () => {
    const settled = settleKinds([
      { from: '0001-01-01', kind: 'month' },
      { from: '2026-05-15', kind: 'quarter' },
    ])
    expect(periodOn(settled, '2026-06-30')).toMatchObject({ kind: 'month', from: '2026-06-01' })
    expect(periodOn(settled, '2026-07-01')).toMatchObject({ kind: 'quarter', from: '2026-07-01' })
  })

  test('is overtaken by a change that comes before it could begin', () => {
    const settled = settleKinds([
      { from: '0001-01-01', kind: 'month' },
      { from: '2026-05-15', kind: 'year' },
      { from: '2026-09-01', kind: 'month' },
    ])
    expect(settled).toEqual([{ from: '0001-01-01', kind: 'month' }])
  })

  test('leaves no day without a period and none with two, whatever was asked for', () => {
    const asked = fc
      .array(fc.record({ from: day, kind }), { maxLength: 6 })
      .map(
        (changes): KindTimeline => [
          { from: '0001-01-01', kind: 'month' },
          ...changes
            .sort((a, b) => (a.from < b.from ? -1 : 1))
            .filter((one, at, all) => one.from !== all[at - 1]?.from),
        ],
      )
    fc.assert(
      fc.property(asked, day, (changes, date) => {
        const settled = settleKinds(changes)
        const period = periodOn(settled, date)
        expect(kindOn(settled, period.from)).toBe(period.kind)
        expect(kindOn(settled, period.last)).toBe(period.kind)
        const next = periodOn(settled, addDays(period.last, 1))
        expect(next.from).toBe(addDays(period.last, 1))
      }),
    )
  })

  test('shows in the list of what ended', () => {
    const settled = settleKinds([
      { from: '0001-01-01', kind: 'month' },
      { from: '2026-07-01', kind: 'quarter' },
    ])
    expect(endedBefore(settled, '2026-11-25', 4).map(periodWords)).toEqual([
      'Triwulan III 2026',
      'Juni 2026',
      'Mei 2026',
      'April 2026',
    ])
  })
})
