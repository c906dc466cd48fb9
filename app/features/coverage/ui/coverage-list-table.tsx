import type { Cell } from '~/platform/spreadsheet/spreadsheet'
import { type Column, DataTable } from '~/ui/data'
import { formatDate, formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { columnsOfList, type NamedRow } from '../list-columns'
import { type ListKind, lists } from '../list-kinds'
import type { ListRow } from '../list-rows.queries.server'

interface CoverageListTableProps {
  kind: ListKind
  rows: ListRow[]
  names: ReadonlyMap<string, string>
  date: string | undefined
}

/** One page of a list behind a number. What a group did not open to everyone is counted and not shown. */
export function CoverageListTable({ kind, rows, names, date }: CoverageListTableProps) {
  const columns = columnsOfList(kind)
    .filter(({ inFilesOnly }) => !inFilesOnly)
    .map(
      ({ header, cell, href }): Column<NamedRow> => ({
        header,
        cell: (named) => {
          const to = href?.(named, date)
          const words = wordsOf(cell(named))
          return to ? (
            <Link to={to} className="inline-block py-1">
              {words}
            </Link>
          ) : (
            words
          )
        },
      }),
    )
  const hidden = rows.filter(({ line }) => line.of === 'activity' && !line.shown).length
  const closed = rows.filter(({ line }) => line.of === 'partnership' && !line.shown).length
  return (
    <>
      <DataTable
        caption={lists[kind].title}
        columns={columns}
        rows={rows.map((row) => ({ row, names }))}
        keyOf={({ row }) => row.key}
      />
      {closed > 0 && (
        <p className="mt-3 text-sm text-soft">
          {formatNumber(closed)} kemitraan di halaman ini ikut dihitung tetapi isinya tidak ditampilkan,
          karena dinasnya tidak membukanya untuk umum.
        </p>
      )}
      {hidden > 0 && (
        <p className="mt-3 text-sm text-soft">
          {formatNumber(hidden)} kegiatan di halaman ini ikut dihitung tetapi isinya tidak ditampilkan, karena
          kelompoknya tidak membukanya untuk umum.
        </p>
      )}
    </>
  )
}

function wordsOf(cell: Cell): string {
  if (cell === null) return '–'
  if (typeof cell === 'string') return cell
  if (typeof cell === 'number') return formatNumber(cell)
  return 'date' in cell ? formatDate(cell.date) : formatNumber(cell.share)
}
