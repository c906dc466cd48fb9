import { getFormProps, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { afterSavingPath } from '~/features/registration/after-saving'
import { applicationScreen } from '~/features/registration/application-screens.queries.server'
import { BoardForm } from '~/features/registration/board-form.schema'
import { ApplicationId } from '~/features/registration/registration.schema'
import { saveAnswers } from '~/features/registration/save-answers.server'
import { BoardFacts } from '~/features/registration/ui/answer-facts'
import { boardRows, MemberRows } from '~/features/registration/ui/member-rows'
import { LockedNote, SaveButtons, SectionPage } from '~/features/registration/ui/section-page'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { Callout } from '~/ui/callout'
import { CheckboxField, ErrorSummary, Form } from '~/ui/form'

export { shouldRevalidate } from '~/routes/ask-again'

export const meta = () => [{ title: 'Pengurus · Simpul KIM' }]

const params = z.object({ applicationId: ApplicationId })
export const loader = pageLoader({ access: 'signedIn', params }, ({ params, actor, services }) =>
  applicationScreen(services, actor, params.applicationId),
)

export const action = formAction(
  { access: 'signedIn', params, schema: BoardForm },
  async ({ value, params, actor, services, requestId }) => {
    const { applicationId } = params
    const { version, after, ...board } = value
    await saveAnswers(services, { actor, applicationId, version, section: 'board', value: board, requestId })
    return redirectSaying(afterSavingPath(applicationId, 'board', after), 'Tersimpan.')
  },
)

export default function ApplicationBoard() {
  const application = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { board } = application.answers
  const [form, fields] = useForm<BoardForm>({
    lastResult: answer?.result,
    defaultValue: { members: boardRows(board?.members ?? []), adultsAttested: board?.adultsAttested },
    shouldValidate: 'onSubmit',
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) => parseWithZod(formData, { schema: BoardForm }),
  })
  if (!application.open.includes('board')) {
    return (
      <SectionPage application={application} section="board">
        <LockedNote application={application} />
        <BoardFacts application={application} />
      </SectionPage>
    )
  }
  return (
    <SectionPage
      application={application}
      section="board"
      lead="Tulis nama dan jabatan seperti di SK. NIK tidak diminta dan tidak disimpan."
    >
      <Form {...getFormProps(form)}>
        <ErrorSummary form={form} labels={{ members: 'Pengurus' }} />
        <MemberRows form={form} members={fields.members} />
        <Callout tone="plain">
          Dinas menyarankan paling sedikit {application.minimumMembers} orang pengurus dan anggota. Kurang
          dari itu tetap dapat dikirim.
        </Callout>
        <CheckboxField
          field={fields.adultsAttested}
          label="Semua yang namanya tertulis di sini berusia paling sedikit 18 tahun dan setuju dicantumkan."
        />
        <SaveButtons version={application.version} />
      </Form>
    </SectionPage>
  )
}
