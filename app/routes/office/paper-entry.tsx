import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { reach } from '~/features/identity/actor'
import { pickerQuery } from '~/features/regions/picker.schema'
import { openPaperApplications } from '~/features/registration/application-screens.queries.server'
import { createApplication } from '~/features/registration/create-application.server'
import { NewApplicationForm } from '~/features/registration/identity-form.schema'
import { newApplicationScreen } from '~/features/registration/new-application.queries.server'
import { applicationPath } from '~/features/registration/registration.messages'
import { NewApplicationSteps } from '~/features/registration/ui/new-application-page'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { Callout } from '~/ui/callout'
import { formatDay } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'

export const meta = () => [{ title: 'Entri permohonan kertas · Simpul KIM' }]

export const loader = pageLoader(
  { access: { can: 'registration.enterPaper' }, query: z.object({ ...pickerQuery }) },
  async ({ query, actor, services }) => {
    const { regencyCodes } = reach(actor, 'registration.enterPaper')
    const screen = await newApplicationScreen(services, query, { within: regencyCodes[0] })
    return { screen, drafts: await openPaperApplications(services, regencyCodes) }
  },
)

export const action = formAction(
  { access: { can: 'registration.enterPaper' }, schema: NewApplicationForm },
  async ({ value, actor, services, requestId }) => {
    const { id } = await createApplication(services, { actor, value, source: 'paper', requestId })
    return redirectSaying(
      applicationPath(id, 'pembentukan'),
      'Draf permohonan kertas tersimpan. Lanjutkan dengan pembentukan.',
    )
  },
)

export default function PaperEntry() {
  const { screen, drafts } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <Page
      title="Entri permohonan kertas"
      lead="Untuk kelompok yang menyerahkan formulir kertas di kantor. Permohonan ditandai sebagai kertas."
      back={{ to: '/dinas/antrean', label: 'Antrean' }}
    >
      <Callout tone="plain">
        Keputusannya harus diambil petugas lain: tidak ada yang memutuskan permohonan yang ia entri sendiri.
      </Callout>
      <NewApplicationSteps screen={screen} result={answer?.result} />
      {drafts.length > 0 && !screen.picker.chosen && (
        <Section title="Sedang dientri">
          <ul className="divide-y divide-line">
            {drafts.map((draft) => (
              <li key={draft.id} className="flex flex-wrap items-center justify-between gap-x-4 py-1">
                <Link
                  to={applicationPath(draft.id)}
                  className="inline-flex min-h-11 items-center font-semibold"
                >
                  {draft.groupName}
                </Link>
                <span className="text-sm text-soft">disimpan {formatDay(draft.updatedAt)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}
