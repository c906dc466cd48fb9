import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { CertificateList } from '~/features/certificates/ui/certificate-list'
import { groupStatusWords, postWords } from '~/features/groups/groups.messages'
import { GroupId } from '~/features/groups/groups.schema'
import { groupHomeScreen } from '~/features/groups/own-group.queries.server'
import { DecreeFacts } from '~/features/groups/ui/decree-facts'
import { NextStepList } from '~/features/groups/ui/next-step-list'
import { statusTones } from '~/features/groups/ui/public-facts'
import { partnershipsOfGroup } from '~/features/partnerships/group-partnerships.queries.server'
import { GroupPartnerships } from '~/features/partnerships/ui/group-partnerships'
import { placeWords } from '~/features/regions/places'
import { subdomainStatusTones, subdomainStatusWords } from '~/features/subdomains/subdomains.messages'
import { pageLoader } from '~/routes/door'
import { ButtonLink } from '~/ui/button'
import { Badge, Callout } from '~/ui/callout'
import { Facts } from '~/ui/data'
import { formatAge, formatDate, formatDay, formatRegistrationNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'

export const loader = pageLoader(
  { access: 'signedIn', params: z.object({ groupId: GroupId }) },
  async ({ params: { groupId }, actor, services }) => ({
    ...(await groupHomeScreen(services, actor, groupId)),
    partnerships: await partnershipsOfGroup(services, groupId),
  }),
)

export const handle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.group.name ?? 'Kelompok'} · Simpul KIM` },
]

type Screen = ReturnType<typeof useLoaderData<typeof loader>>

export default function GroupHome() {
  const screen = useLoaderData<typeof loader>()
  const { group, place, office } = screen
  return (
    <Page
      title={<span className="[overflow-wrap:anywhere]">{group.name}</span>}
      lead={placeWords(place)}
      back={{ to: '/kelompok', label: 'Kelompok saya' }}
      actions={
        <>
          {group.status !== 'closed' && (
            <ButtonLink to={`/kegiatan/baru?kim=${group.id}`}>Catat kegiatan</ButtonLink>
          )}
          <ButtonLink to="kegiatan" variant="secondary">
            Kegiatan kelompok
          </ButtonLink>
          <ButtonLink to="laporan" variant="secondary">
            Laporan berkala
          </ButtonLink>
          <ButtonLink to="acara" variant="secondary">
            Undangan acara
          </ButtonLink>
        </>
      }
    >
      <div className="mb-8 flex flex-wrap items-end gap-x-10 gap-y-3">
        <div>
          <p className="text-sm text-soft">Nomor registrasi</p>
          <p className="text-3xl font-bold tracking-tight text-teal-800">
            {formatRegistrationNumber(group.number)}
          </p>
        </div>
        <div>
          <p className="mb-1 text-sm text-soft">Status</p>
          <p className="pb-1">
            <Badge tone={statusTones[group.status]}>{groupStatusWords[group.status]}</Badge>
          </p>
        </div>
      </div>
      <Standing group={group} zone={place.zone} office={office} />
      {screen.steps.length > 0 && (
        <Section title="Yang bisa dikerjakan sekarang">
          <NextStepList
            steps={screen.steps}
            groupId={group.id}
            name={group.name}
            publicUrl={screen.publicUrl}
          />
        </Section>
      )}
      <Section title="Tanda Daftar KIM">
        <CertificateList certificates={screen.certificates} zone={place.zone} />
      </Section>
      <Section
        title="Surat Keputusan"
        actions={screen.isChair && <SectionLink to="sk">SK dan riwayatnya</SectionLink>}
      >
        <DecreeFacts decree={screen.decree} place={place} />
      </Section>
      {screen.partnerships.length > 0 && (
        <Section title="Kemitraan">
          <GroupPartnerships partnerships={screen.partnerships} />
        </Section>
      )}
      <Section title="Pertanggungjawaban">
        <p className="text-soft">
          Lembar bernomor dengan kegiatan, bukti, uang yang diterima dan dipakai, dan tempat tanda tangan.
        </p>
        <SectionLink to="pertanggungjawaban">Buat lembar pertanggungjawaban</SectionLink>
      </Section>
      <Section title="Alamat dan kontak" actions={<SectionLink to="profil">Profil dan kontak</SectionLink>}>
        <Facts
          items={[
            {
              term: 'Halaman umum',
              value: <Link to={`/kim/${group.number}`}>{screen.publicUrl.replace(/^https?:\/\//, '')}</Link>,
            },
            { term: 'Nama kim.id', value: <Subdomain screen={screen} /> },
            {
              term: 'Nomor Induk nasional',
              value: group.nationalNumber ?? (
                <span className="text-soft">belum ada; diisi Dinas bila terbit</span>
              ),
            },
          ]}
        />
      </Section>
      <Section
        title="Pengurus"
        actions={
          <span className="flex flex-wrap gap-x-6">
            <SectionLink to="anggota">
              {screen.isChair && group.status !== 'closed' ? 'Undang anggota' : 'Siapa yang boleh mencatat'}
            </SectionLink>
            {screen.isChair && <SectionLink to="ketua">Serah terima ketua</SectionLink>}
          </span>
        }
      >
        <Facts
          items={screen.board.map(({ name, post, since }) => ({
            term: postWords[post],
            value: (
              <>
                {name} <span className="text-sm text-soft">sejak {formatDate(since)}</span>
              </>
            ),
          }))}
        />
      </Section>
    </Page>
  )
}

function SectionLink({ to, children }: { to: string; children: string }) {
  return (
    <Link to={to} className="inline-flex min-h-11 items-center font-semibold">
      {children}
    </Link>
  )
}

function Standing({
  group,
  zone,
  office,
}: Pick<Screen, 'group' | 'office'> & { zone: Screen['place']['zone'] }) {
  if (group.status === 'registered') return null
  const since = formatDay(group.statusSince, zone)
  const reason = group.statusReason && `Alasan: ${group.statusReason}`
  if (group.status === 'closed') {
    return (
      <Callout tone="plain" title={`Kelompok ini ditutup sejak ${since}`}>
        {reason} Datanya tetap dapat dibaca. Bila kelompok hidup kembali, daftarkan sebagai KIM baru.
      </Callout>
    )
  }
  return (
    <Callout tone="wait" title={`Pendaftaran dibekukan sejak ${since}`}>
      <p>{reason}</p>
      <p>
        {group.suspendedUntil
          ? `Berlaku sampai ${formatDate(group.suspendedUntil)}, sesudah itu kembali terdaftar.`
          : 'Berlaku sampai dicabut.'}{' '}
        Untuk keterangan, hubungi {office}.
      </p>
    </Callout>
  )
}

function Subdomain({ screen: { subdomain, group, now } }: { screen: Screen }) {
  const page = `/kelompok/${group.id}/subdomain`
  if (!subdomain) return <Link to={page}>belum diminta</Link>
  const { label, status, requestedAt } = subdomain
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
      <Link to={page}>{label}.kim.id</Link>
      <Badge tone={subdomainStatusTones[status]}>{subdomainStatusWords[status]}</Badge>
      {status !== 'active' && (
        <span className="text-sm text-soft">diminta {formatAge(requestedAt, now)} yang lalu</span>
      )}
    </span>
  )
}
