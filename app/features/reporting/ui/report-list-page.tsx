import { ButtonLink } from '~/ui/button'
import { Badge, EmptyState } from '~/ui/callout'
import { type Column, DataTable } from '~/ui/data'
import { formatDay, formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page } from '~/ui/page'
import { Pager } from '~/ui/pager'
import { listedReports, type ReportListQuery, reportsHref } from '../office-reports.schema'
import { periodWords } from '../periods'
import type { ReportListRow, reportListScreen } from '../report-list.queries.server'
import { standingWords } from '../reporting.messages'
import { PlaceForm } from './place-form'

type Screen = Awaited<ReturnType<typeof reportListScreen>>

/** The groups behind a number of a period. */
export function ReportListPage({ screen, query }: { screen: Screen; query: ReportListQuery }) {
  const { place, rows, rates, previous, next, withRegency } = screen
  const { period, code, name } = place
  const here = { masa: period, wilayah: code, keadaan: query.keadaan }
  const download = 'inline-flex min-h-11 items-center font-semibold'
  return (
    <Page
      wide
      title={`${listedReports[query.keadaan]}, ${periodWords(period)}`}
      lead={`${name}: ${formatNumber(rates?.actual ?? 0)} laporan masuk dari ${formatNumber(rates?.expected ?? 0)} KIM wajib lapor.`}
      back={{
        to: reportsHref('overview', { masa: period, wilayah: code.length === 6 ? code.slice(0, 4) : code }),
        label: 'Laporan berkala',
      }}
      actions={
        <>
          {/* Plain links: a file is no page for the router. */}
          <a className={download} href={reportsHref('/dinas/laporan/unduh/csv', here)} download>
            Unduh CSV
          </a>
          <a className={`${download} ml-4`} href={reportsHref('/dinas/laporan/unduh/xlsx', here)} download>
            Unduh XLSX
          </a>
        </>
      }
    >
      <PlaceForm place={place} page="list" kind={query.keadaan} />
      {rows.length === 0 ? (
        <EmptyState
          title="Tidak ada yang cocok"
          action={
            <ButtonLink to={reportsHref('list', { masa: period, wilayah: code })} variant="secondary">
              Lihat semua yang wajib lapor
            </ButtonLink>
          }
        >
          Pada masa dan wilayah ini tidak ada KIM dengan keadaan itu.
        </EmptyState>
      ) : (
        <DataTable
          caption={`${listedReports[query.keadaan]}, ${name}, ${periodWords(period)}`}
          columns={columnsFor(withRegency)}
          rows={rows}
          keyOf={(row) => row.groupId}
        />
      )}
      <Pager
        previous={previous && reportsHref('list', { ...here, sebelum: previous })}
        next={next && reportsHref('list', { ...here, setelah: next })}
      />
    </Page>
  )
}

function columnsFor(withRegency: boolean): Column<ReportListRow>[] {
  return [
    {
      header: 'KIM',
      cell: (row) => (
        <>
          <Link
            to={
              row.report?.firstSentAt ? `/dinas/laporan/${row.report.id}` : `/dinas/kelompok/${row.groupId}`
            }
            className="inline-flex min-h-11 items-center [overflow-wrap:anywhere] sm:min-h-0"
          >
            {row.name}
          </Link>
          <span className="block text-sm font-normal text-soft">
            {row.place}
            {withRegency && `, ${row.regency}`}
          </span>
        </>
      ),
    },
    {
      header: 'Keadaan',
      cell: ({ report, phase }) => {
        // A draft is the group's own affair until it is sent.
        const { label, tone } = standingWords(report?.status === 'draft' ? null : report, phase)
        return <Badge tone={tone}>{label}</Badge>
      },
    },
    {
      header: 'Dikirim',
      cell: ({ report, zone }) =>
        report?.firstSentAt ? (
          <>
            <span className="whitespace-nowrap">{formatDay(report.firstSentAt, zone)}</span>
            <span className="block text-sm text-soft">
              {report.onTime ? 'tepat waktu' : 'sesudah batas waktu'}
              {report.edition > 1 && `, kiriman ke-${report.edition}`}
            </span>
          </>
        ) : (
          <span className="text-soft">–</span>
        ),
    },
    {
      header: 'Kegiatan',
      numeric: true,
      cell: ({ report }) => (report?.numbers ? formatNumber(report.numbers.activities) : '–'),
    },
    {
      header: 'Jumlah jangkauan',
      numeric: true,
      cell: ({ report }) => (report?.numbers ? formatNumber(report.numbers.reach) : '–'),
    },
  ]
}
