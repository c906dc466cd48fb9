import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { editPartnership } from '~/features/partnerships/keep-partnership.server'
import { editPartnershipScreen } from '~/features/partnerships/partnership.queries.server'
import { answersOf, EditPartnershipForm } from '~/features/partnerships/partnership-form.schema'
import { PartnershipId } from '~/features/partnerships/partnerships.schema'
import { PartnershipForm } from '~/features/partnerships/ui/partnership-form'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { Page } from '~/ui/page'

export { shouldRevalidate } from '~/routes/ask-again'

export const meta = () => [{ title: 'Ubah kemitraan · Simpul KIM' }]

const params = z.object({ partnershipId: PartnershipId })
export const loader = pageLoader(
  { access: { can: 'partnership.edit' }, params },
  ({ params, actor, services }) => editPartnershipScreen(services, actor, params.partnershipId),
)

export const action = formAction(
  { access: { can: 'partnership.edit' }, params, schema: EditPartnershipForm },
  async ({ value, params: { partnershipId }, actor, services, requestId }) => {
    await editPartnership(services, { actor, requestId, partnershipId, value })
    return redirectSaying(`/dinas/kemitraan/${partnershipId}`, 'Perubahan tersimpan.')
  },
)

export default function EditPartnership() {
  const { partnership, counterpartName, topics, held } = useLoaderData<typeof loader>()
  const here = `/dinas/kemitraan/${partnership.id}`
  return (
    <Page
      title="Ubah kemitraan"
      lead={`Dengan ${counterpartName}`}
      back={{ to: here, label: partnership.title }}
    >
      <PartnershipForm
        isNew={false}
        answer={useActionData<typeof action>()}
        topics={topics}
        begin={answersOf(partnership, held)}
        hidden={{ version: partnership.version }}
        cancel={here}
      />
    </Page>
  )
}
