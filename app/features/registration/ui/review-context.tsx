import { Badge, Callout, type Tone } from '~/ui/callout'
import { Fold } from '~/ui/fold'
import { formatMoment, formatRegistrationNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import type { ApplicationStatus } from '../registration.state'
import type { ReviewScreen } from '../review.queries.server'

const decisions: Partial<Record<ApplicationStatus, { tone: Tone; title: string }>> = {
  approved: { tone: 'good', title: 'Disetujui' },
  returned: { tone: 'wait', title: 'Dikembalikan untuk diperbaiki; menunggu kelompok' },
  rejected: { tone: 'bad', title: 'Ditolak' },
}

/** What was decided, by whom and why, and where it led. */
export function Decided({ screen: { status, decision, group, zone } }: { screen: ReviewScreen }) {
  if (status === 'withdrawn') {
    return <Callout tone="plain" title="Ditarik pemohon. Tidak ada lagi yang perlu diputuskan." />
  }
  const words = decisions[status]
  if (!decision || !words) return null
  return (
    <Callout tone={words.tone} title={words.title}>
      <p>
        {decision.by}, {formatMoment(decision.at, zone)}
      </p>
      {decision.reason && <p className="mt-1 whitespace-pre-line">{decision.reason}</p>}
      {group && (
        <p className="mt-1">
          Nomor registrasi <strong>{formatRegistrationNumber(group.number)}</strong>.{' '}
          <Link
            to={`/dinas/kelompok/${group.id}`}
            className="inline-flex min-h-11 items-center font-semibold"
          >
            Buka data kelompok
          </Link>
        </p>
      )}
    </Callout>
  )
}

/** The other groups and open applications of the village; those that look the same stand first and stand out. */
export function Neighbours({ screen: { neighbours, status } }: { screen: ReviewScreen }) {
  if (neighbours.length === 0) return null
  const open = status === 'submitted' || status === 'under_review'
  const warns = open && neighbours.some((one) => one.alike)
  const list = (
    <ul className="mt-1">
      {neighbours.map(({ name, state, href, alike }) => (
        <li key={href} className="flex flex-wrap items-center gap-x-3">
          <Link to={href} className="inline-flex min-h-11 items-center font-semibold">
            {name}
          </Link>
          <span className="text-sm text-soft">{state}</span>
          {alike && <Badge tone="wait">Nama mirip</Badge>}
        </li>
      ))}
    </ul>
  )
  if (warns) {
    return (
      <Callout tone="wait" title="Mungkin kelompok yang sama">
        Di desa ini sudah ada kelompok dengan nama yang mirip. Beberapa KIM dalam satu desa boleh; pastikan
        ini bukan pendaftaran ganda.
        {list}
      </Callout>
    )
  }
  return (
    <Fold label={`${neighbours.length} kelompok lain di desa ini`} className="my-4">
      {list}
    </Fold>
  )
}
