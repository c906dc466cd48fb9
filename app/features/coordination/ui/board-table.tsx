import { type Column, DataTable } from '~/ui/data'
import { Link } from '~/ui/link'
import type { BoardScreen } from '../board.queries.server'
import { type BoardQuery, boardPath } from '../board.schema'
import { type BoardColumn, boardColumns } from '../board-columns'
import { directionOf } from '../board-order'
import type { BoardRow } from '../board-row'
import { newNotePath } from '../threads.schema'

/** Large enough for a thumb where rows are cards. */
const touch = 'inline-flex min-h-11 items-center sm:min-h-6'

/** The regions below with every figure; each leads to its list, each head sorts. */
export function BoardTable({ screen, query }: { screen: BoardScreen; query: BoardQuery }) {
  const { rows, total, belowWords, isNation, region } = screen
  const columns: Column<BoardRow>[] = [
    {
      header: belowWords,
      sort: { to: boardPath({ ...query, urut: undefined, arah: undefined }), order: 'none' },
      cell: ({ code, name }) => {
        if (code === total.code) return name
        return isNation ? (
          <Link className={touch} to={boardPath({ wilayah: code })}>
            {name}
          </Link>
        ) : (
          name
        )
      },
    },
    ...boardColumns.map((column) => ({
      header: column.header,
      numeric: true,
      sort: sortOf(column, query),
      cell: (row: BoardRow) => <Figure column={column} row={row} screen={screen} />,
    })),
    {
      header: 'Catatan',
      cell: ({ code, name }) =>
        code === total.code ? null : (
          <Link
            to={newNotePath({ wilayah: isNation ? undefined : region.code, ke: code, angka: query.urut })}
            className={touch}
          >
            Tulis<span className="sr-only"> kepada dinas {name}</span>
          </Link>
        ),
    },
  ]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard.
    <section className="sm:[&_td]:px-2 sm:[&_th]:px-2 board board-acts" tabIndex={0} aria-label="Tabel papan">
      <DataTable
        caption={`Papan koordinasi ${region.name} menurut ${belowWords.toLowerCase()}`}
        columns={columns}
        rows={rows}
        total={total}
        keyOf={({ code }) => code}
      />
    </section>
  )
}

/** Choosing the column that holds already turns its order round. */
function sortOf({ key }: BoardColumn, query: BoardQuery): Column<BoardRow>['sort'] {
  if (query.urut !== key) {
    return { to: boardPath({ ...query, urut: key, arah: undefined }), order: 'none' }
  }
  const now = directionOf(key, query.arah)
  return {
    to: boardPath({ ...query, arah: now === 'naik' ? 'turun' : 'naik' }),
    order: now === 'naik' ? 'ascending' : 'descending',
  }
}

function Figure({ column, row, screen }: { column: BoardColumn; row: BoardRow; screen: BoardScreen }) {
  const { now, terms } = screen
  const { words, parts, href, urgent, value } = column
  const to = href(row, terms)
  const said = (
    <span className={`whitespace-nowrap ${urgent && value(row) ? 'font-semibold text-red-700' : ''}`}>
      {words(row, now)}
    </span>
  )
  return (
    <>
      {to ? (
        <Link className={touch} to={to}>
          {said}
        </Link>
      ) : (
        said
      )}
      {parts && <span className="block text-xs font-normal whitespace-nowrap text-soft">{parts(row)}</span>}
    </>
  )
}
