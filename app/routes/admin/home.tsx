import { Link, useLoaderData } from '@remix-run/react'
import { adminScreen } from '~/features/identity/accounts.queries.server'
import { pageLoader } from '~/routes/door'
import { formatNumber } from '~/ui/format'
import { Page } from '~/ui/page'

export const meta = () => [{ title: 'Pengelola · Simpul KIM' }]

export const loader = pageLoader({ access: { can: 'admin.manage' } }, ({ services }) => adminScreen(services))

export default function AdminHome() {
  const { accounts, openInvitations, waitingMessages, failedMessages, deadJobs } =
    useLoaderData<typeof loader>()
  const rooms = [
    {
      to: '/admin/akun',
      title: 'Akun',
      words: 'Cari akun, lihat dan ubah perannya, nonaktifkan.',
      now: `${formatNumber(accounts)} akun`,
    },
    {
      to: '/admin/petugas',
      title: 'Petugas dan undangan',
      words: 'Undang petugas provinsi, kementerian, pengelola kim.id dan administrator.',
      now: `${formatNumber(openInvitations)} undangan belum dijawab`,
    },
    {
      to: '/admin/pesan',
      title: 'Pesan keluar',
      words: 'Surat yang menunggu, terkirim atau gagal.',
      now: `${formatNumber(waitingMessages)} menunggu, ${formatNumber(failedMessages)} gagal`,
      alarming: failedMessages > 0,
    },
    {
      to: '/admin/tugas',
      title: 'Tugas latar',
      words: 'Pekerjaan portal di belakang layar.',
      now: deadJobs === 0 ? 'tidak ada yang macet' : `${formatNumber(deadJobs)} macet, perlu dilihat`,
      alarming: deadJobs > 0,
    },
    { to: '/admin/jejak', title: 'Jejak perubahan', words: 'Siapa mengubah apa dan kapan.' },
    { to: '/admin/pengaturan', title: 'Pengaturan', words: 'Aturan dan dasar hukum dengan masa berlakunya.' },
  ]
  return (
    <Page title="Pengelola" lead="Mengurus akun, peran, pengaturan dan kesehatan portal.">
      <ul className="divide-y divide-line border-y border-line">
        {rooms.map(({ to, title, words, now, alarming }) => (
          <li key={to} className="flex flex-wrap items-baseline justify-between gap-x-6 py-3">
            <div>
              <Link to={to} className="inline-flex min-h-11 items-center text-lg font-semibold">
                {title}
              </Link>
              <p className="text-soft">{words}</p>
            </div>
            {now && <p className={alarming ? 'font-semibold text-amber-700' : 'text-soft'}>{now}</p>}
          </li>
        ))}
      </ul>
    </Page>
  )
}
