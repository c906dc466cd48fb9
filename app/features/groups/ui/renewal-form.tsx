import { getFormProps } from '@conform-to/react'
import { DOCUMENT_ACCEPT } from '~/features/documents/documents.schema'
import { type Answer, answerFor } from '~/ui/answer-for'
import { ErrorSummary, FileField, Form, SelectField, SubmitButton, TextField } from '~/ui/form'
import { useFormOf } from '~/ui/use-form-of'
import { issuerWords } from '../groups.messages'
import { issuerKinds } from '../groups.schema'
import { submitRenewalSchema } from '../renewal-form.schema'

/** The chair sends a new decree with its file. */
export function RenewalForm({ id, answer }: { id: string; answer: Answer }) {
  const [form, fields] = useFormOf(submitRenewalSchema, {
    id: 'sk-baru',
    lastResult: answerFor(answer, 'submit'),
    defaultValue: { id },
  })
  return (
    <Form {...getFormProps(form)} encType="multipart/form-data">
      <ErrorSummary
        form={form}
        labels={{
          number: 'Nomor SK',
          date: 'Tanggal SK',
          issuerKind: 'Penerbit',
          issuerName: 'Nama penerbit',
          validUntil: 'Berlaku sampai',
          file: 'Berkas SK',
        }}
      />
      <input type="hidden" name="intent" value="submit" />
      <input type="hidden" name="id" value={fields.id.initialValue ?? id} />
      <TextField field={fields.number} label="Nomor SK" autoComplete="off" maxLength={100} />
      <TextField type="date" field={fields.date} label="Tanggal SK" className="sm:w-56" />
      <SelectField
        field={fields.issuerKind}
        label="Diterbitkan oleh"
        options={issuerKinds.map((kind) => ({ value: kind, label: issuerWords[kind] }))}
      />
      <TextField
        field={fields.issuerName}
        label="Nama jabatan penerbit"
        optional
        hint="Seperti pada surat, misalnya Kepala Kampung Nawaripi. Tercetak di Tanda Daftar."
        autoComplete="off"
      />
      <TextField
        type="date"
        field={fields.validUntil}
        label="Berlaku sampai"
        optional
        hint="Kosongkan bila SK tidak menyebut akhir masa berlakunya."
        className="sm:w-56"
      />
      <FileField
        field={fields.file}
        label="Berkas SK"
        accept={DOCUMENT_ACCEPT}
        hint="PDF, atau foto JPEG, PNG atau WebP, paling besar 5 MB."
      />
      <SubmitButton>Kirim untuk disahkan</SubmitButton>
    </Form>
  )
}
