import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ActivityId } from '~/features/activities/activities.schema'
import { askBack, confirmActivities } from '~/features/activities/decide-activities.server'
import { decideOneScreen, nextWaiting } from '~/features/activities/decide-one.queries.server'
import {
  DecideOneForm,
  officeActivitiesHref,
  officeActivitiesQuery,
} from '~/features/activities/office-activities.schema'
import { DecideOnePage } from '~/features/activities/ui/decide-one-page'
import { partnershipsOver } from '~/features/partnerships/over-activity.queries.server'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'

export { shouldRevalidate } from '~/routes/ask-again'

const params = z.object({ activityId: ActivityId })

export const meta = ({ data }: { data?: { screen: { activity: { content: { title: string } } } } }) => [
  { title: `${data?.screen.activity.content.title ?? 'Kegiatan'} · Simpul KIM` },
]

export const loader = pageLoader(
  { access: { can: 'activity.read' }, params, query: officeActivitiesQuery },
  async ({ params, query, actor, services }) => ({
    screen: await decideOneScreen(services, actor, { ...params, query }),
    partnerships: await partnershipsOver(services, actor, params.activityId),
    back: officeActivitiesHref(query),
    words: officeActivitiesHref(query, {}, ''),
  }),
)

export const action = formAction(
  { access: { can: 'activity.confirm' }, params, query: officeActivitiesQuery, schema: DecideOneForm },
  async ({ value, params, query, actor, services, requestId }) => {
    const { activityId } = params
    const words = officeActivitiesHref(query, {}, '')
    const here = `/dinas/kegiatan/${activityId}${words}`
    const deciding = { actor, requestId, chosen: [{ id: activityId, version: value.version }] }
    if (value.intent === 'ask') {
      await askBack(services, { ...deciding, comment: value.comment })
      return redirectSaying(here, 'Pertanyaan Anda terkirim. Kelompok sudah diberi tahu.')
    }
    await confirmActivities(services, deciding)
    const next = value.intent === 'confirmNext' && (await nextWaiting(services, actor, { activityId, query }))
    const to = next ? `/dinas/kegiatan/${next}${words}` : here
    return redirectSaying(to, 'Kegiatan dikonfirmasi dan ikut dihitung. Kelompok sudah diberi tahu.')
  },
)

export default function OfficeActivity() {
  return <DecideOnePage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()?.result} />
}
