import { Badge, type Tone } from '~/ui/callout'
import { formatDate } from '~/ui/format'
import type { DecreeTerm } from '../decree-term'
import { groupStatusWords } from '../groups.messages'
import type { GroupStatus } from '../groups.state'

const statusTones: Record<GroupStatus, Tone> = { registered: 'info', suspended: 'wait', closed: 'plain' }

/** A group's status in a word, with the end of a suspension. */
export function GroupStatusBadge({
  status,
  suspendedUntil,
}: {
  status: GroupStatus
  suspendedUntil?: string | null
}) {
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <Badge tone={statusTones[status]}>{groupStatusWords[status]}</Badge>
      {status === 'suspended' && suspendedUntil && (
        <span className="text-sm font-normal text-soft">berakhir {formatDate(suspendedUntil)}</span>
      )}
    </span>
  )
}

/** Where a group's decree stands, in words. */
export function DecreeTermWords({ term, validUntil }: { term: DecreeTerm; validUntil: string | null }) {
  switch (term) {
    case 'none':
      return <span className="text-soft">belum ada SK</span>
    case 'open':
      return <span className="text-soft">tanpa batas</span>
    case 'ended':
      return (
        <span className="inline-flex flex-wrap items-center justify-end gap-x-2 gap-y-1 sm:justify-start">
          {validUntil && formatDate(validUntil)} <Badge tone="bad">SK kedaluwarsa</Badge>
        </span>
      )
    case 'ending':
      return (
        <span className="inline-flex flex-wrap items-center justify-end gap-x-2 gap-y-1 sm:justify-start">
          {validUntil && formatDate(validUntil)} <Badge tone="wait">Segera berakhir</Badge>
        </span>
      )
    case 'valid':
      return validUntil && formatDate(validUntil)
  }
}
