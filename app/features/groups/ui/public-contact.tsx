import { officeName } from '~/features/regions/places'
import { channelLink } from '../channel-links'
import { channelWords } from '../groups.messages'
import type { PublicGroup } from '../public-group.queries.server'

/** The channels that a group agreed to show; where there are none, whom to ask instead. */
export function PublicContact({ group }: { group: PublicGroup }) {
  if (group.channels.length === 0) {
    return (
      <p className="max-w-prose text-soft">
        {group.status === 'closed'
          ? 'Kelompok ini sudah ditutup, jadi kontaknya tidak ditampilkan.'
          : `Kelompok ini belum menampilkan kontak untuk umum. Anda dapat bertanya kepada ${officeName(group.place.regency)}.`}
      </p>
    )
  }
  return (
    <ul className="divide-y divide-line">
      {group.channels.map(({ kind, value }) => {
        const { href, text } = channelLink(kind, value)
        return (
          <li key={kind} className="sm:grid sm:grid-cols-3 sm:gap-4">
            <span className="text-sm text-soft sm:pt-2.5">{channelWords[kind]}</span>
            <a
              href={href}
              rel="nofollow noopener"
              className="flex min-h-11 items-center [overflow-wrap:anywhere] sm:col-span-2"
            >
              {text}
            </a>
          </li>
        )
      })}
    </ul>
  )
}
