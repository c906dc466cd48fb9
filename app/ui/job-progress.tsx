import { useLocation, useRevalidator } from '@remix-run/react'
import { useEffect, useId } from 'react'
import { formatNumber } from './format'

const SECONDS = 2
const SECONDS_WITHOUT_SCRIPT = 5

/**
 * How far work in the background has come; the page looks again by itself until the work is done, without a script
 * too. Show it only while there is something to wait for.
 */
export function JobProgress({
  label,
  done,
  total,
}: {
  label: string
  /** In parts of the work's own choice; a total of 0 while it is not known. */
  done: number
  total: number
}) {
  const id = useId()
  const { pathname, search } = useLocation()
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    if (state !== 'idle') return
    const timer = setTimeout(revalidate, SECONDS * 1000)
    return () => clearTimeout(timer)
  }, [revalidate, state])
  const share = total === 0 ? undefined : Math.floor((100 * done) / total)
  const words = share === undefined ? (done === 0 ? '' : `${formatNumber(done)} baris`) : `${share}%`
  return (
    <div className="my-6 max-w-xl">
      <noscript>
        {/* Without the address a browser that stands at a fragment would stay where it is. */}
        <meta httpEquiv="refresh" content={`${SECONDS_WITHOUT_SCRIPT};url=${pathname}${search}`} />
      </noscript>
      <p className="flex justify-between gap-4">
        <label htmlFor={id} className="font-semibold">
          {label}
        </label>
        <span role="status">{words}</span>
      </p>
      <progress id={id} max={100} value={share} className="mt-2 h-3 w-full accent-teal-700" />
      <p className="mt-2 text-sm text-soft">
        Anda boleh menutup halaman ini; pekerjaannya berlanjut dan Anda diberi tahu begitu selesai.
      </p>
    </div>
  )
}
