import { createReadableStreamFromReadable } from '@remix-run/node'
import { z } from 'zod'
import { readableMaterial } from '~/features/events/materials.server'
import { pageLoader } from '~/routes/door'

/** A file of an event's materials. */
export const loader = pageLoader(
  { access: 'signedIn', params: z.object({ materialId: z.uuid() }) },
  async ({ params, actor, services }) => {
    const { mime, bytes, sha256 } = await readableMaterial(services, actor, params.materialId)
    return new Response(createReadableStreamFromReadable(services.storage.stream(sha256)), {
      headers: {
        'Content-Type': mime,
        'Content-Length': String(bytes),
        'Content-Disposition': `inline; filename="bahan-acara.${mime.split('/')[1]}"`,
        'Cache-Control': 'private, no-store',
        // A picture needs nothing at all; the sandbox would keep the browser's own PDF reader from opening.
        ...(mime === 'application/pdf' ? {} : { 'Content-Security-Policy': 'sandbox' }),
      },
    })
  },
)
