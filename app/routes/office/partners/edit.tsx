import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { editPartner } from '~/features/partners/keep-partner.server'
import { editPartnerScreen } from '~/features/partners/partner-form.queries.server'
import { EditPartnerForm } from '~/features/partners/partner-form.schema'
import { PartnerId, WHOLE_COUNTRY } from '~/features/partners/partners.schema'
import { PartnerForm } from '~/features/partners/ui/partner-form'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { Page } from '~/ui/page'

export { shouldRevalidate } from '~/routes/ask-again'

export const meta = () => [{ title: 'Ubah mitra · Simpul KIM' }]

const params = z.object({ partnerId: PartnerId })
export const loader = pageLoader({ access: { can: 'partner.edit' }, params }, ({ params, actor, services }) =>
  editPartnerScreen(services, actor, params.partnerId),
)

export const action = formAction(
  { access: { can: 'partner.edit' }, params, schema: EditPartnerForm },
  async ({ value, params: { partnerId }, actor, services, requestId }) => {
    await editPartner(services, { actor, requestId, partnerId, value })
    return redirectSaying(`/dinas/mitra/${partnerId}`, 'Perubahan tersimpan.')
  },
)

export default function EditPartner() {
  const { partner, screen } = useLoaderData<typeof loader>()
  const here = `/dinas/mitra/${partner.id}`
  const { name, kindCode, placeCode, contact, channels, note, version } = partner
  return (
    <Page title="Ubah mitra" lead={name} back={{ to: here, label: name }}>
      <PartnerForm
        screen={screen}
        answer={useActionData<typeof action>()}
        stored={{
          version,
          answers: {
            name,
            kindCode,
            placeCode: placeCode ?? WHOLE_COUNTRY,
            ...contact,
            ...channels,
            note: note ?? undefined,
          },
        }}
        cancel={here}
      />
    </Page>
  )
}
