import { type MetaFunction, useLoaderData } from '@remix-run/react'
import {
  latestPublicActivities,
  type PublicActivity,
} from '~/features/activities/public-activity.queries.server'
import { PublicActivityList } from '~/features/activities/ui/public-activity-list'
import type { CoverageMap } from '~/features/coverage/draw-coverage.server'
import { measures } from '~/features/coverage/measures'
import type { RegionNumbers } from '~/features/coverage/region-numbers'
import { regionPage } from '~/features/coverage/region-page.server'
import { CoverageFigure } from '~/features/coverage/ui/coverage-map'
import { homeScreen } from '~/features/groups/home.queries.server'
import { ProvinceTable } from '~/features/groups/ui/province-table'
import { NATION, withWord } from '~/features/regions/places'
import { notFound } from '~/platform/errors'
import { pageLoader } from '~/routes/door'
import { ButtonLink } from '~/ui/button'
import { formatDay, formatNumber, formatPercent } from '~/ui/format'
import { Link } from '~/ui/link'
import { SearchBox } from '~/ui/search-box'

export const loader = pageLoader({ access: 'public' }, async ({ services }) => {
  const coverage = await regionPage(services, { code: NATION, measure: 'desa-terdaftar', byProvince: true })
  if (coverage?.kind !== 'region') throw notFound()
  const { screen, map } = coverage
  return {
    ...(await homeScreen(services)),
    covered: { numbers: screen.numbers, activeDays: screen.limits.active, map },
    activities: await latestPublicActivities(services, { limit: 4 }),
    publicUrl: services.config.publicUrl,
  }
})

export const handle = { scripts: false }

const title = 'Simpul KIM · registri Komunitas Informasi Masyarakat'
const description =
  'Daftarkan KIM desa, kelurahan atau kampung Anda, cari KIM di seluruh Indonesia, dan cek apakah sebuah nomor KIM benar terdaftar.'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title },
  { name: 'description', content: description },
  { property: 'og:title', content: title },
  { property: 'og:description', content: description },
  { property: 'og:type', content: 'website' },
  { property: 'og:locale', content: 'id_ID' },
  { property: 'og:url', content: data?.publicUrl ?? '' },
]

export default function Home() {
  const { counts, countedAt, provinces, latest, activities, covered } = useLoaderData<typeof loader>()
  return (
    <>
      <Opening map={covered.map} />
      <Counts counts={counts} covered={covered} date={formatDay(countedAt)} />
      <div className="mx-auto grid max-w-7xl gap-x-16 gap-y-14 px-4 py-14 sm:px-6 lg:grid-cols-2">
        <Latest groups={latest} />
        <section>
          <h2 className="text-2xl">Provinsi demi provinsi</h2>
          <p className="mt-1 mb-4 text-soft">
            KIM terdaftar, dan bagian desa, kelurahan dan kampung yang sudah memilikinya.
          </p>
          <ProvinceTable provinces={provinces} />
        </section>
      </div>
      <LatestActivities activities={activities} />
      <CheckNumber />
      <HowItWorks />
    </>
  )
}

function Opening({ map }: { map: CoverageMap | null }) {
  return (
    <div className="mx-auto grid max-w-7xl items-center gap-x-16 gap-y-10 px-4 pt-8 pb-12 sm:px-6 sm:pt-12 lg:grid-cols-[11fr_12fr] lg:pt-16 lg:pb-16">
      <div>
        <h1 className="text-3xl sm:text-4xl lg:text-[2.75rem]">Warga yang merawat kabar desanya</h1>
        <p className="mt-4 max-w-xl text-lg">
          <strong>KIM, Komunitas Informasi Masyarakat,</strong> adalah kelompok warga yang mengumpulkan,
          mengolah dan menyebarkan informasi di desa, kelurahan atau kampungnya. Di sini KIM didaftarkan,
          diperiksa Dinas Kominfo, dan dapat dicek siapa saja.{' '}
          <Link to="/tentang">Lebih jauh tentang KIM</Link>
        </p>
        <div className="mt-7 max-w-xl">
          <SearchBox
            action="/kim"
            name="q"
            label="Cari KIM atau desa"
            hint="Misalnya: Nawaripi, Mimika Baru, atau nama KIM"
          />
        </div>
        <p className="mt-6 flex flex-wrap gap-3">
          <ButtonLink to="/kelompok/baru" variant="secondary">
            Daftarkan KIM
          </ButtonLink>
          <ButtonLink to="/verifikasi" variant="secondary">
            Cek nomor KIM
          </ButtonLink>
        </p>
      </div>
      {map && (
        <div className="min-w-0">
          <CoverageFigure map={map} measure={measures['desa-terdaftar']} still />
          <p className="mt-2">
            <Link to="/peta" className="inline-flex min-h-11 items-center font-semibold">
              Buka peta dan angkanya
            </Link>
          </p>
        </div>
      )}
    </div>
  )
}

