import { PassThrough } from 'node:stream'
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { sessionCookie } from '~/platform/http/cookies.server'
import { NonceContext } from '~/ui/nonce'

const ABORT_AFTER = 10_000

/** Errors of loaders and actions are logged where they are met (`routes/door.server.ts`); these are what is left. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
) {
  if (!request.signal.aborted && error instanceof Error) {
    context.services.log.error(
      { requestId: context.requestId, error: error.message, stack: error.stack },
      'render failed',
    )
  }
}

/**
 * Pages differ by who is looking and are never stored by what stands between.
 * What a signed-in person saw is not kept on a shared computer either.
 */
function keepPrivate(request: Request, headers: Headers) {
  if (headers.has('Cache-Control')) return
  const signedIn = (request.headers.get('cookie') ?? '').includes(`${sessionCookie.name}=`)
  headers.set('Cache-Control', signedIn ? 'private, no-store' : 'private, no-cache')
}

/** Data for pages that are already open in the browser. */
export function handleDataRequest(response: Response, { request }: { request: Request }) {
  keepPrivate(request, response.headers)
  return response
}

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce }: AppLoadContext,
) {
  return new Promise<Response>((resolve, reject) => {
    let responseStatus = status
    const wait = isbot(request.headers.get('user-agent') ?? '') ? 'onAllReady' : 'onShellReady'
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={remixContext} url={request.url} abortDelay={ABORT_AFTER} nonce={nonce} />
      </NonceContext.Provider>,
      {
        nonce,
        [wait]() {
          const body = new PassThrough()
          headers.set('Content-Type', 'text/html; charset=utf-8')
          keepPrivate(request, headers)
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: responseStatus }))
          pipe(body)
        },
        onShellError: reject,
        onError() {
          responseStatus = 500
        },
      },
    )
    setTimeout(abort, ABORT_AFTER)
  })
}
