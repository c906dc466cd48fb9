import { Badge } from '~/ui/callout'
import type { RegionRates } from '../office-reports.queries.server'

/** How the approval of a period stands, in a word. */
export function ApprovalBadge({ approval }: { approval: RegionRates['approval'] }) {
  if (approval === 'approved') return <Badge tone="good">Disetujui</Badge>
  if (approval === 'reopened') return <Badge tone="wait">Dibuka kembali</Badge>
  return approval === null ? null : <Badge>Belum disetujui</Badge>
}
