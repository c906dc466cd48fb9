import { Link, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { formatNumber } from './format'

const EVERY_MS = 2000

/**
 * Work that goes on after the page was made: what is done, how far it has come, and a link that looks again.
 * With JavaScript the page looks by itself.
 */
export function WorkProgress({
  title,
  done = 0,
  total = 0,
  unit = 'baris',
  failed = false,
}: {
  title: string
  done?: number
  /** Left out, or 0, while nobody knows. */
  total?: number
  unit?: string
  /** The work has stopped and waits for an administrator. */
  failed?: boolean
}) {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (failed) return
    const timer = setInterval(() => document.visibilityState === 'visible' && revalidate(), EVERY_MS)
    return () => clearInterval(timer)
  }, [failed, revalidate])
  if (failed) {
    return (
      <div role="alert" className="my-4 rounded-md border-l-4 border-red-200 bg-red-50 px-4 py-3">
        <p className="font-semibold">{title}: terhenti</p>
        <p>Tidak ada yang hilang. Hubungi pengelola portal; ia dapat mengulang pekerjaan ini.</p>
      </div>
    )
  }
  return (
    <div role="status" className="my-4 rounded-md border-l-4 border-amber-200 bg-amber-50 px-4 py-3">
      <p className="font-semibold">{title} …</p>
      {done > 0 && (
        <p className="tabular-nums">
          {formatNumber(done)} {total > 0 && `dari ${formatNumber(total)} `}
          {unit}
        </p>
      )}
      {total > 0 && <progress value={done} max={total} className="mt-2 w-full max-w-md" aria-label={title} />}
      <p>
        Halaman ini boleh ditutup.{' '}
        <Link to="." className="inline-flex min-h-11 items-center">
          Lihat keadaan terbaru
        </Link>
      </p>
    </div>
  )
}
