import { Badge, type Tone } from '~/ui/callout'
import { applicationStatusWords } from '../registration.messages'
import type { ApplicationStatus } from '../registration.state'

const tones: Record<ApplicationStatus, Tone> = {
  draft: 'plain',
  submitted: 'wait',
  under_review: 'info',
  returned: 'wait',
  approved: 'good',
  rejected: 'bad',
  withdrawn: 'plain',
}

/** Where an application stands. */
export function StatusBadge({ status }: { status: ApplicationStatus }) {
  return <Badge tone={tones[status]}>{applicationStatusWords[status]}</Badge>
}

/** That the office is beyond its own limit, and by how much. */
export function LateBadge({ days }: { days: number | null }) {
  if (days === null) return null
  return <Badge tone="bad">{days === 0 ? 'Lewat batas' : `Lewat batas ${days} hari kerja`}</Badge>
}
