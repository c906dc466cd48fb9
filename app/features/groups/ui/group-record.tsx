import { type Place, placeWords } from '~/features/regions/places'
import { Facts } from '~/ui/data'
import { Fold } from '~/ui/fold'
import { formatDate, formatDay, formatMoment, formatRegistrationNumber } from '~/ui/format'
import type { DecreeTerm } from '../decree-term'
import { channelWords, postWords, scopeWords } from '../groups.messages'
import type { Contact, GroupScope, Post } from '../groups.schema'
import { channelKinds } from '../groups.schema'
import type { GroupStatus } from '../groups.state'
import { DecreeTermWords, GroupStatusBadge } from './badges'

const sourceWords = {
  online: 'Didaftarkan sendiri lewat portal',
  paper: 'Dientri dinas dari berkas kertas',
  import: 'Diimpor dinas dari daftar yang sudah ada',
}

interface Recorded {
  number: string
  nationalNumber: string | null
  status: GroupStatus
  statusReason: string | null
  statusSince: number
  suspendedUntil: string | null
  scope: GroupScope
  scopeNote: string | null
  foundedOn: string | null
  address: string | null
  latitude: number | null
  longitude: number | null
  contact: Contact
  source: 'online' | 'paper' | 'import'
  registeredAt: number
}

interface Props {
  group: Recorded
  place: Place
  chairAccount: string | null
  term: DecreeTerm
  decreeEnds: string | null
}

/** All facts of a group as an office sees them. */
export function GroupRecord({ group, place, chairAccount, term, decreeEnds }: Props) {
  const channels = channelKinds.flatMap((kind) => {
    const value = group.contact.channels[kind]
    if (!value) return []
    const shown = group.contact.publicChannels.includes(kind)
      ? 'tampil untuk umum'
      : 'tidak tampil untuk umum'
    return [`${channelWords[kind]}: ${value} (${shown})`]
  })
  const since = formatDay(group.statusSince, place.zone)
  return (
    <Facts
      items={[
        { term: 'Nomor registrasi', value: formatRegistrationNumber(group.number) },
        { term: 'Nomor induk nasional', value: group.nationalNumber },
        {
          term: 'Status',
          value: (
            <>
              <GroupStatusBadge status={group.status} suspendedUntil={group.suspendedUntil} />{' '}
              <span className="text-soft">sejak {since}</span>
              {group.statusReason && <span className="mt-1 block">{group.statusReason}</span>}
            </>
          ),
        },
        { term: 'SK berlaku sampai', value: <DecreeTermWords term={term} validUntil={decreeEnds} /> },
        { term: 'Akun ketua', value: chairAccount ?? 'belum punya akun' },
        { term: 'Wilayah', value: placeWords(place) },
        {
          term: 'Lingkup',
          value: group.scopeNote ? `${scopeWords[group.scope]}: ${group.scopeNote}` : scopeWords[group.scope],
        },
        { term: 'Berdiri', value: group.foundedOn && formatDate(group.foundedOn) },
        { term: 'Alamat', value: group.address },
        {
          term: 'Titik perkiraan',
          value:
            group.latitude !== null && group.longitude !== null
              ? `${group.latitude}, ${group.longitude} (dibulatkan sekitar 1 km)`
              : null,
        },
        { term: 'Kontak dan kanal', value: channels.join('\n') },
        { term: 'Asal data', value: sourceWords[group.source] },
        { term: 'Terdaftar', value: formatMoment(group.registeredAt, place.zone) },
      ]}
    />
  )
}

interface Member {
  id: string
  name: string
  post: Post
  since: string
  until: string | null
}

/** The board of today, and those before it folded away. */
export function BoardLists({ now, before }: { now: Member[]; before: Member[] }) {
  return (
    <>
      <ul className="divide-y divide-line">
        {now.map((member) => (
          <li key={member.id} className="flex flex-wrap justify-between gap-x-4 py-2.5">
            <span className="font-medium">{member.name}</span>
            <span className="text-soft">
              {postWords[member.post]}, sejak {formatDate(member.since)}
            </span>
          </li>
        ))}
      </ul>
      {before.length > 0 && (
        <Fold look="row" label={`Pengurus sebelumnya (${before.length})`} className="mt-2">
          <ul className="divide-y divide-line">
            {before.map((member) => (
              <li key={member.id} className="flex flex-wrap justify-between gap-x-4 py-2.5">
                <span>{member.name}</span>
                <span className="text-soft">
                  {postWords[member.post]}, {formatDate(member.since)}
                  {member.until && ` s.d. ${formatDate(member.until)}`}
                </span>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </>
  )
}
