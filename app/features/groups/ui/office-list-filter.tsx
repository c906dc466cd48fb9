import { listedStateLabels, listedStateWords } from '~/features/coverage/wakefulness.schema'
import type { RegionFilterState } from '~/features/regions/filter.schema'
import { RegionFilter } from '~/features/regions/ui/region-filter'
import { Button, ButtonLink } from '~/ui/button'
import { groupStatusWords } from '../groups.messages'
import { groupStatuses } from '../groups.state'
import { flagWords, type OfficeListQuery, officeFlags, officeSorts, sortWords } from '../office-list.schema'

const control =
  'min-h-11 w-full rounded-md border border-edge bg-white px-3 py-2 text-base hover:border-teal-700'

/** Search, filters and order of the office's list; a GET, so that an address can be kept and shared. */
export function OfficeListFilter({ query, filter }: { query: OfficeListQuery; filter: RegionFilterState }) {
  const filtered =
    query.q ||
    query.status ||
    query.sk ||
    query.keaktifan ||
    query.kecamatan ||
    query.kabupaten ||
    query.provinsi
  return (
    <form
      method="get"
      action="/dinas/kelompok"
      aria-label="Saring daftar KIM"
      className="border-b border-line pb-5"
    >
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
        <div className="sm:col-span-2 lg:col-span-4">
          <label htmlFor="cari" className="mb-1 block text-sm font-semibold">
            Nama atau nomor registrasi
          </label>
          <input
            id="cari"
            type="search"
            name="q"
            defaultValue={query.q}
            maxLength={100}
            className={control}
          />
        </div>
        <RegionFilter state={filter} />
        <Choice name="status" label="Status" value={query.status} empty="Semua status">
          {groupStatuses.map((status) => [status, groupStatusWords[status]])}
        </Choice>
        <Choice name="sk" label="Perlu perhatian" value={query.sk} empty="Semua KIM">
          {officeFlags.map((flag) => [flag, flagWords[flag]])}
        </Choice>
        <Choice name="keaktifan" label="Keaktifan" value={query.keaktifan} empty="Semua keadaan">
          {listedStateWords.map((word) => [word, listedStateLabels[word]])}
        </Choice>
        <Choice name="urut" label="Urutan" value={query.urut}>
          {officeSorts.map((sort) => [sort, sortWords[sort]])}
        </Choice>
      </div>
      <div className="mt-4 flex flex-wrap gap-3">
        <Button variant="secondary">Terapkan</Button>
        {filtered && (
          <ButtonLink to="/dinas/kelompok" variant="quiet">
            Hapus saringan
          </ButtonLink>
        )}
      </div>
    </form>
  )
}

function Choice({
  name,
  label,
  value = '',
  empty,
  children,
}: {
  name: string
  label: string
  value?: string
  empty?: string
  children: [string, string][]
}) {
  return (
    <div className="min-w-0">
      <label htmlFor={`saring-${name}`} className="mb-1 block text-sm font-semibold">
        {label}
      </label>
      <select key={value} id={`saring-${name}`} name={name} defaultValue={value} className={control}>
        {empty && <option value="">{empty}</option>}
        {children.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}
