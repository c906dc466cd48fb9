import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { manageableEvent } from '~/features/events/events.queries.server'
import { EventId, InviteForm, inviteQuery } from '~/features/events/events.schema'
import { criteriaFrom, inviteScreen } from '~/features/events/invitations.queries.server'
import { inviteGroups } from '~/features/events/invite-groups.server'
import { InvitePage } from '~/features/events/ui/invite-page'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { formatNumber } from '~/ui/format'

export const meta = () => [{ title: 'Undang KIM · Simpul KIM' }]

const params = z.object({ eventId: EventId })

export const loader = pageLoader(
  { access: { can: 'event.manage' }, params, query: inviteQuery },
  ({ params, query, actor, services }) => inviteScreen(services, actor, params.eventId, query),
)

export const action = formAction(
  { access: { can: 'event.manage' }, params, query: inviteQuery, schema: InviteForm },
  async ({ params: { eventId }, query, value, actor, services, requestId }) => {
    const { officeCode } = await manageableEvent(services, actor, eventId)
    const invited = await inviteGroups(services, {
      actor,
      requestId,
      eventId,
      id: value.id,
      criteria: criteriaFrom(officeCode, query),
      whom: value.intent === 'all' ? { found: value.found } : { groupIds: value.groupIds },
    })
    return redirectSaying(
      `/dinas/acara/${eventId}/undangan`,
      `${formatNumber(invited)} KIM diundang dan diberi tahu.`,
    )
  },
)

export default function Invite() {
  return <InvitePage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()?.result} />
}
