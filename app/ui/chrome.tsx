import { useLocation } from '@remix-run/react'
import { Wordmark } from './brand'
import { ActionButton } from './form'
import { Link, NavLink } from './link'
import { type AreaPage, areasFor, isWithin } from './office-areas'

export interface Viewer {
  name: string
  unread: number
  /** Activities that this officer may confirm, counted up to 100. */
  waitingActivities: number
  isVolunteer: boolean
  isOfficer: boolean
  /** Of an office that leads others. */
  leads: boolean
  isRegistrar: boolean
  isAdmin: boolean
}

interface Target {
  to: string
  label: string
  /** Marked only on the page itself, not on the pages below it. */
  exact?: boolean
  /** How many wait there. */
  count?: number
  search?: string
  /** What a person comes for most often. */
  strong?: boolean
  /** Marked on these pages too. */
  pages?: AreaPage[]
}

/** Where one may go, by role. */
function linksFor(viewer: Viewer | null): Target[] {
  if (!viewer) {
    return [
      { to: '/kim', label: 'Direktori KIM' },
      { to: '/peta', label: 'Peta' },
      { to: '/verifikasi', label: 'Cek nomor' },
      { to: '/tentang', label: 'Tentang KIM' },
    ]
  }
  return [
    // An office begins at /dinas, and the directory has its list with more to say.
    ...(viewer.isOfficer && !viewer.isVolunteer ? [] : [{ to: '/beranda', label: 'Beranda saya' }]),
    ...(viewer.isVolunteer || !(viewer.isOfficer || viewer.isAdmin || viewer.isRegistrar)
      ? [{ to: '/kelompok', label: 'Kelompok saya' }]
      : []),
    ...(viewer.isVolunteer ? [{ to: '/kegiatan/baru', label: 'Catat kegiatan', strong: true }] : []),
    ...(viewer.isOfficer
      ? [
          { to: '/dinas', label: 'Dinas', exact: true },
          { to: '/dinas/antrean', label: 'Antrean' },
          {
            to: '/dinas/kegiatan',
            label: 'Kegiatan',
            count: viewer.waitingActivities,
            search: viewer.waitingActivities > 0 ? '?status=submitted' : '',
          },
          ...areasFor(viewer).map(({ label, pages }) => ({ to: pages[0]?.to ?? '/dinas', label, pages })),
        ]
      : []),
    ...(viewer.isRegistrar ? [{ to: '/registrar', label: 'Subdomain' }] : []),
    ...(viewer.isAdmin ? [{ to: '/admin', label: 'Pengelola' }] : []),
    { to: '/peta', label: 'Peta' },
    ...(viewer.isOfficer ? [] : [{ to: '/kim', label: 'Direktori' }]),
  ]
}

const item =
  'inline-flex min-h-11 items-center text-ink no-underline hover:text-teal-700 hover:underline aria-[current=page]:font-semibold aria-[current=page]:text-teal-800'

/** The bar on top: the way home, where one may go, one's own corner. On a phone all but the name folds into a menu. */
export function SiteHeader({ viewer, demo }: { viewer: Viewer | null; demo: boolean }) {
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
          <strong>Data contoh</strong>
          <span className="max-sm:sr-only">: kelompok dan orang di sini rekaan, untuk mencoba portal</span>
        </p>
      )}
      <div className="relative mx-auto flex max-w-7xl items-center gap-x-6 px-4 py-1.5 sm:px-6 lg:py-2.5">
        <Link to="/" className="mr-auto inline-flex min-h-11 items-center text-ink no-underline">
          <Wordmark />
        </Link>
        <nav aria-label="Utama" className="flex gap-x-4 whitespace-nowrap max-xl:hidden">
          {linksFor(viewer).map((target) => (
            <Target key={target.to} {...target} className={`${item} tab`} />
          ))}
        </nav>
        <div className="flex items-center gap-x-5 border-l border-line pl-6 max-xl:hidden [&_button]:px-0 [&_button]:font-normal [&_button]:text-ink [&_button]:no-underline [&_button:hover]:text-teal-700 [&_button:hover]:underline">
          <OwnCorner viewer={viewer} className={item} />
        </div>
        <PhoneMenu viewer={viewer} />
      </div>
      {viewer?.isOfficer && <AreaLine viewer={viewer} />}
    </header>
  )
}

/** The pages of the area one is in, on a line that scrolls sideways on a phone. */
function AreaLine({ viewer }: { viewer: Viewer }) {
  const { pathname } = useLocation()
  const area = areasFor(viewer).find(({ pages }) => pages.some((page) => isWithin(pathname, page)))
  if (!area) return null
  return (
    <nav aria-label={area.label} className="overflow-x-auto border-t border-line">
      <div className="mx-auto flex max-w-7xl gap-x-6 px-4 whitespace-nowrap sm:px-6">
        {area.pages.map(({ to, label }) => (
          <NavLink key={to} to={to} className={`${item} tab text-sm`}>
            {label}
          </NavLink>
        ))}
      </div>
    </nav>
  )
}

