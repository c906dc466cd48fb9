import { Link } from '@remix-run/react'

/** The way on in a list that is read page by page; nothing where it ends. */
export function NextPage({ to }: { to: string | false | undefined }) {
  if (!to) return null
  return (
    <nav aria-label="Halaman" className="no-print mt-6 flex justify-end">
      <Link to={to} rel="next" className="inline-flex min-h-11 items-center px-2 font-semibold">
        Berikutnya →
      </Link>
    </nav>
  )
}
