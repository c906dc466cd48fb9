import { columnIndex } from '~/platform/spreadsheet/spreadsheet'
import { Callout } from '~/ui/callout'
import { Pagination } from '~/ui/data'
import { Form, SubmitButton } from '~/ui/form'
import { formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Section } from '~/ui/page'
import type { ImportScreen } from '../imports.queries.server'
import { CellPlace } from './cell-place'
import { CheckAgain } from './column-fields'

/** What the dry run found: what to put right, what to confirm, or the button that brings everything in. */
export function CheckedList({ screen }: { screen: ImportScreen }) {
  const { problemCount, duplicateCount, rowCount, version } = screen
  const ready = problemCount === 0 && duplicateCount === 0
  return (
    <>
      {ready ? (
        <Callout tone="good" title={`Semua ${formatNumber(rowCount)} baris siap.`}>
          <p className="mb-3">
            Setiap baris menjadi KIM terdaftar dengan nomor registrasi dan Tanda Daftar. Semua masuk
            sekaligus, atau tidak sama sekali. Daftar besar dapat memerlukan beberapa menit; biarkan halaman
            ini terbuka.
          </p>
          <Form>
            <input type="hidden" name="version" value={version} />
            <SubmitButton name="intent" value="apply">
              Daftarkan {formatNumber(rowCount)} KIM
            </SubmitButton>
          </Form>
        </Callout>
      ) : (
        <Callout tone="wait" title="Belum ada yang masuk ke registri">
          {problemCount > 0 && (
            <p>{formatNumber(problemCount)} baris perlu diperbaiki di berkasnya, lalu unggah lagi.</p>
          )}
          {duplicateCount > 0 && (
            <p>{formatNumber(duplicateCount)} baris mirip dengan KIM lain dan perlu dipastikan.</p>
          )}
        </Callout>
      )}
      <div className="mt-2 flex flex-wrap items-center gap-x-6">
        <Link to="?kolom=1" className="inline-flex min-h-11 items-center font-semibold">
          Ubah kolom
        </Link>
        <a
          href={`/dinas/impor/${screen.id}/unduh`}
          download
          className="inline-flex min-h-11 items-center font-semibold"
        >
          Unduh catatan pemeriksaan (CSV)
        </a>
        <CheckAgain columns={screen.mapping} version={version} />
      </div>
      <Problems screen={screen} />
      <Duplicates screen={screen} />
    </>
  )
}

/** What stands in the cell, shortened; nothing for a problem of the whole row. */
function cellAt(cells: string[], column: string): string {
  const text = cells[columnIndex(column)] ?? ''
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

function Problems({ screen: { problems, pageSize, sheet } }: { screen: ImportScreen }) {
  if (problems.total === 0) return null
  return (
    <Section title="Yang perlu diperbaiki">
      <ul className="divide-y divide-line border-y border-line">
        {problems.rows.flatMap((row) =>
          row.problems.map(({ column, message }) => (
            <li
              key={`${row.row}-${column}-${message}`}
              className="py-3 sm:grid sm:grid-cols-[6rem_minmax(0,14rem)_1fr] sm:gap-6"
            >
              <strong className="mr-3">
                <CellPlace sheet={sheet} row={row.row} column={column} />
              </strong>
              <span className="text-soft break-words">
                {column === '' ? '' : cellAt(row.cells, column) || '(kosong)'}
              </span>
              <span className="block">{message}</span>
            </li>
          )),
        )}
      </ul>
      <Pagination
        page={problems.page}
        pageCount={Math.ceil(problems.total / pageSize)}
        total={problems.total}
        hrefFor={(page) => `?salah=${page}`}
      />
    </Section>
  )
}

function Duplicates({ screen: { duplicates, pageSize, version, mapping } }: { screen: ImportScreen }) {
  if (duplicates.total === 0) return null
  const nameOf = (cells: string[]) => (mapping.name === undefined ? '' : (cells[mapping.name] ?? ''))
  return (
    <Section title="Mungkin sudah ada">
      <p className="mb-3 max-w-prose">
        Centang yang memang KIM lain. Bila ternyata sama, hapus barisnya dari berkas, lalu unggah lagi.
      </p>
      <Form>
        <input type="hidden" name="version" value={version} />
        <ul className="divide-y divide-line border-y border-line">
          {duplicates.rows.map((row) => (
            <li key={row.row} className="py-3">
              <input type="hidden" name="shown" value={row.row} />
              <p className="font-medium">
                Baris {row.row}: {nameOf(row.cells)}
              </p>
              <ul className="list-disc pl-5 text-soft">
                {row.duplicates.map((other) => (
                  <li key={other}>{other}</li>
                ))}
              </ul>
              <label className="flex min-h-11 cursor-pointer items-center gap-3">
                <input
                  type="checkbox"
                  name="keep"
                  value={row.row}
                  defaultChecked={row.keepAnyway}
                  className="size-5 accent-teal-700"
                />
                Bukan duplikat, tetap daftarkan
              </label>
            </li>
          ))}
        </ul>
        <div className="mt-4">
          <SubmitButton name="intent" value="confirm" variant="secondary">
            Simpan pilihan di halaman ini
          </SubmitButton>
        </div>
      </Form>
      <Pagination
        page={duplicates.page}
        pageCount={Math.ceil(duplicates.total / pageSize)}
        total={duplicates.total}
        hrefFor={(page) => `?sama=${page}`}
      />
    </Section>
  )
}
