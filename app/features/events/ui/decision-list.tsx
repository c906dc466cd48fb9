import { useId } from 'react'
import type { Zone } from '~/platform/calendar'
import type { Instant } from '~/platform/clock'
import { Badge } from '~/ui/callout'
import { Fold } from '~/ui/fold'
import { Form, SubmitButton } from '~/ui/form'
import { formatDate, formatDay } from '~/ui/format'
import { Link } from '~/ui/link'
import { decisionStateWords } from '../events.messages'
import type { DecisionState } from '../events.state'

export interface ListedDecision {
  id: string
  what: string
  who: string
  dueOn: string
  state: DecisionState
  stateSince: Instant
  zone: Zone
  note: string | null
  version: number
  overdue: boolean
  mayMove: boolean
  /** On the list of all events: which one, and whose. */
  event?: { id: string; title: string }
  office?: string
}

/** What was decided: who does it until when, and where it stands; with forms for those who follow it. */
export function DecisionList({ decisions }: { decisions: ListedDecision[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {decisions.map((decision) => {
        const { label, tone } = decisionStateWords[decision.state]
        return (
          <li key={decision.id} className="py-4">
            <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1">
              <p className="max-w-prose font-medium whitespace-pre-line">{decision.what}</p>
              {decision.overdue ? <Badge tone="bad">Lewat batas</Badge> : <Badge tone={tone}>{label}</Badge>}
            </div>
            <p className="mt-1 text-soft">
              {decision.who}, paling lambat {formatDate(decision.dueOn)} · {label.toLowerCase()} sejak{' '}
              {formatDay(decision.stateSince, decision.zone)}
            </p>
            {decision.event && (
              <p className="text-sm">
                <Link to={`/dinas/acara/${decision.event.id}`} className="inline-flex min-h-11 items-center">
                  {decision.event.title}
                </Link>
                {decision.office && <span className="text-soft"> · {decision.office}</span>}
              </p>
            )}
            {decision.note && (
              <p className="mt-1 max-w-prose whitespace-pre-line">Catatan: {decision.note}</p>
            )}
            {decision.mayMove && <Settle decision={decision} />}
          </li>
        )
      })}
    </ul>
  )
}

function Settle({ decision }: { decision: ListedDecision }) {
  const id = useId()
  const settled = decision.state !== 'ongoing'
  return (
    <Fold
      label={settled ? 'Buka lagi' : 'Selesai atau tidak dilanjutkan'}
      about={`: ${decision.what.slice(0, 80)}`}
      className="no-print"
    >
      <Form preventScrollReset className="max-w-prose pb-2">
        <input type="hidden" name="intent" value="settle" />
        <input type="hidden" name="decisionId" value={decision.id} />
        <input type="hidden" name="version" value={decision.version} />
        <label htmlFor={id} className="mb-1 block font-semibold">
          Catatan <span className="font-normal text-soft">(boleh kosong)</span>
        </label>
        <textarea
          id={id}
          name="note"
          rows={2}
          maxLength={500}
          className="mb-3 w-full rounded-md border border-edge bg-white px-3 py-2.5 text-base"
        />
        <div className="flex flex-wrap gap-3">
          {settled ? (
            <SubmitButton name="state" value="ongoing" variant="secondary">
              Buka lagi
            </SubmitButton>
          ) : (
            <>
              <SubmitButton name="state" value="done">
                Tandai selesai
              </SubmitButton>
              <SubmitButton name="state" value="dropped" variant="secondary">
                Tidak dilanjutkan
              </SubmitButton>
            </>
          )}
        </div>
      </Form>
    </Fold>
  )
}
