import type { SubmissionResult } from '@conform-to/react'
import { activityStatusWords } from '~/features/activities/activities.messages'
import { placeWords } from '~/features/regions/places'
import { Badge, Callout } from '~/ui/callout'
import { Fold } from '~/ui/fold'
import { formatDate, formatNumber, formatRegistrationNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import { PrintButton } from '~/ui/print-button'
import type { OwnReportScreen } from '../own-report.queries.server'
import { deadlineWords, standingWords } from '../reporting.messages'
import { ReportForm } from './report-form'
import { ReportHistory } from './report-history'
import { ReportNumbersView } from './report-numbers-view'
import { ToldFacts } from './told-facts'

/** One report of a group's own: its numbers, what is written beside them, and sending it. */
export function OwnReportPage({
  screen,
  result,
}: {
  screen: OwnReportScreen
  result: SubmissionResult<string[]> | undefined
}) {
  const { group, place, period, phase, deadlines, report, approved, numbers, topics, events } = screen
  const { label, tone } = standingWords(report, phase)
  const returned = report?.status === 'returned' ? events.findLast(({ kind }) => kind === 'returned') : null
  const isFrozen = report?.status === 'sent' || report?.status === 'verified'
  return (
    <Page
      wide
      title={`Laporan ${period.words}`}
      lead={
        <>
          <span className="[overflow-wrap:anywhere]">{group.name}</span>,{' '}
          {formatRegistrationNumber(group.number)}, {placeWords(place)}
        </>
      }
      back={{ to: `/kelompok/${group.id}/laporan`, label: 'Laporan berkala' }}
      actions={<PrintButton />}
    >
      <p className="-mt-2 mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Badge tone={tone}>{label}</Badge>
        {report && isFrozen && <span>{report.onTime ? 'Tepat waktu' : 'Sesudah batas waktu'}</span>}
        <span className="text-soft">
          {isFrozen
            ? `${formatDate(period.from)} sampai ${formatDate(period.last)}`
            : deadlineWords(phase, deadlines, period.last)}
        </span>
      </p>
      <Notes screen={screen} comment={returned?.comment ?? null} />
      <Section title="Angka dari kegiatan">
        <ReportNumbersView numbers={numbers} topics={topics} />
      </Section>
      <Activities screen={screen} />
      <Section title="Catatan kelompok">
        {screen.mayWrite && (screen.maySend || !isFrozen) ? (
          <>
            <ReportForm key={`${report?.id} ${report?.version}`} screen={screen} result={result} />
            <div className="hidden print:block">{report && <ToldFacts {...report} />}</div>
          </>
        ) : (
          <>
            {report ? <ToldFacts {...report} /> : <p className="text-soft">Belum ada yang ditulis.</p>}
            {!approved && group.status !== 'closed' && !screen.mayWrite && (
              <p className="no-print mt-3 text-soft">
                Catatan diisi dan laporan dikirim oleh ketua atau sekretaris.
              </p>
            )}
          </>
        )}
      </Section>
      <ReportHistory events={events} editions={screen.editions} topics={topics} zone={place.zone} />
    </Page>
  )
}

function Notes({ screen, comment }: { screen: OwnReportScreen; comment: string | null }) {
  const { office, approved, phase, report, now, numbers } = screen
  return (
    <>
      {approved && (
        <Callout tone="plain">
          Masa laporan ini sudah disetujui {office}, jadi laporannya terkunci. Bila ada yang harus diperbaiki,
          sampaikan kepada dinas.
        </Callout>
      )}
      {comment && (
        <Callout tone="wait" title={`${office} meminta perbaikan`}>
          <p className="whitespace-pre-line">{comment}</p>
        </Callout>
      )}
      {phase === 'running' && (
        <Callout tone="plain">
          Masa laporan ini masih berjalan. Angkanya bertambah setiap kali kegiatan dicatat; laporan dapat
          dikirim sesudah {formatDate(screen.period.last)}.
        </Callout>
      )}
      {report?.status === 'sent' && !approved && (
        <Callout tone="plain">{office} akan memeriksa laporan ini. Anda akan diberi tahu hasilnya.</Callout>
      )}
      {now && (
        <Callout tone="plain">
          Kegiatan masa ini berubah sejak laporan dikirim: dulu {formatNumber(numbers.activities)} kegiatan (
          {formatNumber(numbers.confirmed)} dikonfirmasi), hari ini {formatNumber(now.activities)} (
          {formatNumber(now.confirmed)} dikonfirmasi). Angka di bawah tetap seperti saat dikirim.
        </Callout>
      )}
    </>
  )
}

function Activities({ screen: { activities, group } }: { screen: OwnReportScreen }) {
  if (activities.length === 0) {
    return (
      <p className="no-print mt-4">
        Belum ada kegiatan tercatat pada masa ini.{' '}
        <Link to={`/kegiatan/baru?kim=${group.id}`} className="inline-flex min-h-11 items-center">
          Catat kegiatan
        </Link>
      </p>
    )
  }
  return (
    <Fold label={`Kegiatannya (${formatNumber(activities.length)})`} className="no-print mt-4">
      <ul className="divide-y divide-line">
        {activities.map(({ id, title, localDate, status }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 py-1">
            <span>
              <Link
                to={`/kelompok/${group.id}/kegiatan/${id}`}
                className="inline-flex min-h-11 items-center [overflow-wrap:anywhere]"
              >
                {title}
              </Link>
              <span className="block text-sm text-soft">{formatDate(localDate)}</span>
            </span>
            <Badge tone={activityStatusWords[status].tone}>{activityStatusWords[status].label}</Badge>
          </li>
        ))}
      </ul>
    </Fold>
  )
}
