import { z } from 'zod'
import { exportPartnerships } from '~/features/partnerships/export-partnerships.server'
import { partnershipsQuery } from '~/features/partnerships/partnerships-list.schema'
import { fileResponse } from '~/platform/http/outflow'
import { fileFormats } from '~/platform/spreadsheet/file'
import { pageLoader } from '~/routes/door'

/** The partnerships that an office's filter finds, as a file that is made while it is sent. */
export const loader = pageLoader(
  {
    access: { can: 'partnership.read' },
    params: z.object({ format: z.enum(fileFormats) }),
    query: partnershipsQuery,
  },
  async ({ params, query, actor, services, requestId, outflow }) =>
    fileResponse(
      outflow(),
      await exportPartnerships(services, { actor, query, format: params.format, requestId }),
    ),
)
