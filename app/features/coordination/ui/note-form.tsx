import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Badge } from '~/ui/callout'
import { Fold } from '~/ui/fold'
import { ErrorSummary, FieldError, Form, SubmitButton, TextArea, TextField } from '~/ui/form'
import { formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { filterDefinitions } from '../board-filters'
import { NoteForm as NoteSchema } from '../coordination.schema'
import type { NewNoteScreen } from '../new-note.queries.server'
import { newNotePath } from '../threads.schema'

interface Props {
  screen: NewNoteScreen
  lastResult: SubmissionResult<string[]> | undefined
}

/** A new note: to whom, about what, by when. */
export function NoteForm({ screen, lastResult }: Props) {
  const [form, fields] = useForm({
    id: 'catatan',
    lastResult,
    defaultValue: {
      id: screen.formId,
      dueOn: screen.dueOn,
      figure: screen.figure?.key,
    },
    onValidate: ({ formData }) => parseWithZod(formData, { schema: NoteSchema }),
  })
  return (
    <Form {...getFormProps(form)} className="grid gap-x-14 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
      <div className="lg:order-2 lg:col-start-2">
        <ErrorSummary
          form={form}
          labels={{ recipients: 'Kepada', subject: 'Perihal', body: 'Isi', dueOn: 'Dijawab paling lambat' }}
        />
        <input type="hidden" name="id" value={text(fields.id.initialValue)} />
        {screen.figure && <input type="hidden" name="figure" value={screen.figure.key} />}
        <TextField field={fields.subject} label="Perihal" maxLength={150} />
        <TextArea
          field={fields.body}
          label="Isi"
          hint="Dibaca semua petugas dinas yang dipilih. Tulis apa yang Anda lihat dan apa yang Anda harapkan."
          rows={7}
        />
        <TextField
          field={fields.dueOn}
          type="date"
          label="Dijawab paling lambat"
          min={screen.firstDay}
          className="max-w-48"
        />
        {screen.figure && (
          <p className="my-5 border-l-4 border-teal-300 pl-4">
            Tentang angka papan <strong>{screen.figure.name}</strong>. Nilainya saat ini ikut dicatat untuk
            tiap dinas.
          </p>
        )}
        <SubmitButton>Kirim catatan</SubmitButton>
      </div>
      <div className="max-lg:order-first lg:col-start-1 lg:row-start-1">
        <Recipients screen={screen} field={fields.recipients} sent={lastResult?.initialValue?.recipients} />
      </div>
    </Form>
  )
}

const wordsOf = (filter: NewNoteScreen['filters'][number]['filter']) =>
  filter === 'semua' ? 'Semua' : filterDefinitions[filter].words

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

type Field = ReturnType<typeof useForm<{ recipients: string[] }>>[1]['recipients']

/** How many chosen offices are named while the list is folded. */
const NAMED = 3

function Recipients({
  screen,
  field,
  sent,
}: {
  screen: NewNoteScreen
  field: Field
  /** Those of a form that was refused. */
  sent: unknown
}) {
  const { filters, offices, region, isBelow, figure } = screen
  const chosen: unknown[] =
    sent === undefined ? offices.filter((office) => office.chosen).map(({ code }) => code) : [sent].flat()
  const few = offices.filter(({ code }) => chosen.includes(code)).map(({ name }) => name)
  const more = few.length > NAMED ? ` dan ${formatNumber(few.length - NAMED)} lainnya` : ''
  return (
    <fieldset aria-describedby={field.errors ? field.errorId : undefined} className="mb-5">
      <legend className="mb-1 font-semibold">Kepada</legend>
      <FieldError field={field} />
      <Fold
        look="plain"
        label={few.length === 0 ? 'Pilih dinas' : `${few.slice(0, NAMED).join(', ')}${more} · ubah pilihan`}
        open={few.length === 0 || field.errors !== undefined}
      >
        <p className="text-sm text-soft">Pilih menurut papan, atau centang sendiri:</p>
        <ul className="mb-2 flex flex-wrap gap-x-5">
          {filters.map(({ filter, many }) => (
            <li key={filter}>
              {many === 0 ? (
                <span className="inline-flex min-h-11 items-center text-soft">{wordsOf(filter)} (0)</span>
              ) : (
                <Link
                  to={newNotePath({
                    wilayah: isBelow ? region.code : undefined,
                    saring: filter,
                    angka: figure?.key,
                  })}
                  preventScrollReset
                  className="inline-flex min-h-11 items-center"
                >
                  {wordsOf(filter)} ({formatNumber(many)})
                </Link>
              )}
            </li>
          ))}
        </ul>
        <ul key={chosen.join()} className="grid gap-x-6 border-t border-line pt-1 sm:grid-cols-2">
          {offices.map(({ code, name, reads, says }, at) => (
            <li key={code}>
              <label className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
                <input
                  type="checkbox"
                  id={at === 0 ? `${field.formId}-${field.name}` : undefined}
                  name={field.name}
                  value={code}
                  defaultChecked={chosen.includes(code)}
                  className="mt-1 size-5 shrink-0 accent-teal-700"
                />
                <span>
                  {name} {says && <span className="text-soft">({says})</span>}{' '}
                  {!reads && <Badge>belum ada akun petugas</Badge>}
                </span>
              </label>
            </li>
          ))}
        </ul>
      </Fold>
    </fieldset>
  )
}
