import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react'
import { useId } from 'react'
import type { z } from 'zod'
import { answerFor } from '~/ui/answer-for'
import { Button } from '~/ui/button'
import { Callout, EmptyState } from '~/ui/callout'
import { FilterField } from '~/ui/filter'
import { Fold } from '~/ui/fold'
import { ActionButton, ErrorSummary, FieldError, Form, SubmitButton, TextField, tickedIn } from '~/ui/form'
import { formatMoment, formatNumber } from '~/ui/format'
import { Section } from '~/ui/page'
import { Refusal } from '~/ui/refusal'
import type { DoorScreen } from '../door.queries.server'
import { presenceWords } from '../events.messages'
import type { DoorForm } from '../events.schema'

type Value = z.input<typeof DoorForm>
type Result = SubmissionResult<string[]> | undefined

/** The work at the door, the same for officers and for a committee without accounts. */
export function DoorDesk({
  screen,
  answer,
}: {
  screen: DoorScreen
  answer: { result: SubmissionResult<string[]> } | undefined
}) {
  const { event, people, search, shut } = screen
  return (
    <>
      <p className="text-lg">
        <strong className="text-3xl text-teal-800 tabular-nums">{formatNumber(event.presentPeople)}</strong>{' '}
        hadir dari {formatNumber(event.registeredPeople)} orang yang tercatat
      </p>
      <Refusal result={answerFor(answer, 'unmark')} />
      {shut ? (
        <Callout tone="wait">{shut}</Callout>
      ) : (
        <div className="grid gap-x-12 lg:grid-cols-2">
          <div>
            <Callout tone="plain" title="Dengan kamera ponsel">
              Arahkan aplikasi kamera ke kode QR di tiket, buka tautannya, lalu tekan “Tandai hadir”.
            </Callout>
            <CodeForm result={answerFor(answer, 'code')} />
          </div>
          <WalkInForm id={screen.newId} result={answerFor(answer, 'walkIn')} />
        </div>
      )}
      <Section title="Daftar nama" id="daftar">
        <form method="get" className="mb-4 flex max-w-xl items-end gap-3" key={search}>
          <div className="flex-1">
            <FilterField name="q" type="search" label="Cari nama" defaultValue={search} />
          </div>
          <Button variant="secondary">Cari</Button>
        </form>
        {people.length === 0 ? (
          <EmptyState title={search ? 'Tidak ada nama yang cocok' : 'Belum ada nama'}>
            {search
              ? 'Coba satu kata saja. Bila memang tidak terdaftar, tambahkan di atas.'
              : 'Nama muncul begitu kelompok menjawab undangan, atau saat seseorang ditambahkan di atas.'}
          </EmptyState>
        ) : (
          <PeopleList screen={screen} result={answerFor(answer, 'list')} />
        )}
      </Section>
    </>
  )
}

function CodeForm({ result }: { result: Result }) {
  const [form, fields] = useForm<Value, Value, string[]>({ id: 'kode', lastResult: result })
  const { code } = fields as Record<'code', typeof fields.intent>
  return (
    <Form {...getFormProps(form)}>
      <ErrorSummary form={form} labels={{ code: 'Kode tiket' }} />
      <input type="hidden" name="intent" value="code" />
      <TextField
        field={code}
        label="Kode tiket"
        hint="Enam huruf dan angka di bawah kode QR."
        autoComplete="off"
        maxLength={12}
        className="max-w-48 uppercase"
      />
      <SubmitButton>Tandai hadir</SubmitButton>
    </Form>
  )
}

