import { Badge } from '~/ui/callout'
import { activityStatusWords } from '../activities.messages'
import type { ActivityStatus } from '../activities.state'

/** Where an activity stands, in a word, and whether it was changed after its office confirmed it. */
export function ActivityStatusBadge({
  status,
  editedSinceConfirmed = false,
}: {
  status: ActivityStatus
  editedSinceConfirmed?: boolean
}) {
  const { label, tone } = activityStatusWords[status]
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      <Badge tone={tone}>{label}</Badge>
      {editedSinceConfirmed && <Badge tone="wait">Diubah sesudahnya</Badge>}
    </span>
  )
}
