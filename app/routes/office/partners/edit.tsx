import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { findOwnPartner } from '~/features/partners/find-partner.server'
import { editPartner } from '~/features/partners/keep-partner.server'
import { partnerFormScreen } from '~/features/partners/partner-form.queries.server'
import { EditPartnerForm } from '~/features/partners/partner-form.schema'
import { PartnerId, WHOLE_COUNTRY } from '~/features/partners/partners.schema'
import { PartnerForm } from '~/features/partners/ui/partner-form'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { Page } from '~/ui/page'

export const meta = () => [{ title: 'Ubah mitra · Simpul KIM' }]

const params = z.object({ partnerId: PartnerId })
/** A refused form shows the version that is stored now. */
export const shouldRevalidate = () => true

export const loader = pageLoader(
  { access: { can: 'partner.edit' }, params },
  async ({ params, actor, services }) => {
    const { store } = services
    const partner = await findOwnPartner({ db: store.read, tables: store.tables }, actor, params.partnerId)
    return { partner, screen: await partnerFormScreen(services, actor, partner.placeCode) }
  },
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
