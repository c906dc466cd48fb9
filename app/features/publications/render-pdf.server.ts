import { artifact, openDocument, tagged } from '~/platform/pdf/document'
import {
  body,
  closeFlow,
  ensureRoom,
  type Flow,
  ink,
  openFlow,
  rule,
  soft,
  teal,
  writeFigure,
  writeHeading,
  writeText,
} from '~/platform/pdf/flow'
import { drawQr } from '~/platform/pdf/qr'
import { drawTable, type PdfRow } from '~/platform/pdf/table'
import { printable, type Style } from '~/platform/pdf/typesetter'
import type { Storage } from '~/platform/storage/storage'
import { formatDate, formatNumber } from '~/ui/format'
import {
  belowRow,
  cellWords,
  type DocumentColumn,
  type DocumentHead,
  type DocumentRow,
  type DocumentTable,
} from './document'
import { drawCharts } from './document-charts'
import { CHARTS_HEIGHT, drawChartsOn } from './draw-charts.server'
import { drawMapOn } from './draw-map.server'
import { drawPhotos } from './draw-photos.server'
import type { FactsReading } from './facts-file.server'

/** Wider tables are turned. */
const UPRIGHT_COLUMNS = 7
/** Longer lists stand whole in XLSX and CSV only: nobody reads fifty pages of names on paper. */
const PRINTED_ROWS = 1000

interface Rendering {
  storage: Storage
  /** SHA-256 of the facts, printed so that paper and portal can be compared. */
  factsSha256: string
  onRow: () => Promise<void>
}

/** Draws a snapshot as a document that a head of office signs and hands over. The same facts give the same bytes. */
export async function renderPdf(
  { head, tables }: FactsReading,
  { storage, factsSha256, onRow }: Rendering,
): Promise<AsyncIterable<Uint8Array>> {
  const doc = openDocument({
    title: printable(`${head.title}, ${head.place}`).replace(/[<>&]/g, ' '),
    author: printable(head.office).replace(/[<>&]/g, ' '),
    subject: `Dokumen nomor ${head.number}`,
    date: head.madeOn,
    landscape: head.tables.some(({ columns }) => inRow(columns).length > UPRIGHT_COLUMNS),
    manyPages: true,
  })
  const flow = openFlow(doc)
  drawTitle(flow, head)
  for (const warning of head.warnings) writeWarning(flow, warning)
  if (head.map) drawMapOn(flow, head.map)
  for await (const table of tables) await drawOne(flow, table, onRow)
  drawNotes(flow, head)
  drawEnd(flow, head, factsSha256)
  if (head.photos?.length) await drawPhotos(flow, storage, head.photos)
  return closeFlow(flow, `${head.number}   ${head.title}, ${head.place}, ${head.period}`)
}

function drawTitle(flow: Flow, head: DocumentHead): void {
  const small: Style = { face: 'sansBold', size: 8.5, color: teal, tracking: 0.6 }
  writeText(flow, head.office.toUpperCase(), { style: small, after: 2 })
  artifact(flow.doc, () => {
    flow.doc.rect(flow.left, flow.y + 2, 34, 2.2).fill(teal)
  })
  flow.y += 16
  writeText(flow, head.title, { style: { face: 'serifBold', size: 21, color: ink }, tag: 'H1', after: 2 })
  writeText(flow, head.place, { style: { face: 'serif', size: 14, color: ink }, after: 6 })
  writeText(flow, head.period, { style: { ...body, face: 'sansBold' }, after: 1 })
  writeText(flow, `Nomor ${head.number}. Data diambil ${head.gatheredAt}.`, {
    style: { ...body, color: soft },
    after: 8,
  })
  if (head.isDemo) writeWarning(flow, 'Data contoh: kelompok dan orang di sini rekaan.')
  rule(flow)
}

function writeWarning(flow: Flow, words: string): void {
  writeText(flow, words, { style: { ...body, face: 'sansItalic', color: '#7a4a00' }, after: 5 })
}

