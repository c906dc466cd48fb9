import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react'
import { answerFor } from '~/ui/answer-for'
import { Badge, Callout } from '~/ui/callout'
import { Fold } from '~/ui/fold'
import { ErrorSummary, Form, SubmitButton, TextArea } from '~/ui/form'
import { formatMoment } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import { deadlineWords, eventStatusWords } from '../events.messages'
import type { groupEventScreen } from '../group-events.queries.server'
import { DecisionList } from './decision-list'
import { EventFacts } from './event-facts'
import { MaterialList } from './material-list'
import { TicketCode } from './ticket-code'

type Screen = Awaited<ReturnType<typeof groupEventScreen>>
type Answer = { result: SubmissionResult<string[]> } | undefined

/** An event for an invited group: what it is, its answer, its people's tickets, and what the event left. */
export function GroupEventPage({ answer, ...screen }: Screen & { answer: Answer }) {
  const { group, event, office, place, invitation, people, materials, decisions } = screen
  return (
    <Page
      title={<span className="[overflow-wrap:anywhere]">{event.title}</span>}
      lead={<span className="whitespace-pre-line">{event.purpose}</span>}
      back={{ to: `/kelompok/${group.id}/acara`, label: 'Undangan acara' }}
    >
      {event.status === 'cancelled' && (
        <Callout tone="bad" title={eventStatusWords.cancelled.label}>
          <p className="whitespace-pre-line">{event.statusReason}</p>
        </Callout>
      )}
      <EventFacts
        event={event}
        office={office}
        place={place}
        withLink={event.status === 'invited' && invitation.reply === 'accepted'}
      />
      <Section title="Jawaban kelompok" id="jawaban">
        <Reply {...screen} answer={answer} />
      </Section>
      {people.length > 0 && (
        <Section title="Tiket" id="tiket">
          <p className="max-w-prose text-soft">
            Satu tiket untuk satu orang. Kirim tautannya, atau tunjukkan kode QR ini di pintu. Tautan yang
            sama membuka bahan acara, dan sesudahnya sertifikat serta formulir penilaian.
          </p>
          <ul className="mt-4 grid gap-x-8 gap-y-6 sm:grid-cols-2">
            {people.map((person) => (
              <li key={person.id}>
                <p className="font-semibold">{person.name}</p>
                <Person person={person} zone={event.zone} upcoming={event.status === 'invited'} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {materials.length > 0 && (
        <Section title="Bahan" id="bahan">
          <MaterialList materials={materials} folder="/acara/materi" />
        </Section>
      )}
      {decisions.length > 0 && (
        <Section title="Keputusan untuk kelompok Anda" id="keputusan">
          <DecisionList
            decisions={decisions.map((decision) => ({
              ...decision,
              zone: event.zone,
              overdue: false,
              mayMove: false,
            }))}
          />
        </Section>
      )}
    </Page>
  )
}

function Person({
  person: { name, qr, code, url, presentAt, certificateCode, evaluatedAt },
  zone,
  upcoming,
}: {
  person: Screen['people'][number]
  zone: Screen['event']['zone']
  upcoming: boolean
}) {
  const link = 'inline-flex min-h-11 items-center font-semibold'
  return (
    <>
      {presentAt !== null && (
        <p>
          <Badge tone="good">Hadir</Badge>{' '}
          <span className="text-sm text-soft">{formatMoment(presentAt, zone)}</span>
        </p>
      )}
      {upcoming && qr && <TicketCode name={name} qr={qr} code={code} />}
      <p className="flex flex-wrap gap-x-5">
        <a href={url} className={link}>
          Tautan tiket<span className="sr-only"> {name}</span>
        </a>
        {certificateCode && (
          <Link to={`/acara/sertifikat/${certificateCode}`} className={link}>
            Sertifikat<span className="sr-only"> {name}</span>
          </Link>
        )}
      </p>
      {presentAt !== null && evaluatedAt === null && (
        <p className="text-sm text-soft">Penilaiannya belum masuk.</p>
      )}
    </>
  )
}

function Reply({ event, invitation, people, speaks, shut, answer }: Screen & { answer: Answer }) {
  const { reply, note, version } = invitation
  const said =
    reply === 'accepted'
      ? `Kelompok Anda datang dengan ${people.length} orang.`
      : reply === 'declined'
        ? `Kelompok Anda tidak datang.${note ? ` Catatan: ${note}` : ''}`
        : 'Belum dijawab.'
  if (shut) {
    return (
      <>
        <p>{said}</p>
        <p className="mt-1 text-soft">{shut}</p>
      </>
    )
  }
  if (!speaks) {
    return (
      <>
        <p>{said}</p>
        <p className="mt-1 text-soft">Ketua atau sekretaris yang menjawab. Sampaikan bila Anda ingin ikut.</p>
      </>
    )
  }
  const open = answer !== undefined || reply === null
  return (
    <>
      <p>
        {said} Dapat diubah sampai {deadlineWords(event)}.
      </p>
      <Fold label={reply === null ? 'Jawab undangan' : 'Ubah jawaban'} open={open}>
        <AcceptForm
          version={version}
          names={people.map(({ name }) => name).join('\n')}
          result={answerFor(answer, 'accept')}
        />
        {reply !== 'declined' && <DeclineForm version={version} result={answerFor(answer, 'decline')} />}
      </Fold>
    </>
  )
}

type Result = SubmissionResult<string[]> | undefined

function AcceptForm({ version, names, result }: { version: number; names: string; result: Result }) {
  const [form, fields] = useForm<{ names: string; version: number }, unknown, string[]>({
    id: 'datang',
    lastResult: result,
    defaultValue: { names },
  })
  return (
    <Form {...getFormProps(form)} className="max-w-prose">
      <ErrorSummary form={form} labels={{ names: 'Siapa yang datang' }} />
      <input type="hidden" name="intent" value="accept" />
      <input type="hidden" name="version" value={version} />
      <TextArea
        field={fields.names}
        label="Siapa yang datang"
        hint="Satu nama satu baris, paling banyak 20. Cukup nama; jangan tulis NIK atau nomor telepon."
        rows={4}
      />
      <SubmitButton>Kami datang</SubmitButton>
    </Form>
  )
}

function DeclineForm({ version, result }: { version: number; result: Result }) {
  const [form, fields] = useForm<{ note: string; version: number }, unknown, string[]>({
    id: 'tidak-datang',
    lastResult: result,
  })
  return (
    <Form {...getFormProps(form)} className="mt-8 max-w-prose border-t border-line">
      <ErrorSummary form={form} labels={{ note: 'Catatan' }} />
      <input type="hidden" name="intent" value="decline" />
      <input type="hidden" name="version" value={version} />
      <TextArea field={fields.note} label="Catatan untuk penyelenggara" rows={2} optional />
      <SubmitButton variant="secondary">Kami tidak datang</SubmitButton>
    </Form>
  )
}
