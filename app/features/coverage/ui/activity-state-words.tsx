import { Badge, type Tone } from '~/ui/callout'
import { formatDate } from '~/ui/format'
import type { ActivityState } from '../activity-state'

const words: Record<ActivityState, { label: string; tone: Tone }> = {
  active: { label: 'Aktif', tone: 'good' },
  less_active: { label: 'Kurang aktif', tone: 'wait' },
  dormant: { label: 'Vakum', tone: 'plain' },
}

/** How active a group is, and when it last did something; nothing for one that is suspended or closed. */
export function ActivityStateWords({
  state,
  lastOn,
}: {
  state: ActivityState | null
  lastOn: string | null
}) {
  if (!state) return <span className="text-soft">–</span>
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2 gap-y-1 max-sm:justify-end">
      <Badge tone={words[state].tone}>{words[state].label}</Badge>
      <span className="text-sm whitespace-nowrap text-soft">
        {lastOn ? formatDate(lastOn) : 'belum ada kegiatan'}
      </span>
    </span>
  )
}
