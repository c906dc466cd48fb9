import { A4, artifact, finish, openDocument, type Pdf, tagged } from '~/platform/pdf/document'
import { drawQr } from '~/platform/pdf/qr'
import { openTypesetter, printable, type Style, type Typesetter } from '~/platform/pdf/typesetter'
import { formatDate, formatRegistrationNumber } from '~/ui/format'
import type { CertificateFacts } from './certificates.schema'
import { drawFrame, drawMark, drawRosette, drawRule, teal } from './ornament.server'

const ink = '#1f2724'
const soft = '#56605c'
const line = '#cfd8d5'

const LEFT = 78
const RIGHT = A4.width - LEFT
const CENTRE = A4.width / 2
/** The middle of the page, between the title and the foot, takes what its text needs. */
const BODY_TOP = 228
const BODY_BOTTOM = 630
const SMALLEST_SCALE = 0.62

/** A piece of the middle of the page: how tall it is, how much air stands above it, and how it is drawn. */
interface Block {
  gap: number
  /** True where spare room may open up. */
  loose?: boolean
  height: number
  tag: string
  /** A thin line above it. */
  ruled?: boolean
  draw: (top: number) => void
}

/**
 * Draws a Tanda Daftar KIM, one A4 page. The same facts give the same bytes.
 * Long names and many legal bases make the text smaller, never overflow; characters that the fonts lack are dropped.
 */
export function drawCertificate(facts: CertificateFacts): Promise<Buffer> {
  const number = formatRegistrationNumber(facts.number)
  const doc = openDocument({
    title: `Tanda Daftar KIM ${number}`,
    author: 'Simpul KIM',
    subject: `Tanda daftar Komunitas Informasi Masyarakat, versi ${facts.version}`,
    date: facts.issuedOn,
  })
  const type = openTypesetter(doc)
  artifact(doc, () => {
    drawRosette(doc, CENTRE, 402, 205)
    drawFrame(doc)
    drawMark(doc, CENTRE, 84, 44)
  })
  drawHead(doc, type)
  drawBody(doc, type, facts, number)
  drawCheck(doc, type, facts)
  drawSignature(doc, type, facts)
  drawSmallPrint(doc, type, facts)
  return finish(doc)
}

function drawHead(doc: Pdf, type: Typesetter): void {
  const centred = (text: string, y: number, style: Style) => type.line(text, CENTRE, y, style, 'center')
  tagged(doc, 'P', () =>
    centred('SIMPUL KIM', 126, { face: 'sansBold', size: 8.5, color: teal, tracking: 0.8 }),
  )
  tagged(doc, 'H1', () => {
    centred('TANDA DAFTAR', 171, { face: 'serifBold', size: 35, color: teal, tracking: 1.6 })
    centred('Komunitas Informasi Masyarakat', 194, { face: 'serif', size: 15.5, color: ink })
  })
  artifact(doc, () => drawRule(doc, CENTRE, 213, 170))
}

/** Sets the middle at the largest scale that fits, and spreads what room is left. */
function drawBody(doc: Pdf, type: Typesetter, facts: CertificateFacts, number: string): void {
  const room = BODY_BOTTOM - BODY_TOP
  let scale = 1
  let blocks = bodyBlocks(type, facts, number, scale)
  while (heightOf(blocks) > room && scale > SMALLEST_SCALE) {
    scale = Math.max(SMALLEST_SCALE, scale - 0.03)
    blocks = bodyBlocks(type, facts, number, scale)
  }
  const looseGaps = blocks.filter((block) => block.loose).length
  const spare = Math.min(34, Math.max(0, room - heightOf(blocks)) / (looseGaps + 1))
  let y = BODY_TOP + spare / 2
  for (const block of blocks) {
    y += block.gap + (block.loose ? spare : 0)
    const top = y
    if (block.ruled) artifact(doc, () => drawHairline(doc, top))
    tagged(doc, block.tag, () => block.draw(top))
    y += block.height
  }
}

function drawHairline(doc: Pdf, y: number): void {
  doc.lineWidth(0.5).strokeColor(line).moveTo(LEFT, y).lineTo(RIGHT, y).stroke()
}

function heightOf(blocks: Block[]): number {
  return blocks.reduce((sum, block) => sum + block.gap + block.height, 0)
}

function bodyBlocks(type: Typesetter, facts: CertificateFacts, number: string, scale: number): Block[] {
  const centred = (
    text: string,
    style: Style,
    gap: number,
    { tag = 'P', most = 2, loose = false } = {},
  ): Block => {
    const set = type.fit(text, { ...style, size: style.size * scale }, RIGHT - LEFT, most, style.size * 0.5)
    const leading = type.leading(set.style)
    return {
      gap: gap * scale,
      loose,
      tag,
      height: set.lines.length * leading,
      draw: (top) =>
        set.lines.forEach((text, at) => {
          type.line(text, CENTRE, top + at * leading + set.style.size, set.style, 'center')
        }),
    }
  }
  const small: Style = { face: 'serifItalic', size: 11.5, color: soft }
  const name = printable(facts.groupName) || `KIM ${number}`
  const above = printable(`${facts.district}, ${facts.regency}, ${facts.province}`)
  return [
    centred('NOMOR REGISTRASI', { face: 'sansBold', size: 8, color: soft, tracking: 0.7 }, 0),
    centred(number, { face: 'serifBold', size: 30, color: teal, tracking: 1 }, 1, { tag: 'H2' }),
    centred(
      'Nomor registrasi sementara Simpul KIM; bukan Nomor Induk nasional',
      { face: 'sansItalic', size: 8.5, color: soft },
      0,
    ),
    centred('diberikan kepada', small, 12, { loose: true }),
    centred(name, { face: 'serifBold', size: 27, color: ink }, 4, { tag: 'H2', most: 3 }),
    centred(printable(facts.village), { face: 'serif', size: 15, color: ink }, 5),
    centred(above, { face: 'serif', size: 11.5, color: ink }, 1),
    ...factRows(type, facts, scale),
  ]
}

