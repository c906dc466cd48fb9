import type { ReactNode } from 'react'
import { formatNumber } from './format'
import { Link } from './link'

export interface Column<Row> {
  header: string
  cell: (row: Row) => ReactNode
  /** Figures stand on the right. */
  numeric?: boolean
  /** Sentences that need no heading: on a phone they take the whole width. */
  prose?: boolean
  /** Where the rows stand in the order of this column, and how they stand in it now. */
  sort?: { to: string; order: 'ascending' | 'descending' | 'none' }
}

/**
 * A table on a wide screen, a list of cards on a phone; the first column is the row's name.
 * Where columns can be sorted by, offer the same order in a form too: on a phone the heads are not seen.
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  total,
  keyOf,
}: {
  caption: string
  columns: Column<Row>[]
  rows: Row[]
  /** What the rows are together, below them. */
  total?: Row
  keyOf: (row: Row) => string
}) {
  return (
    <table className="data-table">
      <caption className="sr-only">{caption}</caption>
      <thead className="max-sm:sr-only">
        <tr>
          {columns.map((column) => (
            <th
              key={column.header}
              scope="col"
              aria-sort={column.sort?.order}
              className={column.numeric ? 'numeric' : undefined}
            >
              <ColumnHead column={column} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <DataRow key={keyOf(row)} row={row} columns={columns} />
        ))}
      </tbody>
      {total && (
        <tfoot>
          <DataRow row={total} columns={columns} />
        </tfoot>
      )}
    </table>
  )
}

/** A hundred rows hold a thousand cells: `styles.css` knows how they look, so that each says no more than it holds. */
function DataRow<Row>({ row, columns }: { row: Row; columns: Column<Row>[] }) {
  return (
    <tr>
      {columns.map(({ header, cell, numeric, prose }, at) => {
        const content = cell(row)
        return at === 0 ? (
          <th key={header} scope="row">
            {content}
          </th>
        ) : (
          <td
            key={header}
            data-column={prose ? undefined : header}
            className={numeric ? 'numeric' : undefined}
          >
            {prose || typeof content === 'string' ? content : <span>{content}</span>}
          </td>
        )
      })}
    </tr>
  )
}

const arrows = { ascending: ' ↑', descending: ' ↓', none: '' }

function ColumnHead<Row>({ column: { header, sort } }: { column: Column<Row> }) {
  if (!sort) return header
  return (
    <>
      <Link to={sort.to} preventScrollReset className="max-sm:hidden">
        {header}
        <span aria-hidden="true">{arrows[sort.order]}</span>
      </Link>
      <span className="sm:hidden">{header}</span>
    </>
  )
}

/** Names and values, one under the other on a phone and side by side on a wide screen. Empty values say so. */
export function Facts({ items }: { items: { term: string; value: ReactNode }[] }) {
  return (
    <dl className="divide-y divide-line">
      {items.map(({ term, value }) => (
        <div key={term} className="py-2.5 sm:grid sm:grid-cols-3 sm:gap-4">
          <dt className="text-sm text-soft sm:pt-0.5">{term}</dt>
          <dd className="whitespace-pre-line sm:col-span-2">
            {value === undefined || value === null || value === '' ? (
              <span className="text-soft">belum diisi</span>
            ) : (
              value
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** What happened, newest first. */
export function Timeline({
  items,
}: {
  items: { key: string; title: ReactNode; when: string; note?: ReactNode }[]
}) {
  return (
    <ol className="border-l-2 border-line pl-5">
      {items.map(({ key, title, when, note }) => (
        <li key={key} className="relative pb-5 last:pb-0">
          <span
            aria-hidden="true"
            className="absolute top-1.5 -left-[1.65rem] size-2.5 rounded-full bg-teal-500"
          />
          <p className="font-medium">{title}</p>
          <p className="text-sm text-soft">{when}</p>
          {note && <div className="mt-1 whitespace-pre-line">{note}</div>}
        </li>
      ))}
    </ol>
  )
}

/** Links to the pages of a long list; `page` counts from 1. */
export function Pagination({
  page,
  pageCount,
  total,
  hrefFor,
}: {
  page: number
  pageCount: number
  total: number
  hrefFor: (page: number) => string
}) {
  if (pageCount <= 1) return null
  const link = 'inline-flex min-h-11 items-center px-2 font-semibold'
  return (
    <nav aria-label="Halaman" className="no-print mt-6 flex items-center justify-between gap-4">
      {page > 1 ? (
        <Link className={link} to={hrefFor(page - 1)} rel="prev">
          ← Sebelumnya
        </Link>
      ) : (
        <span />
      )}
      <p className="text-center text-sm text-soft">
        Halaman {formatNumber(page)} dari {formatNumber(pageCount)} ({formatNumber(total)} baris)
      </p>
      {page < pageCount ? (
        <Link className={link} to={hrefFor(page + 1)} rel="next">
          Berikutnya →
        </Link>
      ) : (
        <span />
      )}
    </nav>
  )
}
