import { getFormProps, useForm } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { editEventScreen } from '~/features/events/event-form.queries.server'
import { planFrom } from '~/features/events/event-plan.server'
import { EditEventForm, EventId } from '~/features/events/events.schema'
import { editEvent } from '~/features/events/plan-event.server'
import { EventFields, eventFieldLabels } from '~/features/events/ui/event-fields'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { ButtonLink } from '~/ui/button'
import { Callout } from '~/ui/callout'
import { ErrorSummary, Form, SubmitButton } from '~/ui/form'
import { Page } from '~/ui/page'

export { shouldRevalidate } from '~/routes/ask-again'

export const meta = () => [{ title: 'Ubah rencana acara · Simpul KIM' }]

const params = z.object({ eventId: EventId })

export const loader = pageLoader({ access: { can: 'event.manage' }, params }, ({ params, actor, services }) =>
  editEventScreen(services, actor, params.eventId),
)

export const action = formAction(
  { access: { can: 'event.manage' }, params, schema: EditEventForm },
  async ({ params: { eventId }, value: { version, ...value }, actor, services, requestId }) => {
    const plan = await planFrom(services, value)
    await editEvent(services, { actor, requestId, eventId, version, plan })
    return redirectSaying(`/dinas/acara/${eventId}`, 'Rencana acara disimpan.')
  },
)

/** The form as it is typed: every field a text, until the action has read it. */
type Shown = Record<Exclude<keyof z.input<typeof EditEventForm>, 'topics'>, string> & { topics: string[] }

export default function EditEvent() {
  const { event, topics, partnerships, place, answers } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<Shown, unknown, string[]>({
    id: 'acara',
    lastResult: answer?.result,
    defaultValue: { version: String(event.version), ...answers },
  })
  const page = `/dinas/acara/${event.id}`
  return (
    <Page title="Ubah rencana acara" lead={event.title} back={{ to: page, label: 'Acara' }}>
      <Form {...getFormProps(form)}>
        <ErrorSummary form={form} labels={eventFieldLabels} />
        {event.status === 'invited' && (
          <Callout tone="wait">
            Undangan sudah terkirim. Bila waktu atau tempatnya berubah, KIM yang diundang langsung diberi
            tahu.
          </Callout>
        )}
        <input type="hidden" name="version" value={event.version} />
        <EventFields
          fields={fields}
          topics={topics}
          partnerships={partnerships}
          place={place && { value: place.code, label: place.name }}
          choices={answer?.choices}
        />
        <div className="flex flex-wrap gap-3">
          <SubmitButton>Simpan perubahan</SubmitButton>
          <ButtonLink to={page} variant="secondary">
            Batal
          </ButtonLink>
        </div>
      </Form>
    </Page>
  )
}
