import { createReadableStreamFromReadable } from '@remix-run/node'
import { z } from 'zod'
import { documentFileNames } from '~/features/documents/documents.messages'
import { readableDocument } from '~/features/documents/documents.queries.server'
import { DocumentId } from '~/features/documents/documents.schema'
import { pageLoader } from '~/routes/door'

/** What the browser calls the file when it is saved. */
const endings: Record<string, string> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
}

export const loader = pageLoader(
  { access: 'signedIn', params: z.object({ documentId: DocumentId }) },
  async ({ params, actor, services }) => {
    const { kind, mime, bytes, sha256 } = await readableDocument(services, actor, params.documentId)
    return new Response(createReadableStreamFromReadable(services.storage.stream(sha256)), {
      headers: {
        'Content-Type': mime,
        'Content-Length': String(bytes),
        'Content-Disposition': `inline; filename="${documentFileNames[kind]}.${endings[mime] ?? 'bin'}"`,
        'Cache-Control': 'private, no-store',
        // A picture needs nothing at all; the sandbox would keep the browser's own PDF reader from opening.
        ...(mime === 'application/pdf' ? {} : { 'Content-Security-Policy': 'sandbox' }),
      },
    })
  },
)
