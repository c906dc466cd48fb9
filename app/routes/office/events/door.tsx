import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { officeDoorScreen } from '~/features/events/door.queries.server'
import { DoorForm, doorQuery, EventId } from '~/features/events/events.schema'
import { workAtDoor } from '~/features/events/mark-present.server'
import { DoorDesk } from '~/features/events/ui/door-desk'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { ButtonLink } from '~/ui/button'
import { Page } from '~/ui/page'

export const meta = () => [{ title: 'Kehadiran · Simpul KIM' }]

const params = z.object({ eventId: EventId })

export const loader = pageLoader(
  { access: { can: 'event.manage' }, params, query: doorQuery },
  ({ params, query, actor, services }) => officeDoorScreen(services, actor, params.eventId, query.q),
)

export const action = formAction(
  { access: { can: 'event.manage' }, params, schema: DoorForm },
  async ({ params: { eventId }, value, actor, services, requestId }) => {
    const said = await workAtDoor(services, { door: { actor }, requestId, eventId }, value)
    return redirectSaying(`/dinas/acara/${eventId}/hadir`, said)
  },
)

export default function Door() {
  const screen = useLoaderData<typeof loader>()
  const page = `/dinas/acara/${screen.event.id}`
  return (
    <Page
      wide
      title="Kehadiran"
      lead={screen.event.title}
      back={{ to: page, label: 'Acara' }}
      actions={
        <ButtonLink to={`${page}/daftar-hadir`} variant="secondary">
          Daftar untuk dicetak
        </ButtonLink>
      }
    >
      <DoorDesk screen={screen} answer={useActionData<typeof action>()} />
    </Page>
  )
}
