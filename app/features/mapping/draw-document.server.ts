import { drawMapOn } from '~/features/publications/draw-map.server'
import { withWord, wordsOf } from '~/features/regions/places'
import { artifact, openDocument } from '~/platform/pdf/document'
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
import { drawTable, type PdfColumn } from '~/platform/pdf/table'
import { printable, type Style } from '~/platform/pdf/typesetter'
import { formatDate, formatNumber } from '~/ui/format'
import { classSource, classWords, followUpWords } from './mapping.messages'
import { followUps, type RowClass, type RowContent, rowClasses } from './mapping.schema'
import type { MappingFacts } from './mapping-facts'
import { type MappingNumbers, noNumbers, sumOf } from './mapping-numbers.queries.server'
import type { DistrictOf } from './villages.queries.server'

/** A settled mapping ready to be printed; its rows come district by district. */
export interface PrintedMapping {
  number: string
  title: string
  beginsOn: string
  endsOn: string
  settledOn: string
  facts: MappingFacts
  numbers: Map<string, MappingNumbers>
  /** Villages in which something was found: with a KIM, or with a candidate only. */
  villages: Map<string, { groups: number; candidates: number }>
  rowsOf: (districtCode: string) => AsyncIterable<PrintedRow>
}

export interface PrintedRow extends Omit<RowContent, 'contactName' | 'contact'> {
  villageCode: string
}

/** Draws the document of a settled mapping: cover, map, and a page for each district. Same facts, same bytes. */
export async function drawMappingDocument(
  mapping: PrintedMapping,
  onRow: () => Promise<void>,
): Promise<AsyncIterable<Uint8Array>> {
  const { facts, number, settledOn } = mapping
  const plain = (text: string) => printable(text).replace(/[<>&]/g, ' ')
  const doc = openDocument({
    title: plain(`${mapping.title}, ${facts.regency}`),
    author: plain(facts.office),
    subject: `Pemetaan nomor ${number}`,
    date: settledOn,
    // Room for everything that a row tells, side by side.
    landscape: true,
    manyPages: true,
  })
  const flow = openFlow(doc)
  drawCover(flow, mapping)
  await drawSums(flow, mapping, onRow)
  drawBasis(flow, mapping)
  drawMaps(flow, mapping)
  for (const district of facts.districts) await drawDistrict(flow, mapping, district, onRow)
  return closeFlow(flow, `${number}   ${mapping.title}, ${facts.regency}`)
}

function drawCover(flow: Flow, { number, title, beginsOn, endsOn, settledOn, facts }: PrintedMapping): void {
  const small: Style = { face: 'sansBold', size: 8.5, color: teal, tracking: 0.6 }
  writeText(flow, facts.office.toUpperCase(), { style: small, after: 2 })
  artifact(flow.doc, () => {
    flow.doc.rect(flow.left, flow.y + 2, 34, 2.2).fill(teal)
  })
  flow.y += 60
  writeText(flow, title, { style: { face: 'serifBold', size: 27, color: ink }, tag: 'H1', after: 4 })
  writeText(flow, `${facts.regency}, ${facts.province}`, {
    style: { face: 'serif', size: 16, color: ink },
    after: 12,
  })
  const lines = [
    `Nomor ${number}`,
    `Ditetapkan ${formatDate(settledOn)}`,
    `Pendataan ${formatDate(beginsOn)} sampai ${formatDate(endsOn)}`,
  ]
  for (const line of lines) writeText(flow, line, { style: { ...body, size: 11 }, after: 2 })
  if (facts.isDemo) {
    writeText(flow, 'Data contoh: kelompok dan orang di sini rekaan.', {
      style: { ...body, face: 'sansItalic', color: '#7a4a00' },
      before: 6,
    })
  }
  flow.y += 18
  rule(flow)
}

