import { useId } from 'react'
import { Button } from './button'

/** One field and its button, sent as a GET; works without a script and leaves an address that can be shared. */
export function SearchBox({
  action,
  name,
  label,
  button = 'Cari',
  hint,
  defaultValue,
  variant = 'primary',
  inputMode,
  hidden = {},
}: {
  action: string
  name: string
  label: string
  button?: string
  hint?: string
  defaultValue?: string
  variant?: 'primary' | 'secondary'
  inputMode?: 'numeric' | 'search'
  /** What the search keeps from the address it stands on. */
  hidden?: Record<string, string | undefined>
}) {
  const id = useId()
  return (
    <form action={action} method="get" role={variant === 'primary' ? 'search' : undefined}>
      <label htmlFor={id} className="mb-1.5 block font-semibold">
        {label}
      </label>
      {Object.entries(hidden).map(
        ([key, value]) => value && <input key={key} type="hidden" name={key} value={value} />,
      )}
      <div className="flex gap-2">
        <input
          id={id}
          type="search"
          name={name}
          defaultValue={defaultValue}
          maxLength={100}
          inputMode={inputMode}
          autoComplete="off"
          aria-describedby={hint ? `${id}-hint` : undefined}
          className="min-h-12 w-full min-w-0 rounded-md border border-edge bg-white px-3 text-base hover:border-teal-700"
        />
        <Button variant={variant} className="min-h-12 shrink-0 px-5">
          {button}
        </Button>
      </div>
      {hint && (
        <p id={`${id}-hint`} className="mt-1.5 text-sm text-soft">
          {hint}
        </p>
      )}
    </form>
  )
}
