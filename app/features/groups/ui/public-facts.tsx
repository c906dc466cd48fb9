import { officeName, type Place, placeWords } from '~/features/regions/places'
import { Callout } from '~/ui/callout'
import { Facts } from '~/ui/data'
import { formatDate, formatDay, formatRegistrationNumber } from '~/ui/format'
import { issuerTitle, scopeWords } from '../groups.messages'
import type { PublicGroup } from '../public-group.queries.server'

export const statusTones = { registered: 'good', suspended: 'wait', closed: 'plain' } as const

/** Says so when a group is suspended or closed. */
export function StatusNote({ group }: { group: PublicGroup }) {
  const { status, statusSince, suspendedUntil, place } = group
  if (status === 'registered') return null
  const since = formatDay(statusSince, place.zone)
  if (status === 'closed') {
    return (
      <Callout tone="plain" title={`Kelompok ini sudah ditutup sejak ${since}`}>
        Halaman ini tetap ada sebagai catatan. Nomornya tidak diberikan kepada kelompok lain.
      </Callout>
    )
  }
  return (
    <Callout tone="wait" title={`Pendaftaran kelompok ini dibekukan sementara sejak ${since}`}>
      {suspendedUntil
        ? `Pembekuan berlaku sampai ${formatDate(suspendedUntil)}.`
        : 'Pembekuan berlaku sampai dicabut.'}{' '}
      Keterangan dapat diminta kepada {officeName(place.regency)}.
    </Callout>
  )
}

/** Facts of the register, and what the group agreed to show of its chair and its place. */
export function PublicFacts({ group }: { group: PublicGroup }) {
  const { place, decree, subdomain, location } = group
  const shown = [
    { term: 'Tempat', value: placeWords(place) },
    { term: 'Lingkup', value: scopeWords[group.scope] },
    { term: 'Berdiri', value: group.foundedOn && formatDate(group.foundedOn) },
    { term: 'Terdaftar sejak', value: formatDay(group.registeredAt, place.zone) },
    { term: 'Didaftarkan oleh', value: officeName(place.regency) },
    {
      term: 'Nomor Induk nasional',
      value: group.nationalNumber && formatRegistrationNumber(group.nationalNumber),
    },
    { term: 'Surat keputusan', value: decree && decreeWords(decree, place) },
    { term: 'Ketua', value: group.chairName },
    { term: 'Alamat', value: group.address },
    {
      term: 'Lokasi kira-kira',
      value: location && (
        <a
          href={`https://www.openstreetmap.org/?mlat=${location.latitude}&mlon=${location.longitude}#map=13/${location.latitude}/${location.longitude}`}
          rel="nofollow noopener"
        >
          Lihat di peta (ketelitian sekitar 1 km)
        </a>
      ),
    },
    {
      term: 'Situs KIM',
      value: subdomain && (
        <a href={`https://${subdomain}.kim.id`} rel="noopener">
          {subdomain}.kim.id
        </a>
      ),
    },
  ].filter(({ value }) => value !== null && value !== '')
  return <Facts items={shown} />
}

function decreeWords(
  { number, date, issuerKind, validUntil }: NonNullable<PublicGroup['decree']>,
  place: Place,
): string {
  const issuer = issuerTitle(issuerKind, place)
  const until = validUntil ? `, berlaku sampai ${formatDate(validUntil)}` : ''
  return `Nomor ${number} tanggal ${formatDate(date)}${until}${issuer ? `\nDitetapkan oleh ${issuer}` : ''}`
}
