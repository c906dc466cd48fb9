import { getFormProps, useForm } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { newEventScreen } from '~/features/events/event-form.queries.server'
import { planFrom } from '~/features/events/event-plan.server'
import { NewEventForm, newEventQuery } from '~/features/events/events.schema'
import { planEvent } from '~/features/events/plan-event.server'
import { EventFields, eventFieldLabels } from '~/features/events/ui/event-fields'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { ErrorSummary, Form, SelectField, SubmitButton } from '~/ui/form'
import { Page } from '~/ui/page'

export const meta = () => [{ title: 'Rencanakan acara · Simpul KIM' }]

export const loader = pageLoader(
  { access: { can: 'event.manage' }, query: newEventQuery },
  ({ query, actor, services }) => newEventScreen(services, actor, query.kemitraan),
)

export const action = formAction(
  { access: { can: 'event.manage' }, schema: NewEventForm },
  async ({ value: { id, officeCode, ...value }, actor, services, requestId }) => {
    const plan = await planFrom(services, value)
    await planEvent(services, { actor, requestId, id, officeCode, plan })
    return redirectSaying(`/dinas/acara/${id}`, 'Draf acara tersimpan. Langkah berikutnya: undang KIM.')
  },
)

type Value = z.input<typeof NewEventForm>

export default function NewEvent() {
  const { id, offices, topics, partnerships, answers } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<Value, Value, string[]>({
    id: 'acara',
    lastResult: answer?.result,
    defaultValue: { id, ...answers },
  })
  return (
    <Page
      title="Rencanakan acara"
      lead="Tersimpan sebagai draf. Tidak ada yang diundang sebelum Anda memilih siapa dan menekan kirim."
      back={{ to: '/dinas/acara', label: 'Acara' }}
    >
      <Form {...getFormProps(form)}>
        <ErrorSummary form={form} labels={eventFieldLabels} />
        <input type="hidden" name="id" value={String(fields.id.initialValue ?? id)} />
        {offices.length > 1 ? (
          <SelectField field={fields.officeCode} label="Penyelenggara" options={offices} />
        ) : (
          <input type="hidden" name="officeCode" value={answers.officeCode} />
        )}
        <EventFields fields={fields} topics={topics} partnerships={partnerships} choices={answer?.choices} />
        <SubmitButton>Simpan draf</SubmitButton>
      </Form>
    </Page>
  )
}
