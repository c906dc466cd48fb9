import { useId } from 'react'
import { Button } from '~/ui/button'
import { formatDate } from '~/ui/format'
import { Link } from '~/ui/link'
import { PageScript } from '~/ui/page-script'
import { mapHref } from '../coverage-address'
import type { CutOff } from '../cut-off'
import type { MeasureKey } from '../measures'

/**
 * The day that is shown and the ways to another: a slider over the ends of the months, a date of one's own, one month
 * back or on. Plain forms and links, because the page ships hardly a script. The slider sends months after the earliest,
 * and which that was: a page may be sent in another month than it was opened in.
 */
export function CutOffForm({ code, measure, cutOff }: { code: string; measure: MeasureKey; cutOff: CutOff }) {
  const id = useId()
  const { date, today, earliest, offered } = cutOff
  const action = mapHref(code)
  const before = offered.findLast((day) => day < date)
  const after = offered.find((day) => day > date)
  const at = offered.findLastIndex((day) => day <= date)
  const on = (day: string) => mapHref(code, { measure, date: day === today ? undefined : day })
  const step = 'inline-flex min-h-11 items-center'
  return (
    <div className="no-print">
      <form action={action} method="get" className="flex items-end gap-3">
        <Hidden measure={measure} />
        <input type="hidden" name="dari" value={earliest} />
        <div className="min-w-0 flex-1">
          <p className="flex flex-wrap justify-between gap-x-3 text-sm">
            <label htmlFor={`${id}-bulan`} className="font-semibold">
              Geser ke akhir bulan
            </label>
            <output htmlFor={`${id}-bulan`} aria-live="off" hidden />
          </p>
          <input
            id={`${id}-bulan`}
            type="range"
            name="bulan"
            min={0}
            max={offered.length - 1}
            step={1}
            defaultValue={Math.max(0, at)}
            list={`${id}-pilihan`}
            className="h-11 w-full accent-teal-700"
          />
          <datalist id={`${id}-pilihan`}>
            {offered.map((day, index) => (
              <option key={day} value={index} label={formatDate(day)} />
            ))}
          </datalist>
          <PageScript src="/geser.js" />
          <p className="-mt-2 flex justify-between text-xs text-soft" aria-hidden="true">
            <span>{shortMonth(offered[0] ?? earliest)}</span>
            <span>{shortMonth(offered[12] ?? today)}</span>
            <span>hari ini</span>
          </p>
        </div>
        <Button variant="secondary">Lihat</Button>
      </form>
      <form action={action} method="get" className="mt-3 flex items-end gap-3">
        <Hidden measure={measure} />
        <div className="min-w-0 flex-1">
          <label htmlFor={`${id}-tanggal`} className="mb-1 block text-sm font-semibold">
            atau pilih tanggal
          </label>
          <input
            id={`${id}-tanggal`}
            type="date"
            name="tanggal"
            min={earliest}
            max={today}
            defaultValue={date}
            className="min-h-11 w-full rounded-md border border-edge bg-white px-3 hover:border-teal-700"
          />
        </div>
        <Button variant="secondary">Lihat</Button>
      </form>
      <p className="mt-1 flex flex-wrap justify-between gap-x-4 text-sm">
        {before ? (
          <Link to={on(before)} className={step} rel="prev">
            ← {formatDate(before)}
          </Link>
        ) : (
          <span />
        )}
        {after && (
          <Link to={on(after)} className={step} rel="next">
            {after === today ? 'Hari ini' : formatDate(after)} →
          </Link>
        )}
      </p>
    </div>
  )
}

function Hidden({ measure }: { measure: MeasureKey }) {
  return measure === 'desa-terdaftar' ? null : <input type="hidden" name="ukuran" value={measure} />
}

/** `2025-11-30` as `Nov 2025`. */
export function shortMonth(date: string): string {
  const [, month = '', year = ''] = formatDate(date).split(' ')
  return `${month.slice(0, 3)} ${year}`
}