function factRows(type: Typesetter, facts: CertificateFacts, scale: number): Block[] {
  const decree = [
    facts.decreeNumber && `Nomor ${facts.decreeNumber}`,
    facts.decreeDate && `tanggal ${formatDate(facts.decreeDate)}`,
    facts.decreeIssuer && `ditetapkan oleh ${facts.decreeIssuer}`,
  ].filter((part) => part !== null && part !== '')
  const rows: [string, string[]][] = [
    ['Ketua', [facts.chairName]],
    [
      'Surat keputusan',
      [decree.length > 0 ? decree.join(', ') : 'Belum tercatat saat tanda daftar ini dibuat'],
    ],
    ['Didaftarkan oleh', [facts.office]],
    [
      'Dasar hukum',
      facts.legalBasis.length > 0 ? facts.legalBasis : ['Lihat halaman dasar hukum Simpul KIM'],
    ],
  ]
  const label: Style = { face: 'sans', size: 9 * scale, color: soft }
  const value: Style = { face: 'sans', size: 10.5 * scale, color: ink }
  const column = LEFT + 100
  const padding = 4.5 * scale
  return rows.map(([term, texts], at) => {
    const lines = texts.flatMap((text) => {
      const set = type.fit(printable(text) || '–', value, RIGHT - column, 3, value.size)
      return set.lines
    })
    const leading = type.leading(value)
    return {
      gap: at === 0 ? 14 * scale : 0,
      loose: at === 0,
      tag: 'P',
      height: lines.length * leading + 2 * padding,
      ruled: true,
      draw: (top) => {
        type.line(term, LEFT, top + padding + value.size, label)
        lines.forEach((text, row) => {
          type.line(text, column, top + padding + row * leading + value.size, value)
        })
      },
    }
  })
}

/** Bottom left: the QR code and the same address to type. */
export function drawCheck(doc: Pdf, type: Typesetter, facts: Pick<CertificateFacts, 'verifyUrl'>): void {
  const size = 88
  const top = 652
  tagged(
    doc,
    'Figure',
    () => drawQr(doc, facts.verifyUrl, LEFT, top, size, ink),
    `Kode QR menuju ${facts.verifyUrl}`,
  )
  tagged(doc, 'P', () => {
    const x = LEFT + size + 14
    type.line('Periksa keasliannya', x, top + 10, { face: 'sansBold', size: 9.5, color: ink })
    const words = 'Pindai kode ini dengan kamera ponsel, atau buka alamat di bawahnya.'
    const style: Style = { face: 'sans', size: 8.5, color: soft }
    type.wrap(words, style, 98).forEach((text, at) => {
      type.line(text, x, top + 24 + at * type.leading(style), style)
    })
  })
  tagged(doc, 'P', () => {
    for (const [at, { text, style }] of addressLines(type, facts.verifyUrl).entries()) {
      type.line(text, LEFT, top + size + 14 + at * 10, style)
    }
  })
}

/** The address without its scheme, on one line, or with its path on a second one. */
function addressLines(type: Typesetter, url: string): { text: string; style: Style }[] {
  const style: Style = { face: 'sansBold', size: 8, color: teal }
  const width = 222
  const [host = '', ...path] = url.replace(/^https?:\/\//, '').split('/')
  const whole = [host, ...path].join('/')
  if (type.width(whole, style) <= width) return [{ text: whole, style }]
  return [host, `/${path.join('/')}`].map((part) => {
    const set = type.fit(part, style, width, 1, 5)
    return { text: set.lines[0] ?? '', style: set.style }
  })
}

/** Bottom right: place, date, office, and the empty place for the electronic signature. */
export function drawSignature(
  doc: Pdf,
  type: Typesetter,
  facts: Pick<CertificateFacts, 'place' | 'issuedOn' | 'office'>,
): void {
  const width = 196
  const x = RIGHT - width
  const middle = x + width / 2
  const centred = (text: string, y: number, style: Style) => type.line(text, middle, y, style, 'center')
  tagged(doc, 'P', () => {
    const day = printable(`${facts.place}, ${formatDate(facts.issuedOn)}`)
    const date = type.fit(day, { face: 'sans', size: 10, color: ink }, width, 1, 7)
    centred(date.lines[0] ?? '', 661, date.style)
    const office = type.fit(printable(facts.office), { face: 'sansBold', size: 10, color: ink }, width, 1, 7)
    centred(office.lines[0] ?? '', 675, office.style)
  })
  artifact(doc, () => {
    doc.lineWidth(0.7).strokeColor('#8a9a97').dash(3, { space: 2.5 })
    doc.roundedRect(x, 684, width, 62, 4).stroke().undash()
  })
  tagged(doc, 'P', () => {
    centred('Tempat tanda tangan elektronik (TTE)', 712, { face: 'sans', size: 8.5, color: soft })
    centred('Belum ditandatangani secara elektronik', 724, { face: 'sansItalic', size: 7.5, color: soft })
  })
}

function drawSmallPrint(doc: Pdf, type: Typesetter, facts: CertificateFacts): void {
  const style: Style = { face: 'sans', size: 7.5, color: soft }
  tagged(doc, 'P', () => {
    type.line(
      `Versi ${facts.version}. Lembar ini memuat keadaan pada tanggal terbitnya; keadaan hari ini ada pada alamat verifikasi.`,
      CENTRE,
      782,
      style,
      'center',
    )
  })
}
