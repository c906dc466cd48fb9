import { z } from 'zod'
import { exportActivities } from '~/features/activities/export-activities.server'
import { officeActivitiesQuery } from '~/features/activities/office-activities.schema'
import { fileResponse } from '~/platform/http/outflow'
import { fileFormats } from '~/platform/spreadsheet/file'
import { pageLoader } from '~/routes/door'

/** The activities that an office's filter finds, as a file that is made while it is sent. */
export const loader = pageLoader(
  {
    access: { can: 'activity.read' },
    params: z.object({ format: z.enum(fileFormats) }),
    query: officeActivitiesQuery,
  },
  async ({ params, query, actor, services, requestId, outflow }) =>
    fileResponse(
      outflow(),
      await exportActivities(services, { actor, query, format: params.format, requestId }),
    ),
)
