import { Link } from '~/ui/link'
import type { NextStep } from '../next-steps'

interface Facts {
  groupId: string
  name: string
  publicUrl: string
}

/** What the group's people can do now, each a whole line to press. */
export function NextStepList({ steps, ...facts }: Facts & { steps: NextStep[] }) {
  return (
    <ul className="divide-y divide-line">
      {steps.map((step) => {
        const { title, why, href } = wordsFor(step, facts)
        const words = (
          <>
            <span>
              <span className="block font-semibold text-teal-700 group-hover:underline">{title}</span>
              <span className="block text-soft">{why}</span>
            </span>
            <span aria-hidden="true" className="text-xl text-teal-700">
              →
            </span>
          </>
        )
        const look = 'group flex min-h-16 items-center justify-between gap-4 py-3 text-ink no-underline'
        return (
          <li key={step}>
            {href.startsWith('/') ? (
              <Link to={href} className={look}>
                {words}
              </Link>
            ) : (
              <a href={href} rel="noopener" className={look}>
                {words}
              </a>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function wordsFor(step: NextStep, { groupId, name, publicUrl }: Facts) {
  const at = (page: string) => `/kelompok/${groupId}/${page}`
  switch (step) {
    case 'add_decree':
      return { title: 'Catat SK', why: 'Belum ada SK yang tercatat untuk kelompok ini.', href: at('sk') }
    case 'replace_decree':
      return {
        title: 'Perbarui SK',
        why: 'Masa berlaku SK sudah berakhir. Kirim SK baru; riwayatnya tetap tersimpan.',
        href: at('sk'),
      }
    case 'renew_decree':
      return {
        title: 'Siapkan SK baru',
        why: 'Masa berlaku SK segera berakhir. SK baru boleh dikirim sejak sekarang.',
        href: at('sk'),
      }
    case 'invite_members':
      return {
        title: 'Undang anggota',
        why: 'Baru Anda yang dapat mencatat kegiatan. Sekretaris dan anggota lain boleh ikut.',
        href: at('anggota'),
      }
    case 'show_contact':
      return {
        title: 'Tampilkan kontak untuk umum',
        why: 'Warga belum dapat menghubungi kelompok. Anda yang memilih apa yang tampil.',
        href: at('profil'),
      }
    case 'ask_subdomain':
      return {
        title: 'Minta nama kim.id',
        why: 'Alamat situs untuk kelompok, misalnya namadesa.kim.id.',
        href: at('subdomain'),
      }
    case 'share_page':
      return {
        title: 'Bagikan halaman kelompok lewat WhatsApp',
        why: 'Supaya warga dan kantor desa tahu kelompok ini terdaftar.',
        href: `https://wa.me/?text=${encodeURIComponent(`${name} terdaftar sebagai KIM: ${publicUrl}`)}`,
      }
  }
}
