import { useId } from 'react'
import type { RegionFilterState } from '../filter.schema'

/** The lists of a region filter, to stand inside a page's own GET form. How to use it stands at `regionFilterState`. */
export function RegionFilter({ state }: { state: RegionFilterState }) {
  const id = useId()
  return state.fields.map(({ name, label, value, options }) => (
    <div key={name} className="min-w-0 flex-1">
      <label htmlFor={id + name} className="mb-1 block text-sm font-semibold">
        {label}
      </label>
      <select
        // The browser keeps what was chosen last; after a new answer the list starts afresh.
        key={value + options.length}
        id={id + name}
        name={name}
        defaultValue={value}
        className="min-h-11 w-full rounded-md border border-edge bg-white px-3 py-2 text-base hover:border-teal-700"
      >
        <option value="">Semua {label.toLowerCase()}</option>
        {options.map(({ code, title }) => (
          <option key={code} value={code}>
            {title}
          </option>
        ))}
      </select>
    </div>
  ))
}
