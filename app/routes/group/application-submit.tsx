import { getFormProps, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { applicationScreen } from '~/features/registration/application-screens.queries.server'
import { applicationPath, sectionPaths, sectionWords } from '~/features/registration/registration.messages'
import { ApplicationId, type Section as SectionKey } from '~/features/registration/registration.schema'
import { submitApplication } from '~/features/registration/submit-application.server'
import { SubmitForm } from '~/features/registration/submit-form.schema'
import {
  BoardFacts,
  ChangeLink,
  ContactFacts,
  DocumentFacts,
  FormationFacts,
  IdentityFacts,
} from '~/features/registration/ui/answer-facts'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { Callout } from '~/ui/callout'
import { CheckboxField, ErrorSummary, Form, SubmitButton } from '~/ui/form'
import { formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'

export { shouldRevalidate } from '~/routes/ask-again'

export const meta = () => [{ title: 'Periksa dan kirim · Simpul KIM' }]

const params = z.object({ applicationId: ApplicationId })
export const loader = pageLoader({ access: 'signedIn', params }, ({ params, actor, services }) =>
  applicationScreen(services, actor, params.applicationId),
)

export const action = formAction(
  { access: 'signedIn', params, schema: SubmitForm },
  async ({ value, params, actor, services, requestId }) => {
    const { applicationId } = params
    await submitApplication(services, { actor, applicationId, version: value.version, requestId })
    return redirectSaying(
      applicationPath(applicationId, 'tanda-terima'),
      'Permohonan terkirim. Ini tanda terimanya; simpan atau cetak.',
    )
  },
)

export default function ApplicationSubmit() {
  const application = useLoaderData<typeof loader>()
  const { id, groupName, editable, open } = application
  const change = (section: SectionKey, editing: boolean) =>
    editing && <ChangeLink to={applicationPath(id, sectionPaths[section])} what={sectionWords[section]} />
  const formation = (['formation', 'decree', 'minutes', 'statutes'] as const).some((item) =>
    open.includes(item),
  )
  return (
    <Page
      title={editable ? 'Periksa dan kirim' : 'Isi permohonan'}
      lead="Baca sekali lagi. Yang keliru dapat diubah di langkahnya."
      back={{ to: applicationPath(id), label: `Daftar langkah: ${groupName}` }}
    >
      {editable && <Outstanding />}
      <Section title={sectionWords.identity} actions={change('identity', open.includes('identity'))}>
        <IdentityFacts application={application} />
      </Section>
      <Section title={sectionWords.formation} actions={change('formation', formation)}>
        <FormationFacts application={application} />
        <DocumentFacts application={application} />
      </Section>
      <Section title={sectionWords.board} actions={change('board', open.includes('board'))}>
        <BoardFacts application={application} />
      </Section>
      <Section title={sectionWords.contact} actions={change('contact', open.includes('contact'))}>
        <ContactFacts application={application} />
      </Section>
      {editable && application.ready && <Declaration />}
    </Page>
  )
}

/** What keeps it from being sent, with the way there; and what only deserves a second thought. */
function Outstanding() {
  const { id, steps, ready, answers, minimumMembers } = useLoaderData<typeof loader>()
  const members = answers.board?.members.length ?? 0
  return (
    <>
      {!ready && (
        <Callout tone="wait" title="Belum dapat dikirim">
          <ul className="list-disc pl-5">
            {steps.flatMap(({ section, missing, fixes }) => {
              const words = [...missing, ...(fixes.length > 0 ? ['perbaikan yang diminta Dinas'] : [])]
              if (words.length === 0) return []
              return [
                <li key={section}>
                  <Link to={applicationPath(id, sectionPaths[section])}>{sectionWords[section]}</Link>:{' '}
                  {words.join(', ')}
                </li>,
              ]
            })}
          </ul>
        </Callout>
      )}
      {members < minimumMembers && (
        <Callout tone="info" title={`Baru ${formatNumber(members)} orang yang tercantum`}>
          Dinas menyarankan paling sedikit {formatNumber(minimumMembers)} orang. Ini peringatan saja:
          permohonan tetap dapat dikirim, dan Dinas mungkin bertanya.
        </Callout>
      )}
    </>
  )
}

function Declaration() {
  const { version, office } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm({
    lastResult: answer?.result,
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) => parseWithZod(formData, { schema: SubmitForm }),
  })
  return (
    <Section title="Pernyataan">
      <Form {...getFormProps(form)}>
        <ErrorSummary form={form} />
        <input type="hidden" name="version" value={version} />
        <CheckboxField
          field={fields.declared}
          label="Isian dan berkas di atas benar. Kelompok ini dibentuk lewat musyawarah masyarakat, dan saya boleh mendaftarkannya atas nama kelompok."
        />
        <p className="text-soft">
          Setelah dikirim, {office} memeriksa. Selama diperiksa, isian tidak dapat diubah.
        </p>
        <div className="mt-5">
          <SubmitButton>Kirim untuk diperiksa</SubmitButton>
        </div>
      </Form>
    </Section>
  )
}
