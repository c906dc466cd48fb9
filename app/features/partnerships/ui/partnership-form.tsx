import { getFormProps, type SubmissionResult } from '@conform-to/react'
import { DOCUMENT_ACCEPT } from '~/features/documents/documents.schema'
import { ButtonLink } from '~/ui/button'
import {
  CheckboxField,
  ErrorSummary,
  FieldError,
  FileField,
  Form,
  fieldOf,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
} from '~/ui/form'
import { useFormOf } from '~/ui/use-form-of'
import {
  BUDGET_SHAPE,
  EditPartnershipForm,
  NewPartnershipForm,
  type PartnershipAnswers,
} from '../partnership-form.schema'
import { fundingWords, partnershipKindWords } from '../partnerships.messages'
import { fundingSources, partnershipKinds } from '../partnerships.schema'

const labels = {
  kind: 'Bentuk naskah',
  title: 'Perihal',
  number: 'Nomor naskah',
  startsOn: 'Mulai',
  endsOn: 'Berakhir',
  scope: 'Ruang lingkup',
  topics: 'Topik',
  officeDuties: 'Tugas dinas',
  partnerDuties: 'Tugas mitra',
  budgetCode: 'Kode anggaran',
  fundingSource: 'Sumber dana',
  responsible: 'Penanggung jawab',
  file: 'Berkas naskah',
  counterpart: 'Mitra',
}

interface Props {
  answer: { result: SubmissionResult<string[]> } | undefined
  topics: { code: string; name: string }[]
  /** What the form begins with. */
  begin: PartnershipAnswers
  /** What a new one carries along: its id, with whom, of which office. */
  hidden: Record<string, string | number | undefined>
  isNew: boolean
  offices?: { value: string; label: string }[]
  cancel: string
}

/** The form of a partnership, proposed or known. */
export function PartnershipForm({ answer, topics, begin, hidden, isNew, offices = [], cancel }: Props) {
  const schema = isNew ? NewPartnershipForm : EditPartnershipForm
  const [form, fields] = useFormOf(schema, { lastResult: answer?.result, defaultValue: begin })
  const field = (name: keyof typeof labels | 'isPublic' | 'office') => fieldOf(fields, name)
  const budget = field('budgetCode')
  const oddBudget =
    typeof budget.value === 'string' && budget.value !== '' && !BUDGET_SHAPE.test(budget.value)
  return (
    <Form {...getFormProps(form)} encType="multipart/form-data" className="max-w-3xl">
      <ErrorSummary form={form} labels={labels} />
      {Object.entries(hidden).map(
        ([name, value]) =>
          value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {isNew && fields.counterpart && <FieldError field={fields.counterpart} />}
      {offices.length > 1 && (
        <SelectField
          field={field('office')}
          label="Dinas"
          options={offices}
          placeholder={offices[0]?.label}
          optional
        />
      )}
      <TextField
        field={field('title')}
        label={labels.title}
        hint="Apa yang dikerjakan bersama, dalam satu kalimat."
        maxLength={200}
      />
      <div className="grid gap-x-4 sm:grid-cols-2">
        <SelectField
          field={field('kind')}
          label={labels.kind}
          options={partnershipKinds.map((value) => ({ value, label: partnershipKindWords[value] }))}
        />
        <TextField field={field('number')} label={labels.number} maxLength={80} optional />
        <TextField field={field('startsOn')} label={labels.startsOn} type="date" />
        <TextField
          field={field('endsOn')}
          label={labels.endsOn}
          hint="Dinas diingatkan 90 dan 30 hari sebelumnya."
          type="date"
          optional
        />
      </div>
      <FileField
        field={field('file')}
        label={labels.file}
        hint={
          isNew ? 'PDF atau foto, paling besar 5 MB.' : 'Pilih hanya untuk mengganti berkas yang sekarang.'
        }
        accept={DOCUMENT_ACCEPT}
        optional
      />
      <TextArea field={field('scope')} label={labels.scope} rows={4} />
      <fieldset className="my-5">
        <legend className="font-semibold">
          {labels.topics} <span className="font-normal text-soft">(boleh kosong)</span>
        </legend>
        <div className="grid gap-x-4 sm:grid-cols-2 [&>div]:my-0">
          {topics.map(({ code, name }) => (
            <CheckboxField key={code} field={field('topics')} value={code} label={name} />
          ))}
        </div>
        <FieldError field={field('topics')} />
      </fieldset>
      <div className="grid gap-x-4 sm:grid-cols-2">
        <TextArea field={field('officeDuties')} label={labels.officeDuties} rows={4} optional />
        <TextArea field={field('partnerDuties')} label={labels.partnerDuties} rows={4} optional />
        <SelectField
          field={field('fundingSource')}
          label={labels.fundingSource}
          options={fundingSources.map((value) => ({ value, label: fundingWords[value] }))}
          placeholder="Belum diketahui"
          optional
        />
        <div>
          <TextField
            field={budget}
            label={labels.budgetCode}
            hint="Seperti pada dokumen anggaran, misalnya 2.16.02.2.01.08"
            maxLength={40}
            optional
          />
          {oddBudget && (
            <p role="status" className="-mt-3 text-sm text-amber-700">
              Bentuknya tidak seperti kode sub-kegiatan. Periksa lagi; tetap dapat disimpan.
            </p>
          )}
        </div>
      </div>
      <TextField
        field={field('responsible')}
        label={labels.responsible}
        hint="Pegawai dinas yang mengurusnya."
        maxLength={150}
        optional
      />
      <CheckboxField
        field={field('isPublic')}
        label="Boleh dilihat umum selama berlaku"
        hint="Pada halaman umum KIM dan pada daftar di peta tampil perihal, dinas, naskah dan masa berlakunya; kontak, berkas dan anggaran tidak pernah. Yang tidak dibuka hanya dihitung."
      />
      <div className="mt-8 flex flex-wrap gap-3">
        <SubmitButton>{isNew ? 'Simpan usulan' : 'Simpan perubahan'}</SubmitButton>
        <ButtonLink to={cancel} variant="secondary">
          Batal
        </ButtonLink>
      </div>
    </Form>
  )
}
