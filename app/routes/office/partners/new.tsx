import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { addPartner } from '~/features/partners/keep-partner.server'
import { newPartnerScreen } from '~/features/partners/partner-form.queries.server'
import { NewPartnerForm } from '~/features/partners/partner-form.schema'
import { PartnerForm } from '~/features/partners/ui/partner-form'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { Page } from '~/ui/page'

export const meta = () => [{ title: 'Catat mitra · Simpul KIM' }]

/** The row of a mapping that proposes it. */
const query = z.object({ baris: z.uuid().optional().catch(undefined) })

export const loader = pageLoader(
  { access: { can: 'partner.edit' }, query },
  ({ query: { baris }, actor, services }) => newPartnerScreen(services, actor, baris),
)

export const action = formAction(
  { access: { can: 'partner.edit' }, schema: NewPartnerForm },
  async ({ value, actor, services, requestId }) => {
    await addPartner(services, { actor, requestId, value })
    return redirectSaying(`/dinas/mitra/${value.id}`, 'Mitra tercatat.')
  },
)

export default function NewPartner() {
  const { screen, from } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Catat mitra"
      lead={from && `Terisi dari ${from.title}. Periksa, lengkapi, lalu simpan.`}
      back={from ? { to: from.href, label: from.name } : { to: '/dinas/mitra', label: 'Mitra' }}
    >
      <PartnerForm
        screen={screen}
        answer={useActionData<typeof action>()}
        begin={from?.answers}
        cancel={from?.href ?? '/dinas/mitra'}
      />
    </Page>
  )
}
