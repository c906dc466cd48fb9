import { z } from 'zod'
import { checkAvailability } from '~/features/subdomains/group-subdomain.queries.server'
import { pageLoader } from '~/routes/door'

const query = z.object({
  label: z.string().max(200).catch('').default(''),
  kelompok: z.uuid().nullable().catch(null).default(null),
})

/** Answers while someone types a name: `{ label, available, message }`. */
export const loader = pageLoader({ access: 'signedIn', query }, async ({ query, actor, services }) =>
  Response.json(await checkAvailability(services, actor, query.label, query.kelompok)),
)
