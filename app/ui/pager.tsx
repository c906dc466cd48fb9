import { Link } from './link'

type Address = string | false | null | undefined

/** The way to the page before and the page after in a long list that nobody has counted; nothing where it begins or ends. */
export function Pager({ previous, next }: { previous?: Address; next: Address }) {
  const link = 'inline-flex min-h-11 items-center px-2 font-semibold'
  return (
    <nav aria-label="Halaman" className="no-print mt-6 flex justify-between gap-4 empty:hidden">
      {previous && (
        <Link to={previous} rel="prev" className={link}>
          ← Sebelumnya
        </Link>
      )}
      {next && (
        <Link to={next} rel="next" className={`ml-auto ${link}`}>
          Berikutnya →
        </Link>
      )}
    </nav>
  )
}
