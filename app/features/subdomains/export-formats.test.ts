import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { namesAsCsv, namesAsZone, zoneSerial } from './export-formats'

const NOW = Date.UTC(2026, 10, 22, 2, 0, 0)
const name = {
  label: 'nawaripi',
  groupName: 'KIM Nawaripi; "Jaya"',
  groupNumber: '940412200301',
  village: 'Nawaripi',
  district: 'Wania',
  regency: 'Mimika',
  province: 'Papua Tengah',
  requestedOn: '2026-11-20',
  endorsedOn: '2026-11-21',
}

describe('the table of names to activate', () => {
  test('read back by a spreadsheet it says what was put in', () => {
    const text = namesAsCsv([name])
    expect(text.charCodeAt(0)).toBe(0xfeff)
    const [row] = parse(text, { delimiter: ';', bom: true, columns: true }) as Record<string, string>[]
    expect(row).toMatchObject({
      nama: 'nawaripi',
      alamat: 'nawaripi.kim.id',
      kim: 'KIM Nawaripi; "Jaya"',
      nomor_registrasi: '940412200301',
    })
  })

  test('no cell begins like a formula', () => {
    const text = namesAsCsv([{ ...name, groupName: '=cmd|calc' }])
    const [row] = parse(text, { delimiter: ';', bom: true, columns: true }) as Record<string, string>[]
    expect(row?.kim).toBe("'=cmd|calc")
  })
})

describe('the zone fragment', () => {
  test('every line is a comment, the origin or one alias that ends at the target', () => {
    const zone = namesAsZone([name, { ...name, label: 'nawaripi-wania' }], {
      target: 'situs.kim.id',
      now: NOW,
    })
    const lines = zone.trimEnd().split('\n')
    expect(lines).toContain('; dibuat 22 November 2026, 09.00 WIB, 2 nama')
    expect(lines).toContain('; serial 2026112236')
    expect(lines).toContain('$ORIGIN kim.id.')
    const records = lines.filter((line) => !/^[;$]/.test(line))
    expect(records.map((line) => line.split(/\s+/))).toEqual([
      ['nawaripi', 'IN', 'CNAME', 'situs.kim.id.'],
      ['nawaripi-wania', 'IN', 'CNAME', 'situs.kim.id.'],
    ])
  })

  test('the serial grows from one quarter of an hour to the next, over midnight in WIB too', () => {
    const serials = Array.from({ length: 200 }, (_, at) => Number(zoneSerial(NOW + at * 15 * 60_000)))
    for (const [at, serial] of serials.entries()) expect(serial).toBeGreaterThan(serials[at - 1] ?? 0)
    expect(Math.max(...serials)).toBeLessThan(2 ** 32)
  })
})
