import { drawCheck, drawSignature } from '~/features/certificates/draw-certificate.server'
import { drawFrame, drawMark, drawRosette, drawRule, teal } from '~/features/certificates/ornament.server'
import { A4, artifact, openDocument, type Pdf, tagged } from '~/platform/pdf/document'
import { openTypesetter, printable, type Style, type Typesetter } from '~/platform/pdf/typesetter'
import { formatDate } from '~/ui/format'
import type { AttendanceFacts } from './events.kinds'
import { eventKindWords } from './events.messages'

const ink = '#1f2724'
const soft = '#56605c'

const LEFT = 78
const RIGHT = A4.width - LEFT
const CENTRE = A4.width / 2

/** Opens a document for certificates of one event, its first page ready to be drawn on. */
export function openAttendance({ title, number, issuedOn }: AttendanceFacts): { doc: Pdf; type: Typesetter } {
  const doc = openDocument({
    title: `Sertifikat ${number}`,
    author: 'Simpul KIM',
    subject: printable(title).replace(/[<>&]/g, ' '),
    date: issuedOn,
  })
  return { doc, type: openTypesetter(doc) }
}

/** Draws one certificate of attendance on the page in hand. The same facts give the same marks. */
export function drawAttendance(doc: Pdf, type: Typesetter, facts: AttendanceFacts): void {
  artifact(doc, () => {
    drawRosette(doc, CENTRE, 402, 205)
    drawFrame(doc)
    drawMark(doc, CENTRE, 84, 44)
  })
  const centred = (text: string, y: number, style: Style) => type.line(text, CENTRE, y, style, 'center')
  tagged(doc, 'P', () =>
    centred('SIMPUL KIM', 126, { face: 'sansBold', size: 8.5, color: teal, tracking: 0.8 }),
  )
  tagged(doc, 'H1', () => {
    centred('SERTIFIKAT', 171, { face: 'serifBold', size: 35, color: teal, tracking: 1.6 })
    centred('Keikutsertaan', 194, { face: 'serif', size: 15.5, color: ink })
  })
  artifact(doc, () => drawRule(doc, CENTRE, 213, 170))
  tagged(doc, 'P', () =>
    centred(`Nomor ${facts.number}`, 238, { face: 'sans', size: 10, color: soft, tracking: 0.3 }),
  )
  drawPerson(doc, type, facts)
  drawCheck(doc, type, facts)
  drawSignature(doc, type, facts)
  tagged(doc, 'P', () =>
    centred(
      'Sertifikat keikutsertaan; bukan sertifikat kompetensi. Keasliannya dapat diperiksa pada alamat di atas.',
      782,
      { face: 'sans', size: 7.5, color: soft },
    ),
  )
}

function drawPerson(doc: Pdf, type: Typesetter, facts: AttendanceFacts): void {
  let y = 300
  const block = (tag: string, text: string, style: Style, most: number, gap: number) => {
    const set = type.fit(printable(text) || '–', style, RIGHT - LEFT, most, style.size * 0.5)
    tagged(doc, tag, () => {
      for (const words of set.lines) {
        type.line(words, CENTRE, y, set.style, 'center')
        y += type.leading(set.style)
      }
    })
    y += gap
  }
  const small: Style = { face: 'serifItalic', size: 12, color: soft }
  block('P', 'diberikan kepada', small, 1, 18)
  block('H2', facts.name, { face: 'serifBold', size: 29, color: ink }, 2, 2)
  if (facts.groupName) block('P', facts.groupName, { face: 'serif', size: 15, color: ink }, 2, 0)
  y += 22
  block('P', 'yang telah mengikuti', small, 1, 14)
  block('H2', facts.title, { face: 'serifBold', size: 20, color: teal }, 3, 4)
  block('P', eventKindWords[facts.kind], { face: 'serif', size: 12.5, color: ink }, 1, 14)
  const days =
    facts.from === facts.until
      ? formatDate(facts.from)
      : `${formatDate(facts.from)} sampai ${formatDate(facts.until)}`
  block('P', days, { face: 'serif', size: 13, color: ink }, 1, 0)
  block('P', facts.venue, { face: 'serif', size: 13, color: ink }, 2, 0)
}
