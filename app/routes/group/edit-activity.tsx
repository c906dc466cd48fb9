import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ActivityId } from '~/features/activities/activities.schema'
import { contentFrom, EditActivityForm } from '~/features/activities/activity-form.schema'
import { editActivity } from '~/features/activities/edit-activity.server'
import { editActivityScreen } from '~/features/activities/new-activity.queries.server'
import { EditActivityEditor } from '~/features/activities/ui/edit-activity-editor'
import { GroupId } from '~/features/groups/groups.schema'
import { pickerQuery } from '~/features/regions/picker.schema'
import { RegionPicker } from '~/features/regions/ui/region-picker'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { Callout } from '~/ui/callout'
import { Page } from '~/ui/page'

export const meta = () => [{ title: 'Ubah kegiatan · Simpul KIM' }]

const params = z.object({ groupId: GroupId, activityId: ActivityId })

export const loader = pageLoader(
  {
    access: 'signedIn',
    params,
    query: z.object({ ...pickerQuery, ganti: z.string().max(60).catch('') }),
  },
  ({ params, query, actor, services }) => editActivityScreen(services, actor, params, query),
)

export const action = formAction(
  { access: 'signedIn', params, schema: EditActivityForm },
  async ({ params: { groupId, activityId }, value, actor, services, requestId }) => {
    await editActivity(services, {
      actor,
      requestId,
      activityId,
      version: value.version,
      content: contentFrom(value),
    })
    return redirectSaying(`/kelompok/${groupId}/kegiatan/${activityId}`, 'Perubahan tersimpan.')
  },
)

export default function EditActivity() {
  const screen = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { activity, group, picker, refusal } = screen
  const page = `/kelompok/${group.id}/kegiatan/${activity.id}`
  return (
    <Page
      title={picker.chosen ? 'Ubah kegiatan' : 'Di mana kegiatannya?'}
      lead={activity.title}
      back={{ to: page, label: 'Kegiatan ini' }}
    >
      {refusal ? (
        <Callout tone="plain">{refusal}</Callout>
      ) : picker.chosen ? (
        <EditActivityEditor key={picker.chosen.code} screen={screen} answer={answer} page={page} />
      ) : (
        <>
          <RegionPicker state={picker} keep={{ ganti: '1' }} suggest={{ level: 'village' }} />
          <p className="mt-6">
            <Link to="?">Batal, pakai yang tersimpan</Link>
          </p>
        </>
      )}
    </Page>
  )
}
