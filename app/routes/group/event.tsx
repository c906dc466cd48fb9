import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { EventId, ReplyForm } from '~/features/events/events.schema'
import { groupEventScreen } from '~/features/events/group-events.queries.server'
import { replyToInvitation } from '~/features/events/reply-to-invitation.server'
import { GroupEventPage } from '~/features/events/ui/group-event-page'
import { GroupId } from '~/features/groups/groups.schema'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'

export { shouldRevalidate } from '~/routes/ask-again'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.event.title ?? 'Acara'} · Simpul KIM` },
]

const params = z.object({ groupId: GroupId, eventId: EventId })

export const loader = pageLoader({ access: 'signedIn', params }, ({ params, actor, services }) =>
  groupEventScreen(services, actor, params),
)

export const action = formAction(
  { access: 'signedIn', params, schema: ReplyForm },
  async ({ params, value, actor, services, requestId }) => {
    const accepts = value.intent === 'accept'
    await replyToInvitation(services, {
      actor,
      requestId,
      ...params,
      version: value.version,
      names: accepts ? value.names : null,
      note: accepts ? null : (value.note ?? null),
    })
    return redirectSaying(
      `/kelompok/${params.groupId}/acara/${params.eventId}`,
      accepts
        ? 'Jawaban tersimpan. Kirim tautan tiket kepada setiap orang yang datang.'
        : 'Jawaban tersimpan: kelompok Anda tidak datang.',
    )
  },
)

export default function GroupEvent() {
  return <GroupEventPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
