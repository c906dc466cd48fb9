import { Button } from '~/ui/button'
import { FilterSelect } from '~/ui/filter'
import { type BoardQuery, boardPath } from '../board.schema'
import { boardColumns } from '../board-columns'
import { boardFilters, filterDefinitions } from '../board-filters'

/** Which rows, and in which order: a plain form whose answers stand in the address. */
export function BoardFilterForm({ query }: { query: BoardQuery }) {
  return (
    <form
      key={boardPath(query)}
      method="get"
      action="/dinas/papan"
      aria-label="Saring dan urutkan papan"
      className="no-print mb-6 grid items-end gap-x-4 gap-y-3 sm:grid-cols-[1fr_1fr_1fr_auto] lg:max-w-4xl"
    >
      {query.wilayah && <input type="hidden" name="wilayah" value={query.wilayah} />}
      <FilterSelect
        name="saring"
        label="Tampilkan"
        all="Semua"
        options={boardFilters.map((value) => ({ value, label: filterDefinitions[value].words }))}
        defaultValue={query.saring}
      />
      <FilterSelect
        name="urut"
        label="Urut menurut"
        all="Nama"
        options={boardColumns.map(({ key, header }) => ({ value: key, label: header }))}
        defaultValue={query.urut}
      />
      <FilterSelect
        name="arah"
        label="Arah"
        all="Yang perlu perhatian dulu"
        options={[
          { value: 'naik', label: 'Dari yang terkecil' },
          { value: 'turun', label: 'Dari yang terbesar' },
        ]}
        defaultValue={query.arah}
      />
      <Button variant="secondary">Terapkan</Button>
    </form>
  )
}
