import type { FieldMetadata } from '@conform-to/react'
import { scopeWords } from '~/features/groups/groups.messages'
import { groupScopes } from '~/features/groups/groups.schema'
import { CheckboxField, SelectField, TextArea, TextField } from '~/ui/form'
import { EARLIEST_DATE } from '../fields.schema'
import { RoundedLocation } from './rounded-location'

type Fields = Record<
  'name' | 'scope' | 'scopeNote' | 'foundedOn' | 'address' | 'latitude' | 'longitude' | 'isDifferent',
  // biome-ignore lint/suspicious/noExplicitAny: the fields of either of the two identity forms
  FieldMetadata<any, any, string[]>
>

/** The fields of Wilayah dan identitas, the same for a new application and for one that is changed. */
export function IdentityFields({
  fields,
  today,
  alike,
}: {
  fields: Fields
  today: string
  /** The server found groups with a similar name: the person is asked whether this is another one. */
  alike: boolean
}) {
  return (
    <>
      <TextField
        field={fields.name}
        label="Nama kelompok"
        hint="Seperti tertulis di SK, misalnya KIM Nawaripi Cerdas."
        autoComplete="off"
      />
      {alike && (
        <div className="rounded-md border-l-4 border-amber-200 bg-amber-50 px-4 py-1">
          <CheckboxField
            field={fields.isDifferent}
            label={<span className="font-semibold">Ini kelompok yang berbeda, lanjutkan</span>}
          />
        </div>
      )}
      <SelectField
        field={fields.scope}
        label="Cakupan"
        hint="Wilayah atau lingkaran yang dilayani kelompok ini. Satu desa boleh punya beberapa KIM."
        options={groupScopes.map((value) => ({ value, label: scopeWords[value] }))}
      />
      <TextField
        field={fields.scopeNote}
        label="Keterangan cakupan"
        hint="Misalnya nama padukuhan, nomor RW, atau nama komunitasnya."
        optional
      />
      <TextField
        field={fields.foundedOn}
        type="date"
        label="Tanggal berdiri"
        hint="Boleh tanggal musyawarah pembentukan. Bila belum tahu, lanjutkan dulu dan isi nanti."
        min={EARLIEST_DATE}
        max={today}
      />
      <TextArea
        field={fields.address}
        label="Alamat sekretariat"
        hint="Tempat surat dapat sampai, misalnya balai kampung. Tampil untuk umum hanya bila Anda menyetujuinya nanti."
        rows={3}
      />
      <fieldset className="my-5">
        <legend className="font-semibold">
          Letak kira-kira <span className="font-normal text-soft">(boleh kosong)</span>
        </legend>
        <p className="text-sm text-soft">
          Untuk titik di peta. Disimpan dengan dua angka di belakang koma saja, kira-kira satu kilometer.
        </p>
        <RoundedLocation formId={fields.latitude.formId} />
        <div className="grid gap-x-4 sm:grid-cols-2">
          <TextField
            field={fields.latitude}
            label="Lintang"
            hint="Misalnya -4,55"
            inputMode="text"
            optional
          />
          <TextField
            field={fields.longitude}
            label="Bujur"
            hint="Misalnya 136,88"
            inputMode="text"
            optional
          />
        </div>
      </fieldset>
    </>
  )
}
