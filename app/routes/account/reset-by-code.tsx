import { getFormProps } from '@conform-to/react'
import { useActionData } from '@remix-run/react'
import { resetByCodeSchema } from '~/features/identity/identity.schema'
import { resetByCode } from '~/features/identity/reset-password.server'
import { formAction, pageLoader } from '~/routes/door'
import { browserOf, redirectSignedIn } from '~/routes/signed-in.server'
import { ErrorSummary, Form, SubmitButton, TextField } from '~/ui/form'
import { Link } from '~/ui/link'
import { Page } from '~/ui/page'
import { useFormOf } from '~/ui/use-form-of'

export const meta = () => [{ title: 'Pakai kode dari Dinas · Simpul KIM' }]

export const loader = pageLoader({ access: 'public' }, () => null)

export const action = formAction({ access: 'public', schema: resetByCodeSchema }, async (door) => {
  const { value, services, clientAddress, requestId } = door
  const token = await resetByCode(services, { ...value, clientAddress, requestId, browser: browserOf(door) })
  return redirectSignedIn('/beranda', token, 'Sandi baru sudah jadi dan Anda sudah masuk.')
})

export default function ResetByCode() {
  const answer = useActionData<typeof action>()
  const [form, fields] = useFormOf(resetByCodeSchema, { lastResult: answer?.result })
  return (
    <Page
      title="Pakai kode dari Dinas"
      lead="Untuk yang lupa sandi dan tidak punya e-mail. Kode 8 angka diberikan Dinas Kominfo kabupaten/kota sesudah bertemu langsung, dan berlaku 24 jam."
      back={{ to: '/masuk', label: 'Masuk' }}
    >
      <Form {...getFormProps(form)} className="max-w-md">
        <ErrorSummary
          form={form}
          labels={{ contact: 'Nomor HP atau e-mail', code: 'Kode', password: 'Sandi baru' }}
        />
        <TextField
          field={fields.contact}
          label="Nomor HP atau e-mail"
          hint="Yang Anda pakai waktu mendaftar."
          autoComplete="username"
        />
        <TextField
          field={fields.code}
          label="Kode dari Dinas"
          hint="8 angka. Spasi boleh."
          inputMode="numeric"
          autoComplete="one-time-code"
        />
        <TextField
          field={fields.password}
          label="Sandi baru"
          hint="Paling sedikit 10 karakter. Tiga atau empat kata yang mudah Anda ingat sudah bagus."
          type="password"
          autoComplete="new-password"
        />
        <SubmitButton>Simpan sandi dan masuk</SubmitButton>
      </Form>
      <p className="mt-10 border-t border-line pt-5">
        Punya e-mail? <Link to="/lupa-sandi">Minta tautan lewat e-mail</Link>.
      </p>
    </Page>
  )
}
