import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { actOnReview } from '~/features/registration/act-on-review.server'
import { ApplicationId } from '~/features/registration/registration.schema'
import { reviewScreen } from '~/features/registration/review.queries.server'
import { reviewActions } from '~/features/registration/review.schema'
import { ReviewPage } from '~/features/registration/ui/review-page'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'

const params = z.object({ applicationId: ApplicationId })

export const meta = ({ data }: { data?: { groupName: string } }) => [
  { title: `Periksa ${data?.groupName ?? 'permohonan'} · Simpul KIM` },
]

export const loader = pageLoader(
  { access: { can: 'registration.review' }, params },
  ({ params, actor, services }) => reviewScreen(services, actor, params.applicationId),
)

export const action = formAction(
  { access: { can: 'registration.decide' }, params, schema: reviewActions },
  async ({ value, params, actor, services, requestId }) => {
    const { applicationId } = params
    const said = await actOnReview(services, { actor, applicationId, requestId, value })
    return redirectSaying(`/dinas/antrean/${applicationId}`, said)
  },
)

export default function Review() {
  return (
    <ReviewPage screen={useLoaderData<typeof loader>()} result={useActionData<typeof action>()?.result} />
  )
}
