import { z } from 'zod'
import { exportPartners } from '~/features/partners/export-partners.server'
import { partnersQuery } from '~/features/partners/partners-list.schema'
import { fileResponse } from '~/platform/http/outflow'
import { fileFormats } from '~/platform/spreadsheet/file'
import { pageLoader } from '~/routes/door'

/** The partners that an office's filter finds, as a file that is made while it is sent. */
export const loader = pageLoader(
  {
    access: { can: 'partner.read' },
    params: z.object({ format: z.enum(fileFormats) }),
    query: partnersQuery,
  },
  async ({ params, query, actor, services, requestId, outflow }) =>
    fileResponse(
      outflow(),
      await exportPartners(services, { actor, query, format: params.format, requestId }),
    ),
)
