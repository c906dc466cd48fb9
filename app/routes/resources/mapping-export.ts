import { z } from 'zod'
import { exportRows } from '~/features/mapping/export-rows.server'
import { MappingId, rowsQuery } from '~/features/mapping/mapping.schema'
import { fileResponse } from '~/platform/http/outflow'
import { fileFormats } from '~/platform/spreadsheet/file'
import { pageLoader } from '~/routes/door'

/** The rows of a mapping that a filter finds, as a file that is made while it is sent. */
export const loader = pageLoader(
  {
    access: { can: 'mapping.read' },
    params: z.object({ mappingId: MappingId, format: z.enum(fileFormats) }),
    query: rowsQuery,
  },
  async ({ params: { mappingId, format }, query, actor, services, requestId, outflow }) =>
    fileResponse(outflow(), await exportRows(services, { actor, mappingId, query, format, requestId })),
)
