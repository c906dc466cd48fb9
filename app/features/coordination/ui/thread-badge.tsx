import { Badge } from '~/ui/callout'
import { threadBadge } from '../coordination.messages'
import type { ThreadStatus } from '../coordination.state'

export function ThreadBadge({ status, overdue }: { status: ThreadStatus; overdue: boolean }) {
  const { words, tone } = threadBadge(status, overdue)
  return <Badge tone={tone}>{words}</Badge>
}
