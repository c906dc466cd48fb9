import type { SubmissionResult } from '@conform-to/react'
import { Badge, Callout } from '~/ui/callout'
import { Timeline } from '~/ui/data'
import { formatAge, formatMoment } from '~/ui/format'
import { Page, Section } from '~/ui/page'
import { applicationStatusWords } from '../registration.messages'
import type { ReviewScreen } from '../review.queries.server'
import { Assignment } from './assignment'
import { Decided, Neighbours } from './review-context'
import { ReviewForm } from './review-form'
import { LateBadge, StatusBadge } from './status-badge'

/** Buttons of the one form; the others are small forms of their own. */
const formIntents: unknown[] = ['save', 'approve', 'return', 'reject']

/** The screen on which an officer reads, judges and decides an application. */
export function ReviewPage({
  screen,
  result,
}: {
  screen: ReviewScreen
  result: SubmissionResult<string[]> | undefined
}) {
  const { groupName, reference, status, zone, now } = screen
  const inForm = screen.mayDecide && formIntents.includes(result?.initialValue?.intent)
  const refused = inForm ? [] : Object.values(result?.error ?? {}).flatMap((words) => words ?? [])
  return (
    <Page
      wide
      back={{ to: '/dinas/antrean', label: 'Antrean permohonan' }}
      title={groupName}
      lead={screen.place}
    >
      {refused.length > 0 && (
        <Callout tone="bad" role="alert" title={refused.join(' ')}>
          <a href={`/dinas/antrean/${screen.id}`} className="inline-flex min-h-11 items-center font-semibold">
            Muat ulang halaman
          </a>
        </Callout>
      )}
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <StatusBadge status={status} />
        <LateBadge days={screen.daysLate} />
        {screen.paper && <Badge>Dari kertas</Badge>}
        <span>
          Nomor permohonan <strong className="font-semibold">{reference}</strong>
        </span>
        <span className="text-soft">
          {screen.paper ? 'Dientri' : 'Dikirim'} {screen.submittedBy},{' '}
          {formatMoment(screen.submittedAt, zone)} ({formatAge(screen.submittedAt, now)})
        </span>
      </p>
      <Assignment screen={screen} />
      <Decided screen={screen} />
      {screen.concerns.length > 0 && (
        <Callout tone="wait" title="Perlu dilihat dua kali">
          <ul className="list-disc pl-5">
            {screen.concerns.map((concern) => (
              <li key={concern}>{concern}</li>
            ))}
          </ul>
        </Callout>
      )}
      <Neighbours screen={screen} />
      <ReviewForm screen={screen} lastResult={inForm ? result : undefined} />
      <Section title="Riwayat permohonan">
        <Timeline
          items={screen.timeline.map(({ id, status, at, byWhom, note }) => ({
            key: id,
            title: `${applicationStatusWords[status]}: ${byWhom}`,
            when: formatMoment(at, zone),
            note,
          }))}
        />
      </Section>
    </Page>
  )
}
