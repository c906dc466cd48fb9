import { z } from 'zod'
import { readableMaterial } from '~/features/events/materials.server'
import { pageLoader } from '~/routes/door'
import { materialResponse } from '~/routes/material-response.server'

/** A file of an event's materials. */
export const loader = pageLoader(
  { access: 'signedIn', params: z.object({ materialId: z.uuid() }) },
  async ({ params, actor, services }) =>
    materialResponse(services, await readableMaterial(services, actor, params.materialId)),
)
