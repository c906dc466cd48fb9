import { getFormProps } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { pickerState } from '~/features/regions/picker.queries.server'
import { pickerQuery } from '~/features/regions/picker.schema'
import { ChosenRegion, RegionPicker } from '~/features/regions/ui/region-picker'
import { afterSavingPath } from '~/features/registration/after-saving'
import { applicationScreen } from '~/features/registration/application-screens.queries.server'
import { IdentityForm } from '~/features/registration/identity-form.schema'
import { ApplicationId } from '~/features/registration/registration.schema'
import { saveIdentity } from '~/features/registration/save-identity.server'
import { IdentityFacts } from '~/features/registration/ui/answer-facts'
import { IdentityFields } from '~/features/registration/ui/identity-fields'
import { LockedNote, SaveButtons, SectionPage } from '~/features/registration/ui/section-page'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { ErrorSummary, Form } from '~/ui/form'
import { Link } from '~/ui/link'
import { useFormOf } from '~/ui/use-form-of'

export { shouldRevalidate } from '~/routes/ask-again'

export const meta = () => [{ title: 'Wilayah dan identitas · Simpul KIM' }]

const params = z.object({ applicationId: ApplicationId })
export const loader = pageLoader(
  { access: 'signedIn', params, query: z.object({ ...pickerQuery, ganti: z.string().optional().catch('') }) },
  async ({ params, query, actor, services }) => {
    const application = await applicationScreen(services, actor, params.applicationId)
    const wilayah = query.wilayah || (query.ganti || query.cari ? '' : application.villageCode)
    // Once an office has it, or when an office types it in, the village stays in that regency.
    const bound = application.status !== 'draft' || application.paper
    const within = bound ? application.regencyCode : undefined
    return { application, within, picker: await pickerState(services, { ...query, wilayah }, { within }) }
  },
)

export const action = formAction(
  { access: 'signedIn', params, schema: IdentityForm },
  async ({ value, params, actor, services, requestId }) => {
    const { applicationId } = params
    await saveIdentity(services, { actor, applicationId, value, requestId })
    return redirectSaying(afterSavingPath(applicationId, 'identity', value.after), 'Tersimpan.')
  },
)

export default function ApplicationIdentity() {
  const { application, picker, within } = useLoaderData<typeof loader>()
  if (!application.open.includes('identity')) {
    return (
      <SectionPage application={application} section="identity">
        <LockedNote application={application} />
        <IdentityFacts application={application} />
      </SectionPage>
    )
  }
  if (!picker.chosen) {
    return (
      <SectionPage application={application} section="identity" lead="Pilih desa, kelurahan atau kampung.">
        <RegionPicker state={picker} keep={{ ganti: '1' }} suggest={{ level: 'village', within }} />
        <p className="mt-6">
          <Link to="?">Batal, pakai yang tersimpan: {application.place}</Link>
        </p>
      </SectionPage>
    )
  }
  return <IdentityEditor />
}

function IdentityEditor() {
  const { application, picker } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { latitude, longitude, ...identity } = application.answers.identity
  const [form, fields] = useFormOf(IdentityForm, {
    lastResult: answer?.result,
    defaultValue: {
      ...identity,
      name: application.groupName,
      latitude: inIndonesian(latitude),
      longitude: inIndonesian(longitude),
    },
  })
  return (
    <SectionPage application={application} section="identity">
      <Form {...getFormProps(form)}>
        <ErrorSummary form={form} />
        {picker.chosen && (
          <ChosenRegion
            region={picker.chosen}
            name={fields.villageCode.name}
            change="?ganti=1"
            errors={fields.villageCode.errors}
          />
        )}
        <IdentityFields
          fields={fields}
          today={application.today}
          alike={Boolean(answer?.result.error?.isDifferent)}
        />
        <SaveButtons version={application.version} />
      </Form>
    </SectionPage>
  )
}

function inIndonesian(degrees: number | undefined): string | undefined {
  return degrees === undefined ? undefined : String(degrees).replace('.', ',')
}
