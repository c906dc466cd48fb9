import { data, redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { activityStateWords } from '~/features/activities/activities.messages'
import { publicGroupLife } from '~/features/activities/public-activity.queries.server'
import { PublicActivityList } from '~/features/activities/ui/public-activity-list'
import { StateDefinition } from '~/features/activities/ui/standing-card'
import { readTypedNumber } from '~/features/certificates/typed-number'
import { groupStatusWords } from '~/features/groups/groups.messages'
import { type PublicGroup, publicGroup } from '~/features/groups/public-group.queries.server'
import { PublicContact } from '~/features/groups/ui/public-contact'
import { PublicFacts, StatusNote, statusTones } from '~/features/groups/ui/public-facts'
import {
  type PublicPartnership,
  publicPartnershipsOf,
} from '~/features/partnerships/public-partnerships.queries.server'
import { PublicPartnerships } from '~/features/partnerships/ui/public-partnerships'
import { withWord } from '~/features/regions/places'
import { pageLoader } from '~/routes/door'
import { Badge } from '~/ui/callout'
import { formatRegistrationNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import { SearchBox } from '~/ui/search-box'

export const loader = pageLoader(
  { access: 'public', params: z.object({ number: z.string() }) },
  async ({ params, services }) => {
    const { number } = readTypedNumber(params.number)
    if (number.length === 12 && number !== params.number) throw redirect(`/kim/${number}`)
    const group = number === params.number ? await publicGroup(services, number) : null
    const life = group && (await publicGroupLife(services, number))
    const partnerships = group ? await publicPartnershipsOf(services, number) : []
    return data({ group, life, partnerships, publicUrl: services.config.publicUrl }, group ? 200 : 404)
  },
)

export const handle = { scripts: false }

/** What a shared link shows before it is opened, for example in WhatsApp. */
export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const group = data?.group
  if (!group) return [{ title: 'KIM tidak ditemukan · Simpul KIM' }, { name: 'robots', content: 'noindex' }]
  const { village, district, regency, province } = group.place
  const description = `${groupStatusWords[group.status]}, nomor ${formatRegistrationNumber(group.number)}. Komunitas Informasi Masyarakat di ${withWord(village)}, ${withWord(district)}, ${withWord(regency)}, ${province.name}.`
  return [
    { title: `${group.name}, ${withWord(village)} · Simpul KIM` },
    { name: 'description', content: description },
    { property: 'og:title', content: group.name },
    { property: 'og:description', content: description },
    { property: 'og:type', content: 'website' },
    { property: 'og:site_name', content: 'Simpul KIM' },
    { property: 'og:locale', content: 'id_ID' },
    { property: 'og:url', content: `${data.publicUrl}/kim/${group.number}` },
  ]
}

export default function PublicGroupPage() {
  const { group, life, partnerships } = useLoaderData<typeof loader>()
  return group ? <Found group={group} life={life} partnerships={partnerships} /> : <Missing />
}

function Found({
  group,
  life,
  partnerships,
}: {
  group: PublicGroup
  life: Awaited<ReturnType<typeof publicGroupLife>>
  partnerships: PublicPartnership[]
}) {
  const { number, name, status, place } = group
  return (
    <Page
      title={<span className="[overflow-wrap:anywhere]">{name}</span>}
      lead={
        <>
          Komunitas Informasi Masyarakat di {withWord(place.village)},{' '}
          <Link to={`/kim?wilayah=${place.regency.code}`}>{withWord(place.regency)}</Link>
        </>
      }
      back={{ to: '/kim', label: 'Direktori KIM' }}
    >
      <div className="-mt-2 mb-6 flex flex-wrap items-center gap-x-4 gap-y-1">
        <Badge tone={statusTones[status]}>{groupStatusWords[status]}</Badge>
        <span>
          Nomor <strong>{formatRegistrationNumber(number)}</strong>
        </span>
        <Link to={`/verifikasi/${number}`} className="inline-flex min-h-11 items-center">
          Cek nomor ini
        </Link>
      </div>
      <StatusNote group={group} />
      {life && <Life life={life} number={number} />}
      {partnerships.length > 0 && (
        <Section title="Kemitraan">
          <PublicPartnerships partnerships={partnerships} />
        </Section>
      )}
      <Section title="Tentang kelompok ini">
        <PublicFacts group={group} />
      </Section>
      <Section title="Hubungi">
        <PublicContact group={group} />
      </Section>
    </Page>
  )
}

/** How active the group is, with the definition, and what it did lately. */
function Life({
  life: { standing, latest },
  number,
}: {
  life: NonNullable<Awaited<ReturnType<typeof publicGroupLife>>>
  number: string
}) {
  if (!standing && latest.length === 0) return null
  return (
    <Section title="Kegiatan">
      {standing && (
        <p className="mb-4 max-w-prose">
          <strong>{activityStateWords[standing.state]}.</strong>{' '}
          <span className="text-sm text-soft">
            <StateDefinition {...standing} />
          </span>
        </p>
      )}
      {latest.length === 0 ? (
        <p className="text-soft">Belum ada kegiatan yang dibagikan kepada umum.</p>
      ) : (
        <>
          <PublicActivityList activities={latest} />
          <p className="mt-3">
            <Link to={`/kim/${number}/kegiatan`} className="inline-flex min-h-11 items-center font-semibold">
              Semua kegiatan kelompok ini
            </Link>
          </p>
        </>
      )}
    </Section>
  )
}

function Missing() {
  return (
    <Page
      title="KIM ini tidak ditemukan"
      lead="Tidak ada kelompok dengan nomor di alamat ini. Mungkin ada angka yang keliru."
      back={{ to: '/kim', label: 'Direktori KIM' }}
    >
      <SearchBox action="/kim" name="q" label="Cari nama KIM atau nomornya" />
      <p className="mt-6 max-w-prose">
        Memeriksa lembar tanda daftar? <Link to="/verifikasi">Cek nomornya di sini</Link>.
      </p>
    </Page>
  )
}
