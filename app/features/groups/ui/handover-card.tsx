import { getFormProps } from '@conform-to/react'
import type { Zone } from '~/platform/calendar'
import { type Answer, answerFor } from '~/ui/answer-for'
import { Badge, Callout, type Tone } from '~/ui/callout'
import { Facts } from '~/ui/data'
import { Fold } from '~/ui/fold'
import { ErrorSummary, Form, SubmitButton, TextArea } from '~/ui/form'
import { formatDay, formatMoment } from '~/ui/format'
import { useFormOf } from '~/ui/use-form-of'
import type { HandoverView } from '../handovers.queries.server'
import type { HandoverStatus } from '../handovers.tables'
import {
  cancelHandoverSchema,
  confirmHandoverSchema,
  declineHandoverSchema,
  newLinkSchema,
} from '../supervise.schema'

const stages: Record<HandoverStatus, { words: string; tone: Tone }> = {
  proposed: { words: 'Menunggu jawaban calon ketua', tone: 'wait' },
  accepted: { words: 'Menunggu pengesahan Dinas Kominfo', tone: 'wait' },
  confirmed: { words: 'Disahkan', tone: 'good' },
  declined: { words: 'Ditolak', tone: 'bad' },
  cancelled: { words: 'Dibatalkan', tone: 'plain' },
}

export function HandoverStage({ status }: { status: HandoverStatus }) {
  return <Badge tone={stages[status].tone}>{stages[status].words}</Badge>
}

interface Props {
  handover: HandoverView
  zone: Zone
  answer: Answer
}

/** A handover in full: who, why, since when, and whatever may be done with it. */
export function HandoverFacts({ handover, zone }: Omit<Props, 'answer'>) {
  const { successorName, successorAccount } = handover
  const otherName =
    successorAccount && successorAccount !== successorName ? ` (nama di akunnya: ${successorAccount})` : ''
  return (
    <Facts
      items={[
        { term: 'Tahap', value: <HandoverStage status={handover.status} /> },
        { term: 'Calon ketua', value: `${successorName}${otherName}` },
        { term: 'Alasan', value: handover.reason },
        {
          term: 'Dimulai',
          value: `${formatMoment(handover.proposedAt, zone)}, oleh ${handover.proposedByName}${handover.startedBy === 'office' ? ' (dinas)' : ' (ketua)'}`,
        },
        handover.acceptedAt
          ? { term: 'Calon ketua bersedia', value: formatMoment(handover.acceptedAt, zone) }
          : { term: 'Tautan berlaku sampai', value: formatDay(handover.linkUntil, zone) },
      ]}
    />
  )
}

function Hidden({ intent, handover }: { intent: string; handover: HandoverView }) {
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="groupId" value={handover.groupId} />
      <input type="hidden" name="handoverId" value={handover.id} />
      <input type="hidden" name="version" value={handover.version} />
    </>
  )
}

/** The answer to this handover's own forms; a page may show several. */
function own(answer: Answer, { id }: HandoverView): Answer {
  return answer?.result.initialValue?.handoverId === id ? answer : undefined
}

/** The office's word: confirm, or decline with a reason. */
export function HandoverDecision({ handover, answer: given }: Omit<Props, 'zone'>) {
  const answer = own(given, handover)
  const [confirm] = useFormOf(confirmHandoverSchema, {
    id: `sah-${handover.id}`,
    lastResult: answerFor(answer, 'confirmHandover'),
  })
  const [decline, fields] = useFormOf(declineHandoverSchema, {
    id: `tolak-${handover.id}`,
    lastResult: answerFor(answer, 'declineHandover'),
  })
  return (
    <div className="mt-4">
      {handover.obstacle ? (
        <Callout tone="plain">{handover.obstacle}</Callout>
      ) : (
        <Form {...getFormProps(confirm)}>
          <ErrorSummary form={confirm} />
          <Hidden intent="confirmHandover" handover={handover} />
          <p className="mb-3 text-soft">
            Ketua berganti saat itu juga, dan Tanda Daftar baru terbit dengan nama ketua yang baru.
          </p>
          <SubmitButton>Sahkan {handover.successorName} sebagai ketua</SubmitButton>
        </Form>
      )}
      <Fold
        look="row"
        label="Tolak dengan alasan"
        open={answer?.result.initialValue?.intent === 'declineHandover'}
      >
        <Form {...getFormProps(decline)}>
          <ErrorSummary form={decline} labels={{ reason: 'Alasan' }} />
          <Hidden intent="declineHandover" handover={handover} />
          <TextArea field={fields.reason} label="Alasan" rows={3} hint="Dibaca ketua dan calon ketua." />
          <SubmitButton variant="danger">Tolak serah terima</SubmitButton>
        </Form>
      </Fold>
    </div>
  )
}

/** A fresh link while the successor has not answered. */
export function NewLinkForm({ handover, answer }: Omit<Props, 'zone'>) {
  const [form] = useFormOf(newLinkSchema, {
    id: `tautan-${handover.id}`,
    lastResult: answerFor(own(answer, handover), 'newLink'),
  })
  if (handover.status !== 'proposed') return null
  return (
    <Form {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <Hidden intent="newLink" handover={handover} />
      <SubmitButton variant="secondary">Buat tautan baru</SubmitButton>
    </Form>
  )
}

/** The chair takes it back. */
export function CancelForm({ handover, answer }: Omit<Props, 'zone'>) {
  const [form] = useFormOf(cancelHandoverSchema, {
    id: `batal-${handover.id}`,
    lastResult: answerFor(own(answer, handover), 'cancelHandover'),
  })
  return (
    <Form {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <Hidden intent="cancelHandover" handover={handover} />
      <SubmitButton variant="danger">Batalkan serah terima</SubmitButton>
    </Form>
  )
}

/** Handovers that are over, newest first. */
export function PastHandovers({ handovers, zone }: { handovers: HandoverView[]; zone: Zone }) {
  if (handovers.length === 0) return null
  return (
    <ul className="divide-y divide-line">
      {handovers.map((handover) => (
        <li key={handover.id} className="py-3">
          <p className="flex flex-wrap items-center justify-between gap-2">
            <span className="font-medium">Kepada {handover.successorName}</span>
            <HandoverStage status={handover.status} />
          </p>
          <p className="text-sm text-soft">
            Dimulai {formatDay(handover.proposedAt, zone)}
            {handover.decidedAt && `, selesai ${formatDay(handover.decidedAt, zone)}`}
          </p>
          {handover.decisionReason && <p className="mt-1 whitespace-pre-line">{handover.decisionReason}</p>}
        </li>
      ))}
    </ul>
  )
}
