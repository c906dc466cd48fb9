import type { FieldMetadata, FormMetadata } from '@conform-to/react'
import { ErrorSummary, TextField } from '~/ui/form'

type AnyField = FieldMetadata<string, Record<string, unknown>, string[]>

/** Name, contact and password of an account that is made by a one-time link. */
export function NewAccountFields({
  form,
  fields,
  contactHint = 'Salah satu saja cukup. Dipakai untuk masuk dan tidak ditampilkan kepada umum.',
}: {
  form: Pick<FormMetadata<Record<string, unknown>, string[]>, 'id' | 'allErrors'>
  fields: { id: AnyField; name: AnyField; contact: AnyField; password: AnyField }
  contactHint?: string
}) {
  return (
    <>
      <ErrorSummary
        form={form}
        labels={{ name: 'Nama', contact: 'Nomor HP atau e-mail', password: 'Sandi' }}
      />
      <input type="hidden" name={fields.id.name} defaultValue={fields.id.initialValue} />
      <TextField field={fields.name} label="Nama lengkap" autoComplete="name" />
      <TextField
        field={fields.contact}
        label="Nomor HP atau e-mail"
        hint={contactHint}
        autoComplete="username"
      />
      <TextField
        field={fields.password}
        label="Sandi"
        hint="Paling sedikit 10 karakter. Tiga atau empat kata yang mudah Anda ingat sudah bagus."
        type="password"
        autoComplete="new-password"
      />
    </>
  )
}