function Target({
  to,
  label,
  exact = false,
  strong = false,
  count = 0,
  search = '',
  pages = [],
  className,
}: Target & { className: string }) {
  const { pathname } = useLocation()
  const look = `${className} ${strong ? 'font-semibold text-teal-800' : ''}`
  if (pages.length > 0) {
    // A NavLink knows its own address only.
    const isHere = pages.some((page) => isWithin(pathname, page))
    return (
      <Link to={to} aria-current={isHere ? 'page' : undefined} className={look}>
        {label}
      </Link>
    )
  }
  return (
    <NavLink to={to + search} end={exact} className={look}>
      {label}
      <Count count={count} unit="menunggu" />
    </NavLink>
  )
}

/** Notices, account and the way out; or the way in. */
function OwnCorner({ viewer, className }: { viewer: Viewer | null; className: string }) {
  if (!viewer) {
    return (
      <NavLink to="/masuk" className={`${className} font-semibold`}>
        Masuk
      </NavLink>
    )
  }
  return (
    <>
      <NavLink to="/pemberitahuan" className={className}>
        Pemberitahuan
        <Count count={viewer.unread} unit="belum dibaca" />
      </NavLink>
      <NavLink to="/akun" className={className}>
        Akun
      </NavLink>
      <ActionButton action="/keluar" values={{}} variant="quiet">
        Keluar
      </ActionButton>
    </>
  )
}

/** How many of something wait; above 99 the number says no more than that. */
function Count({ count, unit }: { count: number; unit: string }) {
  if (count === 0) return null
  return (
    <span className="ml-1.5 rounded-full bg-amber-200 px-2 text-sm font-semibold text-ink">
      {count > 99 ? '99+' : count}
      <span className="sr-only"> {unit}</span>
    </span>
  )
}

/** Opens and closes without a script; going to another page closes it. */
function PhoneMenu({ viewer }: { viewer: Viewer | null }) {
  const { key } = useLocation()
  const row =
    'flex min-h-12 items-center border-b border-line px-4 text-ink no-underline hover:bg-mist sm:px-6 aria-[current=page]:font-semibold aria-[current=page]:text-teal-800'
  return (
    <details key={key} className="group xl:hidden">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 font-semibold [&::-webkit-details-marker]:hidden">
        <svg viewBox="0 0 20 20" className="size-5" aria-hidden="true">
          <path
            d="M2 5h16M2 10h16M2 15h16"
            stroke="currentColor"
            strokeWidth="2"
            strokeLinecap="round"
            className="group-open:hidden"
          />
          <path
            d="m4 4 12 12M16 4 4 16"
            stroke="currentColor"
            strokeWidth="2"
            strokeLinecap="round"
            className="hidden group-open:block"
          />
        </svg>
        Menu
        <Count count={viewer?.unread ?? 0} unit="belum dibaca" />
      </summary>
      <nav
        aria-label="Utama"
        className="absolute inset-x-0 top-full z-20 border-t border-line bg-white shadow-lg shadow-ink/10"
      >
        {linksFor(viewer).map((target) => (
          <Target key={target.to} {...target} className={row} />
        ))}
        <div className="[&_button]:min-h-12 [&_button]:px-4 [&_button]:font-normal [&_button]:text-ink [&_button]:no-underline sm:[&_button]:px-6">
          <OwnCorner viewer={viewer} className={row} />
        </div>
      </nav>
    </details>
  )
}

const footerLinks = [
  {
    title: 'KIM',
    links: [
      { to: '/kim', label: 'Direktori KIM' },
      { to: '/peta', label: 'Peta KIM' },
      { to: '/verifikasi', label: 'Cek nomor KIM' },
      { to: '/kelompok/baru', label: 'Daftarkan KIM' },
    ],
  },
  {
    title: 'Portal ini',
    links: [
      { to: '/tentang', label: 'Tentang KIM' },
      { to: '/dasar-hukum', label: 'Dasar hukum' },
      { to: '/privasi', label: 'Privasi' },
      { to: '/aksesibilitas', label: 'Aksesibilitas' },
    ],
  },
]

export function SiteFooter() {
  return (
    <footer className="no-print mt-auto border-t border-line bg-mist">
      <div className="mx-auto grid max-w-7xl gap-x-10 gap-y-6 px-4 py-8 text-sm sm:grid-cols-[1fr_auto_auto] sm:px-6">
        <div>
          <Wordmark />
          <p className="mt-2 max-w-xs text-soft">
            Registri Komunitas Informasi Masyarakat di seluruh Indonesia.
          </p>
        </div>
        {footerLinks.map(({ title, links }) => (
          <nav key={title} aria-label={title} className="sm:min-w-40">
            <p className="font-semibold">{title}</p>
            <ul className="max-sm:grid max-sm:grid-cols-2">
              {links.map(({ to, label }) => (
                <li key={to}>
                  <Link
                    to={to}
                    className="inline-flex min-h-11 items-center text-soft no-underline hover:text-teal-800 hover:underline sm:min-h-9"
                  >
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        ))}
      </div>
    </footer>
  )
}
