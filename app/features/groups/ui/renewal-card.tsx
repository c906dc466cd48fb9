import { getFormProps } from '@conform-to/react'
import type { Zone } from '~/platform/calendar'
import { type Answer, answerFor } from '~/ui/answer-for'
import { Badge, type Tone } from '~/ui/callout'
import { Facts } from '~/ui/data'
import { Fold } from '~/ui/fold'
import { ErrorSummary, Form, SubmitButton, TextArea } from '~/ui/form'
import { formatDate, formatDay, formatMoment } from '~/ui/format'
import { useFormOf } from '~/ui/use-form-of'
import type { DecreeView } from '../decrees.queries.server'
import { issuerWords } from '../groups.messages'
import type { Renewal } from '../renewals.server'
import type { RenewalStatus } from '../renewals.tables'
import { confirmRenewalSchema, declineRenewalSchema } from '../supervise.schema'

const stages: Record<RenewalStatus, { words: string; tone: Tone }> = {
  submitted: { words: 'Menunggu pengesahan Dinas Kominfo', tone: 'wait' },
  confirmed: { words: 'Disahkan', tone: 'good' },
  declined: { words: 'Ditolak', tone: 'bad' },
  withdrawn: { words: 'Ditarik kembali', tone: 'plain' },
}

type RenewalView = Pick<
  Renewal,
  | 'id'
  | 'version'
  | 'status'
  | 'number'
  | 'date'
  | 'validUntil'
  | 'issuerKind'
  | 'issuerName'
  | 'documentId'
  | 'submittedAt'
  | 'decisionReason'
>

/** A new decree as it was sent, with its file. */
export function RenewalFacts({ renewal, zone }: { renewal: RenewalView; zone: Zone }) {
  return (
    <Facts
      items={[
        {
          term: 'Tahap',
          value: <Badge tone={stages[renewal.status].tone}>{stages[renewal.status].words}</Badge>,
        },
        { term: 'Nomor dan tanggal', value: `${renewal.number}, ${formatDate(renewal.date)}` },
        { term: 'Penerbit', value: renewal.issuerName ?? issuerWords[renewal.issuerKind] },
        {
          term: 'Berlaku sampai',
          value: renewal.validUntil ? formatDate(renewal.validUntil) : 'tidak disebut',
        },
        { term: 'Berkas', value: <a href={`/dokumen/${renewal.documentId}`}>Buka berkas SK</a> },
        { term: 'Dikirim', value: formatMoment(renewal.submittedAt, zone) },
      ]}
    />
  )
}

/** The office's word on a new decree: confirm, or decline with a reason. */
export function RenewalDecision({ renewal, answer }: { renewal: RenewalView; answer: Answer }) {
  const [confirm] = useFormOf(confirmRenewalSchema, {
    id: 'sk-sah',
    lastResult: answerFor(answer, 'confirmRenewal'),
  })
  const [decline, fields] = useFormOf(declineRenewalSchema, {
    id: 'sk-tolak',
    lastResult: answerFor(answer, 'declineRenewal'),
  })
  const hidden = (intent: string) => (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="renewalId" value={renewal.id} />
      <input type="hidden" name="version" value={renewal.version} />
    </>
  )
  return (
    <div className="mt-4">
      <Form {...getFormProps(confirm)}>
        <ErrorSummary form={confirm} />
        {hidden('confirmRenewal')}
        <p className="mb-3 text-soft">
          SK lama menjadi riwayat, dan Tanda Daftar baru terbit dengan nomor SK ini.
        </p>
        <SubmitButton>Sahkan SK ini</SubmitButton>
      </Form>
      <Fold
        look="row"
        label="Tolak dengan alasan"
        open={answer?.result.initialValue?.intent === 'declineRenewal'}
      >
        <Form {...getFormProps(decline)}>
          <ErrorSummary form={decline} labels={{ reason: 'Alasan' }} />
          {hidden('declineRenewal')}
          <TextArea field={fields.reason} label="Alasan" rows={3} hint="Dibaca ketua." />
          <SubmitButton variant="danger">Tolak SK ini</SubmitButton>
        </Form>
      </Fold>
    </div>
  )
}

/** Every decree of a group, the one in force first. */
export function DecreeHistory({ decrees, zone }: { decrees: DecreeView[]; zone: Zone }) {
  return (
    <ul className="divide-y divide-line">
      {decrees.map((decree) => (
        <li key={decree.id} className="py-3">
          <p className="flex flex-wrap items-center justify-between gap-2">
            <span className="font-medium [overflow-wrap:anywhere]">
              {decree.number}, {formatDate(decree.date)}
            </span>
            {decree.replacedAt ? (
              <Badge>Diganti {formatDay(decree.replacedAt, zone)}</Badge>
            ) : (
              <Badge tone="info">Tercatat sekarang</Badge>
            )}
          </p>
          <p className="text-sm text-soft">
            {decree.issuerName ?? issuerWords[decree.issuerKind]}
            {decree.validUntil
              ? `, berlaku sampai ${formatDate(decree.validUntil)}`
              : ', tanpa tanggal berakhir'}
          </p>
        </li>
      ))}
    </ul>
  )
}
