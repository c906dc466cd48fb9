import { Badge } from '~/ui/callout'
import { partnershipStatusWords } from '../partnerships.messages'
import type { PartnershipStatus } from '../partnerships.state'

export function PartnershipStatusBadge({ status }: { status: PartnershipStatus }) {
  const { label, tone } = partnershipStatusWords[status]
  return <Badge tone={tone}>{label}</Badge>
}
