import { useActionData, useLoaderData } from '@remix-run/react'
import { addPartner } from '~/features/partners/keep-partner.server'
import { partnerFormScreen } from '~/features/partners/partner-form.queries.server'
import { NewPartnerForm } from '~/features/partners/partner-form.schema'
import { PartnerForm } from '~/features/partners/ui/partner-form'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { Page } from '~/ui/page'

export const meta = () => [{ title: 'Catat mitra · Simpul KIM' }]

export const loader = pageLoader({ access: { can: 'partner.edit' } }, ({ actor, services }) =>
  partnerFormScreen(services, actor),
)

export const action = formAction(
  { access: { can: 'partner.edit' }, schema: NewPartnerForm },
  async ({ value, actor, services, requestId }) => {
    await addPartner(services, { actor, requestId, value })
    return redirectSaying(`/dinas/mitra/${value.id}`, 'Mitra tercatat.')
  },
)

export default function NewPartner() {
  const screen = useLoaderData<typeof loader>()
  return (
    <Page title="Catat mitra" back={{ to: '/dinas/mitra', label: 'Mitra' }}>
      <PartnerForm screen={screen} answer={useActionData<typeof action>()} cancel="/dinas/mitra" />
    </Page>
  )
}
