import fc from 'fast-check'
import { expect, test } from 'vitest'
import { itemsOf, openPdf, readQr, textOf } from '../../../tests/support/pdf'
import type { CertificateFacts } from './certificates.schema'
import { drawCertificate } from './draw-certificate.server'

const facts: CertificateFacts = {
  number: '940412200301',
  version: 2,
  groupName: 'KIM Nawaripi Bersinar',
  village: 'Kampung Nawaripi',
  district: 'Distrik Wania',
  regency: 'Kabupaten Mimika',
  province: 'Provinsi Papua Tengah',
  chairName: 'Yohana Magai',
  decreeNumber: '140/017/SK/2026',
  decreeDate: '2026-05-12',
  decreeIssuer: 'Kepala Kampung Nawaripi',
  office: 'Dinas Kominfo Kabupaten Mimika',
  place: 'Mimika',
  issuedOn: '2026-11-22',
  legalBasis: ['Peraturan Menteri Nomor 4 Tahun 2024', 'Peraturan Menteri Nomor 8 Tahun 2019'],
  verifyUrl: 'https://simpul.example.id/verifikasi/940412200301?v=2',
}

test('the same facts give the same bytes, other facts give others', async () => {
  const [one, two, other] = await Promise.all([
    drawCertificate(facts),
    drawCertificate({ ...facts }),
    drawCertificate({ ...facts, chairName: 'Marten Kogoya' }),
  ])
  expect(one.equals(two)).toBe(true)
  expect(one.equals(other)).toBe(false)
})

test('everything that the certificate states can be read back as text', async () => {
  const text = await textOf(await drawCertificate(facts))
  for (const words of [
    'SIMPUL KIM',
    'TANDA DAFTAR',
    'NOMOR REGISTRASI',
    'Komunitas Informasi Masyarakat',
    '9404 1220 0301',
    'Nomor registrasi sementara Simpul KIM; bukan Nomor Induk nasional',
    facts.groupName,
    facts.village,
    'Distrik Wania, Kabupaten Mimika, Provinsi Papua Tengah',
    facts.chairName,
    'Nomor 140/017/SK/2026, tanggal 12 Mei 2026',
    facts.office,
    'Mimika, 22 November 2026',
    ...facts.legalBasis,
    'Tempat tanda tangan elektronik (TTE)',
    'Belum ditandatangani secara elektronik',
    'simpul.example.id/verifikasi/940412200301?v=2',
    'Versi 2.',
  ]) {
    expect(text).toContain(words)
  }
})

test('the QR code on the page leads to the verification address', async () => {
  expect(await readQr(await drawCertificate(facts))).toBe(facts.verifyUrl)
})

test('it is one page, in Indonesian, tagged, with a title and the date of its facts', async () => {
  const document = await openPdf(await drawCertificate(facts))
  const { info } = await document.getMetadata()
  expect(document.numPages).toBe(1)
  expect(info).toMatchObject({
    Title: 'Tanda Daftar KIM 9404 1220 0301',
    Author: 'Simpul KIM',
    Language: 'id-ID',
    CreationDate: 'D:20261122000000Z',
  })
  expect(await document.getMarkInfo()).toMatchObject({ Marked: true })
})

const words = fc.string({ unit: 'grapheme', minLength: 0, maxLength: 120 })
const wide = fc.constantFrom('W'.repeat(120), 'Ǎ'.repeat(120), 'ini itu '.repeat(15), '😀', 'مرحبا', '')
const anyText = fc.oneof(words, wide)

test('whatever is written in it, the text stays on one page inside the frame and nothing overlaps the foot', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyText,
      anyText,
      fc.option(anyText),
      fc.array(
        fc.oneof(anyText, fc.constant('Peraturan Bupati Nomor 1 Tahun 2020 tentang Pemberdayaan '.repeat(3))),
        {
          maxLength: 5,
        },
      ),
      async (groupName, chairName, decreeNumber, legalBasis) => {
        const bytes = await drawCertificate({ ...facts, groupName, chairName, decreeNumber, legalBasis })
        expect((await openPdf(bytes)).numPages).toBe(1)
        const items = await itemsOf(bytes)
        for (const { transform, width } of items) {
          const [x, y] = [transform[4], transform[5]]
          expect(x).toBeGreaterThan(60)
          expect(x + width).toBeLessThan(535)
          expect(y).toBeGreaterThan(50)
        }
        // The foot begins 190 points above the paper's lower edge; the body's last line ends above it.
        const foot = items.findIndex((item) => item.str.startsWith('Periksa keasliannya'))
        for (const { transform } of items.slice(0, foot)) expect(transform[5]).toBeGreaterThan(195)
      },
    ),
    { numRuns: 25 },
  )
})
