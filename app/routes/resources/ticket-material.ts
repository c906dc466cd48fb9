import { z } from 'zod'
import { materialOfTicket } from '~/features/events/materials.server'
import { LinkToken } from '~/features/identity/identity.schema'
import { pageLoader } from '~/routes/door'
import { materialResponse } from '~/routes/material-response.server'

/** A file of an event's materials, for whoever holds a ticket: the link is the key, as at the door. */
export const loader = pageLoader(
  { access: 'public', params: z.object({ token: LinkToken, materialId: z.uuid() }) },
  async ({ params: { token, materialId }, services }) =>
    materialResponse(services, await materialOfTicket(services, token, materialId)),
)
