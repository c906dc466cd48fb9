import { useLocation, useRevalidator } from '@remix-run/react'
import { useEffect, useId } from 'react'
import type { JobProgress } from '~/platform/jobs/progress'
import { Callout } from './callout'
import { formatNumber } from './format'
import { PageScript } from './page-script'

const SECONDS = 2
const SECONDS_WITHOUT_SCRIPT = 5

/**
 * How far work in the background has come; the page looks again by itself until it is done, without a script too. On
 * pages without Remix's scripts `public/tunggu.js` does it. Show it only while there is something to wait for.
 */
export function WorkProgress({
  title,
  progress,
  unit,
  remains = 'Tidak ada yang hilang.',
}: {
  title: string
  /** Left out while nobody knows. */
  progress?: JobProgress | null
  /** What the work's parts are; without it only their share is told. */
  unit?: string
  /** What holds although the work failed for good. */
  remains?: string
}) {
  const id = useId()
  const { pathname, search } = useLocation()
  const { revalidate } = useRevalidator()
  const { status, done, total } = progress ?? { status: 'waiting', done: 0, total: 0 }
  const failed = status === 'dead'
  useEffect(() => {
    if (failed) return
    const look = () => document.visibilityState === 'visible' && revalidate()
    const timer = setInterval(look, SECONDS * 1000)
    return () => clearInterval(timer)
  }, [failed, revalidate])
  if (failed) {
    return (
      <Callout tone="bad" role="alert" title={`${title}: terhenti`}>
        {remains} Hubungi pengelola portal; ia dapat mengulang pekerjaan ini.
      </Callout>
    )
  }
  const share = total === 0 ? undefined : Math.floor((100 * done) / total)
  return (
    <div className="my-6 max-w-xl" data-tunggu>
      <noscript>
        {/* Without the address a browser that stands at a fragment would stay where it is. */}
        <meta httpEquiv="refresh" content={`${SECONDS_WITHOUT_SCRIPT};url=${pathname}${search}`} />
      </noscript>
      <p className="flex justify-between gap-4">
        <label htmlFor={id} className="font-semibold">
          {title}
        </label>
        <span role="status">
          {unit ? countedWords(done, total, unit) : share !== undefined && `${share}%`}
        </span>
      </p>
      <progress id={id} max={100} value={share} className="mt-2 h-3 w-full accent-teal-700" />
      <p className="mt-2 text-sm text-soft">Halaman ini boleh ditutup; pekerjaannya berlanjut.</p>
      <PageScript src="/tunggu.js" />
    </div>
  )
}

function countedWords(done: number, total: number, unit: string): string {
  if (total > 0) return `${formatNumber(done)} dari ${formatNumber(total)} ${unit}`
  return done > 0 ? `${formatNumber(done)} ${unit}` : ''
}
