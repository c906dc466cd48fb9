import { type Place, withWord } from '~/features/regions/places'
import { Badge } from '~/ui/callout'
import { formatRegistrationNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { groupStatusWords } from '../groups.messages'
import type { GroupStatus } from '../groups.state'

const tones = { registered: 'info', suspended: 'wait', closed: 'plain' } as const

interface Row {
  id: string
  number: string
  name: string
  status: GroupStatus
  place: Place
  subdomain: string | null
}

/** Groups one under the other: name, place, number and status of each. */
export function DirectoryList({ rows }: { rows: Row[] }) {
  return (
    <ul className="divide-y divide-line border-b border-line">
      {rows.map(({ id, number, name, status, place, subdomain }) => (
        <li key={id} className="grid gap-x-6 py-3 sm:grid-cols-[1fr_auto]">
          <div>
            <Link
              to={`/kim/${number}`}
              className="inline-block py-1 text-lg font-semibold [overflow-wrap:anywhere] no-underline hover:underline"
            >
              {name}
            </Link>
            <p className="text-soft">
              {withWord(place.village)}, {withWord(place.district)}, {withWord(place.regency)},{' '}
              {place.province.name}
            </p>
            {subdomain && <p className="text-sm text-soft">{subdomain}.kim.id</p>}
          </div>
          <p className="flex items-center gap-3 sm:flex-col sm:items-end sm:gap-1 sm:pt-1.5">
            <Badge tone={tones[status]}>{groupStatusWords[status]}</Badge>
            <span className="text-sm text-soft">
              <span className="sr-only">Nomor </span>
              {formatRegistrationNumber(number)}
            </span>
          </p>
        </li>
      ))}
    </ul>
  )
}
