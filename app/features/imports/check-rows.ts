import { likelySameGroup } from '~/features/groups/name-likeness'
import type { NewGroup } from '~/features/groups/register-group.server'
import { columnLetter } from '~/platform/spreadsheet/spreadsheet'
import { formatDate } from '~/ui/format'
import { byColumn, type CellProblem, mergedCells, strangeCell } from './cells'
import type { ColumnMapping } from './imports.schema'
import { readRow } from './read-row'
import type { ListTable, TableRow } from './read-table'
import type { ListedVillage, VillageIndex } from './village-index'

/** What the registry knows that a list is compared with. */
export interface Known {
  regencyName: string
  provinceCode: string
  regencyCode: string
  today: string
  villages: VillageIndex
  /** Groups and open applications by village code, in words: the name, and what it is. */
  existing: Map<string, { name: string; state: string }[]>
  /** How many nomor registrasi a village still has. */
  numbersLeft: (villageCode: string) => number
}

export interface CheckedRow {
  row: number
  problems: CellProblem[]
  /** Groups, applications and rows of this list that this row may repeat, in words. */
  duplicates: string[]
  group: NewGroup | null
}

/** Reads every row and compares it with the registry and with the other rows. Pure: the same list, the same answer. */
export function checkRows(
  { rows, merged, headerRow }: Pick<ListTable, 'rows' | 'merged' | 'headerRow'>,
  mapping: ColumnMapping,
  known: Known,
): CheckedRow[] {
  const columns = Object.values(mapping)
  const apart = mergedCells(merged, { headerRow, columns })
  const read = rows.map((listed) => {
    const { row, cells } = listed
    const { problems, ...rest } = readRow(cells, { mapping, ...known })
    const strange = strangeCells(listed, columns)
    const others = problems.filter(({ column }) => !strange.some((cell) => cell.column === column))
    return { row, ...rest, problems: [...strange, ...others].sort(byColumn) }
  })
  for (const { row: from, lastRow, column, message } of apart) {
    const first = read.find(({ row }) => row >= from && row <= lastRow)
    first?.problems.push({ column, message })
  }
  const perVillage = new Map<string, { row: number; name: string }[]>()
  const decreeEnds = new Map<string, { row: number; validUntil: string }>()
  return read.map(({ row, village, name, problems, group }) => {
    const all = [...problems]
    const duplicates: string[] = []
    if (village && name !== '') {
      const earlier = perVillage.get(village.code) ?? []
      const left = known.numbersLeft(village.code)
      if (earlier.length >= left) {
        all.push(villageFull(village, left))
      } else {
        duplicates.push(...likelyDuplicates(name, village, earlier, known))
        perVillage.set(village.code, [...earlier, { row, name }])
      }
    }
    const end = group?.decree && decreeProblem(row, group.decree, decreeEnds, mapping)
    if (end) all.push(end)
    return { row, problems: all, duplicates, group: all.length === 0 ? group : null }
  })
}

/** What is strange in the cells that are read, whatever they should say. */
function strangeCells({ cells, formulas }: TableRow, columns: number[]): CellProblem[] {
  return columns.flatMap((at) => {
    const message = strangeCell(cells[at] ?? '', formulas.includes(at))
    return message ? [{ column: columnLetter(at), message }] : []
  })
}

function villageFull(village: ListedVillage, left: number): CellProblem {
  return {
    column: '',
    message:
      left <= 0
        ? `Nomor registrasi di ${village.name} sudah habis (99 nomor). Hubungi pengelola portal.`
        : `Nomor registrasi di ${village.name} tinggal ${left}, jadi baris ini tidak kebagian nomor. Periksa apakah desanya benar.`,
  }
}

function likelyDuplicates(
  name: string,
  village: ListedVillage,
  earlier: { row: number; name: string }[],
  known: Known,
): string[] {
  const placeNames = [village.name, village.districtName, known.regencyName]
  const same = (other: { name: string }) => likelySameGroup(other.name, name, placeNames)
  return [
    ...(known.existing.get(village.code) ?? []).filter(same).map((one) => `${one.name} (${one.state})`),
    ...earlier.filter(same).map((one) => `${one.name} (baris ${one.row} di berkas ini)`),
  ]
}

/** One decree has one end: two rows that name the same decree must agree. */
function decreeProblem(
  row: number,
  decree: NonNullable<NewGroup['decree']>,
  ends: Map<string, { row: number; validUntil: string }>,
  mapping: ColumnMapping,
): CellProblem | null {
  if (!decree.validUntil) return null
  const key = [decree.number, decree.date, decree.issuerKind].join('\n')
  const first = ends.get(key)
  if (!first) ends.set(key, { row, validUntil: decree.validUntil })
  if (!first || first.validUntil === decree.validUntil) return null
  return {
    column: mapping.decreeValidUntil === undefined ? '' : columnLetter(mapping.decreeValidUntil),
    message: `SK ${decree.number} di baris ${first.row} berlaku sampai ${formatDate(first.validUntil)}, di sini lain. Samakan.`,
  }
}
