import { z } from 'zod'
import { ActivityId } from '~/features/activities/activities.schema'
import { addPhoto } from '~/features/activities/add-photo.server'
import { jsonAction } from '~/routes/door'

const schema = z.object({ photoId: z.uuid(), photo: z.instanceof(File) })

/** Takes one photo from the browser, which sends the text first and its photos one by one. */
export const action = jsonAction(
  { access: 'signedIn', params: z.object({ activityId: ActivityId }), schema },
  async ({ params, value, actor, services, requestId }) => {
    const { stored } = await addPhoto(services, { actor, requestId, ...params, ...value })
    return Response.json({ stored })
  },
)
