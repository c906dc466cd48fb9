import { z } from 'zod'
import { exportNames } from '~/features/subdomains/export.server'
import { pageLoader } from '~/routes/door'

/** The names to be activated as a file for the registrar: `csv` or `zone`. */
export const loader = pageLoader(
  { access: { can: 'subdomain.activate' }, params: z.object({ format: z.enum(['csv', 'zone']) }) },
  async ({ params, actor, services, requestId }) => {
    const { fileName, contentType, body } = await exportNames(services, actor, params.format, requestId)
    return new Response(body, {
      headers: {
        'Content-Type': contentType,
        'Content-Disposition': `attachment; filename="${fileName}"`,
        'Cache-Control': 'no-store',
      },
    })
  },
)
