import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react'
import { DOCUMENT_ACCEPT } from '~/features/documents/documents.schema'
import { Fold } from '~/ui/fold'
import { ErrorSummary, FileField, Form, SelectField, SubmitButton, TextArea, TextField } from '~/ui/form'

type Result = SubmissionResult<string[]> | undefined

/** Cancelling: folded away, with the reason that the groups read. */
export function CancelFold({ version, result }: { version: number; result: Result }) {
  const [form, fields] = useForm<{ reason: string }, unknown, string[]>({ id: 'batal', lastResult: result })
  return (
    <Fold
      look="danger"
      label="Batalkan acara ini"
      open={result !== undefined}
      className="mt-10 border-t border-line pt-4"
    >
      <Form {...getFormProps(form)} className="max-w-prose">
        <ErrorSummary form={form} labels={{ reason: 'Alasan' }} />
        <input type="hidden" name="intent" value="cancel" />
        <input type="hidden" name="version" value={version} />
        <TextArea
          field={fields.reason}
          label="Alasan"
          hint="KIM yang diundang langsung diberi tahu dan membaca alasan ini. Pembatalan tidak dapat dikembalikan."
          rows={2}
        />
        <SubmitButton variant="danger">Ya, batalkan acara ini</SubmitButton>
      </Form>
    </Fold>
  )
}

export function MinutesForm({
  version,
  minutes,
  result,
}: {
  version: number
  minutes: string
  result: Result
}) {
  const [form, fields] = useForm<{ minutes: string }, unknown, string[]>({
    id: 'notulen-isi',
    lastResult: result,
    defaultValue: { minutes },
  })
  return (
    <Form {...getFormProps(form)} className="max-w-prose">
      <ErrorSummary form={form} labels={{ minutes: 'Notulen' }} />
      <input type="hidden" name="intent" value="minutes" />
      <input type="hidden" name="version" value={version} />
      <TextArea
        field={fields.minutes}
        label="Jalannya acara"
        hint="Yang dibahas dan disampaikan. Keputusan dicatat satu per satu di bawahnya."
        rows={8}
      />
      <SubmitButton>Simpan notulen</SubmitButton>
    </Form>
  )
}

interface Decide {
  id: string
  what: string
  groupId: string
  who: string
  dueOn: string
}

export function DecideForm({
  id,
  groups,
  result,
}: {
  id: string
  groups: { id: string; name: string }[]
  result: Result
}) {
  const [form, fields] = useForm<Decide, unknown, string[]>({
    id: 'putusan',
    lastResult: result,
    defaultValue: { id },
  })
  return (
    <Form {...getFormProps(form)} className="max-w-prose">
      <ErrorSummary
        form={form}
        labels={{ what: 'Apa', groupId: 'KIM', who: 'Siapa', dueOn: 'Paling lambat' }}
      />
      <input type="hidden" name="intent" value="decide" />
      <input type="hidden" name="id" value={String(fields.id.initialValue ?? id)} />
      <TextArea field={fields.what} label="Apa yang diputuskan" rows={2} />
      <SelectField
        field={fields.groupId}
        label="KIM yang mengerjakan"
        placeholder="Bukan KIM"
        options={groups.map((group) => ({ value: group.id, label: group.name }))}
        optional
      />
      <TextField
        field={fields.who}
        label="Atau siapa"
        hint="Misalnya: Bidang IKP Dinas Kominfo."
        maxLength={120}
        optional
      />
      <TextField field={fields.dueOn} type="date" label="Paling lambat" className="max-w-52" />
      <SubmitButton>Catat keputusan</SubmitButton>
    </Form>
  )
}

export function MaterialForm({ id, result }: { id: string; result: Result }) {
  const [form, fields] = useForm<{ id: string; materialTitle: string; file: File }, unknown, string[]>({
    id: 'bahan-baru',
    lastResult: result,
    defaultValue: { id },
  })
  return (
    <Form {...getFormProps(form)} encType="multipart/form-data" className="max-w-prose">
      <ErrorSummary form={form} labels={{ materialTitle: 'Judul', file: 'Berkas' }} />
      <input type="hidden" name="intent" value="addMaterial" />
      <input type="hidden" name="id" value={String(fields.id.initialValue ?? id)} />
      <TextField field={fields.materialTitle} label="Judul" maxLength={120} />
      <FileField
        field={fields.file}
        label="Berkas"
        hint="PDF atau gambar, paling besar 5 MB."
        accept={DOCUMENT_ACCEPT}
      />
      <SubmitButton>Simpan bahan</SubmitButton>
    </Form>
  )
}
