import { DAY } from '~/platform/clock'
import { unpackEntry, unpackText, type ZipEntry, zipEntries } from '~/platform/zip'
import { type SheetNotes, type SheetRow, UnreadableSheet } from './read'
import { columnIndex } from './spreadsheet'

/** The words that the cells of a sheet share are held, and kept within sensible bounds. */
const MAX_SHARED = 120 * 1024 * 1024
const MAX_SMALL = 8 * 1024 * 1024
/** Longer than any row of sixty long cells. */
const MAX_ROW = 4 * 1024 * 1024
const MAX_COLUMNS = 200
/** What a sheet holds at most (Excel specifications and limits). */
const MAX_ROWS = 1_048_576
/** Merged cells are named one by one; nobody reads more than these. */
const MAX_MERGED = 500
/** Longer than any tag that matters. */
const TAG = 1000

/** The first sheet of a workbook that is shown (ECMA-376, part 1) row by row. @throws UnreadableSheet */
export async function* readXlsxRows(
  bytes: Buffer,
  notes: SheetNotes,
  maxUnpacked: number,
): AsyncGenerator<SheetRow> {
  try {
    const entries = new Map(zipEntries(bytes).map((entry) => [entry.name, entry]))
    const { path, name, epoch1904 } = firstSheet(entries)
    const sheet = entries.get(path)
    if (!sheet) throw new UnreadableSheet('unreadable')
    const book = {
      shared: await sharedStrings(entries.get('xl/sharedStrings.xml')),
      dates: dateStyles(smallText(entries.get('xl/styles.xml'))),
      epoch: Date.UTC(epoch1904 ? 1904 : 1899, epoch1904 ? 0 : 11, epoch1904 ? 1 : 30),
    }
    let at = 0
    let rows = 0
    for await (const xml of elements(unpackText(sheet, maxUnpacked), 'row', notes)) {
      if (++rows > MAX_ROWS) throw new UnreadableSheet('unreadable')
      at = Number(attributeOf(xml.slice(0, xml.indexOf('>')), 'r') ?? at + 1)
      const row = readRow(xml, book)
      if (row.cells.some((cell) => cell.trim() !== '')) yield { sheet: name, row: at, ...row }
    }
  } catch (error) {
    throw error instanceof UnreadableSheet ? error : new UnreadableSheet('unreadable')
  }
}

function smallText(entry: ZipEntry | undefined): string {
  return entry ? unpackEntry(entry, MAX_SMALL).toString('utf8') : ''
}

function firstSheet(entries: Map<string, ZipEntry>): { path: string; name: string; epoch1904: boolean } {
  const book = smallText(entries.get('xl/workbook.xml'))
  const tags = [...book.matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)].map(([tag]) => tag)
  const tag = tags.find((one) => !/hidden$/i.test(attributeOf(one, 'state') ?? '')) ?? tags[0] ?? ''
  const id = attributeOf(tag, 'r:id')
  const relations = smallText(entries.get('xl/_rels/workbook.xml.rels'))
  const target = [...relations.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)]
    .map(([one]) => one)
    .find((one) => id !== undefined && attributeOf(one, 'Id') === id)
  const to = (target && attributeOf(target, 'Target')) ?? 'worksheets/sheet1.xml'
  return {
    path: to.startsWith('/') ? to.slice(1) : `xl/${to}`,
    name: unescapeXml(attributeOf(tag, 'name') ?? ''),
    epoch1904: /\bdate1904\s*=\s*["'](1|true)["']/.test(book),
  }
}

