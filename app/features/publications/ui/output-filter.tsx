import type { RegionFilterState } from '~/features/regions/filter.schema'
import { RegionFilter } from '~/features/regions/ui/region-filter'
import { Button } from '~/ui/button'
import { FilterField, FilterSelect } from '~/ui/filter'
import { formatMonth } from '~/ui/format'
import type { PeriodKind } from '../outputs'
import type { OutputParameters } from '../publications.schema'

/** Where and when: a plain form that works without a script. */
export function OutputFilter({
  kind,
  filter,
  parameters: { from, until },
  choices,
}: {
  kind: PeriodKind
  filter: RegionFilterState
  parameters: OutputParameters
  choices: { months: string[]; years: string[]; today: string }
}) {
  const months = choices.months.map((month) => ({ value: month, label: formatMonth(month) }))
  return (
    <form method="get" className="no-print flex flex-wrap items-end gap-3 [&>div]:max-sm:basis-full">
      <RegionFilter state={filter} />
      {kind === 'day' && <FilterField name="tanggal" label="Keadaan per" type="date" defaultValue={until} />}
      {kind === 'months' && (
        <>
          <FilterSelect
            name="dari"
            label="Dari bulan"
            all="Awal tahun"
            options={months}
            defaultValue={from.slice(0, 7)}
          />
          <FilterSelect
            name="sampai"
            label="Sampai bulan"
            all="Bulan ini"
            options={months}
            defaultValue={until.slice(0, 7)}
          />
        </>
      )}
      {kind === 'year' && (
        <FilterSelect
          name="tahun"
          label="Tahun"
          all="Tahun ini"
          options={choices.years.map((year) => ({ value: year, label: year }))}
          defaultValue={from.slice(0, 4)}
        />
      )}
      <Button variant="secondary">Lihat</Button>
    </form>
  )
}
