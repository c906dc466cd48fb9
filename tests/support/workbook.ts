import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import writeXlsxFile from 'write-excel-file/node'

export const SHEET = 'xl/worksheets/sheet1.xml'

/** A workbook as a spreadsheet program stores it, some of its parts changed by hand. */
export async function aWorkbook(
  rows: (string | number)[][],
  changes: Record<string, (xml: string) => string> = {},
): Promise<Buffer<ArrayBuffer>> {
  const data = rows.map((cells) => cells.map((value) => ({ value })))
  const parts = unzipSync(await (await writeXlsxFile(data, { sheet: 'Daftar KIM' })).toBuffer())
  for (const [path, change] of Object.entries(changes)) {
    const before = strFromU8(parts[path] ?? new Uint8Array())
    const after = change(before)
    if (after === before) throw new Error(`nothing changed in ${path}`)
    parts[path] = strToU8(after)
  }
  return Buffer.from(zipSync(parts))
}

/** Merges cells of the sheet, `A3:A5`. */
export const merging =
  (...ranges: string[]) =>
  (xml: string) =>
    xml.replace(
      '</sheetData>',
      `</sheetData><mergeCells>${ranges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`,
    )

/** Puts a formula into a cell, which keeps the value that it has. */
export const computing = (cell: string, formula: string) => (xml: string) =>
  xml.replace(new RegExp(`(<c r="${cell}"[^>]*>)<v>`), `$1${formula}<v>`)
