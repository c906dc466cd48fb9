import { describe, expect, test } from 'vitest'
import { drawLineTrend } from './line-trend'
import { drawMonthBars } from './month-bars'
import { monthLabels, monthName } from './months'

const monthsFrom = (year: number, month: number, many: number) =>
  Array.from({ length: many }, (_, at) => {
    const index = year * 12 + month - 1 + at
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
  })

describe('labels of months', () => {
  test('twelve months carry one each, the year where it begins and no other beside it', () => {
    const labels = monthLabels(monthsFrom(2025, 12, 12))
    expect(labels.map((label) => label?.month)).toEqual([
      'Des',
      'Jan',
      'Feb',
      'Mar',
      'Apr',
      'Mei',
      'Jun',
      'Jul',
      'Agu',
      'Sep',
      'Okt',
      'Nov',
    ])
    expect(labels.map((label) => label?.year)).toEqual([null, '2026', ...Array(10).fill(null)])
  })
  test('of two years only the quarters carry one', () => {
    const labels = monthLabels(monthsFrom(2024, 12, 24))
    expect(labels.filter((label) => label !== null)).toHaveLength(8)
  })
  test('several dates of one month carry it once', () => {
    expect(monthLabels(['2026-10-31', '2026-11-15', '2026-11-22']).map((label) => label?.month)).toEqual([
      'Okt',
      'Nov',
      undefined,
    ])
  })
  test('a month is named in short', () => {
    expect(monthName('2026-05')).toBe('Mei 2026')
  })
})

describe('bars by month', () => {
  const months = monthsFrom(2026, 1, 12).map((month, at) => ({ month, value: at * 100 }))

  test('stand on the line, side by side, the highest below the top of the axis', () => {
    const { bars, ticks } = drawMonthBars(months, { partial: true })
    const floor = ticks[0]?.y
    for (const { y, height } of bars) expect(y + height).toBeCloseTo(floor ?? 0)
    for (const [at, { x }] of bars.entries()) {
      const before = bars[at - 1]
      if (before) expect(before.x + before.width).toBeLessThan(x)
    }
    expect(Math.min(...bars.map(({ y }) => y))).toBeGreaterThanOrEqual(0)
    expect(bars.map(({ isPartial }) => isPartial)).toEqual([...Array(11).fill(false), true])
  })
  test('nothing at all still has an axis from 0', () => {
    const { ticks, bars } = drawMonthBars(months.map(({ month }) => ({ month, value: 0 })))
    expect(ticks.map(({ label }) => label)).toEqual(['0', '1', '2', '3', '4'])
    expect(bars.every(({ height }) => height === 0)).toBe(true)
  })
})

describe('lines through time', () => {
  test('what is not known leaves a gap and a dash in the table', () => {
    const { series } = drawLineTrend(
      ['2026-09-30', '2026-10-31', '2026-11-22'],
      [{ name: 'Aktif', values: [0.5, null, 0.125] }],
      { unit: 'share' },
    )
    expect(series[0]?.words).toEqual(['50%', '–', '12,5%'])
    expect(series[0]?.path.match(/M/g)).toHaveLength(2)
    expect(series[0]?.last?.words).toBe('12,5%')
  })
  test('the figures at the ends of near lines stand apart', () => {
    const { series } = drawLineTrend(
      ['2026-10-31', '2026-11-22'],
      [
        { name: 'Terdaftar', values: [100, 100] },
        { name: 'Aktif', values: [98, 99] },
      ],
    )
    const [above, below] = series.map(({ last }) => last?.wordsY ?? 0)
    expect((below ?? 0) - (above ?? 0)).toBeGreaterThanOrEqual(13)
  })
  test('a line that knows nothing has no point', () => {
    const { series } = drawLineTrend(['2026-11-22'], [{ name: 'Aktif', values: [null] }])
    expect(series[0]).toMatchObject({ path: '', last: null })
  })
})
