import { documentWords } from '~/features/documents/documents.messages'
import { documentKinds } from '~/features/documents/documents.schema'
import { DocumentLink } from '~/features/documents/ui/document-link'
import { channelWords, issuerWords, postWords, scopeWords } from '~/features/groups/groups.messages'
import { channelKinds, posts } from '~/features/groups/groups.schema'
import { Facts } from '~/ui/data'
import { formatDate, formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import type { ApplicationScreen } from '../application-screens.queries.server'

/** What these read of an application, on the applicant's screens and on the office's. */
type Answered = Pick<ApplicationScreen, 'groupName' | 'place' | 'answers' | 'documents'>

const onDate = (date: string | undefined) => date && formatDate(date)

export function IdentityFacts({ application }: { application: Answered }) {
  const { identity } = application.answers
  const { latitude, longitude } = identity
  return (
    <Facts
      items={[
        { term: 'Nama kelompok', value: application.groupName },
        { term: 'Wilayah', value: application.place },
        {
          term: 'Cakupan',
          value: identity.scopeNote
            ? `${scopeWords[identity.scope]}: ${identity.scopeNote}`
            : scopeWords[identity.scope],
        },
        { term: 'Tanggal berdiri', value: onDate(identity.foundedOn) },
        { term: 'Alamat sekretariat', value: identity.address },
        {
          term: 'Letak kira-kira',
          value:
            latitude !== undefined && longitude !== undefined
              ? `${formatNumber(latitude)}; ${formatNumber(longitude)}`
              : undefined,
        },
      ]}
    />
  )
}

export function FormationFacts({ application }: { application: Answered }) {
  const { formation = {} } = application.answers
  const { decreeIssuerKind, decreeIssuerName } = formation
  const issuer = [decreeIssuerKind && issuerWords[decreeIssuerKind], decreeIssuerName].filter(Boolean)
  return (
    <Facts
      items={[
        { term: 'Tanggal musyawarah', value: onDate(formation.meetingOn) },
        { term: 'Ringkasan musyawarah', value: formation.meetingMinutes },
        { term: 'Nomor SK', value: formation.decreeNumber },
        { term: 'Tanggal SK', value: onDate(formation.decreeDate) },
        { term: 'Disahkan oleh', value: issuer.join(', ') },
        { term: 'Berlaku sampai', value: onDate(formation.decreeValidUntil) },
      ]}
    />
  )
}

/** The three documents, each with the file that is there. */
export function DocumentFacts({ application }: { application: Answered }) {
  return (
    <Facts
      items={documentKinds.map((kind) => {
        const document = application.documents.find((one) => one.kind === kind)
        return {
          term: documentWords[kind],
          value: document && <DocumentLink document={document} />,
        }
      })}
    />
  )
}

export function BoardFacts({ application }: { application: Answered }) {
  const { board } = application.answers
  const members = [...(board?.members ?? [])].sort((a, b) => posts.indexOf(a.post) - posts.indexOf(b.post))
  return (
    <>
      <Facts items={members.map(({ name, post }) => ({ term: postWords[post], value: name }))} />
      <p className="mt-3 text-soft">
        {formatNumber(members.length)} orang.{' '}
        {board?.adultsAttested && 'Dinyatakan semua berusia paling sedikit 18 tahun.'}
      </p>
    </>
  )
}

export function ContactFacts({ application }: { application: Answered }) {
  const { contact } = application.answers
  if (!contact) return <p className="text-soft">Belum diisi.</p>
  const shown = [
    ...contact.publicChannels.map((kind) => channelWords[kind]),
    ...(contact.publicChairName ? ['nama ketua'] : []),
    ...(contact.publicAddress ? ['alamat sekretariat'] : []),
    ...(contact.publicLocation ? ['letak kira-kira'] : []),
  ]
  const channels = channelKinds.flatMap((kind) => {
    const value = contact.channels[kind]
    return value ? [{ term: channelWords[kind], value }] : []
  })
  return (
    <Facts
      items={[
        ...channels,
        { term: 'Tampil untuk umum', value: shown.length > 0 ? shown.join(', ') : 'tidak ada' },
      ]}
    />
  )
}

/** A link to change what stands above it. */
export function ChangeLink({ to, what }: { to: string; what: string }) {
  return (
    <Link to={to} className="inline-flex min-h-11 items-center">
      Ubah<span className="sr-only"> {what}</span>
    </Link>
  )
}
