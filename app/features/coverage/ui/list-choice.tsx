import { Fold } from '~/ui/fold'
import { Link } from '~/ui/link'
import { listHref } from '../coverage-address'
import { type ListKind, listKinds, lists } from '../list-kinds'

/** The other lists of the same region and day; folded, because on a phone they would push the list off the screen. */
export function ListChoice({ code, kind, date }: { code: string; kind: ListKind; date: string | undefined }) {
  return (
    <Fold look="plain" label="Daftar lain di wilayah ini" className="no-print mb-4">
      <nav aria-label="Daftar lain">
        <ul className="grid gap-x-8 text-sm sm:grid-cols-2 lg:grid-cols-3">
          {listKinds.map((other) => (
            <li key={other}>
              <Link
                to={listHref(code, other, date)}
                aria-current={other === kind ? 'page' : undefined}
                className="inline-flex min-h-11 items-center aria-[current=page]:font-semibold aria-[current=page]:text-ink"
              >
                {lists[other].title}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </Fold>
  )
}
