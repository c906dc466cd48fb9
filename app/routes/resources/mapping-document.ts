import { createReadableStreamFromReadable, redirect } from '@remix-run/node'
import { z } from 'zod'
import { mappingDocument } from '~/features/mapping/document.queries.server'
import { MappingId } from '~/features/mapping/mapping.schema'
import { pageLoader } from '~/routes/door'

/** The document of a settled mapping. */
export const loader = pageLoader(
  { access: { can: 'mapping.read' }, params: z.object({ mappingId: MappingId }) },
  async ({ params: { mappingId }, actor, services }) => {
    const document = await mappingDocument(services, actor, mappingId)
    // Before it is drawn the mapping's page tells how far it has come.
    if (!document) return redirect(`/dinas/pemetaan/${mappingId}`)
    const { number, sha256, bytes } = document
    return new Response(createReadableStreamFromReadable(services.storage.stream(sha256)), {
      headers: {
        'Content-Type': 'application/pdf',
        'Content-Length': String(bytes),
        'Content-Disposition': `inline; filename="Pemetaan-${number}.pdf"`,
        'Cache-Control': 'private, no-store',
      },
    })
  },
)
