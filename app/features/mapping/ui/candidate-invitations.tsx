import { applicationStatusWords } from '~/features/registration/registration.messages'
import { ActionButton } from '~/ui/form'
import { formatDay, formatRegistrationNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Section } from '~/ui/page'
import type { CandidateInvitation } from '../invitations.queries.server'
import type { MappingHead } from '../mapping-screen.queries.server'

interface Props {
  screen: {
    head: MappingHead
    version: number
    mayInvite: boolean
    now: number
    invitations: CandidateInvitation[]
  }
}

/** What was asked of a candidate, how far its application is, and the KIM that came of it. */
export function CandidateInvitations({ screen: { head, version, mayInvite, now, invitations } }: Props) {
  const underWay = invitations.some(
    ({ applicationStatus }) =>
      applicationStatus !== null && applicationStatus !== 'withdrawn' && applicationStatus !== 'rejected',
  )
  if (!mayInvite && invitations.length === 0) return null
  return (
    <Section title="Undangan mendaftar">
      {invitations.length > 0 && (
        <ul className="mb-4 max-w-3xl divide-y divide-line border-y border-line">
          {invitations.map((invitation) => (
            <li key={invitation.id} className="py-2.5">
              <Stage invitation={invitation} now={now} />
              <span className="block text-sm text-soft">
                diundang {formatDay(invitation.createdAt, head.zone)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {mayInvite && !underWay && (
        <>
          <p className="mb-3 max-w-prose text-soft">
            Undangan membuat tautan untuk kelompok ini: pendaftarannya sudah terisi nama, desa dan kontak, dan
            tetap terhubung dengan baris ini. Kelompok dibentuk dan mendaftar sendiri; kantor hanya mengajak.
          </p>
          <ActionButton variant="primary" values={{ intent: 'invite', version: String(version) }}>
            Undang mendaftar sebagai KIM
          </ActionButton>
        </>
      )}
    </Section>
  )
}

function Stage({ invitation, now }: { invitation: CandidateInvitation; now: number }) {
  const { groupId, groupName, groupNumber, applicationId, applicationStatus } = invitation
  if (groupId) {
    return (
      <>
        Menjadi <Link to={`/dinas/kelompok/${groupId}`}>{groupName}</Link>
        {groupNumber && `, nomor ${formatRegistrationNumber(groupNumber)}`}
      </>
    )
  }
  if (applicationId && applicationStatus) {
    return (
      <>
        Pendaftaran: {applicationStatusWords[applicationStatus].toLowerCase()}
        {applicationStatus !== 'draft' && (
          <>
            {' '}
            (<Link to={`/dinas/antrean/${applicationId}`}>buka</Link>)
          </>
        )}
      </>
    )
  }
  if (invitation.revokedAt !== null) return <>Tautan diganti yang lebih baru</>
  if (invitation.expiresAt <= now) return <>Tautan lewat waktu, belum dipakai</>
  return <>Menunggu kelompok membuka tautannya</>
}
