import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import type { FileToSend } from '~/platform/spreadsheet/file'

/** The way an answer takes to the client. */
export interface Outflow {
  /** Aborted once nobody receives the answer any more. */
  closed: AbortSignal
  /** Waits until the client has taken what was sent so far, or has gone away. */
  ready(): Promise<void>
}

/** The way out of a response. `request.signal` does not tell reliably when a client goes away; the response does. */
export function outflowOf(res: ServerResponse): Outflow {
  const gone = new AbortController()
  if (res.closed) gone.abort()
  else res.once('close', () => gone.abort())
  return {
    closed: gone.signal,
    async ready() {
      if (!res.writableNeedDrain || gone.signal.aborted) return
      await once(res, 'drain', { signal: gone.signal }).catch(() => undefined)
    },
  }
}

/**
 * A file for download that is made while it is sent: not faster than the client takes it, and no further once the
 * client has gone away.
 * @param fileName plain letters, digits, hyphens and one dot
 */
export function fileResponse(outflow: Outflow, { fileName, contentType, chunks }: FileToSend): Response {
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        await outflow.ready()
        if (!outflow.closed.aborted) {
          const { done, value } = await chunks.next()
          if (!done) return controller.enqueue(value)
        }
        await chunks.return()
        controller.close()
      },
      async cancel() {
        await chunks.return()
      },
    },
    { highWaterMark: 0 },
  )
  return new Response(body, {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': `attachment; filename="${fileName}"`,
      // Compression in between would hide whether the client keeps up.
      'Cache-Control': 'no-store, no-transform',
    },
  })
}
