import { formatDate } from '~/ui/format'
import { partnershipKindWords } from '../partnerships.messages'
import type { PublicPartnership } from '../public-partnerships.queries.server'

/** Who a group works with, as its public page tells it. */
export function PublicPartnerships({ partnerships }: { partnerships: PublicPartnership[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {partnerships.map(({ id, title, kind, office, startsOn, endsOn }) => (
        <li key={id} className="py-3">
          <p className="font-semibold [overflow-wrap:anywhere]">{title}</p>
          <p className="text-sm text-soft">
            {partnershipKindWords[kind]} dengan {office}, sejak {formatDate(startsOn)}
            {endsOn && ` sampai ${formatDate(endsOn)}`}
          </p>
        </li>
      ))}
    </ul>
  )
}
