import { useFetcher } from '@remix-run/react'
import { useEffect, useState } from 'react'
import type { Availability } from '../availability'
import { labelProblem, readLabel } from '../labels'

/** How long a pause in typing lasts before the portal is asked. */
const PAUSE_MS = 350

/**
 * Asks the portal, while someone types, whether a name may be asked for; the form's own problems are told at once.
 * Without JavaScript the page's "Periksa" button does the same.
 */
export function useAvailability(typed: string, groupId: string): Availability | 'checking' | null {
  const { load, data, state } = useFetcher<Availability>()
  const label = readLabel(typed)
  const problem = label === '' ? null : labelProblem(label)
  const [asked, setAsked] = useState('')
  useEffect(() => {
    if (label === '' || problem) return
    const timer = setTimeout(() => {
      setAsked(label)
      load(`/subdomain/cek?${new URLSearchParams({ label, kelompok: groupId })}`)
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [label, problem, groupId, load])
  if (label === '') return null
  if (problem) return { label, available: false, message: problem }
  if (asked !== label || state !== 'idle' || data?.label !== label) return 'checking'
  return data
}

/** What is known about a name, as a line under the box. */
export function AvailabilityLine({ answer }: { answer: Availability | 'checking' | null }) {
  return (
    <p role="status" className="mt-2 min-h-6 font-medium">
      {answer === 'checking' && <span className="text-soft">Memeriksa…</span>}
      {answer !== null && answer !== 'checking' && (
        <span className={answer.available ? 'text-teal-700' : 'text-red-700'}>
          <span aria-hidden="true">{answer.available ? '✓ ' : '✕ '}</span>
          {answer.message}
        </span>
      )}
    </p>
  )
}
