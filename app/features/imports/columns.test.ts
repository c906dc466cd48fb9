import { describe, expect, test } from 'vitest'
import { columnsProblem, guessColumns, guessField, headingRow } from './columns'
import { groupColumns } from './group-columns'
import { readDate } from './read-date'

describe('headings', () => {
  test.each([
    ['Desa/Kelurahan', 'village'],
    ['Nama Kampung', 'village'],
    ['KECAMATAN', 'district'],
    ['Distrik', 'district'],
    ['Kode Desa', 'villageCode'],
    ['Kode Wilayah Kemendagri', 'villageCode'],
    ['Nama KIM', 'name'],
    ['Nama Kelompok', 'name'],
    ['Ketua', 'chairName'],
    ['Nama Ketua KIM', 'chairName'],
    ['No. SK', 'decreeNumber'],
    ['Nomor Surat Keputusan', 'decreeNumber'],
    ['Tgl SK', 'decreeDate'],
    ['Tanggal Surat Keputusan', 'decreeDate'],
    ['Berlaku s/d', 'decreeValidUntil'],
    ['Masa berlaku SK sampai', 'decreeValidUntil'],
    ['Penandatangan SK', 'decreeIssuer'],
    ['Tahun berdiri', 'foundedOn'],
    ['No. HP', 'whatsapp'],
    ['WA', 'whatsapp'],
    ['E-mail', 'email'],
    ['Alamat Sekretariat', 'address'],
    ['No', undefined],
    ['Keterangan', undefined],
  ])('%s means %s', (heading, field) => expect(guessField(groupColumns, heading)).toBe(field))

  test('each field takes the first column that fits', () => {
    const headers = ['No', 'Desa', 'Kecamatan', 'Nama KIM', 'Ketua', 'Desa']
    expect(guessColumns(groupColumns, headers)).toEqual({ village: 1, district: 2, name: 3, chairName: 4 })
  })

  test.each([
    ['the row that names most', [['Desa'], ['No', 'Desa', 'Nama KIM'], ['1', 'Nayaro', 'KIM A']], 1],
    [
      'where none names two, the first with more than a title',
      [['REKAP'], [''], ['X1', 'X2'], ['a', 'b']],
      2,
    ],
    ['a lone column', [[''], ['X1'], ['a']], 1],
    ['none without anything', [[''], []], -1],
  ])('are found: %s', (_, rows, at) => expect(headingRow(groupColumns, rows)).toBe(at))

  test.each([
    [{ name: 0, chairName: 1 }, 'desa'],
    [{ village: 0 }, '“Nama KIM”, “Nama ketua”'],
    [{ village: 0, name: 1, chairName: 1 }, 'Kolom B dipilih dua kali'],
  ])('%j is not enough', (columns, words) => expect(columnsProblem(groupColumns, columns)).toContain(words))
})

describe('dates', () => {
  test.each([
    ['12/5/2024', '2024-05-12'],
    ['12-05-2024', '2024-05-12'],
    ['12.5.24', '2024-05-12'],
    ['2024-05-12', '2024-05-12'],
    ['2024-05-12T00:00:00.000Z', '2024-05-12'],
    ['12 Mei 2024', '2024-05-12'],
    ['12-Agt-24', '2024-08-12'],
    ["Jum'at, 3 Nopember 2023", '2023-11-03'],
    ['45424', '2024-05-12'],
    ['45424.5', '2024-05-12'],
    ['29 Februari 2024', '2024-02-29'],
  ])('%s is %s', (typed, date) => expect(readDate(typed)).toBe(date))

  test.each(['31/2/2024', '13/13/2024', '2024', 'kemarin', '12 Mbuh 2024', '=HARI()', '', '99999999'])(
    '%j is no date',
    (typed) => expect(readDate(typed)).toBeNull(),
  )
})