function WalkInForm({ id, result }: { id: string; result: Result }) {
  const [form, fields] = useForm<Value, Value, string[]>({
    id: 'tambahan',
    lastResult: result,
    defaultValue: { intent: 'walkIn', id, name: '' },
  })
  const { name, origin, id: ownId } = fields as Record<'name' | 'origin' | 'id', typeof fields.intent>
  return (
    <Form {...getFormProps(form)} key={String(ownId.initialValue ?? id)}>
      <h2 className="text-xl max-lg:mt-8">Datang tanpa terdaftar</h2>
      <ErrorSummary form={form} labels={{ name: 'Nama', origin: 'Asal' }} />
      <input type="hidden" name="intent" value="walkIn" />
      <input type="hidden" name="id" value={String(ownId.initialValue ?? id)} />
      <TextField field={name} label="Nama" maxLength={80} autoComplete="off" />
      <TextField
        field={origin}
        label="Asal"
        hint="Nama kelompok, kampung, atau instansi."
        maxLength={120}
        autoComplete="off"
        optional
      />
      <SubmitButton variant="secondary">Tambahkan dan tandai hadir</SubmitButton>
    </Form>
  )
}

/** Names to tick, those who are there already said so; one button for all that were ticked. */
function PeopleList({ screen: { event, people, shut }, result }: { screen: DoorScreen; result: Result }) {
  const [form, fields] = useForm<Value, Value, string[]>({ id: 'centang', lastResult: result })
  const { attendeeIds } = fields as Record<'attendeeIds', typeof fields.intent>
  const id = useId()
  const isTicked = tickedIn(result, 'attendeeIds')
  const missing = people.some(({ presentAt }) => presentAt === null)
  return (
    <>
      <Form {...getFormProps(form)}>
        <ErrorSummary form={form} labels={{ attendeeIds: 'Daftar nama' }} />
        <input type="hidden" name="intent" value="list" />
        <ul className="divide-y divide-line border-y border-line" id={`${form.id}-attendeeIds`}>
          {people.map((person) => (
            <li key={person.id} className="flex flex-wrap items-center justify-between gap-x-6 py-1">
              {person.presentAt === null ? (
                <label
                  htmlFor={id + person.id}
                  className="flex min-h-11 flex-1 cursor-pointer items-center gap-3 py-2"
                >
                  {!shut && (
                    <input
                      type="checkbox"
                      id={id + person.id}
                      name="attendeeIds"
                      value={person.id}
                      defaultChecked={isTicked(person.id)}
                      className="size-5 shrink-0 accent-teal-700"
                    />
                  )}
                  <Who person={person} />
                </label>
              ) : (
                <div className="flex min-h-11 flex-1 items-center gap-3 py-2">
                  <span aria-hidden="true" className="w-5 text-center font-bold text-teal-700">
                    ✓
                  </span>
                  <Who person={person} />
                </div>
              )}
              <span className="text-sm text-soft">
                {person.presentAt === null || !person.presentWay
                  ? person.code
                  : `Hadir ${formatMoment(person.presentAt, event.zone)}, ${presenceWords[person.presentWay]}`}
              </span>
            </li>
          ))}
        </ul>
        <FieldError field={attendeeIds} />
        {!shut && missing && (
          <div className="mt-4">
            <SubmitButton>Tandai hadir yang dicentang</SubmitButton>
          </div>
        )}
      </Form>
      {!shut && <Undo people={people} />}
    </>
  )
}

function Who({ person: { name, group, origin } }: { person: DoorScreen['people'][number] }) {
  return (
    <span>
      <span className="font-medium">{name}</span>
      {(group ?? origin) && <span className="block text-sm text-soft">{group ?? origin}</span>}
    </span>
  )
}

/** Taking a wrong mark back, folded away. */
function Undo({ people }: { people: DoorScreen['people'] }) {
  const present = people.filter(({ presentAt }) => presentAt !== null)
  if (present.length === 0) return null
  return (
    <Fold label="Batalkan tanda hadir yang keliru" className="mt-6">
      <ul className="divide-y divide-line">
        {present.map(({ id, name }) => (
          <li key={id} className="flex items-center justify-between gap-4 py-1">
            {name}
            <ActionButton values={{ intent: 'unmark', attendeeId: id }} variant="quiet">
              Batalkan<span className="sr-only"> tanda hadir {name}</span>
            </ActionButton>
          </li>
        ))}
      </ul>
    </Fold>
  )
}
