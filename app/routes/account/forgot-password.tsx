import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint, parseWithZod } from '@conform-to/zod/v4'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { forgotSchema } from '~/features/identity/identity.schema'
import { requestResetLink } from '~/features/identity/request-reset-link.server'
import { formAction, pageLoader } from '~/routes/door'
import { Callout } from '~/ui/callout'
import { ErrorSummary, Form, SubmitButton, TextField } from '~/ui/form'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'

export const meta = () => [{ title: 'Lupa sandi · Simpul KIM' }]

const query = z.object({ terkirim: z.string().optional().catch(undefined) })

export const loader = pageLoader({ access: 'public', query }, ({ query: { terkirim } }) => ({
  sent: terkirim === 'ya',
}))

export const action = formAction(
  { access: 'public', schema: forgotSchema },
  async ({ value, services, clientAddress }) => {
    await requestResetLink(services, { contact: value.contact, clientAddress })
    return redirect('/lupa-sandi?terkirim=ya')
  },
)

export default function ForgotPassword() {
  const { sent } = useLoaderData<typeof loader>()
  return (
    <Page title="Lupa sandi" back={{ to: '/masuk', label: 'Masuk' }}>
      {sent ? <Sent /> : <AskForm />}
      <Section title="Tidak punya e-mail?">
        <p className="max-w-prose">
          Datanglah ke Dinas Kominfo kabupaten/kota Anda. Sesudah bertemu langsung, petugas memberi kode 8
          angka yang berlaku 24 jam. Dengan kode itu Anda membuat sandi baru di halaman{' '}
          <Link to="/kode">pakai kode dari Dinas</Link>.
        </p>
      </Section>
    </Page>
  )
}

function Sent() {
  return (
    <Callout tone="info" title="Silakan periksa kotak masuk Anda" role="status">
      Bila ada akun dengan nomor HP atau e-mail itu dan akunnya punya e-mail, surat berisi tautan sudah kami
      kirim. Tautan berlaku satu jam dan sekali pakai. Belum ada? Periksa juga kotak spam, atau{' '}
      <Link to="/lupa-sandi">minta sekali lagi</Link>.
    </Callout>
  )
}

function AskForm() {
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm({
    lastResult: answer?.result,
    constraint: getZodConstraint(forgotSchema),
    shouldValidate: 'onSubmit',
    onValidate: ({ formData }) => parseWithZod(formData, { schema: forgotSchema }),
  })
  return (
    <Form {...getFormProps(form)} className="max-w-md">
      <ErrorSummary form={form} labels={{ contact: 'Nomor HP atau e-mail' }} />
      <TextField
        field={fields.contact}
        label="Nomor HP atau e-mail"
        hint="Yang Anda pakai waktu mendaftar. Tautan untuk sandi baru dikirim ke e-mail akun itu."
        autoComplete="username"
      />
      <SubmitButton>Kirim tautan</SubmitButton>
    </Form>
  )
}