async function drawSums(flow: Flow, mapping: PrintedMapping, onRow: () => Promise<void>): Promise<void> {
  const { facts, numbers, villages } = mapping
  const sum = sumOf(numbers.values())
  const all = facts.districts.flatMap((district) => district.villages)
  writeText(
    flow,
    `${formatNumber(sum.rows)} kelompok: ${formatNumber(sum.classes.kim)} KIM terdaftar dan ${formatNumber(sum.classes.a + sum.classes.b)} calon, di ${formatNumber(villages.size)} dari ${formatNumber(all.length)} desa. ${formatNumber(all.length - villages.size)} desa belum punya keduanya.`,
    { style: { ...body, size: 11 }, after: 8 },
  )
  const columns: PdfColumn[] = [
    { header: wordsOf(facts.districts), weight: 4 },
    { header: 'Desa', weight: 1.2, numeric: true },
    { header: 'Tanpa kelompok', weight: 1.8, numeric: true },
    ...rowClasses.map((one) => ({ header: classWords[one].short, weight: 1.5, numeric: true })),
    ...followUps.map((one) => ({ header: followUpWords[one].label, weight: 2.1, numeric: true })),
  ]
  const cells = (name: string, here: DistrictOf['villages'], counted: MappingNumbers) => [
    name,
    formatNumber(here.length),
    formatNumber(here.filter(({ code }) => !villages.has(code)).length),
    ...rowClasses.map((one) => formatNumber(counted.classes[one])),
    ...followUps.map((one) => formatNumber(counted.followUps[one])),
  ]
  await drawTable(
    flow,
    columns,
    [
      ...facts.districts.map((district) => ({
        cells: cells(district.name, district.villages, numbers.get(district.code) ?? noNumbers()),
      })),
      { cells: cells('Jumlah', all, sum), strong: true },
    ],
    onRow,
  )
}

function drawBasis(flow: Flow, { facts }: PrintedMapping): void {
  writeHeading(flow, 'Pengertian')
  const terms = [
    ...rowClasses.map((one) => `${classWords[one].label}: ${classWords[one].meaning}`),
    ...followUps.map((one) => `${followUpWords[one].label}: ${followUpWords[one].meaning}`),
    classSource,
  ]
  for (const term of terms) writeText(flow, term, { style: { ...body, size: 9 }, after: 3 })
  writeHeading(flow, 'Dasar hukum', 2, 60)
  const cited =
    facts.legalBasis.length > 0 ? facts.legalBasis : ['Belum ada dasar hukum yang dicatat untuk tanggal ini.']
  for (const citation of cited) writeText(flow, citation, { style: { ...body, size: 9 }, after: 3 })
}

function drawMaps(flow: Flow, mapping: PrintedMapping): void {
  flow.doc.addPage()
  flow.y = flow.top
  const { map, mapSource } = mapping.facts
  if (map) drawMapOn(flow, map)
  if (mapSource) {
    writeText(flow, `Batas wilayah: ${mapSource}.`, { style: { ...body, size: 8, color: soft } })
  }
  drawTiles(flow, mapping)
}

const TILE = { size: 9, gap: 2.5, names: 150, row: 17 }
const tileFills = { groups: '#0b5a5a', candidates: '#8fc5c1', nothing: '#ffffff' } as const

/** Every village as a tile beside its district: with a KIM, with a candidate only, with nothing. */
function drawTiles(flow: Flow, { facts, villages }: PrintedMapping): void {
  writeHeading(flow, 'Setiap desa satu kotak', 2, 120)
  const words = 'Gelap: ada KIM. Muda: ada calon, belum ada KIM. Putih: belum ada keduanya.'
  writeText(flow, words, { style: { ...body, size: 9, color: soft }, after: 6 })
  const aRow = Math.floor((flow.width - TILE.names) / (TILE.size + TILE.gap))
  const style: Style = { face: 'sans', size: 8.5, color: ink }
  for (const district of facts.districts) {
    const lines = Math.max(1, Math.ceil(district.villages.length / aRow))
    const empty = district.villages.filter(({ code }) => !villages.has(code)).length
    const height = TILE.row + (lines - 1) * (TILE.size + TILE.gap)
    const alt = `${withWord(district)}: ${formatNumber(empty)} dari ${formatNumber(district.villages.length)} desa belum punya keduanya`
    writeFigure(flow, height, alt, (top) => {
      const { doc, type } = flow
      const name = type.fit(printable(district.name), style, TILE.names - 10, 1, 6)
      type.line(name.lines[0] ?? '', flow.left, top + 9, name.style)
      district.villages.forEach(({ code }, at) => {
        const found = villages.get(code)
        const fill = !found ? 'nothing' : found.groups > 0 ? 'groups' : 'candidates'
        const x = flow.left + TILE.names + (at % aRow) * (TILE.size + TILE.gap)
        const y = top + 1 + Math.floor(at / aRow) * (TILE.size + TILE.gap)
        doc.lineWidth(0.5).rect(x, y, TILE.size, TILE.size).fillAndStroke(tileFills[fill], '#6d746f')
      })
    })
  }
}

