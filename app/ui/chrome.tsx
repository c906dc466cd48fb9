import { Link, NavLink } from '@remix-run/react'
import { Mark } from './brand'
import { ActionButton } from './form'

export interface Viewer {
  name: string
  unread: number
  isVolunteer: boolean
  isOfficer: boolean
  isRegistrar: boolean
  isAdmin: boolean
}

/** Where one may go, by role. */
function linksFor(viewer: Viewer | null): { to: string; label: string }[] {
  if (!viewer) {
    return [
      { to: '/kim', label: 'Direktori KIM' },
      { to: '/verifikasi', label: 'Cek nomor' },
      { to: '/tentang', label: 'Tentang KIM' },
    ]
  }
  return [
    { to: '/beranda', label: 'Beranda saya' },
    ...(viewer.isVolunteer || !(viewer.isOfficer || viewer.isAdmin || viewer.isRegistrar)
      ? [{ to: '/kelompok', label: 'Kelompok saya' }]
      : []),
    ...(viewer.isOfficer
      ? [
          { to: '/dinas/antrean', label: 'Antrean' },
          { to: '/dinas/kelompok', label: 'Data KIM' },
          { to: '/dinas', label: 'Dinas' },
        ]
      : []),
    ...(viewer.isRegistrar ? [{ to: '/registrar', label: 'Subdomain' }] : []),
    ...(viewer.isAdmin ? [{ to: '/admin', label: 'Pengelola' }] : []),
    { to: '/kim', label: 'Direktori' },
  ]
}

export function SiteHeader({ viewer, demo }: { viewer: Viewer | null; demo: boolean }) {
  const item =
    'inline-flex min-h-11 items-center px-1 no-underline hover:underline aria-[current=page]:font-semibold aria-[current=page]:underline'
  return (
    <header className="no-print border-b border-line">
      <a
        href="#isi"
        className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-white focus:px-4 focus:py-3"
      >
        Langsung ke isi
      </a>
      {demo && (
        <p className="bg-amber-50 px-4 py-1 text-center text-sm text-amber-700">
          <strong>Data contoh</strong>: kelompok dan orang di sini rekaan, untuk mencoba portal.
        </p>
      )}
      <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2 sm:px-6">
        <Link to="/" className="mr-auto inline-flex min-h-11 items-center gap-2.5 text-ink no-underline">
          <Mark />
          <span className="text-lg font-bold tracking-tight">Simpul KIM</span>
        </Link>
        <nav
          aria-label="Utama"
          className="flex flex-wrap gap-x-5 max-sm:order-last max-sm:w-full max-sm:text-[0.95rem]"
        >
          {linksFor(viewer).map(({ to, label }) => (
            <NavLink key={to} to={to} end className={item}>
              {label}
            </NavLink>
          ))}
        </nav>
        {viewer ? (
          <div className="flex flex-wrap items-center gap-x-4">
            <NavLink to="/pemberitahuan" className={item}>
              Pemberitahuan
              {viewer.unread > 0 && (
                <span className="ml-1.5 rounded-full bg-amber-200 px-2 text-sm font-semibold text-ink">
                  {viewer.unread}
                  <span className="sr-only"> belum dibaca</span>
                </span>
              )}
            </NavLink>
            <NavLink to="/akun" className={item}>
              Akun
            </NavLink>
            <ActionButton action="/keluar" values={{}} variant="quiet">
              Keluar
            </ActionButton>
          </div>
        ) : (
          <Link to="/masuk" className="inline-flex min-h-11 items-center font-semibold">
            Masuk
          </Link>
        )}
      </div>
    </header>
  )
}

export function SiteFooter() {
  const links = [
    ['/tentang', 'Tentang'],
    ['/dasar-hukum', 'Dasar hukum'],
    ['/privasi', 'Privasi'],
    ['/aksesibilitas', 'Aksesibilitas'],
  ] as const
  return (
    <footer className="no-print mt-auto border-t border-line bg-mist">
      <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-6 px-4 py-4 text-sm sm:px-6">
        <p className="mr-auto py-2 text-soft">Simpul KIM, registri Komunitas Informasi Masyarakat</p>
        {links.map(([to, label]) => (
          <Link key={to} to={to} className="inline-flex min-h-11 items-center">
            {label}
          </Link>
        ))}
      </div>
    </footer>
  )
}
