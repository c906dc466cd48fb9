import { probeLoader } from '~/routes/door'

/** The process is alive; which engine it stands on. */
export const loader = probeLoader(async ({ store }) =>
  Response.json({ status: 'ok', engine: store.dialect }, { headers: { 'Cache-Control': 'no-store' } }),
)
