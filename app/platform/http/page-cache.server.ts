import { createHash, randomBytes } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import { type Instant, MINUTE, SECOND, startOfNextHour } from '~/platform/clock'
import { maskPath } from '~/platform/log/mask-path'
import type { Services } from '~/platform/services'
import { brotliParams } from './brotli'

/** Makes the answer out of a finished public page, and keeps the page for the next visitor. */
export type KeepPage = (html: Buffer, headers: Headers) => Promise<Response>

export interface PageCache {
  /** Answers with a kept page where there is a current one; `otherwise` makes all the others. */
  before(otherwise: RequestListener): RequestListener
  /** How the page of this answer is kept; undefined when it may not be. */
  keeperOf(res: ServerResponse, nonce: string): KeepPage | undefined
}

type Encoding = 'br' | 'gzip' | 'identity'
type HeaderLines = [name: string, value: string][]

interface Page {
  key: string
  /** `shownChanges` of the store before the first reading for this page. */
  generation: number
  madeAt: Instant
  until: Instant
  /** All headers of the answer but those of its encoding. */
  headers: HeaderLines
  /** The policy's nonce when nothing in the body uses it; each answer then carries a fresh one. */
  spareNonce: string | undefined
  etag: string
  bodies: Partial<Record<Encoding, Buffer>> & { identity: Buffer }
}

/** A page that is being made, and the requests for the same page that wait for it. */
interface Making {
  req: IncomingMessage
  key: string
  generation: number
  madeAt: Instant
  waiting: ((page: Page | undefined) => void)[]
}

const MOST_PAGES = 2_000
const MOST_BYTES = 24 * 1024 * 1024
/** A longer address is answered, not kept. */
const LONGEST_KEY = 600
/** All cookies of the portal begin so; no public page reads any other. */
const OWN_COOKIE = '__Host-'

const brotli = promisify(brotliCompress)
const compressors = {
  br: (body: Buffer) => brotli(body, { params: brotliParams(5) }),
  gzip: promisify<Buffer, Buffer>(gzip),
}

/**
 * Keeps finished public pages in the process, for visitors without any cookie of ours.
 *
 * A page is served only while the store's `shownChanges` is what it was before the first reading for that page:
 * none is served after a change that was confirmed in this process. Pages also follow the calendar, so none outlives
 * its minute or the full hour, on which midnight comes to every zone. On PostgreSQL other processes write as well,
 * and a page lives for two seconds.
 *
 * Requests that come in while a page is being made anew wait for it: a change under load makes each page once.
 */
