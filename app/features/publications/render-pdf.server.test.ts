import { expect, test } from 'vitest'
import { openStorage } from '~/platform/storage/storage'
import { pdfPages, squeezed } from '../../../tests/support/pdf'
import type { DocumentHead, DocumentRow, DocumentTable } from './document'
import { renderPdf } from './render-pdf.server'

const table: DocumentTable & { isList: boolean } = {
  key: 'kim',
  title: 'Daftar KIM',
  isList: true,
  columns: [{ header: 'Nama KIM', kind: 'text', weight: 1 }],
}
const head: DocumentHead = {
  output: 'kim',
  number: 'R-00-2026-0001',
  title: 'Rekapitulasi KIM',
  place: 'Indonesia',
  period: 'Keadaan per 25 November 2026',
  office: 'Kementerian Komunikasi dan Digital',
  madeOn: '2026-11-25',
  madeIn: 'Jakarta',
  gatheredAt: '25 November 2026, 09.30 WIB',
  legalBasis: [],
  verifyUrl: 'http://localhost:3000/verifikasi/dokumen/R-00-2026-0001',
  isDemo: false,
  definitions: [],
  warnings: [],
  tables: [table],
}

test('a long list is printed up to 1,000 rows, and the paper says how many more the other files hold', async () => {
  async function* rows(): AsyncGenerator<DocumentRow> {
    for (let at = 1; at <= 1003; at++) yield { key: String(at), cells: [`KIM-${at}.`] }
  }
  async function* tables() {
    yield { ...table, rows: rows() }
  }
  let done = 0
  const chunks: Uint8Array[] = []
  const drawn = await renderPdf(
    { head, tables: tables() },
    {
      storage: openStorage('.cache/none'),
      factsSha256: '0'.repeat(64),
      onRow: async () => {
        done++
      },
    },
  )
  for await (const chunk of drawn) chunks.push(chunk)
  const text = squeezed((await pdfPages(Buffer.concat(chunks))).join(''))
  expect(text).toContain('KIM-1000.')
  expect(text).not.toContain('KIM-1001.')
  expect(text).toContain(squeezed('Dan 3 baris lagi: daftar lengkapnya, 1.003 baris'))
  expect(done).toBe(1003)
}, 30_000)
