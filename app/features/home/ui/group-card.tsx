import { activityStatusWords } from '~/features/activities/activities.messages'
import { stateWords } from '~/features/coverage/state-words'
import { groupStatusWords } from '~/features/groups/groups.messages'
import { periodCode, periodWords } from '~/features/reporting/periods'
import { ButtonLink } from '~/ui/button'
import { Badge } from '~/ui/callout'
import { MonthBars } from '~/ui/chart/month-bars'
import { formatDate, formatMoment, formatNumber, formatRegistrationNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import type { GroupDashboard } from '../group-dashboard.queries.server'
import { whatChanges } from '../what-changes'

/** One's own group: log an activity, how it stands and what would change that, what waits, what was last, its year. */
export function GroupCard({ group }: { group: GroupDashboard }) {
  const { id, name, number, status, standing, report, events, today, waiting, returned, latest, months } =
    group
  return (
    <article className="border-b border-line pb-8">
      <h3 className="flex flex-wrap items-center gap-x-3 text-lg">
        <Link to={`/kelompok/${id}`} className="inline-flex min-h-11 items-center">
          {name}
        </Link>
        {status === 'registered' ? (
          <Badge tone={standing.state === 'active' ? 'good' : 'wait'}>{stateWords[standing.state]}</Badge>
        ) : (
          <Badge tone={status === 'suspended' ? 'wait' : 'plain'}>{groupStatusWords[status]}</Badge>
        )}
      </h3>
      <p className="text-sm text-soft">{formatRegistrationNumber(number)}</p>
      {status !== 'closed' && (
        <>
          <p className="mt-3">{whatChanges(group)}</p>
          <ButtonLink to={`/kegiatan/baru?kim=${id}`} className="mt-4 w-full text-lg sm:w-auto sm:px-8">
            Catat kegiatan
          </ButtonLink>
        </>
      )}
      {returned > 0 && (
        <p className="mt-4 border-l-4 border-amber-200 pl-4">
          Dinas menanyakan {formatNumber(returned)} kegiatan.{' '}
          <Link to={`/kelompok/${id}/kegiatan`} className="inline-flex min-h-11 items-center">
            Jawab sekarang
          </Link>
        </p>
      )}
      {report && (
        <p className="mt-4 border-l-4 border-amber-200 pl-4">
          Laporan {periodWords(report.period)}{' '}
          {report.returned
            ? 'dikembalikan dinas untuk diperbaiki.'
            : report.phase === 'late'
              ? `terlambat: batas waktunya ${formatDate(report.dueOn)}.`
              : `menunggu dikirim, paling lambat ${formatDate(report.dueOn)}.`}{' '}
          <Link
            to={`/kelompok/${id}/laporan/${periodCode(report.period)}`}
            className="inline-flex min-h-11 items-center"
          >
            Buka laporan
          </Link>
        </p>
      )}
      {events.unanswered.map(({ eventId, title, zone, replyUntil }) => (
        <p key={eventId} className="mt-4 border-l-4 border-amber-200 pl-4">
          Undangan “{title}” menunggu jawaban sebelum {formatMoment(replyUntil, zone)}.{' '}
          <Link to={`/kelompok/${id}/acara/${eventId}`} className="inline-flex min-h-11 items-center">
            Jawab undangan
          </Link>
        </p>
      ))}
      {events.decisions.map(({ eventId, what, dueOn }) => (
        <p key={eventId + what} className="mt-4 border-l-4 border-amber-200 pl-4">
          {dueOn < today ? 'Lewat tanggal' : 'Dikerjakan paling lambat'} {formatDate(dueOn)}: {what}{' '}
          <Link to={`/kelompok/${id}/acara/${eventId}`} className="inline-flex min-h-11 items-center">
            Lihat keputusannya
          </Link>
        </p>
      ))}
      {waiting > 0 && <p className="mt-3">{formatNumber(waiting)} kegiatan menunggu konfirmasi Dinas.</p>}
      {latest.length > 0 && (
        <>
          <h4 className="mt-6 font-semibold">Kegiatan terakhir</h4>
          <ul className="divide-y divide-line">
            {latest.map((activity) => (
              <li key={activity.id} className="flex flex-wrap items-center justify-between gap-x-4 py-2">
                <span>
                  <Link
                    to={`/kelompok/${id}/kegiatan/${activity.id}`}
                    className="inline-flex min-h-11 items-center"
                  >
                    {activity.title}
                  </Link>
                  <span className="block text-sm text-soft">{formatDate(activity.localDate)}</span>
                </span>
                <Badge tone={activityStatusWords[activity.status].tone}>
                  {activityStatusWords[activity.status].label}
                </Badge>
              </li>
            ))}
          </ul>
        </>
      )}
      {months && (
        <div className="mt-6">
          <MonthBars title="Kegiatan terkonfirmasi, 12 bulan" value="Kegiatan" drawing={months} />
        </div>
      )}
    </article>
  )
}
