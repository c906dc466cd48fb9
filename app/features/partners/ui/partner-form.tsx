import { getFormProps, type SubmissionResult } from '@conform-to/react'
import { channelWords } from '~/features/groups/groups.messages'
import type { Choice } from '~/platform/errors'
import { ButtonLink } from '~/ui/button'
import { Fold } from '~/ui/fold'
import {
  CheckboxField,
  ErrorSummary,
  Form,
  fieldOf,
  RadioField,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
} from '~/ui/form'
import { Link } from '~/ui/link'
import { useFormOf } from '~/ui/use-form-of'
import type { PartnerFormScreen } from '../partner-form.queries.server'
import { EditPartnerForm, NewPartnerForm } from '../partner-form.schema'
import { partnerChannelKinds, WHOLE_COUNTRY } from '../partners.schema'

interface Props {
  screen: PartnerFormScreen
  answer: { result: SubmissionResult<string[]>; choices?: Choice[] } | undefined
  /** The partner that is changed, as the form shows it; left out for a new one. */
  stored?: { version: number; answers: Record<string, string | undefined> }
  /** What a new one begins with. */
  begin?: Record<string, string | undefined>
  cancel: string
}

const labels = {
  name: 'Nama mitra',
  kindCode: 'Jenis mitra',
  placeCode: 'Wilayah mitra',
  elsewhere: 'Wilayah lain',
  person: 'Narahubung',
  phone: 'Nomor telepon',
  address: 'Alamat',
  note: 'Catatan',
  isOther: 'Mitra serupa',
  ...channelWords,
}

/** The form of a partner, new or known. */
export function PartnerForm({ screen, answer, stored, begin, cancel }: Props) {
  const schema = stored ? EditPartnerForm : NewPartnerForm
  const [form, fields] = useFormOf(schema, {
    lastResult: answer?.result,
    defaultValue: stored?.answers ?? { placeCode: screen.places[0]?.value ?? WHOLE_COUNTRY, ...begin },
  })
  const field = (name: keyof typeof labels | 'office' | 'elsewhereCode') => fieldOf(fields, name)
  const similar = field('isOther').errors ? (answer?.choices ?? []) : []
  const places = field('elsewhere').errors ? (answer?.choices ?? []) : []
  return (
    <Form {...getFormProps(form)} className="max-w-2xl">
      <ErrorSummary form={form} labels={labels} />
      {stored ? (
        <input type="hidden" name="version" value={stored.version} />
      ) : (
        <input type="hidden" name="id" value={screen.formId} />
      )}
      {!stored && screen.offices.length > 1 && (
        <SelectField
          field={field('office')}
          label="Dikelola oleh"
          options={screen.offices}
          placeholder={screen.offices[0]?.label}
          optional
        />
      )}
      <TextField field={field('name')} label={labels.name} hint="Nama resmi lembaganya." maxLength={150} />
      {similar.length > 0 && (
        <div className="rounded-md bg-amber-50 px-4 py-3">
          <p className="font-semibold">Mungkin sudah tercatat:</p>
          <ul className="list-disc pl-5">
            {similar.map(({ value, label }) => (
              <li key={value}>
                <Link to={`/dinas/mitra/${value}`} className="inline-flex min-h-11 items-center">
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      {(similar.length > 0 || field('isOther').initialValue === 'on') && (
        <CheckboxField field={field('isOther')} label="Ini mitra lain, simpan tersendiri" />
      )}
      <SelectField field={field('kindCode')} label={labels.kindCode} options={screen.kinds} />
      <SelectField
        field={field('placeCode')}
        label={labels.placeCode}
        hint="Tempat mitra bekerja. Untuk kecamatan, desa atau kabupaten lain, tulis di bawahnya."
        options={[...screen.places, { value: WHOLE_COUNTRY, label: 'Seluruh Indonesia' }]}
      />
      <TextField
        field={field('elsewhere')}
        label={labels.elsewhere}
        hint="Misalnya: distrik wania, atau kampung nawaripi. Kosongkan untuk pilihan di atas."
        maxLength={80}
        autoComplete="off"
        optional
      />
      {places.length > 0 && <RadioField field={field('elsewhereCode')} label="Yang mana?" options={places} />}
      <h2 className="mt-10 border-t border-line pt-6 text-xl">Kontak</h2>
      <p className="text-soft">Hanya untuk dinas, tidak pernah tampil untuk umum.</p>
      <TextField field={field('person')} label={labels.person} autoComplete="off" optional />
      <div className="grid gap-x-4 sm:grid-cols-2">
        <TextField
          field={field('phone')}
          label={labels.phone}
          hint="Misalnya 0812 3456 7890"
          type="tel"
          autoComplete="off"
          optional
        />
        <TextField
          field={field('email')}
          label={labels.email}
          hint="Misalnya humas@contoh.id"
          type="email"
          autoComplete="off"
          optional
        />
      </div>
      <TextArea field={field('address')} label={labels.address} rows={2} optional />
      <Fold label="Situs dan media sosial" open={partnerChannelKinds.some((kind) => begin?.[kind])}>
        <div className="grid gap-x-4 sm:grid-cols-2">
          {partnerChannelKinds.map((kind) => (
            <TextField
              key={kind}
              field={field(kind)}
              label={channelWords[kind]}
              autoComplete="off"
              optional
            />
          ))}
        </div>
      </Fold>
      <TextArea field={field('note')} label={labels.note} rows={3} optional />
      <div className="mt-8 flex flex-wrap gap-3">
        <SubmitButton>{stored ? 'Simpan perubahan' : 'Simpan mitra'}</SubmitButton>
        <ButtonLink to={cancel} variant="secondary">
          Batal
        </ButtonLink>
      </div>
    </Form>
  )
}
