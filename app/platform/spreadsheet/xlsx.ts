import { setImmediate } from 'node:timers/promises'
import { strToU8, Zip, ZipDeflate } from 'fflate'
import { DAY } from '~/platform/clock'
import { type Cell, columnLetter, harmlessCell, type Sheet, type SpreadsheetTable } from './spreadsheet'

/** What a sheet holds at most (ECMA-376; Excel specifications and limits), the header included. */
const MAX_ROWS = 1_048_576
const MAX_TEXT = 32_767
const CHUNK = 64 * 1024
/** The first moment that a ZIP archive can tell. */
const NO_TIME = '1980-01-01T00:00:00'

/** Positions in the list of cell formats below. */
const format = {
  plain: 0,
  header: 1,
  date: 2,
  whole: 3,
  decimal: 4,
  share: 5,
  note: 6,
  hundredths: 7,
} as const

/**
 * A table as an Excel workbook: dates and numbers as such, the header bold and in sight, the notes on a sheet of their
 * own. A table longer than a sheet goes on in the next one.
 * It makes as much as is asked for: memory stays the same for any number of rows.
 * @param maxRows of a sheet, the header included
 */
export function tableAsXlsx<Row>(
  table: SpreadsheetTable<Row>,
  maxRows = MAX_ROWS,
): AsyncGenerator<Uint8Array, void, undefined> {
  return sheetsAsXlsx([table], table.notes, maxRows)
}

/** Several tables as one workbook, each on its sheet in their order; see `tableAsXlsx`. */
export async function* sheetsAsXlsx<Row>(
  tables: AsyncIterable<Sheet<Row>> | Iterable<Sheet<Row>>,
  notes: () => [string, string][],
  maxRows = MAX_ROWS,
): AsyncGenerator<Uint8Array, void, undefined> {
  const packed: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    packed.push(bytes)
  })
  const part = (path: string) => {
    const entry = new ZipDeflate(path, { level: 3 })
    // The same tables give the same bytes, whenever they are written.
    entry.mtime = NO_TIME
    zip.add(entry)
    return entry
  }
  const whole = (path: string, xml: string) => part(path).push(strToU8(HEAD + xml), true)

  whole('[Content_Types].xml', contentTypes)
  whole('_rels/.rels', packageRelations)
  whole('xl/styles.xml', styles)

  const sheets: string[] = []
  for await (const { name, columns, rows } of tables) {
    const source = iteratorOf(rows)
    let next = await source.next()
    let partOfTable = 1
    try {
      do {
        sheets.push(partOfTable === 1 ? name : `${name} ${partOfTable}`)
        partOfTable++
        const sheet = part(`xl/worksheets/sheet${sheets.length}.xml`)
        let xml = HEAD + sheetStart(columns.map(({ width = 16 }) => width))
        xml += rowXml(
          1,
          columns.map(({ header }) => textXml(header, format.header)),
        )
        let at = 1
        for (; !next.done && at < maxRows; next = await source.next()) {
          at++
          const row = next.value
          xml += rowXml(
            at,
            columns.map(({ cell }) => cellXml(cell(row))),
          )
          if (xml.length < CHUNK) continue
          sheet.push(strToU8(xml))
          xml = ''
          yield* packed.splice(0)
          // Rows that are at hand at once would keep everyone else waiting.
          await setImmediate()
        }
        sheet.push(strToU8(xml + sheetEnd(columns.length, at)), true)
        yield* packed.splice(0)
      } while (!next.done)
    } finally {
      await source.return?.()
    }
  }

  sheets.push('Keterangan')
  whole(`xl/worksheets/sheet${sheets.length}.xml`, noteSheet(notes()))
  whole('xl/workbook.xml', workbook(sheets))
  whole('xl/_rels/workbook.xml.rels', workbookRelations(sheets.length))
  zip.end()
  yield* packed.splice(0)
}

function iteratorOf<Row>(rows: AsyncIterable<Row> | Iterable<Row>): AsyncIterator<Row> | Iterator<Row> {
  return Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]()
}

/** A cell without its address; the row knows the column. */
type CellXml = (address: string) => string

function rowXml(at: number, cells: CellXml[]): string {
  return `<row r="${at}">${cells.map((cell, column) => cell(columnLetter(column) + at)).join('')}</row>`
}

function cellXml(cell: Cell): CellXml {
  if (cell === null || cell === '') return () => ''
  if (typeof cell === 'string') return textXml(harmlessCell(cell), format.plain)
  if (typeof cell === 'number') {
    return numberXml(cell, Number.isInteger(cell) ? format.whole : format.decimal)
  }
  if ('date' in cell) return numberXml(dateSerial(cell.date), format.date)
  return numberXml(cell.share, cell.decimals === 2 ? format.hundredths : format.share)
}

function textXml(text: string, style: number): CellXml {
  const words = escapeXml(text.slice(0, MAX_TEXT))
  return (address) =>
    `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${words}</t></is></c>`
}

function numberXml(value: number, style: number): CellXml {
  return (address) => `<c r="${address}" s="${style}"><v>${value}</v></c>`
}

/** Days since the eve of 1900 as Excel counts them. */
function dateSerial(date: string): number {
  return (Date.parse(`${date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / DAY
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML 1.0 does not know
const UNKNOWN_TO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu

function escapeXml(text: string): string {
  return text
    .replace(UNKNOWN_TO_XML, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Every part is a sheet unless it is named: how many sheets there will be is not known yet. */
const contentTypes = `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="${CONTENT}.worksheet+xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/></Types>`

const packageRelations = `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

const cellFormats = [
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="166" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
  '<xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
]

const styles = `<styleSheet xmlns="${MAIN}"><numFmts count="3"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="#,##0.0##"/><numFmt numFmtId="166" formatCode="0.0%"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${cellFormats.length}">${cellFormats.join('')}</cellXfs></styleSheet>`

function columnsXml(widths: number[]): string {
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  )
  return `<cols>${columns.join('')}</cols>`
}

function sheetStart(widths: number[]): string {
  return `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${columnsXml(widths)}<sheetData>`
}

function sheetEnd(columnCount: number, rowCount: number): string {
  return `</sheetData><autoFilter ref="A1:${columnLetter(columnCount - 1)}${rowCount}"/></worksheet>`
}

function noteSheet(notes: [string, string][]): string {
  const rows = notes.map(([term, words], at) =>
    rowXml(at + 1, [textXml(harmlessCell(term), format.header), textXml(harmlessCell(words), format.note)]),
  )
  return `<worksheet xmlns="${MAIN}">${columnsXml([24, 90])}<sheetData>${rows.join('')}</sheetData></worksheet>`
}

function workbook(sheets: string[]): string {
  const entries = sheets.map(
    (name, at) => `<sheet name="${escapeXml(sheetName(name))}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  )
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${entries.join('')}</sheets></workbook>`
}

/** At most 31 characters, none of those that Excel refuses. */
function sheetName(name: string): string {
  return name.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31)
}

function workbookRelations(sheetCount: number): string {
  const entries = Array.from(
    { length: sheetCount },
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  )
  entries.push(`<Relationship Id="rId${sheetCount + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/>`)
  return `<Relationships xmlns="${PACKAGE}/relationships">${entries.join('')}</Relationships>`
}
