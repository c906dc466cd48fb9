import type { ReactNode } from 'react'
import { Facts } from '~/ui/data'
import { formatNumber } from '~/ui/format'
import { deadlineWords, eventKindWords, whenWords } from '../events.messages'
import type { ShownEvent } from '../events.queries.server'

type Told = Pick<
  ShownEvent,
  'kind' | 'startsAt' | 'endsAt' | 'zone' | 'venue' | 'onlineUrl' | 'replyUntil' | 'capacity'
>

/** When, where and by whom: what everyone who has to do with an event needs. */
export function EventFacts({
  event,
  office,
  place,
  topics = [],
  partnership,
  withLink,
}: {
  event: Told
  office: string
  place: string | null
  topics?: string[]
  /** Under which it is held. */
  partnership?: ReactNode
  /** Those who come take part by the link too. */
  withLink: boolean
}) {
  return (
    <Facts
      items={[
        { term: 'Jenis', value: eventKindWords[event.kind] },
        { term: 'Penyelenggara', value: office },
        { term: 'Waktu', value: whenWords(event) },
        { term: 'Tempat', value: [event.venue, place].filter(Boolean).join('\n') || 'Daring' },
        ...(withLink && event.onlineUrl
          ? [
              {
                term: 'Tautan daring',
                value: (
                  <a href={event.onlineUrl} rel="noreferrer" className="[overflow-wrap:anywhere]">
                    {event.onlineUrl}
                  </a>
                ),
              },
            ]
          : []),
        { term: 'Jawaban ditunggu sampai', value: deadlineWords(event) },
        ...(event.capacity
          ? [{ term: 'Batas peserta', value: `${formatNumber(event.capacity)} orang` }]
          : []),
        ...(partnership ? [{ term: 'Kemitraan', value: partnership }] : []),
        ...(topics.length > 0 ? [{ term: 'Topik', value: topics.join(', ') }] : []),
      ]}
    />
  )
}
