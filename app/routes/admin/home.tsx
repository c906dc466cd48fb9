import { useLoaderData } from '@remix-run/react'
import { choiceWords } from '~/features/choices/choices.messages'
import { choiceCounts } from '~/features/choices/choices-screen.queries.server'
import { adminNumbers } from '~/features/home/admin-dashboard.queries.server'
import { adminScreen } from '~/features/identity/accounts.queries.server'
import { pageLoader } from '~/routes/door'
import { Facts } from '~/ui/data'
import { formatBytes, formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'

export const meta = () => [{ title: 'Pengelola · Simpul KIM' }]

export const handle = { scripts: false }

export const loader = pageLoader({ access: { can: 'admin.manage' } }, async ({ services }) => ({
  ...(await adminScreen(services)),
  kept: await adminNumbers(services),
  choices: await choiceCounts(services),
}))

export default function AdminHome() {
  const { accounts, choices, openInvitations, waitingMessages, failedMessages, deadJobs, kept } =
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
    ...choices.map(({ list, now }) => ({
      to: choiceWords[list].path,
      title: choiceWords[list].title,
      words: `Yang dapat dipilih ${choiceWords[list].chosenBy}.`,
      now: `${formatNumber(now)} berlaku`,
    })),
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
      <div className="mt-10">
        <Section title="Yang disimpan">
          <Facts
            items={[
              { term: 'KIM', value: formatNumber(kept.groups) },
              {
                term: 'Dokumen',
                value: `${formatNumber(kept.documents.many)} berkas, ${formatBytes(kept.documents.bytes)}`,
              },
              {
                term: 'Foto kegiatan',
                value: `${formatNumber(kept.photos.many)} foto, ${formatBytes(kept.photos.bytes)}`,
              },
              { term: 'Rekap cakupan', value: recountWords(kept) },
            ]}
          />
        </Section>
      </div>
    </Page>
  )
}

/** Whether the counts behind maps are as they should be, as far as the portal knows by itself. */
function recountWords({ recounts, countedDays }: Awaited<ReturnType<typeof adminNumbers>>): string {
  if (recounts.failed > 0) return `${formatNumber(recounts.failed)} hitung ulang gagal. Lihat Tugas latar.`
  if (recounts.unfinished > 0)
    return `${formatNumber(recounts.unfinished)} kabupaten/kota sedang dihitung ulang.`
  return `Selesai; angka nasional berubah pada ${formatNumber(countedDays)} hari. Periksa dengan npm run rollups:check.`
}
