import { useLoaderData } from '@remix-run/react'
import { myGroupsScreen } from '~/features/groups/chair.queries.server'
import { nextGroupStep } from '~/features/groups/next-group-step'
import { GroupStatusBadge } from '~/features/groups/ui/badges'
import { nextSteps } from '~/features/home/next-step'
import { type Place, withWord } from '~/features/regions/places'
import { applicationPath, applicationStatusWords } from '~/features/registration/registration.messages'
import { pageLoader } from '~/routes/door'
import { ButtonLink } from '~/ui/button'
import { Badge, EmptyState } from '~/ui/callout'
import { formatMoment, formatRegistrationNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'

export const meta = () => [{ title: 'Kelompok saya · Simpul KIM' }]

export const handle = { scripts: false }

export const loader = pageLoader({ access: 'signedIn' }, ({ actor, services }) =>
  myGroupsScreen(services, actor),
)

function placeShort({ village, district, regency }: Place): string {
  return [village, district, regency].map(withWord).join(', ')
}

export default function MyGroups() {
  const { groups, applications } = useLoaderData<typeof loader>()
  const nothing = groups.length === 0 && applications.length === 0
  return (
    <Page
      title="Kelompok saya"
      lead={nothing ? undefined : 'KIM yang Anda urus, dan pendaftaran yang Anda tulis.'}
      actions={nothing ? undefined : <ButtonLink to="/kelompok/baru">Daftarkan KIM</ButtonLink>}
    >
      {nothing && (
        <EmptyState
          title="Belum ada kelompok"
          action={<ButtonLink to="/kelompok/baru">Daftarkan KIM</ButtonLink>}
        >
          Daftarkan KIM Anda langkah demi langkah; isiannya tersimpan dan dapat dilanjutkan kapan saja.
          Siapkan nama pengurus, berita acara musyawarah, dan SK bila sudah ada. Sesudah diperiksa Dinas
          Kominfo, KIM Anda mendapat nomor dan Tanda Daftar. Bila Anda diundang ketua atau Dinas, buka tautan
          undangannya dengan akun ini.
        </EmptyState>
      )}
      {groups.length > 0 && (
        <Section title="KIM">
          <ul className="divide-y divide-line">
            {groups.map((group) => (
              <li key={group.id} className="py-4">
                <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
                  <Link
                    to={`/kelompok/${group.id}`}
                    className="inline-block py-1 text-lg font-semibold [overflow-wrap:anywhere]"
                  >
                    {group.name}
                  </Link>
                  <GroupStatusBadge status={group.status} suspendedUntil={group.suspendedUntil} />
                </div>
                <p className="text-soft">{placeShort(group.place)}</p>
                <p className="text-sm text-soft">
                  Nomor {formatRegistrationNumber(group.number)}
                  {group.isChair && ', Anda ketuanya'}
                </p>
                <p className="mt-1">{nextGroupStep(group)}</p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {applications.length > 0 && (
        <Section title="Pendaftaran">
          <ul className="divide-y divide-line">
            {applications.map((application) => (
              <li key={application.id} className="py-4">
                <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
                  <Link
                    to={applicationPath(application.id)}
                    className="inline-block py-1 text-lg font-semibold [overflow-wrap:anywhere]"
                  >
                    {application.groupName}
                  </Link>
                  <Badge tone={nextSteps[application.status].tone}>
                    {applicationStatusWords[application.status]}
                  </Badge>
                </div>
                <p className="text-soft">{placeShort(application.place)}</p>
                <p className="mt-1">{nextSteps[application.status].words}</p>
                <p className="text-sm text-soft">
                  {application.reference && `Nomor permohonan ${application.reference}. `}
                  Terakhir berubah {formatMoment(application.updatedAt, application.place.zone)}.
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}
