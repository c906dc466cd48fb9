import { createReadableStreamFromReadable } from '@remix-run/node'
import { z } from 'zod'
import { readablePublication } from '~/features/publications/publications.queries.server'
import { fileFormats, PublicationId } from '~/features/publications/publications.schema'
import { notFound } from '~/platform/errors'
import { pageLoader } from '~/routes/door'

const contentTypes = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/** A file of a snapshot, for the office that made it, those above it, and the group whose own it is. */
export const loader = pageLoader(
  { access: 'signedIn', params: z.object({ publicationId: PublicationId, format: z.enum(fileFormats) }) },
  async ({ params: { publicationId, format }, actor, services }) => {
    const { number, files } = await readablePublication(services, actor, publicationId)
    if (!files) throw notFound()
    const { sha256, bytes } = files[format]
    return new Response(createReadableStreamFromReadable(services.storage.stream(sha256)), {
      headers: {
        'Content-Type': contentTypes[format],
        'Content-Length': String(bytes),
        'Content-Disposition': `attachment; filename="${number}.${format}"`,
        'Cache-Control': 'private, no-store',
      },
    })
  },
)
