import { getFormProps, type SubmissionResult } from '@conform-to/react'
import { Fold } from '~/ui/fold'
import { ErrorSummary, Form, SubmitButton, TextField } from '~/ui/form'
import { useFormOf } from '~/ui/use-form-of'
import { choiceWords } from '../choices.messages'
import { AddChoiceForm, EndChoiceForm, RenameChoiceForm } from '../choices.schema'
import type { ChoicesScreen } from '../choices-screen.queries.server'

interface Props {
  list: ChoicesScreen['list']
  answer?: SubmissionResult<string[]>
}

/** Adds something to choose from a day on. */
export function AddChoice({ list, today, answer }: Props & { today: string }) {
  const { one } = choiceWords[list]
  const mine = answer?.initialValue?.intent === 'add'
  const [form, fields] = useFormOf(AddChoiceForm, {
    id: 'tambah',
    lastResult: mine ? answer : undefined,
    defaultValue: { validFrom: today },
  })
  return (
    <Fold label={`Tambah ${one}`} open={mine} className="mt-4">
      <Form {...getFormProps(form)} className="max-w-xl">
        <ErrorSummary form={form} />
        <input type="hidden" name="intent" value="add" />
        <TextField field={fields.name} label={`Nama ${one}`} hint="Singkat, seperti dibaca orang." />
        <TextField
          field={fields.source}
          label="Asalnya"
          hint="Peraturan, surat atau rapat yang memintanya."
          optional
        />
        <TextField field={fields.validFrom} label="Mulai dapat dipilih" type="date" />
        <TextField field={fields.validUntil} label="Terakhir dapat dipilih" type="date" optional />
        <SubmitButton>Tambahkan</SubmitButton>
      </Form>
    </Fold>
  )
}

type ChangeProps = Props & { choice: ChoicesScreen['choices'][number] }

/** Gives a choice another name. */
export function RenameChoice({ list, choice: { code, name }, answer }: ChangeProps) {
  const { one, carriers } = choiceWords[list]
  const mine = answer?.initialValue?.intent === 'rename' && answer.initialValue.code === code
  const [form, fields] = useFormOf(RenameChoiceForm, {
    id: `ganti-${code}`,
    lastResult: mine ? answer : undefined,
    defaultValue: { name },
  })
  return (
    <Fold look="plain" label="Ganti nama" about={` ${name}`} open={mine}>
      <Form {...getFormProps(form)} className="max-w-xl">
        <ErrorSummary form={form} />
        <input type="hidden" name="intent" value="rename" />
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="was" value={name} />
        <TextField
          field={fields.name}
          label="Nama baru"
          hint={`Semua ${carriers} yang sudah memakai ${one} ini ikut menampilkan nama barunya.`}
        />
        <SubmitButton variant="secondary">Simpan</SubmitButton>
      </Form>
    </Fold>
  )
}

/** Says on which day it can be chosen for the last time. */
export function EndChoice({ list, choice: { code, name, validUntil }, answer }: ChangeProps) {
  const { one, carriers } = choiceWords[list]
  const mine = answer?.initialValue?.intent === 'end' && answer.initialValue.code === code
  const [form, fields] = useFormOf(EndChoiceForm, {
    id: `akhiri-${code}`,
    lastResult: mine ? answer : undefined,
    defaultValue: { validUntil },
  })
  return (
    <Fold look="plain" label={validUntil ? 'Ubah hari terakhir' : 'Akhiri'} about={` ${name}`} open={mine}>
      <Form {...getFormProps(form)} className="max-w-xl">
        <ErrorSummary form={form} />
        <input type="hidden" name="intent" value="end" />
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="was" value={validUntil ?? ''} />
        <TextField
          field={fields.validUntil}
          label="Hari terakhir dapat dipilih"
          type="date"
          hint={`Kosongkan bila tetap berlaku. Semua ${carriers} yang sudah memakai ${one} ini tidak berubah.`}
          optional
        />
        <SubmitButton variant="secondary">Simpan</SubmitButton>
      </Form>
    </Fold>
  )
}
