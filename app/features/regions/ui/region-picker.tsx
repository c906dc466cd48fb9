import { Form } from '@remix-run/react'
import { useId } from 'react'
import { Button } from '~/ui/button'
import { Link } from '~/ui/link'
import type { PickerState } from '../picker.schema'
import { above, fullName, parentOf, type RegionName, withWord } from '../places'
import type { RegionLevel } from '../regions.tables'
import { Kept } from './kept'
import { RegionSearchBox } from './region-search-box'

interface RegionPickerProps {
  state: PickerState
  /** Other words of the address that must survive a step. */
  keep?: Record<string, string>
  /** What is asked for; "Cari desa, kelurahan, atau kampung" unless told. */
  label?: string
  /** An example of what to type. */
  hint?: string
  /** Suggestions while typing (with JavaScript) go down to this level and stay inside this region. */
  suggest?: { level?: RegionLevel; within?: string }
}

/**
 * Chooses a region by its name or step by step, with links and plain GET forms only.
 * How to use it stands at `pickerState`.
 */
export function RegionPicker({
  state,
  keep = {},
  label = 'Cari desa, kelurahan, atau kampung',
  hint = 'Misalnya: nawaripi timika, atau desa sukorejo pacitan',
  suggest = {},
}: RegionPickerProps) {
  const hrefFor = (code: string) => `?${new URLSearchParams({ ...keep, wilayah: code })}`
  return (
    <div>
      <RegionSearchBox
        key={state.search}
        label={label}
        hint={hint}
        typed={state.search}
        hidden={{ ...keep, ...(state.path ? { wilayah: state.path.code } : {}) }}
        hrefFor={hrefFor}
        suggest={suggest}
      />
      {state.search && <Results state={state} hrefFor={hrefFor} />}
      {!state.chosen && <Steps state={state} keep={keep} hrefFor={hrefFor} />}
    </div>
  )
}

function Results({ state, hrefFor }: { state: PickerState; hrefFor: (code: string) => string }) {
  if (state.results.length === 0) {
    return (
      <p role="status" className="my-4 max-w-prose">
        Tidak ada wilayah yang cocok dengan “{state.search}”. Coba nama yang lebih pendek, tambahkan nama
        kabupatennya, atau pilih berurutan di bawah ini.
      </p>
    )
  }
  return (
    <ul aria-label="Hasil pencarian wilayah" className="my-4 divide-y divide-line border-y border-line">
      {state.results.map((region) => (
        <li key={region.code}>
          <Link to={hrefFor(region.code)} className="flex min-h-11 flex-col justify-center py-2 no-underline">
            <span className="font-semibold underline">{withWord(region)}</span>
            {region.above.length > 0 && <span className="text-sm text-soft">{above(region)}</span>}
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** The way so far, each step a link back to it, and the list of what comes next. */
function Steps({
  state,
  keep,
  hrefFor,
}: {
  state: PickerState
  keep: Record<string, string>
  hrefFor: (code: string) => string
}) {
  const id = useId()
  const way = state.path ? [...state.path.above, state.path] : []
  return (
    <div className="mt-6 border-t border-line pt-4">
      <p className="font-semibold">
        {state.search || state.path ? 'Atau pilih berurutan' : 'Atau pilih berurutan dari provinsi'}
      </p>
      {way.length > 0 && (
        <ol className="my-2">
          {way.map((place) => (
            <li key={place.code} className="flex flex-wrap items-center gap-x-3">
              <span>{withWord(place)}</span>
              {state.leavable.includes(place.code) && (
                <Link
                  to={hrefFor(parentOf(place.code))}
                  className="inline-flex min-h-11 items-center text-sm"
                >
                  Ganti<span className="sr-only"> {withWord(place)}</span>
                </Link>
              )}
            </li>
          ))}
        </ol>
      )}
      <Form method="get" preventScrollReset className="mt-2">
        <Kept values={keep} />
        <label htmlFor={id} className="mb-1 block">
          {state.optionsWord}
        </label>
        <div className="flex flex-col gap-2 sm:flex-row">
          <select
            key={state.path?.code ?? ''}
            id={id}
            name="wilayah"
            defaultValue=""
            required
            className="min-h-11 w-full rounded-md border border-edge bg-white px-3 py-2.5 text-base hover:border-teal-700"
          >
            <option value="" disabled>
              Pilih {state.optionsWord.toLowerCase()}
            </option>
            {state.options.map(({ code, title }) => (
              <option key={code} value={code}>
                {title}
              </option>
            ))}
          </select>
          <Button variant="secondary">Lanjut</Button>
        </div>
      </Form>
    </div>
  )
}

/** The choice inside the page's own form: a hidden field, the full name, and the way to choose again. */
export function ChosenRegion({
  region,
  name,
  change,
  errors,
}: {
  region: RegionName
  /** The name of the hidden field that carries the code. */
  name: string
  /** Where to choose again; left out when the choice is final. */
  change?: string
  errors?: string[]
}) {
  return (
    <div className="my-5 flex flex-wrap items-center justify-between gap-x-4 rounded-md bg-mist px-4 py-3">
      <input type="hidden" name={name} value={region.code} />
      <div>
        <p className="font-semibold">{withWord(region)}</p>
        <p className="text-sm text-soft">{above(region)}</p>
        {errors && <p className="mt-1.5 font-medium text-red-700">{errors.join(' ')}</p>}
      </div>
      {change && (
        <Link to={change} className="inline-flex min-h-11 items-center font-semibold">
          Ganti<span className="sr-only"> {fullName(region)}</span>
        </Link>
      )}
    </div>
  )
}