async function drawOne(
  flow: Flow,
  table: DocumentTable & { isList?: boolean; rows: AsyncGenerator<DocumentRow> },
  onRow: () => Promise<void>,
): Promise<void> {
  const { title, lead, columns, isList } = table
  writeHeading(flow, title, 2, table.charts && CHARTS_HEIGHT + 130)
  if (lead) writeText(flow, lead, { style: { ...body, color: soft }, after: 6 })
  let rows: AsyncIterable<DocumentRow> | DocumentRow[] = table.rows
  if (table.charts) {
    rows = await all(table.rows)
    drawChartsOn(flow, drawCharts(table, rows))
  }
  let left = 0
  let count = 0
  async function* printed(): AsyncGenerator<PdfRow> {
    for await (const row of rows) {
      count++
      if (isList && count > PRINTED_ROWS) {
        left++
        await onRow()
      } else
        yield {
          cells: columns.flatMap(({ kind, isBelow }, at) =>
            isBelow ? [] : cellWords(kind, row.cells[at] ?? null),
          ),
          strong: row.isTotal,
          below: belowRow(columns, row)
            .map(({ header, words }) => `${header}: ${words}`)
            .join(' · '),
        }
    }
  }
  await drawTable(
    flow,
    inRow(columns).map(({ header, kind, weight }) => ({
      header,
      weight,
      numeric: kind === 'count' || kind === 'money' || kind === 'percent',
    })),
    printed(),
    onRow,
  )
  if (count === 0) writeText(flow, 'Tidak ada baris.', { style: { ...body, color: soft } })
  if (left > 0) {
    writeText(
      flow,
      `Dan ${formatNumber(left)} baris lagi: daftar lengkapnya, ${formatNumber(count)} baris, ada di berkas XLSX dan CSV bernomor sama.`,
      { style: { ...body, face: 'sansItalic' } },
    )
  }
}

function inRow(columns: DocumentColumn[]): DocumentColumn[] {
  return columns.filter(({ isBelow }) => !isBelow)
}

async function all(rows: AsyncIterable<DocumentRow>): Promise<DocumentRow[]> {
  const found: DocumentRow[] = []
  for await (const row of rows) found.push(row)
  return found
}

function drawNotes(flow: Flow, { definitions, legalBasis }: DocumentHead): void {
  writeHeading(flow, 'Pengertian')
  for (const { term, words } of definitions) {
    writeText(flow, `${term}: ${words}`, { style: { ...body, size: 9 }, after: 3 })
  }
  writeHeading(flow, 'Dasar hukum', 2, 60)
  const cited = legalBasis.length > 0 ? legalBasis : ['Belum ada dasar hukum yang dicatat untuk tanggal ini.']
  for (const citation of cited) writeText(flow, citation, { style: { ...body, size: 9 }, after: 3 })
}

const END_HEIGHT = 158
const QR = 76

/** The last thing: how to check the document on the left, the places for signatures on the right. */
function drawEnd(flow: Flow, head: DocumentHead, factsSha256: string): void {
  flow.y += 14
  ensureRoom(flow, END_HEIGHT)
  rule(flow, 12)
  const top = flow.y
  drawSigners(flow, head, top)
  writeFigure(flow, QR, `Kode QR menuju ${head.verifyUrl}`, () =>
    drawQr(flow.doc, head.verifyUrl, flow.left, top, QR, ink),
  )
  const style: Style = { face: 'sans', size: 7.5, color: soft }
  const half = { ...flow, width: flow.width * 0.42 }
  half.y = top + QR + 10
  writeText(half, `Periksa di ${head.verifyUrl.replace(/^https?:\/\//, '')}`, {
    style: { ...style, face: 'sansBold', color: teal },
    after: 1,
  })
  writeText(
    half,
    'Kode QR menunjukkan catatan dokumen ini di portal. Kode itu bukan tanda tangan elektronik.',
    {
      style,
      after: 1,
    },
  )
  writeText(half, `Sidik data (SHA-256): ${factsSha256.replace(/(.{16})(?=.)/g, '$1 ')}`, { style, after: 0 })
  flow.y = top + END_HEIGHT
}

function drawSigners({ doc, type, left, width }: Flow, head: DocumentHead, top: number): void {
  const signers = head.signers ?? [`Kepala ${head.office}`]
  const area = width * 0.52
  const each = area / signers.length
  const from = left + width - area
  const style: Style = { face: 'sans', size: 9, color: ink }
  tagged(doc, 'P', () => {
    const day = printable(`${head.madeIn}, ${formatDate(head.madeOn)}`)
    type.line(day, left + width - each / 2, top + 9, style, 'center')
  })
  signers.forEach((signer, at) => {
    const middle = from + each * (at + 0.5)
    tagged(doc, 'P', () => {
      const set = type.fit(printable(signer), { ...style, face: 'sansBold' }, each - 12, 2, 7)
      set.lines.forEach((line, row) => {
        type.line(line, middle, top + 24 + row * 11, set.style, 'center')
      })
    })
    artifact(doc, () => {
      doc
        .lineWidth(0.6)
        .strokeColor(soft)
        .moveTo(middle - each / 2 + 10, top + 108)
        .lineTo(middle + each / 2 - 10, top + 108)
        .stroke()
    })
    tagged(doc, 'P', () =>
      type.line('Nama terang', middle, top + 120, { ...style, size: 7.5, color: soft }, 'center'),
    )
  })
}
