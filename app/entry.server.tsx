import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import type { ReactElement } from 'react'
import { renderToPipeableStream, renderToStaticMarkup } from 'react-dom/server'
import { sessionCookie } from '~/platform/http/cookies.server'
import { wantsScripts } from '~/platform/http/wants-scripts'
import { opensByItself } from '~/platform/log/mask-path'
import { DrawingContext } from '~/ui/drawn'
import { keepDrawing } from '~/ui/keep-drawing.server'
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
 * What a signed-in person saw, or who holds a ticket or another secret address, is not kept on a shared phone either.
 */
function keepPrivate(request: Request, headers: Headers) {
  if (headers.has('Cache-Control')) return
  const signedIn = (request.headers.get('cookie') ?? '').includes(`${sessionCookie.name}=`)
  const secret = signedIn || opensByItself(new URL(request.url).pathname)
  headers.set('Cache-Control', secret ? 'private, no-store' : 'private, no-cache')
}

/** Data for pages that are already open in the browser. */
export function handleDataRequest(response: Response, { request }: { request: Request }) {
  keepPrivate(request, response.headers)
  return response
}

/** The same for every visitor without our cookies: a page without scripts that sets no cookie and met no error. */
function mayBeKept(status: number, headers: Headers) {
  return status === 200 && !headers.has('Set-Cookie') && !headers.get('Cache-Control')?.includes('no-store')
}

function isWithoutScripts({ routeModules, staticHandlerContext }: EntryContext): boolean {
  return staticHandlerContext.matches.some(({ route }) => !wantsScripts(routeModules[route.id]?.handle))
}

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, keepPage }: AppLoadContext,
) {
  const still = isWithoutScripts(remixContext)
  const page = (
    <NonceContext.Provider value={nonce}>
      <DrawingContext.Provider value={still ? keepDrawing : undefined}>
        <RemixServer context={remixContext} url={request.url} abortDelay={ABORT_AFTER} nonce={nonce} />
      </DrawingContext.Provider>
    </NonceContext.Provider>
  )
  const made = still ? { html: renderStill(page), status } : await renderRunning(page, { status, nonce })
  headers.set('Content-Type', 'text/html; charset=utf-8')
  keepPrivate(request, headers)
  return still && keepPage && mayBeKept(status, headers)
    ? keepPage(Buffer.from(made.html), headers)
    : new Response(made.html, { headers, status: made.status })
}

/** Nothing takes such a page over in the browser, and it waits for nothing: plain markup at half the cost. */
function renderStill(page: ReactElement): string {
  return `<!DOCTYPE html>${renderToStaticMarkup(page)}`
}

/** The status is 500 when a part of the page failed. */
function renderRunning(
  page: ReactElement,
  { status, nonce }: { status: number; nonce: string },
): Promise<{ html: string; status: number }> {
  return new Promise((resolve, reject) => {
    let responseStatus = status
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      // No page waits for data after its first part: compressed and sent in one piece it costs half.
      onAllReady() {
        clearTimeout(late)
        const body = new PassThrough()
        resolve(text(body).then((html) => ({ html, status: responseStatus })))
        pipe(body)
      },
      onShellError: reject,
      onError() {
        responseStatus = 500
      },
    })
    const late = setTimeout(abort, ABORT_AFTER)
  })
}
