import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react'
import { getZodConstraint, parseWithZod } from '@conform-to/zod/v4'
import { ErrorSummary, Form, SubmitButton, TextField } from '~/ui/form'
import type { AdminTopic } from '../admin-topics.queries.server'
import { addTopicForm, endTopicForm, renameTopicForm } from '../topics.schema'

/** Adds a topic that groups can choose from a day on. */
export function AddTopic({ today, answer }: { today: string; answer?: SubmissionResult<string[]> }) {
  const mine = answer?.initialValue?.intent === 'addTopic'
  const [form, fields] = useForm({
    id: 'tambah-topik',
    lastResult: mine ? answer : undefined,
    constraint: getZodConstraint(addTopicForm),
    defaultValue: { validFrom: today },
    shouldValidate: 'onBlur',
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) => parseWithZod(formData, { schema: addTopicForm }),
  })
  return (
    <details open={mine} className="mt-4">
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-teal-700">
        Tambah topik
      </summary>
      <Form {...getFormProps(form)} className="max-w-xl">
        <ErrorSummary form={form} />
        <input type="hidden" name="intent" value="addTopic" />
        <TextField field={fields.name} label="Nama topik" hint="Singkat, seperti dibaca warga." />
        <TextField
          field={fields.source}
          label="Asal topik"
          hint="Misalnya: topik prioritas komunikasi publik 2027."
          optional
        />
        <TextField field={fields.validFrom} label="Mulai dapat dipilih" type="date" />
        <TextField field={fields.validUntil} label="Terakhir dapat dipilih" type="date" optional />
        <SubmitButton>Tambahkan</SubmitButton>
      </Form>
    </details>
  )
}

interface ChangeProps {
  topic: AdminTopic
  answer?: SubmissionResult<string[]>
}

/** Gives a topic another name. */
export function RenameTopic({ topic: { code, name }, answer }: ChangeProps) {
  const mine = answer?.initialValue?.intent === 'renameTopic' && answer.initialValue.code === code
  const [form, fields] = useForm({
    id: `ganti-${code}`,
    lastResult: mine ? answer : undefined,
    constraint: getZodConstraint(renameTopicForm),
    defaultValue: { name },
    shouldValidate: 'onBlur',
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) => parseWithZod(formData, { schema: renameTopicForm }),
  })
  return (
    <details open={mine}>
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-teal-700">
        Ganti nama<span className="sr-only"> {name}</span>
      </summary>
      <Form {...getFormProps(form)} className="max-w-xl">
        <ErrorSummary form={form} />
        <input type="hidden" name="intent" value="renameTopic" />
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="was" value={name} />
        <TextField
          field={fields.name}
          label="Nama baru"
          hint="Kegiatan yang sudah memakai topik ini ikut menampilkan nama barunya."
        />
        <SubmitButton variant="secondary">Simpan</SubmitButton>
      </Form>
    </details>
  )
}

/** Says on which day a topic can be chosen for the last time. */
export function EndTopic({ topic: { code, name }, answer }: ChangeProps) {
  const mine = answer?.initialValue?.intent === 'endTopic' && answer.initialValue.code === code
  const [form, fields] = useForm({
    id: `akhiri-${code}`,
    lastResult: mine ? answer : undefined,
    constraint: getZodConstraint(endTopicForm),
    shouldValidate: 'onBlur',
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) => parseWithZod(formData, { schema: endTopicForm }),
  })
  return (
    <details open={mine}>
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-teal-700">
        Akhiri<span className="sr-only"> {name}</span>
      </summary>
      <Form {...getFormProps(form)} className="max-w-xl">
        <ErrorSummary form={form} />
        <input type="hidden" name="intent" value="endTopic" />
        <input type="hidden" name="code" value={code} />
        <TextField
          field={fields.validUntil}
          label="Hari terakhir dapat dipilih"
          type="date"
          hint="Kegiatan yang sudah memakai topik ini tidak berubah."
        />
        <SubmitButton variant="danger">Akhiri</SubmitButton>
      </Form>
    </details>
  )
}
