import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { openStorage } from '~/platform/storage/storage'
import { acceptFile } from './accept-file.server'

const storage = openStorage(mkdtempSync(join(tmpdir(), 'files-')))

function pdf(pages = 1, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  return new Promise((resolve) => {
    const document = new PDFDocument(options)
    const chunks: Buffer[] = []
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.text('Surat Keputusan')
    for (let page = 1; page < pages; page++) document.addPage().text(`Halaman ${page + 1}`)
    document.end()
  })
}

function picture(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: '#0b5a5a' } })
}

const file = (bytes: Uint8Array, name: string, type = '') => new File([bytes.slice()], name, { type })
const accept = (given: File) => acceptFile({ storage }, given, 'decreeFile')

test('a PDF that opens is stored as it is, with its pages counted', async () => {
  const bytes = await pdf(3)
  const taken = await accept(file(bytes, 'SK.PDF', 'application/pdf'))
  expect(taken).toMatchObject({ mime: 'application/pdf', pages: 3, bytes: bytes.byteLength })
  expect(await storage.read(taken.sha256)).toEqual(bytes)
})

test('a PDF that was cut off is refused with words at its field', async () => {
  const bytes = await pdf(2)
  await expect(accept(file(bytes.subarray(0, bytes.length / 2), 'sk.pdf'))).rejects.toMatchObject({
    code: 'file_does_not_open',
    field: 'decreeFile',
    status: 422,
  })
})

test('a PDF behind a password is refused and told apart from a broken one', async () => {
  await expect(accept(file(await pdf(1, { userPassword: 'rahasia' }), 'sk.pdf'))).rejects.toMatchObject({
    code: 'file_locked',
  })
})

test('a PDF of more than sixty pages is refused', async () => {
  await expect(accept(file(await pdf(61), 'sk.pdf'))).rejects.toMatchObject({ code: 'file_too_many_pages' })
})

test('a picture whose name or declared type says PDF is refused, naming both', async () => {
  const png = await picture(20, 20).png().toBuffer()
  await expect(accept(file(png, 'laporan.pdf', 'application/pdf'))).rejects.toThrow(/\.pdf.*PNG/)
  await expect(accept(file(png, 'laporan', 'application/pdf'))).rejects.toThrow(/PDF.*PNG/)
})

test('text that calls itself a PDF is refused', async () => {
  await expect(accept(file(Buffer.from('halo semua'), 'sk.pdf', 'application/pdf'))).rejects.toMatchObject({
    code: 'file_unknown_kind',
  })
  await expect(accept(file(Buffer.from('%PDF-1.7 halo'), 'sk.pdf'))).rejects.toMatchObject({
    code: 'file_does_not_open',
  })
})

test('an empty file and one over five megabytes are refused', async () => {
  await expect(accept(file(Buffer.alloc(0), 'sk.pdf'))).rejects.toMatchObject({ code: 'file_empty' })
  await expect(accept(file(Buffer.alloc(5 * 1024 * 1024 + 1), 'sk.pdf'))).rejects.toMatchObject({
    code: 'file_too_large',
  })
})

test('a photo loses where and with what it was taken, and stands upright', async () => {
  const photo = await picture(60, 40)
    .withExif({
      IFD0: { Make: 'Ponsel', Orientation: '6' },
      IFD3: { GPSLatitude: '4/1 32/1 0/1', GPSLatitudeRef: 'S' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  expect((await sharp(photo).metadata()).exif).toBeDefined()
  const { sha256, mime } = await accept(file(photo, 'foto.jpg', 'image/jpeg'))
  const kept = await sharp(await storage.read(sha256)).metadata()
  expect(mime).toBe('image/jpeg')
  expect(kept.exif).toBeUndefined()
  expect([kept.width, kept.height]).toEqual([40, 60])
})

test('a large photo is made smaller, and one of too many pixels is refused', async () => {
  const { sha256 } = await accept(file(await picture(3000, 1500).webp().toBuffer(), 'sk.webp'))
  const kept = await sharp(await storage.read(sha256)).metadata()
  expect([kept.format, kept.width, kept.height]).toEqual(['webp', 2400, 1200])
  const bomb = await picture(8000, 6000).png({ compressionLevel: 9 }).toBuffer()
  await expect(accept(file(bomb, 'besar.png'))).rejects.toMatchObject({ code: 'file_too_many_pixels' })
})

test('a picture that breaks off is refused', async () => {
  const jpeg = await sharp({
    create: { width: 400, height: 400, channels: 3, background: '#fff', noise: { type: 'gaussian' } },
  })
    .jpeg()
    .toBuffer()
  await expect(accept(file(jpeg.subarray(0, jpeg.length / 3), 'foto.jpg'))).rejects.toMatchObject({
    code: 'file_does_not_open',
  })
})
