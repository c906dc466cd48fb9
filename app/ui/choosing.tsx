import { Button } from './button'
import { Link } from './link'
import { PageScript } from './page-script'

/**
 * Ticks every box of the form around it: a link to the page with all of them ticked (`to`), or none.
 * On pages without Remix's scripts `public/pilih.js` ticks them on the spot, and keeps the form from being sent twice.
 */
export function ChooseAll({ to, chosen }: { to: string; chosen: boolean }) {
  return (
    <p className="py-2" data-pilih>
      <Link to={to} preventScrollReset className="inline-flex min-h-11 items-center">
        {chosen ? 'Kosongkan pilihan' : 'Pilih semua di halaman ini'}
      </Link>
      <Button type="button" variant="secondary" hidden>
        Pilih semua di halaman ini
      </Button>
      <PageScript src="/pilih.js" />
    </p>
  )
}

/** The box by which a row is chosen, in front of its name. */
export function ChooseBox({
  id,
  name,
  value,
  ticked,
  able,
  label,
}: {
  id: string | undefined
  name: string
  value: string
  ticked: boolean
  /** False where there is nothing to decide. */
  able: boolean
  label: string
}) {
  return (
    <label className="-ml-2 inline-flex size-11 shrink-0 cursor-pointer items-center justify-center sm:-mt-2.5">
      <input
        // A link that ticks all boxes answers with the same rows.
        key={String(ticked)}
        type="checkbox"
        id={id}
        name={name}
        value={value}
        defaultChecked={able && ticked}
        disabled={!able}
        className="size-5 accent-teal-700 disabled:opacity-40"
      />
      <span className="sr-only">{label}</span>
    </label>
  )
}
