import type { RegionFilterState } from '~/features/regions/filter.schema'
import { RegionFilter } from '~/features/regions/ui/region-filter'
import { Button, ButtonLink } from '~/ui/button'
import { FilterField, FilterSelect } from '~/ui/filter'
import { Fold } from '~/ui/fold'
import { formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { activityStatusWords, channelNames, functionWords } from '../activities.messages'
import { activityStatuses } from '../activities.state'
import { activityFunctions, channels } from '../activity-kinds'
import { isFiltered, type OfficeActivitiesQuery, officeActivitiesHref } from '../office-activities.schema'

/** The statuses as tabs, each with how many there are where that is known. */
export function StatusTabs({
  query,
  counts,
  counted,
}: {
  query: OfficeActivitiesQuery
  counts: Record<(typeof activityStatuses)[number] | 'all', number> | null
  /** Up to how many are counted. */
  counted: number
}) {
  const tabs = [
    ...activityStatuses.map((status) => ({ status, label: activityStatusWords[status].label })),
    { status: undefined, label: 'Semua' },
  ]
  return (
    <nav aria-label="Status" className="border-b border-line">
      <ul className="flex flex-wrap gap-x-6">
        {tabs.map(({ status, label }) => {
          const total = counts?.[status ?? 'all']
          return (
            <li key={label}>
              <Link
                to={officeActivitiesHref(query, { status })}
                aria-current={query.status === status ? 'page' : undefined}
                className="tab inline-flex min-h-11 items-center gap-1.5 text-ink no-underline hover:text-teal-700 hover:underline aria-[current=page]:font-semibold aria-[current=page]:text-teal-800"
              >
                {label}
                {total !== undefined && (
                  <span className="text-sm font-normal text-soft tabular-nums">
                    {total > counted ? `lebih dari ${formatNumber(counted)}` : formatNumber(total)}
                  </span>
                )}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

/** Search and filters of the office's list; a GET, so that an address can be kept and shared. */
export function OfficeActivitiesFilter({
  query,
  filter,
  topics,
}: {
  query: OfficeActivitiesQuery
  filter: RegionFilterState
  topics: { code: string; name: string }[]
}) {
  const filtered = isFiltered(query)
  const more = query.fungsi || query.saluran || query.topik || query.umum || query.hoaks || query.diubah
  return (
    <form
      // After a new answer the fields start afresh.
      key={officeActivitiesHref(query)}
      method="get"
      action="/dinas/kegiatan"
      aria-label="Saring daftar kegiatan"
      className="border-b border-line py-5"
    >
      {query.status && <input type="hidden" name="status" value={query.status} />}
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
        <div className="sm:col-span-2">
          <FilterField name="q" type="search" label="Judul atau nama KIM" defaultValue={query.q} />
        </div>
        <FilterField name="dari" type="date" label="Dari tanggal" defaultValue={query.dari} />
        <FilterField name="sampai" type="date" label="Sampai tanggal" defaultValue={query.sampai} />
        <RegionFilter state={filter} />
      </div>
      <Fold label="Saringan lain" open={Boolean(more)} className="mt-3">
        <div className="grid gap-x-4 gap-y-3 pt-1 sm:grid-cols-2 lg:grid-cols-4">
          <FilterSelect
            name="fungsi"
            label="Fungsi ADINDA"
            all="Semua fungsi"
            defaultValue={query.fungsi}
            options={activityFunctions.map((value) => ({ value, label: functionWords[value].label }))}
          />
          <FilterSelect
            name="saluran"
            label="Saluran"
            all="Semua saluran"
            defaultValue={query.saluran}
            options={channels.map((value) => ({ value, label: channelNames[value] }))}
          />
          <FilterSelect
            name="topik"
            label="Topik"
            all="Semua topik"
            defaultValue={query.topik}
            options={topics.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <FilterSelect
            name="umum"
            label="Dibaca umum"
            all="Ya dan tidak"
            defaultValue={query.umum}
            options={[
              { value: 'ya', label: 'Ya, boleh dibaca umum' },
              { value: 'tidak', label: 'Tidak' },
            ]}
          />
          <Tick name="hoaks" label="Hanya klarifikasi hoaks" ticked={query.hoaks === '1'} />
          <Tick name="diubah" label="Diubah setelah dikonfirmasi" ticked={query.diubah === '1'} />
          <FilterSelect
            name="urut"
            label="Urutan"
            all="Menurut tab"
            defaultValue={query.urut}
            options={[
              { value: 'terbaru', label: 'Tanggal terbaru dulu' },
              { value: 'terlama', label: 'Tanggal terlama dulu' },
            ]}
          />
        </div>
      </Fold>
      <div className="mt-3 flex flex-wrap gap-3">
        <Button variant="secondary">Terapkan</Button>
        {filtered && (
          <ButtonLink to={officeActivitiesHref({ status: query.status })} variant="quiet">
            Hapus saringan
          </ButtonLink>
        )}
      </div>
    </form>
  )
}

function Tick({ name, label, ticked }: { name: string; label: string; ticked: boolean }) {
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-3 self-end">
      <input
        type="checkbox"
        name={name}
        value="1"
        defaultChecked={ticked}
        className="size-5 shrink-0 accent-teal-700"
      />
      {label}
    </label>
  )
}
