import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/callout'
import { LineTrend } from '~/ui/chart/line-trend'
import { type Column, DataTable } from '~/ui/data'
import { formatDate, formatNumber, formatPercent } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import { PrintButton } from '~/ui/print-button'
import type { officeReportsScreen, RegionRates } from '../office-reports.queries.server'
import { type ListedReports, reportsHref } from '../office-reports.schema'
import { periodWords } from '../periods'
import { ApprovalBadge } from './approval-badge'
import { PlaceForm, type ShownPlace } from './place-form'
import { RateFigures } from './rate-figures'

type Screen = Awaited<ReturnType<typeof officeReportsScreen>>

/** How the reports of a period stand in a region: what is expected, arrived and on time, there and below. */
export function OfficeReportsPage({ screen }: { screen: Screen }) {
  const { place, whole, rows, without, trend, deadlines } = screen
  const { period, name, level, code } = place
  return (
    <Page
      wide
      title={`Laporan ${periodWords(period)}`}
      lead={`${name}. Keadaan ${formatDate(place.today)}.${level === 'regency' ? ` Batas waktu ${formatDate(deadlines.dueOn)}, terkunci sesudah ${formatDate(deadlines.lockOn)}.` : ''}`}
      actions={<PrintButton />}
    >
      <PlaceForm place={place} page="overview" />
      <WaitingReports screen={screen} />
      {whole.expected + whole.actual === 0 ? (
        <EmptyState title="Tidak ada KIM yang wajib melapor pada masa ini">
          Wajib lapor adalah KIM yang terdaftar pada hari pertama masa laporan, di daerah yang memakai jenis
          masa ini. Pilih masa lain, atau lihat daerah lain.
        </EmptyState>
      ) : (
        <>
          <RateFigures rates={whole} place={place} />
          {whole.approval && (
            <p className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line pt-3">
              <ApprovalBadge approval={whole.approval} />
              <Link
                to={reportsHref('approval', { masa: period, wilayah: code })}
                className="inline-flex min-h-11 items-center font-semibold"
              >
                Persetujuan dan yang masih kurang
              </Link>
              {whole.approval !== 'open' && (
                <Link
                  to={reportsHref('changes', { masa: period, wilayah: code })}
                  className="inline-flex min-h-11 items-center font-semibold"
                >
                  Perubahan setelah disetujui
                </Link>
              )}
            </p>
          )}
          {rows.length > 0 && (
            <Section title={belowTitle[level]}>
              <DataTable
                caption={`${belowTitle[level]}: laporan ${periodWords(period)}`}
                columns={columnsFor(place)}
                rows={rows}
                keyOf={(row) => row.code}
              />
              {without > 0 && (
                <p className="mt-3 text-sm text-soft">
                  {formatNumber(without)} wilayah lain tidak punya KIM yang wajib melapor pada masa ini.
                </p>
              )}
            </Section>
          )}
          <Section title="Sepanjang waktu">
            <LineTrend
              title="Wajib lapor, masuk dan tepat waktu"
              description="Menurut masa laporan, ditandai hari terakhirnya."
              drawing={trend}
            />
          </Section>
        </>
      )}
    </Page>
  )
}

const belowTitle: Record<ShownPlace['level'], string> = {
  nation: 'Menurut provinsi',
  province: 'Menurut kabupaten/kota',
  regency: 'Menurut kecamatan',
  district: 'Menurut desa',
  village: '',
}

function WaitingReports({ screen: { waiting, mayVerify } }: { screen: Screen }) {
  if (waiting === 0) return null
  return (
    <div className="no-print mt-5 flex flex-wrap items-center justify-between gap-4 border-l-4 border-amber-200 pl-4">
      <p>
        <span className="text-3xl font-semibold text-amber-700">{formatNumber(waiting)}</span> laporan
        menunggu diperiksa, dari semua masa
      </p>
      <ButtonLink to={reportsHref('queue')} variant={mayVerify ? 'primary' : 'secondary'}>
        {mayVerify ? 'Periksa laporan' : 'Lihat yang menunggu'}
      </ButtonLink>
    </div>
  )
}

function columnsFor({ period, level }: ShownPlace): Column<RegionRates>[] {
  const list = (code: string, keadaan: ListedReports) =>
    reportsHref('list', { masa: period, wilayah: code, keadaan })
  const figure = (row: RegionRates, n: number, keadaan: ListedReports, words: string, share = false) => (
    <>
      <Link to={list(row.code, keadaan)} className="inline-flex min-h-11 items-center sm:min-h-0">
        {formatNumber(n)}
        <span className="sr-only">
          {' '}
          {words}, {row.name}
        </span>
      </Link>
      {share && (
        <span className="ml-2 text-sm text-soft sm:block sm:ml-0">{formatPercent(n, row.expected)}</span>
      )}
    </>
  )
  return [
    {
      header: 'Wilayah',
      cell: (row) => (
        <Link
          to={
            row.code.length === 6
              ? list(row.code, 'semua')
              : reportsHref('overview', { masa: period, wilayah: row.code })
          }
          className="inline-flex min-h-11 items-center sm:min-h-0"
        >
          {row.name}
        </Link>
      ),
    },
    {
      header: 'Wajib lapor',
      numeric: true,
      cell: (row) => figure(row, row.expected, 'semua', 'wajib lapor'),
    },
    { header: 'Masuk', numeric: true, cell: (row) => figure(row, row.actual, 'masuk', 'masuk', true) },
    {
      header: 'Tepat waktu',
      numeric: true,
      cell: (row) => figure(row, row.onTime, 'tepat', 'tepat waktu', true),
    },
    {
      header: 'Menunggu diperiksa',
      numeric: true,
      cell: (row) => figure(row, row.sent, 'menunggu', 'menunggu'),
    },
    { header: 'Vakum', numeric: true, cell: (row) => figure(row, row.dormant, 'vakum', 'vakum') },
    // Districts approve nothing of their own.
    ...(level === 'regency' ? [] : [approvalColumn(period)]),
  ]
}

function approvalColumn(period: ShownPlace['period']): Column<RegionRates> {
  return {
    header: 'Persetujuan',
    cell: (row) => (
      <Link
        to={reportsHref('approval', { masa: period, wilayah: row.code })}
        className="inline-flex min-h-11 items-center no-underline sm:min-h-0"
      >
        <ApprovalBadge approval={row.approval} />
        <span className="sr-only">, {row.name}</span>
      </Link>
    ),
  }
}
