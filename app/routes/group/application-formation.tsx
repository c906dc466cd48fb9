import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint, parseWithZod } from '@conform-to/zod/v4'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { issuerWords } from '~/features/groups/groups.messages'
import { issuerKinds } from '~/features/groups/groups.schema'
import { afterSavingPath } from '~/features/registration/after-saving'
import { applicationScreen } from '~/features/registration/application-screens.queries.server'
import { EARLIEST_DATE } from '~/features/registration/fields.schema'
import { FormationForm, FormationFormInBrowser } from '~/features/registration/formation-form.schema'
import { ApplicationId } from '~/features/registration/registration.schema'
import { saveFormation } from '~/features/registration/save-formation.server'
import { DocumentFacts, FormationFacts } from '~/features/registration/ui/answer-facts'
import { FileSlot } from '~/features/registration/ui/file-slot'
import { LockedNote, SaveButtons, SectionPage } from '~/features/registration/ui/section-page'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { ErrorSummary, Form, SelectField, TextArea, TextField } from '~/ui/form'

export { shouldRevalidate } from '~/routes/ask-again'

export const meta = () => [{ title: 'Pembentukan · Simpul KIM' }]

const params = z.object({ applicationId: ApplicationId })
export const loader = pageLoader({ access: 'signedIn', params }, ({ params, actor, services }) =>
  applicationScreen(services, actor, params.applicationId),
)

export const action = formAction(
  { access: 'signedIn', params, schema: FormationForm },
  async ({ value, params, actor, services, requestId }) => {
    const { applicationId } = params
    await saveFormation(services, { actor, applicationId, value, requestId })
    return redirectSaying(afterSavingPath(applicationId, 'formation', value.after), 'Tersimpan.')
  },
)

const labels = {
  decreeFile: 'Berkas SK',
  minutesFile: 'Berkas berita acara',
  statutesFile: 'Berkas AD/ART',
}

export default function ApplicationFormation() {
  const application = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<FormationForm>({
    lastResult: answer?.result,
    constraint: getZodConstraint(FormationForm),
    defaultValue: application.answers.formation,
    shouldValidate: 'onBlur',
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) => parseWithZod(formData, { schema: FormationFormInBrowser }),
  })
  const { open, today } = application
  const textOpen = open.includes('formation')
  if (!open.some((item) => ['formation', 'decree', 'minutes', 'statutes'].includes(item))) {
    return (
      <SectionPage application={application} section="formation">
        <LockedNote application={application} />
        <FormationFacts application={application} />
        <DocumentFacts application={application} />
      </SectionPage>
    )
  }
  const slot = { application, open, remove: fields.remove }
  return (
    <SectionPage
      application={application}
      section="formation"
      lead="Berkas boleh PDF atau foto (JPEG, PNG, WebP), masing-masing paling besar 5 MB."
    >
      <Form {...getFormProps(form)} encType="multipart/form-data">
        <ErrorSummary form={form} labels={labels} />
        <h2 className="mt-6 text-xl">Musyawarah</h2>
        {textOpen && (
          <>
            <TextField
              field={fields.meetingOn}
              type="date"
              label="Tanggal musyawarah"
              min={EARLIEST_DATE}
              max={today}
            />
            <TextArea
              field={fields.meetingMinutes}
              label="Ringkasan musyawarah"
              hint="Siapa yang hadir dan apa yang disepakati, beberapa kalimat. Boleh dikosongkan bila berkas berita acara dilampirkan."
              rows={5}
              optional
            />
          </>
        )}
        <FileSlot {...slot} kind="minutes" field={fields.minutesFile} optional />
        <h2 className="mt-10 border-t border-line pt-6 text-xl">Surat Keputusan (SK)</h2>
        {textOpen && (
          <>
            <TextField
              field={fields.decreeNumber}
              label="Nomor SK"
              hint="Satu SK boleh mengesahkan beberapa KIM; tulis nomor yang sama di tiap pendaftaran."
              autoComplete="off"
            />
            <TextField
              field={fields.decreeDate}
              type="date"
              label="Tanggal SK"
              min={EARLIEST_DATE}
              max={today}
            />
            <SelectField
              field={fields.decreeIssuerKind}
              label="Disahkan oleh"
              options={issuerKinds.map((value) => ({ value, label: issuerWords[value] }))}
            />
            <TextField field={fields.decreeIssuerName} label="Nama pejabat" autoComplete="off" optional />
            <TextField
              field={fields.decreeValidUntil}
              type="date"
              label="Berlaku sampai"
              hint="Bila SK menyebut masa bakti, misalnya sampai akhir 2029. Kami mengingatkan sebelum berakhir."
              optional
            />
          </>
        )}
        <FileSlot {...slot} kind="decree" field={fields.decreeFile} />
        <h2 className="mt-10 border-t border-line pt-6 text-xl">AD/ART</h2>
        <FileSlot
          {...slot}
          kind="statutes"
          field={fields.statutesFile}
          hint="Anggaran dasar dan rumah tangga: visi, misi, tujuan dan program kerja. Wajib ada saat dikirim; satu lembar sederhana pun cukup."
        />
        {!textOpen && (
          <>
            <h2 className="mt-10 border-t border-line pt-6 text-xl">Sudah diterima</h2>
            <FormationFacts application={application} />
          </>
        )}
        <SaveButtons version={application.version} />
      </Form>
    </SectionPage>
  )
}
