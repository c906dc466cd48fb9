import { Callout } from '~/ui/callout'
import { DataTable, Pagination } from '~/ui/data'
import { formatMoment, formatNumber, formatRegistrationNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Section } from '~/ui/page'
import type { ImportScreen } from '../imports.queries.server'

/** The numbers that the rows of an applied list received. */
export function ResultList({ screen }: { screen: ImportScreen }) {
  const { results, mapping, appliedAt, zone, rowCount, pageSize } = screen
  const nameOf = (cells: string[]) => (mapping.name === undefined ? '' : (cells[mapping.name] ?? ''))
  return (
    <>
      <Callout tone="good" title={`${formatNumber(rowCount)} KIM terdaftar`}>
        {appliedAt !== null && <p>Masuk {formatMoment(appliedAt, zone)}.</p>}
        <p>
          Langkah berikutnya: undang ketua masing-masing dari halaman KIM-nya, supaya kelompok dapat mengurus
          datanya sendiri.
        </p>
      </Callout>
      <Section
        title="Nomor registrasi"
        actions={
          <a
            href={`/dinas/impor/${screen.id}/unduh`}
            download
            className="inline-flex min-h-11 items-center font-semibold"
          >
            Unduh semua nomor (CSV)
          </a>
        }
      >
        <DataTable
          caption="Nomor registrasi tiap baris"
          rows={results.rows}
          keyOf={(row) => String(row.row)}
          columns={[
            {
              header: 'KIM',
              cell: (row) =>
                row.groupId ? (
                  <Link to={`/dinas/kelompok/${row.groupId}`}>{nameOf(row.cells)}</Link>
                ) : (
                  nameOf(row.cells)
                ),
            },
            {
              header: 'Nomor registrasi',
              cell: (row) => (row.number ? formatRegistrationNumber(row.number) : '–'),
            },
            { header: 'Baris', numeric: true, cell: (row) => row.row },
          ]}
        />
        <Pagination
          page={results.page}
          pageCount={Math.ceil(results.total / pageSize)}
          total={results.total}
          hrefFor={(page) => `?hasil=${page}`}
        />
      </Section>
    </>
  )
}
