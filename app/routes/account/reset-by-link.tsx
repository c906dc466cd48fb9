import { getFormProps } from '@conform-to/react'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { LinkToken, resetByLinkSchema } from '~/features/identity/identity.schema'
import { findResetLink, resetByLink } from '~/features/identity/reset-password.server'
import { formAction, pageLoader } from '~/routes/door'
import { browserOf, redirectSignedIn } from '~/routes/signed-in.server'
import { ButtonLink } from '~/ui/button'
import { ErrorSummary, Form, SubmitButton, TextField } from '~/ui/form'
import { Page } from '~/ui/page'
import { useFormOf } from '~/ui/use-form-of'

export const meta = () => [{ title: 'Sandi baru · Simpul KIM' }]

const params = z.object({ token: LinkToken })

export const loader = pageLoader({ access: 'public', params }, async ({ services, params: { token } }) => {
  const found = await findResetLink(services, token)
  return data({ name: found?.name ?? null }, found ? 200 : 404)
})

export const action = formAction({ access: 'public', params, schema: resetByLinkSchema }, async (door) => {
  const { value, services, params: given, requestId } = door
  const token = await resetByLink(services, {
    token: given.token,
    password: value.password,
    browser: browserOf(door),
    requestId,
  })
  return redirectSignedIn('/beranda', token, 'Sandi baru sudah jadi dan Anda sudah masuk.')
})

export default function ResetByLink() {
  const { name } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useFormOf(resetByLinkSchema, { lastResult: answer?.result })
  if (name === null) {
    return (
      <Page
        title="Tautan sudah tidak berlaku"
        lead="Tautan ini sudah dipakai atau sudah lewat satu jam. Bila baru saja Anda pakai, sandi baru sudah berlaku: masuk saja. Bila belum, minta tautan baru."
      >
        <div className="flex flex-wrap gap-3">
          <ButtonLink to="/lupa-sandi">Minta tautan baru</ButtonLink>
          <ButtonLink to="/masuk" variant="secondary">
            Masuk
          </ButtonLink>
        </div>
      </Page>
    )
  }
  return (
    <Page
      title="Buat sandi baru"
      lead={`Untuk akun ${name}. Perangkat lain yang masih masuk akan dikeluarkan.`}
    >
      <Form {...getFormProps(form)} className="max-w-md">
        <ErrorSummary form={form} labels={{ password: 'Sandi baru' }} />
        <TextField
          field={fields.password}
          label="Sandi baru"
          hint="Paling sedikit 10 karakter. Tiga atau empat kata yang mudah Anda ingat sudah bagus."
          type="password"
          autoComplete="new-password"
        />
        <SubmitButton>Simpan sandi dan masuk</SubmitButton>
      </Form>
    </Page>
  )
}
