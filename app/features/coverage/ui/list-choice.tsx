import { Link } from '@remix-run/react'
import { listHref } from '../coverage-address'
import { type ListKind, listKinds, lists } from '../list-kinds'

/** The other lists of the same region and day. */
export function ListChoice({ code, kind, date }: { code: string; kind: ListKind; date: string | undefined }) {
  return (
    <nav aria-label="Daftar lain" className="no-print mb-5">
      <ul className="flex flex-wrap gap-x-5 text-sm">
        {listKinds.map((other) => (
          <li key={other}>
            <Link
              to={listHref(code, other, date)}
              aria-current={other === kind ? 'page' : undefined}
              className="tab inline-flex min-h-11 items-center px-1 no-underline hover:underline aria-[current=page]:font-semibold"
            >
              {lists[other].title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
