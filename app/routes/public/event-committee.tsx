import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { committeeDoorScreen, eventOfCommittee } from '~/features/events/door.queries.server'
import { DoorForm, doorQuery } from '~/features/events/events.schema'
import { workAtDoor } from '~/features/events/mark-present.server'
import { DoorDesk } from '~/features/events/ui/door-desk'
import { LinkToken } from '~/features/identity/identity.schema'
import { notFound } from '~/platform/errors'
import { committeeCookie } from '~/routes/committee.server'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { ButtonLink } from '~/ui/button'
import { Callout } from '~/ui/callout'
import { Page } from '~/ui/page'

export const meta = () => [{ title: 'Panitia acara · Simpul KIM' }, { name: 'robots', content: 'noindex' }]

const params = z.object({ token: LinkToken })

/** Opening the link makes this phone one of the committee's: tickets that it scans show the door's button. */
export const loader = pageLoader(
  { access: 'public', params, query: doorQuery },
  async ({ params: { token }, query, services }) => {
    const screen = await committeeDoorScreen(services, token, query.q)
    if (!screen) return data(null, 404)
    return data(screen, { headers: { 'Set-Cookie': await committeeCookie.serialize(token) } })
  },
)

export const action = formAction(
  { access: 'public', params, schema: DoorForm },
  async ({ params: { token }, value, services, requestId }) => {
    const event = await eventOfCommittee(services, token)
    if (!event) throw notFound()
    const door = { committeeToken: token }
    const said = await workAtDoor(services, { door, requestId, eventId: event.id }, value)
    return redirectSaying(`/acara/panitia/${token}`, said)
  },
)

export default function Committee() {
  const screen = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (!screen) {
    return (
      <Page
        title="Tautan panitia sudah berakhir"
        lead="Acaranya sudah selesai, atau tautannya dicabut. Yang sudah dicatat tetap tersimpan. Minta tautan baru kepada petugas penyelenggara bila masih bertugas."
      >
        <ButtonLink to="/" variant="secondary">
          Ke beranda
        </ButtonLink>
      </Page>
    )
  }
  return (
    <Page title="Kehadiran" lead={screen.event.title}>
      <Callout tone="info">
        Ponsel ini sekarang bertugas di pintu. Simpan halaman ini; tautannya berakhir bersama acaranya.
      </Callout>
      <DoorDesk screen={screen} answer={answer} />
    </Page>
  )
}
