import { z } from 'zod'
import { listProblemsFile } from '~/features/mapping/lists.queries.server'
import { MappingId, MappingImportId } from '~/features/mapping/mapping.schema'
import { fileResponse } from '~/platform/http/outflow'
import { pageLoader } from '~/routes/door'

/** What is wrong with a list, cell by cell. */
export const loader = pageLoader(
  {
    access: { can: 'mapping.edit' },
    params: z.object({ mappingId: MappingId, mappingImportId: MappingImportId }),
  },
  async ({ params: { mappingId, mappingImportId }, actor, services, outflow }) =>
    fileResponse(outflow(), await listProblemsFile(services, actor, mappingId, mappingImportId)),
)
