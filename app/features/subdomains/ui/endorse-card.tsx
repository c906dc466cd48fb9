import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { groupStatusWords } from '~/features/groups/groups.messages'
import { placeWords } from '~/features/regions/places'
import { Badge } from '~/ui/callout'
import { Fold } from '~/ui/fold'
import { ErrorSummary, Form, SubmitButton, TextArea } from '~/ui/form'
import { formatAge, formatDay } from '~/ui/format'
import { Link } from '~/ui/link'
import { Refusal } from '~/ui/refusal'
import type { ListedRequest } from '../decisions.queries.server'
import { RefusalForm } from '../subdomains.schema'

interface Props {
  row: ListedRequest
  now: number
  mayDecide: boolean
  lastResult: SubmissionResult<string[]> | undefined
}

/** One request with its facts on the left and the decision on the right. */
export function EndorseCard({ row, now, mayDecide, lastResult }: Props) {
  const { group, place } = row
  const zone = place?.zone
  return (
    <li className="grid gap-x-10 gap-y-4 border-b border-line py-6 lg:grid-cols-[1fr_22rem]">
      <div>
        <h2 className="text-xl break-all">{row.label}.kim.id</h2>
        <p className="mt-1">
          <Link to={`/dinas/kelompok/${group.id}`}>{group.name}</Link>{' '}
          {group.status !== 'registered' && <Badge tone="bad">{groupStatusWords[group.status]}</Badge>}
        </p>
        {place && <p className="text-soft">{placeWords(place)}</p>}
        <p className="mt-2 text-sm text-soft">
          Diminta {formatDay(row.requestedAt, zone)} oleh {row.requester}, {formatAge(row.requestedAt, now)}
          {row.endorsedAt !== null && `; didukung ${formatDay(row.endorsedAt, zone)}`}
          {row.decidedAt !== null && `; diputuskan ${formatDay(row.decidedAt, zone)}`}
        </p>
        {row.currentLabel && row.currentLabel !== row.label && (
          <p className="mt-2 text-sm">
            Menggantikan <strong>{row.currentLabel}.kim.id</strong>, yang lalu disimpan setahun untuk mereka.
          </p>
        )}
        {row.reason && <p className="mt-2 whitespace-pre-line">Alasan: {row.reason}</p>}
      </div>
      {mayDecide &&
        (row.isOwn ? (
          <p className="text-soft">Anda sendiri yang meminta nama ini. Petugas lain yang memutuskan.</p>
        ) : (
          <Decision row={row} lastResult={lastResult} />
        ))}
    </li>
  )
}

function Decision({ row, lastResult }: { row: ListedRequest; lastResult: Props['lastResult'] }) {
  const [form, fields] = useForm({
    id: `tolak-${row.id}`,
    lastResult: lastResult?.initialValue?.intent === 'refuse' ? lastResult : undefined,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: RefusalForm }),
  })
  const hidden = (
    <>
      <input type="hidden" name="requestId" value={row.id} />
      <input type="hidden" name="version" value={row.version} />
    </>
  )
  return (
    <div>
      <Refusal result={lastResult?.initialValue?.intent === 'endorse' ? lastResult : undefined} />
      <Form>
        {hidden}
        <SubmitButton name="intent" value="endorse">
          Dukung {row.label}
        </SubmitButton>
      </Form>
      <Fold label="Tolak dengan alasan" open={form.status === 'error'} className="mt-2">
        <Form {...getFormProps(form)}>
          <ErrorSummary form={form} labels={{ reason: 'Alasan' }} />
          {hidden}
          <TextArea
            field={fields.reason}
            label="Alasan penolakan"
            hint="Dibaca oleh kelompok. Tulis apa yang perlu diubah."
            rows={3}
          />
          <SubmitButton name="intent" value="refuse" variant="danger">
            Tolak {row.label}
          </SubmitButton>
        </Form>
      </Fold>
    </div>
  )
}
