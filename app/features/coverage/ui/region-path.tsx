import { Link } from '~/ui/link'
import { type Chosen, mapHref } from '../coverage-address'
import type { ShownRegion } from '../shown-region.queries.server'

/** Where a region lies, each step upwards a link: Indonesia › Provinsi Jawa Timur › Kabupaten Pacitan. */
export function RegionPath({ region, chosen }: { region: ShownRegion; chosen: Chosen }) {
  if (region.above.length === 0) return null
  return (
    <nav aria-label="Wilayah di atasnya" className="mx-auto w-full max-w-7xl px-4 pt-3 text-sm sm:px-6">
      <ol className="flex flex-wrap items-center gap-x-2">
        {region.above.map(({ code, name }) => (
          <li key={code} className="flex items-center gap-x-2">
            <Link
              to={mapHref(code, chosen)}
              className="inline-flex min-h-11 items-center no-underline hover:underline print:min-h-0"
            >
              {name}
            </Link>
            <span aria-hidden="true" className="text-soft">
              ›
            </span>
          </li>
        ))}
        <li aria-current="page" className="font-semibold">
          {region.name}
        </li>
      </ol>
    </nav>
  )
}
