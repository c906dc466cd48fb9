import { probeLoader } from '~/routes/door'

const headers = { 'Cache-Control': 'no-store' }

/** The database answers: requests may come. */
export const loader = probeLoader(async ({ store, log }) => {
  try {
    await store.ping()
    return Response.json({ status: 'ok' }, { headers })
  } catch (error) {
    log.error(
      { error: error instanceof Error ? error.message : String(error) },
      'the database does not answer',
    )
    return Response.json({ status: 'error' }, { status: 503, headers })
  }
})
