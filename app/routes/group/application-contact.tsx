import { getFormProps } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { channelWords } from '~/features/groups/groups.messages'
import { afterSavingPath } from '~/features/registration/after-saving'
import { applicationScreen } from '~/features/registration/application-screens.queries.server'
import { ContactForm, contactOf } from '~/features/registration/contact-form.schema'
import { ApplicationId } from '~/features/registration/registration.schema'
import { saveAnswers } from '~/features/registration/save-answers.server'
import { ContactFacts } from '~/features/registration/ui/answer-facts'
import { ContactFields } from '~/features/registration/ui/contact-fields'
import { LockedNote, SaveButtons, SectionPage } from '~/features/registration/ui/section-page'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { ErrorSummary, Form } from '~/ui/form'
import { useFormOf } from '~/ui/use-form-of'

export { shouldRevalidate } from '~/routes/ask-again'

export const meta = () => [{ title: 'Kontak dan kanal · Simpul KIM' }]

const params = z.object({ applicationId: ApplicationId })
export const loader = pageLoader({ access: 'signedIn', params }, ({ params, actor, services }) =>
  applicationScreen(services, actor, params.applicationId),
)

export const action = formAction(
  { access: 'signedIn', params, schema: ContactForm },
  async ({ value, params, actor, services, requestId }) => {
    const { applicationId } = params
    const { version, after } = value
    await saveAnswers(services, {
      actor,
      applicationId,
      version,
      section: 'contact',
      value: contactOf(value),
      requestId,
    })
    return redirectSaying(afterSavingPath(applicationId, 'contact', after), 'Tersimpan.')
  },
)

export default function ApplicationContact() {
  const application = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { contact } = application.answers
  const [form, fields] = useFormOf(ContactForm, {
    lastResult: answer?.result,
    defaultValue: { ...contact?.channels, ...contact },
  })
  if (!application.open.includes('contact')) {
    return (
      <SectionPage application={application} section="contact">
        <LockedNote application={application} />
        <ContactFacts application={application} />
      </SectionPage>
    )
  }
  return (
    <SectionPage
      application={application}
      section="contact"
      lead="Isi yang ada saja. Dinas memakainya untuk menghubungi kelompok; umum hanya melihat yang Anda centang."
    >
      <Form {...getFormProps(form)}>
        <ErrorSummary form={form} labels={channelWords} />
        <ContactFields fields={fields} />
        <SaveButtons version={application.version} lastStep />
      </Form>
    </SectionPage>
  )
}
