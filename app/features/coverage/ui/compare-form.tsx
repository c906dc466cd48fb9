import { Button } from '~/ui/button'
import { FilterField, FilterSelect } from '~/ui/filter'
import { type MeasureKey, measureKeys, measures } from '../measures'

interface CompareFormProps {
  choices: { value: string; label: string }[]
  /** Chosen so far. */
  a: string
  b: string
  date: string
  other: string
  measure: MeasureKey
}

/** Which two to compare: two regions on a day, or one region on two days. */
export function CompareForm({ choices, a, b, date, other, measure }: CompareFormProps) {
  return (
    <form action="/peta/bandingkan" method="get" className="no-print mb-8 rounded-md bg-mist p-4">
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-5">
        <FilterSelect
          name="a"
          label="Wilayah pertama"
          all="Pilih wilayah"
          options={choices}
          defaultValue={a}
        />
        <FilterSelect
          name="b"
          label="Wilayah kedua"
          all="Sama, tanggal lain"
          options={choices}
          defaultValue={b}
        />
        <FilterField name="tanggal" label="Tanggal" type="date" defaultValue={date} />
        <FilterField name="dan" label="Tanggal kedua" hint="boleh kosong" type="date" defaultValue={other} />
        <FilterSelect
          name="ukuran"
          label="Ukuran"
          all={measures['desa-terdaftar'].name}
          options={measureKeys
            .filter((key) => key !== 'desa-terdaftar')
            .map((key) => ({ value: key, label: measures[key].name }))}
          defaultValue={measure === 'desa-terdaftar' ? '' : measure}
        />
      </div>
      <p className="mt-4">
        <Button>Bandingkan</Button>
      </p>
    </form>
  )
}
