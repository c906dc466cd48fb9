import { type Place, placeWords } from '~/features/regions/places'
import { Facts } from '~/ui/data'
import { formatDate, formatNumber } from '~/ui/format'
import { channelNames, functionWords, reachSourceWords, verdictWords } from '../activities.messages'
import type { ActivityContent, ChannelUse, HoaxClarification } from '../activity-kinds'

/** What an activity says, for the group, its office and everyone; empty answers are left out. */
export function ActivityFacts({
  content,
  topicName,
  place,
}: {
  content: ActivityContent
  topicName: string
  place: Place
}) {
  const items = [
    { term: 'Tanggal', value: formatDate(content.localDate) },
    { term: 'Tempat', value: placeWords(place) },
    { term: 'Topik', value: topicName },
    { term: 'Fungsi KIM', value: content.functions.map((name) => functionWords[name].label).join(', ') },
    { term: 'Saluran', value: content.channels.length > 0 && <ChannelList channels={content.channels} /> },
    { term: 'Jangkauan', value: reachWords(content) },
    { term: 'Yang hadir', value: presentWords(content) },
    { term: 'Mitra', value: content.partners },
  ].filter(({ value }) => value)
  return <Facts items={items} />
}

function ChannelList({ channels }: { channels: ChannelUse[] }) {
  return (
    <ul>
      {channels.map(({ channel, platform, link }) => (
        <li key={channel}>
          {[channelNames[channel], platform].filter(Boolean).join(': ')}
          {link && (
            <>
              {' · '}
              <a href={link} rel="nofollow ugc noopener" className="[overflow-wrap:anywhere]">
                {shortLink(link)}
              </a>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

/** The address as people read it. */
function shortLink(link: string): string {
  const short = link.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')
  return short.length > 60 ? `${short.slice(0, 58)}…` : short
}

/** "Sekitar 120 orang (perkiraan)", and on a line of its own "Diketahui dari: jumlah anggota grup atau pelanggan". */
export function reachWords({
  reach,
  reachSource,
  reachEstimated,
}: Pick<ActivityContent, 'reach' | 'reachSource' | 'reachEstimated'>): string | null {
  if (reach === null) return null
  const people = `${reachEstimated ? 'Sekitar ' : ''}${formatNumber(reach)} orang${reachEstimated ? ' (perkiraan)' : ''}`
  return reachSource ? `${people}\nDiketahui dari: ${reachSourceWords[reachSource].toLowerCase()}` : people
}

function presentWords({ men, women }: ActivityContent): string | null {
  const parts = [
    women !== null && `${formatNumber(women)} perempuan`,
    men !== null && `${formatNumber(men)} laki-laki`,
  ].filter(Boolean)
  return parts.join(', ') || null
}

/** What was said and what is right, with the verdict in a word that cannot be overlooked. */
export function HoaxBlock({ hoax }: { hoax: HoaxClarification }) {
  const { claim, where, verdict, reference } = hoax
  return (
    <figure className="my-6 rounded-md border border-edge">
      <figcaption className="flex flex-wrap items-center gap-3 border-b border-line px-4 py-3">
        <span className="font-semibold">Klarifikasi kabar</span>
        <strong className="rounded-md bg-ink px-3 py-1 text-white">{verdictWords[verdict]}</strong>
      </figcaption>
      <div className="px-4 py-3">
        <p className="text-sm text-soft">Kabar yang beredar di {where}:</p>
        <blockquote className="mt-1 border-l-2 border-line pl-3 whitespace-pre-line italic">
          {claim}
        </blockquote>
        <p className="mt-3 [overflow-wrap:anywhere]">
          <span className="text-soft">Keterangan yang benar: </span>
          {/^https?:\/\/\S+$/.test(reference) ? (
            <a href={reference} rel="nofollow ugc noopener">
              {shortLink(reference)}
            </a>
          ) : (
            reference
          )}
        </p>
      </div>
    </figure>
  )
}
