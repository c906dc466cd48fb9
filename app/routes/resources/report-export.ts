import { z } from 'zod'
import { exportReports } from '~/features/reporting/export-reports.server'
import { reportListQuery } from '~/features/reporting/office-reports.schema'
import { fileResponse } from '~/platform/http/outflow'
import { fileFormats } from '~/platform/spreadsheet/file'
import { pageLoader } from '~/routes/door'

/** The list of a period, as a file that is made while it is sent. */
export const loader = pageLoader(
  {
    access: { can: 'report.read' },
    params: z.object({ format: z.enum(fileFormats) }),
    query: reportListQuery,
  },
  async ({ params, query, actor, services, requestId, outflow }) =>
    fileResponse(
      outflow(),
      await exportReports(services, { actor, query, format: params.format, requestId }),
    ),
)
