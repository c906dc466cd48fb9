import { z } from 'zod'
import { exportWakefulness } from '~/features/coverage/export-wakefulness.server'
import { wakefulnessQuery } from '~/features/coverage/wakefulness.schema'
import { fileResponse } from '~/platform/http/outflow'
import { fileFormats } from '~/platform/spreadsheet/file'
import { pageLoader } from '~/routes/door'

/** Who sleeps and who woke up, as the page shows it, as a file that is made while it is sent. */
export const loader = pageLoader(
  {
    access: { can: 'activity.read' },
    params: z.object({ format: z.enum(fileFormats) }),
    query: wakefulnessQuery,
  },
  async ({ params, query, actor, services, outflow, requestId }) =>
    fileResponse(outflow(), await exportWakefulness(services, { actor, query, requestId, ...params })),
)
