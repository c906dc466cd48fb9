import { getFormProps } from '@conform-to/react'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { TAKEN } from '~/features/identity/identity.errors'
import { signUpSchema } from '~/features/identity/identity.schema'
import { signUp } from '~/features/identity/sign-up.server'
import { safePath } from '~/platform/http/redirect'
import { formAction, pageLoader } from '~/routes/door'
import { browserOf, redirectSignedIn } from '~/routes/signed-in.server'
import { ErrorSummary, Form, SubmitButton, TextField } from '~/ui/form'
import { Link } from '~/ui/link'
import { Page } from '~/ui/page'
import { useFormOf } from '~/ui/use-form-of'

export const meta = () => [{ title: 'Buat akun · Simpul KIM' }]

const query = z.object({ lanjut: z.string().max(500).optional().catch(undefined) })

export const loader = pageLoader({ access: 'public', query }, ({ query: { lanjut }, actor, services }) => {
  if (actor) throw redirect(safePath(lanjut, '/beranda'))
  return { id: services.newId(), lanjut: lanjut === undefined ? undefined : safePath(lanjut, '/beranda') }
})

export const action = formAction({ access: 'public', schema: signUpSchema }, async (door) => {
  const { value, services, clientAddress, requestId } = door
  const token = await signUp(services, { ...value, clientAddress, requestId, browser: browserOf(door) })
  return redirectSignedIn(
    safePath(value.lanjut, '/beranda'),
    token,
    `Selamat datang, ${value.name}. Akun Anda sudah jadi.`,
  )
})

export default function SignUp() {
  const { id, lanjut } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useFormOf(signUpSchema, { lastResult: answer?.result, defaultValue: { id, lanjut } })
  const onward = lanjut ? `?lanjut=${encodeURIComponent(lanjut)}` : ''
  const sentId = fields.id.initialValue ?? id
  return (
    <Page
      title="Buat akun"
      lead="Untuk relawan KIM: satu akun untuk mendaftarkan dan mengurus kelompok. Petugas Dinas tidak mendaftar di sini; mereka menerima undangan."
    >
      <div className="max-w-md">
        <Form {...getFormProps(form)}>
          <ErrorSummary
            form={form}
            labels={{ name: 'Nama', contact: 'Nomor HP atau e-mail', password: 'Sandi' }}
          />
          <input type="hidden" name={fields.id.name} defaultValue={sentId} />
          <input type="hidden" name={fields.lanjut.name} defaultValue={lanjut} />
          <TextField field={fields.name} label="Nama lengkap" autoComplete="name" />
          <TextField
            field={fields.contact}
            label="Nomor HP atau e-mail"
            hint="Salah satu saja cukup. Dipakai untuk masuk dan tidak ditampilkan kepada umum."
            autoComplete="username"
          />
          {fields.contact.errors?.some((words) => words.startsWith(TAKEN)) && (
            <p className="-mt-3 flex gap-6">
              <Link to={`/masuk${onward}`} className="inline-flex min-h-11 items-center">
                Masuk
              </Link>
              <Link to="/lupa-sandi" className="inline-flex min-h-11 items-center">
                Lupa sandi?
              </Link>
            </p>
          )}
          <TextField
            field={fields.password}
            label="Sandi"
            hint="Paling sedikit 10 karakter. Tiga atau empat kata yang mudah Anda ingat sudah bagus."
            type="password"
            autoComplete="new-password"
          />
          <div className="mt-6">
            <SubmitButton>Buat akun</SubmitButton>
          </div>
        </Form>
        <p className="mt-10 border-t border-line pt-5">
          Sudah punya akun? <Link to={`/masuk${onward}`}>Masuk</Link>. Cara data Anda dijaga ada di halaman{' '}
          <Link to="/privasi">privasi</Link>.
        </p>
      </div>
    </Page>
  )
}
