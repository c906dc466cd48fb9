import { getFormProps } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { assertFirstAdminToken, makeFirstAdmin } from '~/features/identity/first-admin.server'
import { firstAdminSchema, LinkToken } from '~/features/identity/identity.schema'
import { NewAccountFields } from '~/features/identity/ui/new-account-fields'
import { formAction, pageLoader } from '~/routes/door'
import { browserOf, redirectSignedIn } from '~/routes/signed-in.server'
import { Form, SubmitButton } from '~/ui/form'
import { Page } from '~/ui/page'
import { useFormOf } from '~/ui/use-form-of'

export const meta = () => [{ title: 'Administrator pertama · Simpul KIM' }]

const params = z.object({ token: LinkToken })

export const loader = pageLoader({ access: 'public', params }, async ({ services, params: { token } }) => {
  await assertFirstAdminToken(services, token)
  return { id: services.newId() }
})

export const action = formAction({ access: 'public', params, schema: firstAdminSchema }, async (door) => {
  const { value, services, params: given, requestId } = door
  const token = await makeFirstAdmin(services, {
    ...value,
    token: given.token,
    browser: browserOf(door),
    requestId,
  })
  return redirectSignedIn('/admin', token, 'Akun administrator sudah jadi. Langkah berikut: undang petugas.')
})

export default function FirstAdmin() {
  const { id } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useFormOf(firstAdminSchema, { lastResult: answer?.result, defaultValue: { id } })
  return (
    <Page
      title="Administrator pertama"
      lead="Alamat ini hanya berlaku sekali. Akun yang dibuat di sini mengurus akun, peran dan pengaturan portal, dan mengundang petugas provinsi."
    >
      <Form {...getFormProps(form)} className="max-w-md">
        <NewAccountFields form={form} fields={fields} />
        <SubmitButton>Buat akun administrator</SubmitButton>
      </Form>
    </Page>
  )
}
