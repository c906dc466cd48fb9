import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react'
import { Badge, Callout } from '~/ui/callout'
import { ErrorSummary, FieldError, Form, SubmitButton, TextArea } from '~/ui/form'
import { formatMoment } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import { Refusal } from '~/ui/refusal'
import { type EvaluationQuestion, evaluationQuestions } from '../events.kinds'
import { eventStatusWords, questionWords } from '../events.messages'
import type { ticketScreen } from '../ticket.queries.server'
import { EventFacts } from './event-facts'
import { MaterialList } from './material-list'
import { TicketCode } from './ticket-code'

type Screen = NonNullable<Awaited<ReturnType<typeof ticketScreen>>>
type Result = SubmissionResult<string[]> | undefined

/** A person's ticket: at the door it has one button, before it a QR code, afterwards the certificate and the form. */
export function TicketPage({ result, ...screen }: Screen & { result: Result }) {
  const { event, name, from, presentAt, atDoor } = screen
  return (
    <Page
      title={<span className="[overflow-wrap:anywhere]">{name}</span>}
      lead={[from, event.title].filter(Boolean).join(' · ')}
    >
      {event.status === 'cancelled' && (
        <Callout tone="bad" title={eventStatusWords.cancelled.label}>
          <p className="whitespace-pre-line">{event.statusReason}</p>
        </Callout>
      )}
      <Refusal result={result?.initialValue?.intent === 'present' ? result : undefined} />
      {presentAt !== null && (
        <p className="my-4">
          <Badge tone="good">Hadir</Badge>{' '}
          <span className="text-soft">tercatat {formatMoment(presentAt, event.zone)}</span>
        </p>
      )}
      {atDoor && presentAt === null && <MarkButton shut={screen.doorShut} />}
      {screen.qr && !atDoor && event.status === 'invited' && (
        <TicketCode name={name} qr={screen.qr} code={screen.code} />
      )}
      {screen.certificateCode && (
        <Callout tone="good" title="Sertifikat Anda sudah ada">
          <Link
            to={`/acara/sertifikat/${screen.certificateCode}`}
            className="inline-flex min-h-11 items-center font-semibold"
          >
            Lihat dan unduh sertifikat
          </Link>
        </Callout>
      )}
      {screen.mayEvaluate && (
        <Section title="Penilaian Anda" id="penilaian">
          <EvaluationForm id={screen.newId} result={result} />
        </Section>
      )}
      {screen.evaluatedAt !== null && (
        <Callout tone="plain">Penilaian dari tiket ini sudah masuk. Terima kasih.</Callout>
      )}
      {screen.materials.length > 0 && (
        <Section title="Bahan" id="bahan">
          <MaterialList materials={screen.materials} folder={screen.materialFolder} />
        </Section>
      )}
      <Section title="Acara" id="acara">
        <EventFacts
          event={event}
          office={screen.office}
          place={screen.place}
          withLink={event.status === 'invited'}
        />
      </Section>
    </Page>
  )
}

function MarkButton({ shut }: { shut: string | null }) {
  if (shut) return <Callout tone="wait">{shut}</Callout>
  return (
    <Form className="my-6">
      <input type="hidden" name="intent" value="present" />
      <SubmitButton>Tandai hadir</SubmitButton>
    </Form>
  )
}

const scores = ['1', '2', '3', '4', '5']

/** The questions from 1 to 5 and a free word; answered once. */
function EvaluationForm({ id, result }: { id: string; result: Result }) {
  const own = result?.initialValue?.intent === 'evaluate' ? result : undefined
  const [form, fields] = useForm<Record<EvaluationQuestion | 'comment' | 'id', string>, unknown, string[]>({
    id: 'nilai',
    lastResult: own,
    defaultValue: { id },
  })
  return (
    <Form {...getFormProps(form)}>
      <p className="max-w-prose text-soft">
        Penyelenggara melihat jumlah jawaban dan catatannya, bukan nama Anda. Pertanyaannya bawaan portal,
        bukan dari peraturan.
      </p>
      <ErrorSummary form={form} labels={{ ...questionWords, comment: 'Catatan' }} />
      <input type="hidden" name="intent" value="evaluate" />
      <input type="hidden" name="id" value={String(fields.id.initialValue ?? id)} />
      {evaluationQuestions.map((question) => {
        const field = fields[question]
        return (
          <fieldset
            key={question}
            className="my-5"
            aria-describedby={field.errors ? field.errorId : undefined}
          >
            <legend className="font-semibold">{questionWords[question]}</legend>
            <p className="text-sm text-soft">1 tidak setuju, 5 setuju</p>
            <div className="mt-1 flex items-center gap-1">
              {scores.map((score, at) => (
                <label
                  key={score}
                  className="flex min-h-11 min-w-11 cursor-pointer flex-col items-center justify-center"
                >
                  <input
                    type="radio"
                    id={at === 0 ? `${form.id}-${question}` : undefined}
                    name={question}
                    value={score}
                    defaultChecked={field.initialValue === score}
                    className="size-5 accent-teal-700"
                  />
                  <span className="text-sm">{score}</span>
                </label>
              ))}
            </div>
            <FieldError field={field} />
          </fieldset>
        )
      })}
      <TextArea field={fields.comment} label="Catatan atau saran" rows={3} optional />
      <SubmitButton>Kirim penilaian</SubmitButton>
    </Form>
  )
}
