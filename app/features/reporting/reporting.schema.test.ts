import { expect, test } from 'vitest'
import { OwnReportForm } from './reporting.schema'

const form = (received: string) =>
  OwnReportForm.safeParse({
    intent: 'save',
    id: '0190aaaa-0000-7000-8000-000000000001',
    version: '0',
    received,
    fundSource: 'dana_desa',
  })

test.each([
  ['0', 0],
  ['1500000', 1_500_000],
  ['Rp 1.500.000', 1_500_000],
  ['1.500.000,00', 1_500_000],
  ['2.000.000.000', 2_000_000_000],
])('%s is an amount of money', (typed, amount) => {
  expect(form(typed).data?.received).toBe(amount)
})

test.each([
  ['2.000.000.001', 'Paling banyak 2.000.000.000 rupiah. Periksa jumlah nolnya.'],
  ['99999999999999999999', 'Paling banyak 2.000.000.000 rupiah. Periksa jumlah nolnya.'],
  ['1,5 juta', 'Tulis jumlah rupiah bulat, misalnya 1.500.000.'],
  ['-1', 'Tulis jumlah rupiah bulat, misalnya 1.500.000.'],
  ['1.50', 'Tulis jumlah rupiah bulat, misalnya 1.500.000.'],
])('%s is not, and the person is told what to do', (typed, words) => {
  expect(form(typed).error?.issues.map(({ message }) => message)).toEqual([words])
})
