import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { LinkToken } from '~/features/identity/identity.schema'
import { pickerQuery } from '~/features/regions/picker.schema'
import { createApplication } from '~/features/registration/create-application.server'
import { NewApplicationForm } from '~/features/registration/identity-form.schema'
import { newApplicationScreen } from '~/features/registration/new-application.queries.server'
import { applicationPath } from '~/features/registration/registration.messages'
import { NewApplicationSteps } from '~/features/registration/ui/new-application-page'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { Page } from '~/ui/page'

export const meta = () => [{ title: 'Daftarkan KIM · Simpul KIM' }]

export const loader = pageLoader(
  {
    access: 'signedIn',
    query: z.object({ ...pickerQuery, undangan: LinkToken.optional().catch(undefined) }),
  },
  ({ query, services }) => newApplicationScreen(services, query, { invitation: query.undangan }),
)

export const action = formAction(
  { access: 'signedIn', schema: NewApplicationForm },
  async ({ value, actor, services, requestId }) => {
    const { id } = await createApplication(services, { actor, value, source: 'online', requestId })
    return redirectSaying(
      applicationPath(id, 'pembentukan'),
      'Draf tersimpan. Lanjutkan dengan pembentukan, atau kembali kapan saja lewat "Kelompok saya".',
    )
  },
)

export default function NewApplication() {
  const screen = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <Page
      title="Daftarkan KIM"
      lead="Lima langkah singkat, tersimpan di setiap langkah. Siapkan SK pengesahan dan AD/ART; keduanya boleh menyusul. NIK tidak diminta."
      back={{ to: '/kelompok', label: 'Kelompok saya' }}
    >
      <NewApplicationSteps screen={screen} result={answer?.result} />
    </Page>
  )
}
