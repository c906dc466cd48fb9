import { createReadableStreamFromReadable } from '@remix-run/node'
import { z } from 'zod'
import { readablePhoto } from '~/features/activities/photo.queries.server'
import { pageLoader } from '~/routes/door'

const params = z.object({ photoId: z.uuid(), size: z.enum(['besar', 'kecil']) })

/** A photo never changes, but it may be taken back or hidden again: browsers keep it, proxies do not. */
export const loader = pageLoader({ access: 'public', params }, async ({ params, actor, services }) => {
  const { sha256, smallSha256 } = await readablePhoto(services, actor, params.photoId)
  const bytes = services.storage.stream(params.size === 'besar' ? sha256 : smallSha256)
  return new Response(createReadableStreamFromReadable(bytes), {
    headers: {
      'Content-Type': 'image/jpeg',
      'Content-Disposition': `inline; filename="kegiatan-${params.photoId.slice(-8)}.jpg"`,
      'Cache-Control': 'private, max-age=2592000, immutable',
      'Content-Security-Policy': 'sandbox',
    },
  })
})
