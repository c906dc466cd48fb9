import type { ReactNode } from 'react'
import { EmptyState } from '~/ui/callout'
import { type Column, DataTable } from '~/ui/data'
import { formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import type { OfficeHome } from '../office-home.queries.server'
import { queuePath } from '../queue.schema'

export interface Figure {
  to: string
  label: string
  many: number
  /** Stands out when there is any. */
  urgent?: boolean
}

interface OfficeHomePageProps {
  home: OfficeHome
  /** What comes before everything else. */
  first: ReactNode
  children: ReactNode
}

/** What waits for the office, how its region lives (`children`), and the pages that the bar on top does not name. */
export function OfficeHomePage({ home, first, children }: OfficeHomePageProps) {
  return (
    <Page wide title={home.office}>
      {first}
      <OfficeWork home={home} />
      {children}
      {home.byRegency && <ByRegency rows={home.byRegency} />}
      <Section title="Halaman lain">
        <ul className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
          {home.pages.map(({ to, label, hint }) => (
            <li key={to} className="border-b border-line py-2">
              <Link to={to} className="inline-flex min-h-11 items-center font-semibold">
                {label}
              </Link>
              <span className="block text-sm text-soft">{hint}</span>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}

/** What waits for the office of applications and of registered groups. */
export function OfficeWork({ home }: { home: OfficeHome }) {
  const { open } = home
  const work: Figure[] = [
    { to: queuePath({}), label: 'menunggu diperiksa', many: open.waiting },
    {
      to: queuePath({ tahap: 'diperiksa', pemegang: 'saya' }),
      label: 'sedang Anda periksa',
      many: open.mine,
    },
    {
      to: queuePath({ tahap: 'semua', lewat: '1' }),
      label: 'lewat batas waktu',
      many: open.overdue,
      urgent: true,
    },
    {
      to: queuePath({ tahap: 'dikembalikan' }),
      label: 'dikembalikan, menunggu kelompok',
      many: open.returned,
    },
  ]
  const care: Figure[] = [
    { to: '/dinas/ketua', label: 'serah terima ketua menunggu pengesahan', many: home.handovers },
    { to: '/dinas/kelompok?sk=diajukan', label: 'SK baru menunggu pengesahan', many: home.renewals },
    { to: '/dinas/subdomain', label: 'alamat kim.id menunggu dukungan', many: home.subdomains },
    { to: '/dinas/kelompok?sk=segera&urut=sk', label: 'SK berakhir dalam 90 hari', many: home.decreesEnding },
  ]
  return (
    <>
      <Section title="Permohonan">
        <Figures figures={work} />
      </Section>
      <Section title="Kelompok terdaftar">
        <Figures figures={care} />
      </Section>
    </>
  )
}

/** A few numbers side by side, each leading to its list. */
export function Figures({ figures }: { figures: Figure[] }) {
  return (
    <ul className="grid gap-x-8 gap-y-4 sm:grid-cols-2 lg:grid-cols-4">
      {figures.map(({ to, label, many, urgent }) => (
        <li key={label}>
          <Link
            to={to}
            className={`block border-l-4 py-1 pl-4 text-ink no-underline hover:underline ${urgent && many > 0 ? 'border-red-700' : 'border-teal-300'}`}
          >
            <span
              className={`block text-3xl font-semibold ${urgent && many > 0 ? 'text-red-700' : many === 0 ? 'text-soft' : 'text-teal-800'}`}
            >
              {formatNumber(many)}
            </span>
            {label}
          </Link>
        </li>
      ))}
    </ul>
  )
}

type RegencyRow = NonNullable<OfficeHome['byRegency']>[number]

function ByRegency({ rows }: { rows: RegencyRow[] }) {
  const cell = (many: number, to: string) =>
    many === 0 ? <span className="text-soft">0</span> : <Link to={to}>{formatNumber(many)}</Link>
  const columns: Column<RegencyRow>[] = [
    {
      header: 'Kabupaten/kota',
      cell: ({ code, name }) => <Link to={queuePath({ tahap: 'semua', wilayah: code })}>{name}</Link>,
    },
    {
      header: 'Menunggu',
      numeric: true,
      cell: ({ code, waiting }) => cell(waiting, queuePath({ wilayah: code })),
    },
    {
      header: 'Sedang diperiksa',
      numeric: true,
      cell: ({ code, underReview }) => cell(underReview, queuePath({ tahap: 'diperiksa', wilayah: code })),
    },
    {
      header: 'Dikembalikan',
      numeric: true,
      cell: ({ code, returned }) => cell(returned, queuePath({ tahap: 'dikembalikan', wilayah: code })),
    },
    {
      header: 'Lewat batas',
      numeric: true,
      cell: ({ code, overdue }) => cell(overdue, queuePath({ tahap: 'semua', lewat: '1', wilayah: code })),
    },
  ]
  return (
    <Section title="Permohonan menurut kabupaten/kota">
      {rows.length === 0 ? (
        <EmptyState title="Tidak ada permohonan terbuka">
          Begitu ada kelompok yang mengirim permohonan, kabupaten/kotanya muncul di sini.
        </EmptyState>
      ) : (
        <DataTable
          caption="Permohonan terbuka menurut kabupaten/kota, yang paling banyak lewat batas di atas"
          columns={columns}
          rows={rows}
          keyOf={({ code }) => code}
        />
      )}
    </Section>
  )
}
