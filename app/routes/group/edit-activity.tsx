import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ActivityId } from '~/features/activities/activities.schema'
import { EditActivityForm } from '~/features/activities/activity-form.schema'
import { contentWithPlace } from '~/features/activities/activity-place.server'
import { editActivity } from '~/features/activities/edit-activity.server'
import { editActivityScreen } from '~/features/activities/new-activity.queries.server'
import { EditActivityEditor } from '~/features/activities/ui/edit-activity-editor'
import { GroupId } from '~/features/groups/groups.schema'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { Callout } from '~/ui/callout'
import { Page } from '~/ui/page'

export { shouldRevalidate } from '~/routes/ask-again'

export const meta = () => [{ title: 'Ubah kegiatan · Simpul KIM' }]

const params = z.object({ groupId: GroupId, activityId: ActivityId })

export const loader = pageLoader({ access: 'signedIn', params }, ({ params, actor, services }) =>
  editActivityScreen(services, actor, params),
)

export const action = formAction(
  { access: 'signedIn', params, schema: EditActivityForm },
  async ({ params: { groupId, activityId }, value, actor, services, requestId }) => {
    await editActivity(services, {
      actor,
      requestId,
      activityId,
      version: value.version,
      content: await contentWithPlace(services, value),
    })
    return redirectSaying(`/kelompok/${groupId}/kegiatan/${activityId}`, 'Perubahan tersimpan.')
  },
)

export default function EditActivity() {
  const screen = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { activity, group, refusal } = screen
  const page = `/kelompok/${group.id}/kegiatan/${activity.id}`
  return (
    <Page title="Ubah kegiatan" lead={activity.title} back={{ to: page, label: 'Kegiatan ini' }}>
      {refusal ? (
        <Callout tone="plain">{refusal}</Callout>
      ) : (
        <EditActivityEditor screen={screen} answer={answer} page={page} />
      )}
    </Page>
  )
}
