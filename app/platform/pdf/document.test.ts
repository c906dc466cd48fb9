import { expect, test } from 'vitest'
import { finishStream, openDocument } from './document'
import { openFlow } from './flow'
import { drawTable } from './table'

test('a report that waits for the number of its pages holds each finished page in one piece', async () => {
  const doc = openDocument({
    title: 'Laporan',
    author: 'Dinas',
    subject: 'Nomor 1',
    date: '2026-11-25',
    manyPages: true,
  })
  const pages = [doc.page]
  doc.on('pageAdded', () => pages.push(doc.page))
  const rows = Array.from({ length: 120 }, (_, at) => ({ cells: [`Kelompok ${at}`, String(at)] }))
  await drawTable(
    openFlow(doc),
    [
      { header: 'KIM', weight: 3 },
      { header: 'Kegiatan', weight: 1, numeric: true },
    ],
    rows,
  )
  expect(pages.length).toBeGreaterThan(2)
  for (const { content } of pages.slice(0, -1)) expect(content).toMatchObject({ buffer: { length: 1 } })
  const written: Buffer[] = []
  for await (const chunk of finishStream(doc)) written.push(chunk)
  expect(Buffer.concat(written).toString('latin1')).toMatch(/^%PDF-1\.7[\s\S]*%%EOF\s*$/)
})
