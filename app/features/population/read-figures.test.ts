import { expect, test } from 'vitest'
import { findHeadings, type KnownRegion, readFigures } from './read-figures'

const known = new Map<string, KnownRegion>([
  ['9404', { level: 'regency', inForce: true, mine: true }],
  ['940401', { level: 'district', inForce: true, mine: true }],
  ['3501', { level: 'regency', inForce: true, mine: false }],
  ['9109', { level: 'regency', inForce: false, mine: true }],
])

function read(...lines: string[][]) {
  const found = findHeadings({
    sheet: '',
    merged: [],
    rows: lines.map((cells, at) => ({ row: at + 1, cells, formulas: [] })),
  })
  return found && readFigures(found, known)
}

const heads = ['Kode Kemendagri', 'Nama', 'Penduduk usia 16-64', 'Jumlah Penduduk']

test('figures are read below a title, whatever the order of the columns and the dots in numbers', () => {
  expect(
    read(['PENDUDUK 2026'], [], heads, ['94.04', 'Mimika', '319.580', '456.333'], ['940401', '', '10', '20']),
  ).toEqual({
    figures: [
      { regionCode: '9404', target: 319_580, total: 456_333 },
      { regionCode: '940401', target: 10, total: 20 },
    ],
    problems: [],
  })
})

test('without the three headings nothing is read', () => {
  expect(read(['Nama', 'Penduduk'], ['Mimika', '12'])).toBeNull()
})

test.each([
  [['=94&04', '', '1', '2'], 'A', /seperti rumus/],
  [['941', '', '1', '2'], 'A', /2, 4 atau 6 angka/],
  [['9999', '', '1', '2'], 'A', /Tidak ada wilayah/],
  [['9109', '', '1', '2'], 'A', /tidak berlaku/],
  [['3501', '', '1', '2'], 'A', /di luar wilayah/],
  [['9404', '', "=cmd|' /C calc'!A0", '2'], 'C', /seperti rumus/],
  [['9404', '', '#REF!', '2'], 'C', /dulu gagal/],
  [['9404', '', '1', '12,5'], 'D', /angka bulat/],
  [['9404', '', '-1', '2'], 'C', /angka bulat/],
  [['9404', '', '', '2'], 'C', /angka bulat/],
  [['9404', '', '0', '0'], 'D', /tidak boleh 0/],
  [['9404', '', '3', '2'], 'C', /tidak boleh lebih/],
])('%j is refused at its cell', (cells, column, message) => {
  const answer = read(heads, cells)
  expect(answer?.figures).toEqual([])
  expect(answer?.problems).toEqual([{ row: 2, column, message: expect.stringMatching(message) }])
})

test('a region that comes twice is told with the row in which it stood first', () => {
  const answer = read(heads, ['9404', '', '1', '2'], ['9404', '', '1', '2'])
  expect(answer?.problems).toEqual([{ row: 3, column: 'A', message: expect.stringContaining('baris 2') }])
})