/** A page, or more where there is much: what was found in the district, and where nothing was. */
async function drawDistrict(
  flow: Flow,
  { facts, numbers, villages, rowsOf }: PrintedMapping,
  district: DistrictOf,
  onRow: () => Promise<void>,
): Promise<void> {
  flow.doc.addPage()
  flow.y = flow.top
  const counted = numbers.get(district.code) ?? noNumbers()
  writeHeading(flow, withWord(district))
  const part = (one: RowClass) => `${formatNumber(counted.classes[one])} ${classWords[one].short}`
  const proposed = followUps.map(
    (one) => `${followUpWords[one].label} ${formatNumber(counted.followUps[one])}`,
  )
  writeText(flow, `${rowClasses.map(part).join(', ')}. Usulan: ${proposed.join(', ')}.`, { after: 8 })
  const names = new Map(district.villages.map((village) => [village.code, village.name]))
  if (counted.rows > 0) {
    await drawTable(
      flow,
      [
        { header: wordsOf(district.villages), weight: 2.2 },
        { header: 'Kelompok', weight: 2.8 },
        { header: 'Jenis', weight: 2 },
        { header: 'Kelas', weight: 1.2 },
        { header: 'Usulan', weight: 1.6 },
        { header: 'Saluran, sasaran, topik', weight: 4 },
        { header: 'Kekuatan dan kekurangan', weight: 4 },
        { header: 'Didata', weight: 2 },
      ],
      printedRows(rowsOf(district.code), names, facts.kinds),
      onRow,
    )
  }
  const empty = district.villages.filter(({ code }) => !villages.has(code)).map(({ name }) => name)
  ensureRoom(flow, 40)
  writeText(
    flow,
    empty.length === 0
      ? 'Semua desa di sini punya KIM atau calonnya.'
      : `Belum punya KIM maupun calonnya (${formatNumber(empty.length)}): ${empty.join(', ')}.`,
    { before: 10, style: { ...body, face: 'sansBold' } },
  )
}

async function* printedRows(
  rows: AsyncIterable<PrintedRow>,
  villages: Map<string, string>,
  kinds: Record<string, string>,
) {
  for await (const row of rows) {
    const { villageCode, kindCode, channels, audience, topics, strength, gap, surveyedBy, surveyedOn } = row
    yield {
      cells: [
        villages.get(villageCode) ?? villageCode,
        row.name,
        kindCode ? (kinds[kindCode] ?? kindCode) : '–',
        classWords[row.class].short,
        followUpWords[row.followUp].label,
        told({ Saluran: channels, Sasaran: audience, Topik: topics }),
        told({ Kekuatan: strength, Kurang: gap }),
        [surveyedBy, surveyedOn && formatDate(surveyedOn)].filter(Boolean).join(', ') || '–',
      ],
    }
  }
}

/** What is known, each part by its name; a dash where nothing is. */
function told(parts: Record<string, string | null>): string {
  const known = Object.entries(parts).flatMap(([name, text]) =>
    text ? [`${name}: ${text.replace(/\.$/, '')}.`] : [],
  )
  return known.join(' ') || '–'
}
