import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { evaluateEvent } from '~/features/events/evaluate-event.server'
import { TicketForm } from '~/features/events/events.schema'
import { markPresent } from '~/features/events/mark-present.server'
import { doorOfTicket, ticketScreen } from '~/features/events/ticket.queries.server'
import { TicketPage } from '~/features/events/ui/ticket-page'
import { notFound } from '~/platform/errors'
import { doorkeepers } from '~/routes/committee.server'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.event.title ?? 'Tiket'} · Simpul KIM` },
  { name: 'robots', content: 'noindex' },
]

const params = z.object({ token: z.string().max(100) })

export const loader = pageLoader(
  { access: 'public', params },
  async ({ params: { token }, actor, services, request }) =>
    ticketScreen(services, token, await doorkeepers(request, actor)),
)

export const action = formAction(
  { access: 'public', params, schema: TicketForm },
  async ({ params: { token }, value, actor, services, request, requestId }) => {
    const page = `/acara/tiket/${token}`
    if (value.intent === 'present') {
      const { door, eventId } = await doorOfTicket(services, token, await doorkeepers(request, actor))
      if (!door) throw notFound()
      const { names, marked } = await markPresent(services, { door, requestId, eventId, who: { token } })
      return redirectSaying(
        page,
        `${names.join(', ')} ${marked > 0 ? 'tercatat hadir' : 'sudah tercatat hadir'}.`,
      )
    }
    const { intent, id, comment = null, ...answers } = value
    await evaluateEvent(services, { token, id, answers: { ...answers, comment } })
    return redirectSaying(page, 'Terima kasih, penilaian Anda sudah masuk.')
  },
)

export default function Ticket() {
  return <TicketPage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()?.result} />
}
