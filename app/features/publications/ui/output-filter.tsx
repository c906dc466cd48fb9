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
  return (
    <form method="get" className="no-print flex flex-wrap items-end gap-3 [&>div]:max-sm:basis-full">
      <RegionFilter state={filter} />
      {kind === 'day' && <FilterField name="tanggal" label="Keadaan per" type="date" defaultValue={until} />}
      {kind === 'months' && (
        <MonthFields months={choices.months} from={from.slice(0, 7)} until={until.slice(0, 7)} />
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

/** From which month to which. */
export function MonthFields({ months, from, until }: { months: string[]; from: string; until: string }) {
  const options = months.map((month) => ({ value: month, label: formatMonth(month) }))
  return (
    <>
      <FilterSelect name="dari" label="Dari bulan" all="Awal tahun" options={options} defaultValue={from} />
      <FilterSelect
        name="sampai"
        label="Sampai bulan"
        all="Bulan ini"
        options={options}
        defaultValue={until}
      />
    </>
  )
}
