import { Badge, type Tone } from '~/ui/callout'
import { formatAge, formatDay, formatMoment } from '~/ui/format'
import type { ApplicationScreen } from '../application-screens.queries.server'
import { applicationStatusWords } from '../registration.messages'
import type { ApplicationStatus } from '../registration.state'
import { stageOf } from '../stage'

const tones: Record<ApplicationStatus, Tone> = {
  draft: 'plain',
  submitted: 'info',
  under_review: 'info',
  returned: 'wait',
  approved: 'good',
  rejected: 'bad',
  withdrawn: 'plain',
}

/** Where the application stands: who has it, since when, and what comes next. */
export function StagePanel({ application }: { application: ApplicationScreen }) {
  const { status, office, zone, now, events, reference, dueAt, decisionReason } = application
  const { who, next } = stageOf(status, office)
  const since = events.find((event) => event.status === status)?.at
  const waiting = status === 'submitted' || status === 'under_review'
  return (
    <div className="mb-8 rounded-md bg-mist px-4 py-4 sm:px-6">
      <p className="flex flex-wrap items-center gap-3">
        <Badge tone={tones[status]}>{applicationStatusWords[status]}</Badge>
        {application.paper && <Badge tone="wait">Permohonan kertas</Badge>}
        {reference && (
          <span>
            Nomor permohonan <strong className="whitespace-nowrap">{reference}</strong>
          </span>
        )}
      </p>
      <p className="mt-3 text-lg font-semibold">{who}</p>
      {since !== undefined && (
        <p className="text-sm text-soft">
          sejak {formatMoment(since, zone)} ({formatAge(since, now)})
        </p>
      )}
      {status === 'rejected' && decisionReason && (
        <p className="mt-2 whitespace-pre-line">Alasan: {decisionReason}</p>
      )}
      <p className="mt-2">{next}</p>
      {waiting && dueAt !== null && (
        <p className="mt-1 text-sm text-soft">
          {now < dueAt
            ? `Batas pemeriksaan: ${formatDay(dueAt - 1, zone)}.`
            : `Batas pemeriksaan ${formatDay(dueAt - 1, zone)} sudah lewat. Anda boleh menanyakannya ke ${office} dengan menyebut nomor permohonan.`}
        </p>
      )}
    </div>
  )
}
