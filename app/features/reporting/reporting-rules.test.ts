import { describe, expect, test } from 'vitest'
import type { SettingRow } from '~/features/settings/values-through-time'
import { duePeriods, reportingRules } from './reporting-rules'

const row = (key: SettingRow['key'], regionCode: string, value: SettingRow['value']): SettingRow => ({
  id: `${key}${regionCode}`,
  key,
  regionCode,
  value,
  validFrom: '2026-01-01',
  validUntil: null,
  setBy: 'a',
  setAt: 0,
})
const rules = reportingRules([row('reportPeriod', '3501', 'quarter'), row('reportDueDays', '3502', 30)])
const due = (code: string, today: string, year = '2026') =>
  duePeriods(rules, code, { year, today }).map(({ kind, from }) => `${kind} ${from.slice(5, 7)}`)

describe('the periods of a year that are due', () => {
  test('are those whose day has passed, the day itself not', () => {
    expect(due('94', '2026-03-10')).toEqual(['month 01'])
    expect(due('94', '2026-03-11')).toEqual(['month 01', 'month 02'])
    expect(due('94', '2026-01-10')).toEqual([])
    expect(due('94', '2026-03-11', '2025')).toHaveLength(12)
  })

  test('are of every kind that the region or some part of it follows', () => {
    expect(due('35', '2026-04-20')).toEqual(['month 01', 'month 02', 'month 03', 'quarter 01'])
    expect(due('3501', '2026-04-20')).toEqual(['quarter 01'])
    expect(due('3503', '2026-04-20')).toEqual(['month 01', 'month 02', 'month 03'])
  })

  test('follow the days that the region gives', () => {
    expect(due('3502', '2026-04-20')).toEqual(['month 01', 'month 02'])
  })
})
