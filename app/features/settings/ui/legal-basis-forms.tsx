import { getFormProps, type SubmissionResult } from '@conform-to/react'
import { Fold } from '~/ui/fold'
import { ErrorSummary, Form, SubmitButton, TextArea, TextField } from '~/ui/form'
import { useFormOf } from '~/ui/use-form-of'
import { addLegalBasisForm, endLegalBasisForm } from '../legal-basis.schema'

/** Adds a rule that is cited from a day on. */
export function AddLegalBasis({ newId, answer }: { newId: string; answer?: SubmissionResult<string[]> }) {
  const mine = answer?.initialValue?.intent === 'addBasis'
  const [form, fields] = useFormOf(addLegalBasisForm, {
    id: 'tambah-dasar',
    lastResult: mine ? answer : undefined,
    defaultValue: { id: newId },
  })
  return (
    <Fold label="Tambah dasar hukum" open={mine} className="mt-4">
      <Form {...getFormProps(form)} className="max-w-xl">
        <ErrorSummary form={form} />
        <input type="hidden" name="intent" value="addBasis" />
        <input type="hidden" name={fields.id.name} defaultValue={fields.id.initialValue ?? newId} />
        <TextField
          field={fields.citation}
          label="Nama peraturan"
          hint="Seperti akan dikutip di Tanda Daftar, misalnya: Peraturan Bupati Sleman Nomor 51 Tahun 2017"
        />
        <TextField field={fields.title} label="Tentang" />
        <TextArea
          field={fields.note}
          label="Catatan"
          hint="Untuk apa dikutip, dan seberapa pasti sumbernya. Catatan ini tampil untuk umum."
          optional
        />
        <TextField
          field={fields.regionCode}
          label="Kode wilayah"
          hint="Kode provinsi atau kabupaten/kota bila hanya berlaku di sana; kosong untuk seluruh Indonesia."
          inputMode="numeric"
          optional
        />
        <TextField field={fields.validFrom} label="Mulai berlaku" type="date" />
        <TextField field={fields.validUntil} label="Terakhir berlaku" type="date" optional />
        <SubmitButton>Tambahkan</SubmitButton>
      </Form>
    </Fold>
  )
}

/** Says on which day a rule holds for the last time. */
export function EndLegalBasis({
  basisId,
  citation,
  answer,
}: {
  basisId: string
  citation: string
  answer?: SubmissionResult<string[]>
}) {
  const mine = answer?.initialValue?.intent === 'endBasis' && answer.initialValue.basisId === basisId
  const [form, fields] = useFormOf(endLegalBasisForm, {
    id: `akhiri-${basisId}`,
    lastResult: mine ? answer : undefined,
  })
  return (
    <Fold look="plain" label="Akhiri" about={` ${citation}`} open={mine} className="mt-1">
      <Form {...getFormProps(form)} className="max-w-xl">
        <ErrorSummary form={form} />
        <input type="hidden" name="intent" value="endBasis" />
        <input type="hidden" name="basisId" value={basisId} />
        <TextField
          field={fields.validUntil}
          label="Hari terakhir berlaku"
          type="date"
          hint="Tanda Daftar yang terbit sebelumnya tetap mengutip peraturan ini."
        />
        <SubmitButton variant="danger">Akhiri</SubmitButton>
      </Form>
    </Fold>
  )
}
