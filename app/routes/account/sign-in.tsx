import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint, parseWithZod } from '@conform-to/zod/v4'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { signInSchema } from '~/features/identity/identity.schema'
import { signIn } from '~/features/identity/sign-in.server'
import { safePath } from '~/platform/http/redirect'
import { formAction, pageLoader } from '~/routes/door'
import { browserOf, redirectSignedIn } from '~/routes/signed-in.server'
import { ErrorSummary, Form, SubmitButton, TextField } from '~/ui/form'
import { Link } from '~/ui/link'
import { Page } from '~/ui/page'

export const meta = () => [{ title: 'Masuk · Simpul KIM' }]

const query = z.object({ lanjut: z.string().max(500).optional().catch(undefined) })

export const loader = pageLoader({ access: 'public', query }, ({ query: { lanjut }, actor }) => {
  if (actor) throw redirect(safePath(lanjut, '/beranda'))
  return { lanjut: lanjut === undefined ? undefined : safePath(lanjut, '/beranda') }
})

export const action = formAction({ access: 'public', schema: signInSchema }, async (door) => {
  const { value, form, services, request, clientAddress } = door
  const token = await signIn(services, { form, url: request.url, clientAddress, browser: browserOf(door) })
  return redirectSignedIn(safePath(value.lanjut, '/beranda?masuk'), token)
})

export default function SignIn() {
  const { lanjut } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm({
    lastResult: answer?.result,
    constraint: getZodConstraint(signInSchema),
    defaultValue: { lanjut },
    shouldValidate: 'onSubmit',
    onValidate: ({ formData }) => parseWithZod(formData, { schema: signInSchema }),
  })
  const onward = lanjut ? `?lanjut=${encodeURIComponent(lanjut)}` : ''
  return (
    <Page
      title="Masuk"
      lead={
        lanjut &&
        lanjut !== '/beranda' &&
        'Halaman itu untuk yang sudah masuk. Sesudah masuk Anda langsung diantar ke sana.'
      }
    >
      <div className="max-w-md">
        <Form {...getFormProps(form)}>
          <ErrorSummary form={form} labels={{ contact: 'Nomor HP atau e-mail', password: 'Sandi' }} />
          <input type="hidden" name={fields.lanjut.name} defaultValue={lanjut} />
          <TextField
            field={fields.contact}
            label="Nomor HP atau e-mail"
            hint="Yang Anda pakai waktu mendaftar."
            autoComplete="username"
          />
          <TextField field={fields.password} label="Sandi" type="password" autoComplete="current-password" />
          <div className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3">
            <SubmitButton>Masuk</SubmitButton>
            <Link to="/lupa-sandi" className="inline-flex min-h-11 items-center">
              Lupa sandi?
            </Link>
          </div>
        </Form>
        <p className="mt-10 border-t border-line pt-5">
          Belum punya akun? <Link to={`/daftar${onward}`}>Buat akun</Link>. Punya kode dari Dinas?{' '}
          <Link to="/kode">Pakai kode</Link>.
        </p>
      </div>
    </Page>
  )
}
