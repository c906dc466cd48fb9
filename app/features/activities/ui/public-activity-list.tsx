import { withWord } from '~/features/regions/places'
import { formatDate } from '~/ui/format'
import { Link } from '~/ui/link'
import { functionWords } from '../activities.messages'
import type { PublicActivity } from '../public-activity.queries.server'
import { SmallPhoto } from './photo-grid'

/** Activities that everyone may read, each with its first photo when there is one. */
export function PublicActivityList({
  activities,
  withGroup = false,
  columns = false,
}: {
  activities: PublicActivity[]
  /** Says whose each is, where the page does not. */
  withGroup?: boolean
  /** Two beside each other on a wide screen. */
  columns?: boolean
}) {
  return (
    <ul className={`border-t border-line ${columns ? 'grid gap-x-16 lg:grid-cols-2' : ''}`}>
      {activities.map(({ id, title, localDate, group, place, functions, photo }) => (
        <li key={id} className="flex gap-4 border-b border-line py-3">
          {photo && (
            <div className="w-24 shrink-0 self-start">
              <SmallPhoto {...photo} alt="" />
            </div>
          )}
          <div className="min-w-0">
            <Link
              to={`/kegiatan/${id}`}
              className="inline-block py-1 text-lg font-semibold no-underline [overflow-wrap:anywhere] hover:underline"
            >
              {title}
            </Link>
            <p className="text-soft">
              {withGroup && `${group.name}, `}
              {withWord(place.village)}, {withWord(place.regency)}
            </p>
            <p className="text-sm text-soft">
              {formatDate(localDate)} · {functions.map((name) => functionWords[name].label).join(', ')}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
