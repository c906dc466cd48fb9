import { type ReactNode, useId } from 'react'

const control = 'min-h-11 w-full rounded-md border border-edge bg-white px-3 text-base hover:border-teal-700'

function Labelled({
  id,
  label,
  hint,
  children,
}: {
  id: string
  label: string
  hint?: string
  children: ReactNode
}) {
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-semibold">
        {label} {hint && <span className="font-normal text-soft">({hint})</span>}
      </label>
      {children}
    </div>
  )
}

/** One field of a search form (a plain GET form): small label, no messages. */
export function FilterField({
  name,
  label,
  hint,
  type = 'text',
  defaultValue,
}: {
  name: string
  label: string
  hint?: string
  type?: 'text' | 'date' | 'search'
  defaultValue?: string
}) {
  const id = useId()
  return (
    <Labelled id={id} label={label} hint={hint}>
      <input
        id={id}
        name={name}
        type={type}
        defaultValue={defaultValue}
        maxLength={100}
        className={control}
      />
    </Labelled>
  )
}

/** One choice of a search form; `all` is the choice of not choosing. */
export function FilterSelect({
  name,
  label,
  options,
  all,
  defaultValue,
}: {
  name: string
  label: string
  options: { value: string; label: string }[]
  all: string
  defaultValue?: string
}) {
  const id = useId()
  return (
    <Labelled id={id} label={label}>
      <select id={id} name={name} defaultValue={defaultValue ?? ''} className={control}>
        <option value="">{all}</option>
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Labelled>
  )
}
