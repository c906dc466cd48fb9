import { expect, test } from 'vitest'
import { type BelowRow, compareBy } from './below'

const row = (code: string, numbers: Partial<BelowRow>): BelowRow => ({
  code,
  name: code,
  groups: 10,
  active: 5,
  waiting: 0,
  lastOn: '2026-11-01',
  activeBefore: null,
  ...numbers,
})
const rows = [
  row('3501', { waiting: 4, activeBefore: 0.6 }),
  row('3502', { groups: 0, active: 0, lastOn: null }),
  row('3503', { active: 0, lastOn: null, activeBefore: 0.4 }),
  row('3504', { groups: 20, lastOn: '2026-02-01' }),
]
const order = (sort: Parameters<typeof compareBy>[0]) =>
  [...rows].sort(compareBy(sort)).map(({ code }) => code)

test('rows stand in the order that was asked for, those without any group at its end', () => {
  expect(order('kode')).toEqual(['3501', '3502', '3503', '3504'])
  expect(order('terdaftar')).toEqual(['3504', '3501', '3503', '3502'])
  expect(order('aktif')).toEqual(['3503', '3504', '3501', '3502'])
  expect(order('turun')).toEqual(['3503', '3501', '3504', '3502'])
  expect(order('menunggu')).toEqual(['3501', '3502', '3503', '3504'])
  expect(order('terakhir')).toEqual(['3503', '3504', '3501', '3502'])
})