/** Whole elements of one name from text that arrives in pieces; on the way past it notes merged cells. */
async function* elements(
  pieces: AsyncIterable<string>,
  name: string,
  notes?: SheetNotes,
): AsyncGenerator<string> {
  const opening = new RegExp(`<(?:\\w+:)?${name}\\b[^>]*?(/?)>`, 'g')
  const closing = new RegExp(`</(?:\\w+:)?${name}>`, 'g')
  let text = ''
  for await (const piece of pieces) {
    text += piece
    let done = 0
    for (;;) {
      opening.lastIndex = done
      const start = opening.exec(text)
      if (!start) {
        // Nothing has begun; a tag may be cut in two.
        done = Math.max(done, text.length - TAG)
        break
      }
      closing.lastIndex = opening.lastIndex
      const end = start[1] ? null : closing.exec(text)
      if (!start[1] && !end) {
        done = start.index
        break
      }
      done = end ? closing.lastIndex : opening.lastIndex
      yield text.slice(start.index, done)
    }
    for (const [, range] of text.matchAll(
      /<(?:\w+:)?mergeCell\b[^>]*\bref\s*=\s*["']([A-Z]+\d+:[A-Z]+\d+)["']/g,
    )) {
      if (range && notes && notes.merged.length < MAX_MERGED && !notes.merged.includes(range)) {
        notes.merged.push(range)
      }
    }
    text = text.slice(done)
    if (text.length > MAX_ROW) throw new UnreadableSheet('unreadable')
  }
}

async function sharedStrings(entry: ZipEntry | undefined): Promise<string[]> {
  const shared: string[] = []
  if (!entry) return shared
  for await (const xml of elements(unpackText(entry, MAX_SHARED), 'si')) shared.push(textOf(xml))
  return shared
}

/** The runs of a text without what is only its pronunciation. */
function textOf(xml: string): string {
  const spoken = xml.replace(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g, '')
  return [...spoken.matchAll(/<(?:\w+:)?t\b[^>]*?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?t>)/g)]
    .map(([, text = '']) => unescapeXml(text))
    .join('')
}

/** Positions of the cell formats that show a date. */
function dateStyles(styles: string): Set<number> {
  const custom = new Map(
    [...styles.matchAll(/<(?:\w+:)?numFmt\b[^>]*>/g)].map(([tag]) => [
      Number(attributeOf(tag, 'numFmtId')),
      unescapeXml(attributeOf(tag, 'formatCode') ?? ''),
    ]),
  )
  const formats = /<(?:\w+:)?cellXfs\b[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(styles)?.[0] ?? ''
  const isDate = (id: number) => {
    const code = custom.get(id)?.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
    return code === undefined ? (id >= 14 && id <= 22) || (id >= 27 && id <= 36) : /[dmy]/i.test(code)
  }
  return new Set(
    [...formats.matchAll(/<(?:\w+:)?xf\b[^>]*>/g)].flatMap(([tag], at) =>
      isDate(Number(attributeOf(tag, 'numFmtId') ?? 0)) ? [at] : [],
    ),
  )
}

interface Book {
  shared: string[]
  dates: Set<number>
  epoch: number
}

const CELL = /<(?:\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g

function readRow(xml: string, book: Book): { cells: string[]; formulas: number[] } {
  const cells: string[] = []
  const formulas: number[] = []
  for (const [, attributes = '', body = ''] of xml.matchAll(CELL)) {
    const letters = /^[A-Z]+/.exec(attributeOf(attributes, 'r') ?? '')?.[0]
    const column = letters ? columnIndex(letters) : cells.length
    const text = cellText(attributes, body, book)
    if (column >= MAX_COLUMNS) {
      if (text.trim() === '') continue
      throw new UnreadableSheet('too-wide')
    }
    while (cells.length < column) cells.push('')
    cells[column] = text
    if (/<(?:\w+:)?f\b/.test(body)) formulas.push(column)
  }
  return { cells, formulas }
}

function cellText(attributes: string, body: string, { shared, dates, epoch }: Book): string {
  const type = attributeOf(attributes, 't') ?? 'n'
  if (type === 'inlineStr') return textOf(body)
  const value = unescapeXml(/<(?:\w+:)?v\b[^>]*>([\s\S]*?)<\/(?:\w+:)?v>/.exec(body)?.[1] ?? '')
  if (value === '') return ''
  if (type === 's') return shared[Number(value)] ?? ''
  if (type !== 'n') return value
  const style = Number(attributeOf(attributes, 's') ?? 0)
  const number = Number(value)
  if (!dates.has(style) || !Number.isFinite(number)) return plainNumber(value, number)
  const moment = new Date(epoch + Math.floor(number) * DAY)
  return Number.isNaN(moment.getTime()) ? value : moment.toISOString().slice(0, 10)
}

/** `9.404011003E9` is a code that the program wrote short. */
function plainNumber(value: string, number: number): string {
  return Number.isSafeInteger(number) ? String(number) : value
}

const patterns = new Map<string, RegExp>()

/** The value of an attribute as it is written, in either kind of quotes. */
function attributeOf(tag: string, name: string): string | undefined {
  const pattern = patterns.get(name) ?? new RegExp(`(?<![\\w:])${name}\\s*=\\s*(["'])(.*?)\\1`, 's')
  patterns.set(name, pattern)
  return pattern.exec(tag)?.[2]
}

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function unescapeXml(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return named[name] ?? whole
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}