function Counts({
  counts,
  covered: { numbers, activeDays },
  date,
}: {
  counts: Awaited<ReturnType<typeof homeScreen>>['counts']
  covered: { numbers: RegionNumbers; activeDays: number }
  date: string
}) {
  const items = [
    {
      value: formatNumber(counts.registered),
      label: 'KIM terdaftar',
      meaning: 'Nomor sudah terbit dan tidak dibekukan atau ditutup.',
    },
    {
      value: formatNumber(counts.villagesWithGroup),
      label: 'desa, kelurahan dan kampung',
      meaning: `Punya paling sedikit satu KIM terdaftar: ${formatPercent(counts.villagesWithGroup, counts.villageCount)} dari ${formatNumber(counts.villageCount)}.`,
    },
    {
      value: formatNumber(numbers.activeGroups),
      label: 'KIM aktif',
      meaning: `Punya kegiatan yang dikonfirmasi Dinas Kominfo dalam ${formatNumber(activeDays)} hari terakhir: ${formatPercent(numbers.activeGroups, numbers.groups)} dari KIM terdaftar.`,
    },
    {
      value: formatNumber(numbers.recentActivities),
      label: 'kegiatan dalam 30 hari',
      meaning: 'Sudah dikonfirmasi Dinas Kominfo.',
    },
  ]
  return (
    <section aria-labelledby="angka" className="border-y border-line bg-mist">
      <div className="mx-auto max-w-7xl px-4 py-8 sm:px-6">
        <h2 id="angka" className="text-sm font-semibold text-soft">
          Keadaan per {date}
        </h2>
        <dl className="mt-4 grid grid-cols-2 gap-x-6 gap-y-8 lg:grid-cols-4 lg:gap-x-10">
          {items.map(({ value, label, meaning }) => (
            <div key={label} className="flex flex-col">
              <dt className="order-2 font-semibold">{label}</dt>
              <dd className="order-1 text-3xl font-bold tracking-tight text-teal-800 sm:text-4xl">{value}</dd>
              <dd className="order-3 mt-1 text-sm text-soft">{meaning}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  )
}

function Latest({ groups }: { groups: Awaited<ReturnType<typeof homeScreen>>['latest'] }) {
  return (
    <section>
      <h2 className="text-2xl">Baru terdaftar</h2>
      {groups.length === 0 ? (
        <p className="mt-3 text-soft">
          Belum ada KIM terdaftar. Yang pertama bisa dari desa Anda:{' '}
          <Link to="/kelompok/baru">daftarkan KIM</Link>.
        </p>
      ) : (
        <ul className="mt-4 divide-y divide-line border-y border-line">
          {groups.map(({ number, name, registeredAt, place }) => (
            <li key={number} className="py-3">
              <Link
                to={`/kim/${number}`}
                className="inline-block py-1 text-lg font-semibold no-underline hover:underline"
              >
                {name}
              </Link>
              <p className="text-soft">
                {withWord(place.village)}, {withWord(place.regency)}
              </p>
              <p className="text-sm text-soft">{formatDay(registeredAt, place.zone)}</p>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-3">
        <Link to="/kim" className="inline-flex min-h-11 items-center font-semibold">
          Lihat semua KIM
        </Link>
      </p>
    </section>
  )
}

function LatestActivities({ activities }: { activities: PublicActivity[] }) {
  if (activities.length === 0) return null
  return (
    <section aria-labelledby="kegiatan" className="border-t border-line">
      <div className="mx-auto max-w-7xl px-4 py-14 sm:px-6">
        <h2 id="kegiatan" className="mb-4 text-2xl">
          Kegiatan terbaru
        </h2>
        <PublicActivityList activities={activities} withGroup columns />
      </div>
    </section>
  )
}

function CheckNumber() {
  return (
    <section aria-labelledby="cek" className="border-t border-line bg-mist">
      <div className="mx-auto grid max-w-7xl items-center gap-x-16 gap-y-6 px-4 py-10 sm:px-6 lg:grid-cols-2">
        <div>
          <h2 id="cek" className="text-2xl">
            Benarkah kelompok ini KIM terdaftar?
          </h2>
          <p className="mt-2 max-w-prose text-soft">
            Setiap KIM terdaftar memegang nomor 12 angka. Nomor itu tertulis di Tanda Daftar KIM, di bawah
            kode QR, dan siapa saja boleh memeriksanya.
          </p>
        </div>
        <SearchBox
          action="/verifikasi"
          name="nomor"
          label="Nomor registrasi KIM"
          button="Cek nomor"
          variant="secondary"
          inputMode="numeric"
        />
      </div>
    </section>
  )
}

const steps = [
  {
    title: 'Musyawarah dan SK',
    text: 'Warga bermusyawarah, memilih pengurus, dan disahkan dengan SK, biasanya dari kepala desa atau lurah.',
  },
  {
    title: 'Isi pendaftaran',
    text: 'Ketua mengisi lima langkah di portal ini, boleh lewat telepon genggam dan boleh dilanjutkan kapan saja.',
  },
  {
    title: 'Diperiksa Dinas Kominfo',
    text: 'Dinas kabupaten atau kota memeriksa. Bila ada yang kurang, hanya bagian itu yang diminta lagi.',
  },
  {
    title: 'Nomor, tanda daftar, alamat web',
    text: 'KIM menerima nomor registrasi dan Tanda Daftar, lalu dapat meminta alamat kim.id.',
  },
]

function HowItWorks() {
  return (
    <section aria-labelledby="cara" className="border-t border-line">
      <div className="mx-auto max-w-7xl px-4 py-14 sm:px-6">
        <h2 id="cara" className="text-2xl">
          Dari musyawarah sampai punya nomor
        </h2>
        <ol className="mt-8 grid gap-x-10 gap-y-8 sm:grid-cols-2 lg:grid-cols-4">
          {steps.map(({ title, text }, at) => (
            <li key={title} className="relative">
              <span
                aria-hidden="true"
                className="flex size-9 items-center justify-center rounded-full border-2 border-teal-700 font-bold text-teal-800"
              >
                {at + 1}
              </span>
              <h3 className="mt-3 text-lg">{title}</h3>
              <p className="mt-1 text-soft">{text}</p>
            </li>
          ))}
        </ol>
        <p className="mt-10">
          <ButtonLink to="/kelompok/baru">Daftarkan KIM</ButtonLink>
        </p>
      </div>
    </section>
  )
}
