import { createReadableStreamFromReadable } from '@remix-run/node'
import type { Services } from '~/platform/services'

/** Answers with a file of an event's materials, for this reader only. */
export function materialResponse(
  { storage }: Services,
  { mime, bytes, sha256 }: { mime: string; bytes: number; sha256: string },
): Response {
  return new Response(createReadableStreamFromReadable(storage.stream(sha256)), {
    headers: {
      'Content-Type': mime,
      'Content-Length': String(bytes),
      'Content-Disposition': `inline; filename="bahan-acara.${mime.split('/')[1]}"`,
      'Cache-Control': 'private, no-store',
      // A picture needs nothing at all; the sandbox would keep the browser's own PDF reader from opening.
      ...(mime === 'application/pdf' ? {} : { 'Content-Security-Policy': 'sandbox' }),
    },
  })
}
