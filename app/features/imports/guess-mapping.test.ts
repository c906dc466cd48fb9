import { describe, expect, test } from 'vitest'
import { guessField, guessMapping } from './guess-mapping'
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
  ])('%s means %s', (heading, field) => expect(guessField(heading)).toBe(field))

  test('each field takes the first column that fits', () => {
    expect(guessMapping(['No', 'Desa', 'Kecamatan', 'Nama KIM', 'Ketua', 'Desa'])).toEqual({
      village: 1,
      district: 2,
      name: 3,
      chairName: 4,
    })
  })
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
