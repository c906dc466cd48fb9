import { z } from 'zod'
import { boardQuery } from '~/features/coordination/board.schema'
import { exportBoard } from '~/features/coordination/export-board.server'
import { fileResponse } from '~/platform/http/outflow'
import { fileFormats } from '~/platform/spreadsheet/file'
import { pageLoader } from '~/routes/door'

/** The board of an office as it is filtered and sorted, as a file. */
export const loader = pageLoader(
  {
    access: { can: 'coordination.lead' },
    params: z.object({ format: z.enum(fileFormats) }),
    query: boardQuery,
  },
  async ({ params, query, actor, services, outflow }) =>
    fileResponse(outflow(), await exportBoard(services, { actor, query, format: params.format })),
)
