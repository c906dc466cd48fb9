import { z } from 'zod'
import { importResult } from '~/features/imports/import-files.server'
import { ImportId } from '~/features/imports/imports.schema'
import { pageLoader } from '~/routes/door'

/** What became of each row of a list, as a table. */
export const loader = pageLoader(
  { access: { can: 'group.import' }, params: z.object({ importId: ImportId }) },
  async ({ params, actor, services }) => {
    const { fileName, body } = await importResult(services, actor, params.importId)
    return new Response(body, {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${fileName}"`,
        'Cache-Control': 'no-store',
      },
    })
  },
)
