import { NATION } from '~/features/regions/places'
import { Button } from '~/ui/button'
import { FilterField, FilterSelect } from '~/ui/filter'
import { NATION_WORD } from '../coverage-address'
import { type MeasureKey, measureKeys, measures } from '../measures'

interface CompareFormProps {
  provinces: { code: string; name: string }[]
  /** Typed so far. */
  a: string
  b: string
  date: string
  other: string
  measure: MeasureKey
}

/** Which two to compare: two provinces (or any region by its code) on a day, or one region on two days. */
export function CompareForm({ provinces, a, b, date, other, measure }: CompareFormProps) {
  const options = provinces.map(({ code, name }) => ({ value: code, label: name }))
  const listed = (code: string) =>
    code === '' || options.some(({ value }) => value === code)
      ? options
      : [{ value: code, label: `Wilayah ${code}` }, ...options]
  const all = [{ value: NATION_WORD, label: 'Indonesia' }]
  return (
    <form action="/peta/bandingkan" method="get" className="no-print mb-8 rounded-md bg-mist p-4">
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-5">
        <FilterSelect
          name="a"
          label="Wilayah pertama"
          all="Pilih wilayah"
          options={[...all, ...listed(a === NATION ? '' : a)]}
          defaultValue={a === NATION ? NATION_WORD : a}
        />
        <FilterSelect
          name="b"
          label="Wilayah kedua"
          all="Sama, tanggal lain"
          options={[...all, ...listed(b === NATION ? '' : b)]}
          defaultValue={b === NATION ? NATION_WORD : b}
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
