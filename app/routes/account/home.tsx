import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { deskOf } from '~/features/home/desk'
import { ownHomeScreen } from '~/features/home/home.queries.server'
import { nextSteps } from '~/features/home/next-step'
import { GroupCard } from '~/features/home/ui/group-card'
import { OfficeDuties } from '~/features/home/ui/office-duties'
import { applicationPath, applicationStatusWords } from '~/features/registration/registration.messages'
import { Figures, OfficeWork } from '~/features/registration/ui/office-home-page'
import { pageLoader } from '~/routes/door'
import { ButtonLink } from '~/ui/button'
import { Badge, EmptyState } from '~/ui/callout'
import { formatAge, formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'

export const meta = () => [{ title: 'Beranda saya · Simpul KIM' }]

export const handle = { scripts: false }

/** Set by signing in: whoever works at one desk only starts there. */
const query = z.object({ masuk: z.string().optional() })

export const loader = pageLoader({ access: 'signedIn', query }, ({ query, services, actor }) => {
  if (query.masuk !== undefined) throw redirect(deskOf(actor))
  return ownHomeScreen(services, actor)
})

type Screen = Awaited<ReturnType<typeof ownHomeScreen>>

export default function Home() {
  const screen = useLoaderData<typeof loader>()
  const { name, groups, applications, office, registrar, isAdmin, isVolunteer } = screen
  const empty = isVolunteer && groups.length === 0 && applications.length === 0
  return (
    <Page wide={office !== null} title={`Halo, ${name}`}>
      {office && <OfficeSections {...office} />}
      {registrar && (
        <Section title="Nama kim.id">
          <Figures
            figures={[
              { to: '/registrar', many: registrar.endorsed, label: 'permintaan menunggu diaktifkan' },
            ]}
          />
        </Section>
      )}
      {isAdmin && (
        <Section title="Pengelola portal">
          <p className="mb-3">Akun, peran, pesan keluar, pengaturan dan jejak perubahan.</p>
          <ButtonLink to="/admin">Buka halaman pengelola</ButtonLink>
        </Section>
      )}
      {empty && (
        <EmptyState
          title="Mulai dari sini: daftarkan KIM Anda"
          action={<ButtonLink to="/kelompok/baru">Daftarkan KIM</ButtonLink>}
        >
          Isi langkah demi langkah, simpan kapan saja, lanjutkan dari HP mana pun. Yang disiapkan: berita
          acara musyawarah, SK, dan nama pengurus. Sesudah disetujui Dinas, kelompok mendapat nomor dan Tanda
          Daftar.
          <p className="mt-3">
            KIM Anda sudah terdaftar? Mintalah tautan undangan kepada ketuanya, lalu buka tautan itu dengan
            akun ini.
          </p>
        </EmptyState>
      )}
      {groups.length > 0 && <Groups groups={groups} />}
      {applications.length > 0 && <Applications {...screen} />}
      {isVolunteer && !empty && (
        <p className="mt-8">
          <ButtonLink to="/kelompok/baru" variant="secondary">
            Daftarkan KIM lain
          </ButtonLink>
        </p>
      )}
    </Page>
  )
}

function Applications({ applications, now }: Pick<Screen, 'applications' | 'now'>) {
  return (
    <Section title="Pendaftaran yang sedang berjalan">
      <ul className="divide-y divide-line border-y border-line">
        {applications.map(({ id, groupName, status, updatedAt, submittedAt }) => {
          const { tone, words } = nextSteps[status]
          const inOffice = submittedAt !== null && (status === 'submitted' || status === 'under_review')
          return (
            <li key={id} className="py-4">
              <p className="flex flex-wrap items-center gap-x-3">
                <Link to={applicationPath(id)} className="inline-flex min-h-11 items-center font-semibold">
                  {groupName}
                </Link>
                <Badge tone={tone}>{applicationStatusWords[status]}</Badge>
              </p>
              <p>{words}</p>
              <p className="text-sm text-soft">
                {inOffice
                  ? `Di Dinas: ${formatAge(submittedAt, now)}`
                  : `Terakhir disimpan: ${formatAge(updatedAt, now)}`}
              </p>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

function Groups({ groups }: Pick<Screen, 'groups'>) {
  return (
    <Section title="Kelompok saya">
      <div className="grid gap-8">
        {groups.map((group) => (
          <GroupCard key={group.id} group={group} />
        ))}
      </div>
    </Section>
  )
}

function OfficeSections({ home, duties, activities }: NonNullable<Screen['office']>) {
  return (
    <>
      <Section title={home.office}>
        <p className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <ButtonLink to="/dinas">Buka halaman dinas</ButtonLink>
          {activities > 0 && (
            <Link to="/dinas/kegiatan?status=submitted" className="inline-flex min-h-11 items-center">
              {activities > 99 ? 'Lebih dari 99' : formatNumber(activities)} kegiatan menunggu konfirmasi
            </Link>
          )}
        </p>
      </Section>
      <OfficeWork home={home} />
      <OfficeDuties duties={duties} />
    </>
  )
}
