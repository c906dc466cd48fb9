import { ButtonLink } from '~/ui/button'
import { Badge, EmptyState } from '~/ui/callout'
import { type Column, DataTable } from '~/ui/data'
import { formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import type { GroupReportRow, groupReportsScreen } from '../group-reports.queries.server'
import { deadlineWords, standingWords } from '../reporting.messages'

type Screen = Awaited<ReturnType<typeof groupReportsScreen>>

/** A group's reports: the one to do first, then every period with where it stands. */
export function GroupReportsPage({ screen }: { screen: Screen }) {
  const { group, first, rows, office, mayWrite } = screen
  return (
    <Page
      wide
      title="Laporan berkala"
      lead={<span className="[overflow-wrap:anywhere]">{group.name}</span>}
      back={{ to: `/kelompok/${group.id}`, label: group.name }}
    >
      {first && <First row={first} groupId={group.id} office={office} mayWrite={mayWrite} />}
      {rows.length === 0 ? (
        <EmptyState
          title="Belum ada laporan yang ditagih"
          action={<ButtonLink to={`/kegiatan/baru?kim=${group.id}`}>Catat kegiatan</ButtonLink>}
        >
          Laporan dimulai dari masa laporan penuh pertama sesudah kelompok terdaftar. Portal menyusunnya
          sendiri dari kegiatan yang dicatat; ketua menambah kendala dan rencana, lalu mengirimnya.
        </EmptyState>
      ) : (
        <Section title="Semua masa laporan">
          <DataTable
            caption="Masa laporan kelompok ini"
            columns={columnsFor(group.id)}
            rows={rows}
            keyOf={(row) => row.code}
          />
          <p className="mt-4 max-w-prose text-sm text-soft">
            Masa laporan, batas waktu dan waktu terkunci adalah pengaturan {office}; nilai bawaannya bukan
            dari peraturan. Masa yang pada hari pertamanya kelompok belum terdaftar atau sedang dibekukan
            tidak ditagih.
          </p>
        </Section>
      )}
    </Page>
  )
}

function First({
  row,
  groupId,
  office,
  mayWrite,
}: {
  row: GroupReportRow
  groupId: string
  office: string
  mayWrite: boolean
}) {
  const returned = row.report?.status === 'returned'
  return (
    <section className="mb-8 border-l-4 border-amber-200 pl-4">
      <h2 className="text-xl">Laporan {row.words}</h2>
      <p className="mt-1">
        {returned
          ? `${office} meminta perbaikan.`
          : `${deadlineWords(row.phase, row.deadlines, row.last)}. Angkanya sudah disusun dari kegiatan yang dicatat.`}
      </p>
      <ButtonLink to={`/kelompok/${groupId}/laporan/${row.code}`} className="mt-3 w-full sm:w-auto">
        {!mayWrite ? 'Lihat laporan' : returned ? 'Perbaiki dan kirim lagi' : 'Isi dan kirim'}
      </ButtonLink>
    </section>
  )
}

function columnsFor(groupId: string): Column<GroupReportRow>[] {
  return [
    {
      header: 'Masa',
      cell: (row) => (
        <Link
          to={`/kelompok/${groupId}/laporan/${row.code}`}
          className="inline-flex min-h-11 items-center font-semibold sm:min-h-0"
        >
          {row.words}
        </Link>
      ),
    },
    {
      header: 'Keadaan',
      cell: ({ report, phase, approved }) => {
        const { label, tone } = standingWords(report, phase)
        const isIn = report?.status === 'sent' || report?.status === 'verified'
        return (
          <>
            <Badge tone={tone}>{label}</Badge>
            {isIn && (
              <span className="block text-sm text-soft">
                {report.onTime ? 'tepat waktu' : 'sesudah batas waktu'}
                {report.edition > 1 && `, kiriman ke-${report.edition}`}
              </span>
            )}
            {approved && <span className="block text-sm text-soft">masa disetujui dinas</span>}
          </>
        )
      },
    },
    {
      header: 'Batas waktu',
      cell: ({ phase, deadlines, last, report, approved }) =>
        approved || report?.status === 'verified' ? '–' : deadlineWords(phase, deadlines, last),
    },
    {
      header: 'Kegiatan dilaporkan',
      numeric: true,
      cell: ({ activities }) => (activities === null ? '–' : formatNumber(activities)),
    },
  ]
}