export function makePageCache({ store, clock, newId, log }: Services): PageCache {
  const lifetime = store.dialect === 'sqlite' ? MINUTE : 2 * SECOND
  const pages = new Map<string, Page>()
  const making = new Map<string, Making>()
  const makers = new WeakMap<ServerResponse, Making>()
  let bytes = 0

  function isCurrent(page: Page, now: Instant): boolean {
    return page.generation === store.shownChanges() && now >= page.madeAt && now < page.until
  }

  function keep(page: Page): void {
    const before = pages.get(page.key)
    if (before && isCurrent(before, clock())) return
    if (before) drop(before)
    pages.set(page.key, page)
    bytes += sizeOf(page)
    makeRoom()
  }

  function drop(page: Page): void {
    pages.delete(page.key)
    bytes -= sizeOf(page)
  }

  /** The map's order is that of the last use. */
  function makeRoom(): void {
    for (const longestUnused of pages.values()) {
      if (bytes <= MOST_BYTES && pages.size <= MOST_PAGES) return
      drop(longestUnused)
    }
  }

  async function bodyIn(page: Page, encoding: Encoding): Promise<Buffer> {
    const ready = page.bodies[encoding]
    if (ready || encoding === 'identity') return page.bodies.identity
    const body = await compressors[encoding](page.bodies.identity)
    if (!page.bodies[encoding]) {
      page.bodies[encoding] = body
      if (pages.get(page.key) === page) bytes += body.length
    }
    return body
  }

  async function send(page: Page, req: IncomingMessage, res: ServerResponse): Promise<void> {
    const begun = performance.now()
    const encoding = encodingFor(req)
    const unchanged = isKnown(page, req)
    const body = unchanged ? undefined : (page.bodies[encoding] ?? (await bodyIn(page, encoding)))
    const status = unchanged ? 304 : 200
    res.writeHead(status, [...freshHeaders(page), ...bodyHeaders(encoding, body)].flat())
    res.end(req.method === 'HEAD' ? undefined : body)
    log.info(
      {
        req: { id: newId(), method: req.method, path: maskPath(req.url ?? '') },
        res: { statusCode: status },
        responseTime: Math.round(performance.now() - begun),
        kept: true,
      },
      'request completed',
    )
  }

  function settle(made: Making, page?: Page): void {
    if (making.get(made.key) === made) making.delete(made.key)
    for (const goOn of made.waiting.splice(0)) goOn(page)
  }

  return {
    before(otherwise) {
      return (req, res) => {
        const key = keyOf(req)
        if (key === undefined) return otherwise(req, res)
        const now = clock()
        const page = pages.get(key)
        if (page && isCurrent(page, now)) {
          pages.delete(key)
          pages.set(key, page)
          return void send(page, req, res)
        }
        if (req.method === 'HEAD') return otherwise(req, res)
        const generation = store.shownChanges()
        const begun = making.get(key)
        // Only for what was kept before: other answers are each visitor's own, or long files.
        if (page && begun?.generation === generation) {
          begun.waiting.push((made) => (made ? void send(made, req, res) : otherwise(req, res)))
          return
        }
        const made: Making = { req, key, generation, madeAt: now, waiting: [] }
        making.set(key, made)
        makers.set(res, made)
        res.once('close', () => settle(made))
        otherwise(req, res)
      }
    },

    keeperOf(res, nonce) {
      const made = makers.get(res)
      if (!made) return undefined
      return async (html, headers) => {
        headers.set('ETag', `W/"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`)
        headers.set('Vary', 'Accept-Encoding')
        const page: Page = {
          key: made.key,
          generation: made.generation,
          madeAt: made.madeAt,
          until: Math.min(made.madeAt + lifetime, startOfNextHour(made.madeAt)),
          headers: [...linesOf(res), ...headers],
          spareNonce: html.includes(nonce) ? undefined : nonce,
          etag: headers.get('ETag') ?? '',
          bodies: { identity: html },
        }
        const encoding = encodingFor(made.req)
        const body = isKnown(page, made.req) ? undefined : await bodyIn(page, encoding)
        keep(page)
        settle(made, page)
        for (const [name, value] of bodyHeaders(encoding, body)) headers.set(name, value)
        return new Response(body ? new Uint8Array(body) : null, { status: body ? 200 : 304, headers })
      }
    },
  }
}

/**
 * Names the page that is asked for, as exactly as the portal may tell pages apart; undefined when it is not kept.
 * Host and proxy headers belong to it: nobody can put a page with another address in front of others.
 */
function keyOf({ method, url = '', headers }: IncomingMessage): string | undefined {
  if (method !== 'GET' && method !== 'HEAD') return undefined
  if (headers.cookie?.includes(OWN_COOKIE)) return undefined
  const { host, 'x-forwarded-host': outerHost, 'x-forwarded-proto': outerProtocol } = headers
  const key = `${host} ${outerHost} ${outerProtocol} ${url}`
  return key.length > LONGEST_KEY ? undefined : key
}

function isKnown({ etag }: Page, { headers }: IncomingMessage): boolean {
  const known = headers['if-none-match']
  return known?.split(',').some((tag) => tag.trim().replace(/^(?!W\/)/, 'W/') === etag) ?? false
}

const takesBrotli = /(^|[ ,])br(?! *; *q=0(\.0*)?( |,|$))/i
const takesGzip = /(^|[ ,])gzip(?! *; *q=0(\.0*)?( |,|$))/i

/** The best encoding that the visitor takes; `q=0` refuses one. */
function encodingFor({ headers }: IncomingMessage): Encoding {
  const accepted = String(headers['accept-encoding'] ?? '')
  if (takesBrotli.test(accepted)) return 'br'
  return takesGzip.test(accepted) ? 'gzip' : 'identity'
}

function freshHeaders({ headers, spareNonce }: Page): HeaderLines {
  if (spareNonce === undefined) return headers
  const nonce = randomBytes(16).toString('base64')
  return headers.map(([name, value]) => [name, value.replace(spareNonce, nonce)])
}

function bodyHeaders(encoding: Encoding, body: Buffer | undefined): HeaderLines {
  if (!body) return []
  const length: HeaderLines = [['Content-Length', String(body.length)]]
  return encoding === 'identity' ? length : [...length, ['Content-Encoding', encoding]]
}

/** What the server itself has set on an answer before the page was made. */
function linesOf(res: ServerResponse): HeaderLines {
  return Object.entries(res.getHeaders()).map(([name, value]) => [name, String(value)])
}

function sizeOf({ bodies, key }: Page): number {
  const { identity, gzip: zipped, br } = bodies
  return key.length + identity.length + (zipped?.length ?? 0) + (br?.length ?? 0)
}
