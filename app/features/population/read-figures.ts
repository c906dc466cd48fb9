import { mergedCells, strangeCell } from '~/features/imports/cells'
import { HEADER_WITHIN } from '~/features/imports/columns'
import type { Table } from '~/features/imports/read-table'
import { columnLetter } from '~/platform/spreadsheet/spreadsheet'
import { searchKey } from '~/platform/text'
import type { PopulationProblem, PopulationRow } from './population.schema'

/** What a region's code may stand for here. */
export interface KnownRegion {
  level: string
  /** False for a code that is no longer in force. */
  inForce: boolean
  /** True where the office may bring figures. */
  mine: boolean
}

const fields = { code: 'Kode wilayah', total: 'Jumlah penduduk', target: 'Usia 16–64' } as const
type Field = keyof typeof fields
const fieldNames = Object.keys(fields) as Field[]

const headings: [Field, RegExp][] = [
  ['code', /^(kode|kd)\b/],
  ['target', /16.*64|usia sasaran|penduduk sasaran/],
  ['total', /penduduk|total|jumlah/],
]

interface Figures extends Table {
  columns: Record<Field, number>
  headerRow: number
}

/** Which column holds what, and the rows below the headings; null where the headings are not found. */
export function findHeadings(table: Table): Figures | null {
  for (const [at, { row, cells }] of table.rows.slice(0, HEADER_WITHIN).entries()) {
    const guesses = cells.map((cell) => headings.find(([, words]) => words.test(searchKey(cell)))?.[0])
    const columns = {
      code: guesses.indexOf('code'),
      total: guesses.indexOf('total'),
      target: guesses.indexOf('target'),
    }
    if (Object.values(columns).every((column) => column >= 0)) {
      return { ...table, columns, headerRow: row, rows: table.rows.slice(at + 1) }
    }
  }
  return null
}

/** Region codes as they stand in a column, digits only. */
export function codeIn(cell: string | undefined): string {
  return (cell ?? '').replace(/[.\s]/g, '')
}

/** Reads figures row by row; what is wrong is told by cell and keeps the row out. */
export function readFigures(
  { columns, rows, headerRow, merged }: Figures,
  known: ReadonlyMap<string, KnownRegion>,
): { figures: PopulationRow[]; problems: PopulationProblem[] } {
  const figures: PopulationRow[] = []
  const problems: PopulationProblem[] = []
  const seen = new Map<string, number>()
  for (const { row, cells, formulas } of rows) {
    // Of each cell the first thing that is wrong: the others follow from it.
    const wrong = new Map<Field, string>()
    const report = (field: Field, message: string) => {
      if (!wrong.has(field)) wrong.set(field, message)
    }
    for (const field of fieldNames) {
      const at = columns[field]
      const strange = strangeCell(cells[at] ?? '', formulas.includes(at))
      if (strange) report(field, strange)
    }
    const code = codeIn(cells[columns.code])
    const wrongCode = codeProblem(code, known.get(code))
    if (wrongCode) report('code', wrongCode)
    const twice = seen.get(code)
    if (!wrongCode && twice !== undefined) {
      report('code', `Kode ini sudah ada di baris ${twice}. Sisakan satu baris untuk tiap wilayah.`)
    }
    seen.set(code, twice ?? row)
    const total = wholeNumber(cells[columns.total])
    const target = wholeNumber(cells[columns.target])
    for (const [field, value] of [
      ['total', total],
      ['target', target],
    ] as const) {
      if (value === null) report(field, `“${fields[field]}” harus angka bulat, misalnya 456.333.`)
    }
    if (total === 0) report('total', 'Jumlah penduduk tidak boleh 0. Hapus barisnya bila angkanya belum ada.')
    if (total !== null && target !== null && target > total) {
      report(
        'target',
        'Penduduk usia 16–64 tidak boleh lebih dari jumlah penduduk. Periksa apakah kolomnya tertukar.',
      )
    }
    for (const [field, message] of wrong) {
      problems.push({ row, column: columnLetter(columns[field]), message })
    }
    if (wrong.size === 0 && total !== null && target !== null) {
      figures.push({ regionCode: code, total, target })
    }
  }
  const apart = mergedCells(merged, { headerRow, columns: Object.values(columns) })
  problems.push(...apart.map(({ row, column, message }) => ({ row, column, message })))
  return { figures, problems: problems.sort((a, b) => a.row - b.row) }
}

function codeProblem(code: string, region: KnownRegion | undefined): string | null {
  if (!/^(\d{2}|\d{4}|\d{6})$/.test(code)) {
    return 'Kode wilayah terdiri dari 2, 4 atau 6 angka (provinsi, kabupaten/kota, kecamatan). Di Excel, jadikan kolomnya teks.'
  }
  if (!region) return `Tidak ada wilayah berkode ${code}. Periksa kodenya menurut Kemendagri.`
  if (!region.inForce) return `Kode ${code} sudah tidak berlaku. Pakai kode wilayah yang berlaku sekarang.`
  return region.mine ? null : `Wilayah berkode ${code} di luar wilayah kerja Anda. Hapus barisnya.`
}

/** `456333`, `456.333` and `456,333`; null for anything else, formulas and fractions among them. */
function wholeNumber(cell: string | undefined): number | null {
  const text = (cell ?? '').trim()
  if (!/^(\d{1,10}|\d{1,3}([.,\s]\d{3}){1,3})$/.test(text)) return null
  return Number(text.replace(/[.,\s]/g, ''))
}
