import { Button } from '~/ui/button'
import { formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { subdomainStatusWords } from '../subdomains.messages'
import type { SubdomainStatus } from '../subdomains.state'

interface Props {
  path: string
  /** The stages that this office looks at, in the order of its work. */
  stages: SubdomainStatus[]
  filter: { status: SubdomainStatus; q: string; provinceCode: string }
  counts: Record<string, number>
  provinces?: { code: string; name: string }[]
}

/** Stages with their counts, and a search; all of it is in the address, so that it can be kept and shared. */
export function RequestFilter({ path, stages, filter, counts, provinces }: Props) {
  const hrefFor = (status: SubdomainStatus) =>
    `${path}?${new URLSearchParams({ tahap: status, q: filter.q, provinsi: filter.provinceCode })}`
  return (
    <>
      <nav aria-label="Tahap" className="flex flex-wrap gap-x-6 border-b border-line">
        {stages.map((status) => (
          <Link
            key={status}
            to={hrefFor(status)}
            aria-current={status === filter.status ? 'page' : undefined}
            className="-mb-px inline-flex min-h-11 items-center gap-1.5 border-b-2 border-transparent text-ink no-underline hover:underline aria-[current=page]:border-teal-700 aria-[current=page]:font-semibold"
          >
            {subdomainStatusWords[status]}
            <span className="text-sm text-soft">{formatNumber(counts[status] ?? 0)}</span>
          </Link>
        ))}
      </nav>
      <form method="get" action={path} className="my-5 flex flex-wrap items-end gap-3">
        <input type="hidden" name="tahap" value={filter.status} />
        <label className="block max-sm:w-full">
          <span className="mb-1 block text-sm font-semibold">Cari nama, KIM atau nomor</span>
          <input
            type="search"
            name="q"
            defaultValue={filter.q}
            maxLength={100}
            className="min-h-11 w-full rounded-md border border-edge px-3 sm:w-72"
          />
        </label>
        {provinces && (
          <label className="block max-sm:w-full">
            <span className="mb-1 block text-sm font-semibold">Provinsi</span>
            <select
              name="provinsi"
              defaultValue={filter.provinceCode}
              className="min-h-11 w-full rounded-md border border-edge bg-white px-3 sm:w-64"
            >
              <option value="">Semua provinsi</option>
              {provinces.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <Button variant="secondary">Cari</Button>
      </form>
    </>
  )
}
