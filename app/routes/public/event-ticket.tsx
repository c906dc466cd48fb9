import { data } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { evaluateEvent } from '~/features/events/evaluate-event.server'
import { TicketForm } from '~/features/events/events.schema'
import { markPresent } from '~/features/events/mark-present.server'
import { doorOfTicket, ticketScreen } from '~/features/events/ticket.queries.server'
import { TicketPage } from '~/features/events/ui/ticket-page'
import { LinkToken } from '~/features/identity/identity.schema'
import { notFound } from '~/platform/errors'
import { doorkeepers } from '~/routes/committee.server'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { ButtonLink } from '~/ui/button'
import { Page } from '~/ui/page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.event.title ?? 'Tiket'} · Simpul KIM` },
  { name: 'robots', content: 'noindex' },
]

const params = z.object({ token: LinkToken })

export const loader = pageLoader(
  { access: 'public', params },
  async ({ params: { token }, actor, services, request }) => {
    const screen = await ticketScreen(services, token, await doorkeepers(request, actor))
    return data(screen, screen ? 200 : 404)
  },
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
  const screen = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (screen) return <TicketPage {...screen} result={answer?.result} />
  return (
    <Page
      title="Tiket tidak dikenal"
      lead="Nama pada tiket ini sudah diganti oleh kelompoknya, atau tautannya terpotong. Minta tautan tiket yang baru kepada ketua atau sekretaris kelompok."
    >
      <ButtonLink to="/" variant="secondary">
        Ke beranda
      </ButtonLink>
    </Page>
  )
}
