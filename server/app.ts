import { randomBytes } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type RequestHandler } from 'express'
import helmet from 'helmet'
import { pinoHttp } from 'pino-http'
import { brotliParams } from '~/platform/http/brotli'
import { isSameOrigin } from '~/platform/http/csrf.server'
import { narrowing } from '~/platform/http/narrow-routes'
import { outflowOf } from '~/platform/http/outflow'
import { makePageCache } from '~/platform/http/page-cache.server'
import { newId } from '~/platform/ids'
import type { makeLog } from '~/platform/log/log'
import { maskPath } from '~/platform/log/mask-path'
import type { Services } from '~/platform/services'

interface AppOptions {
  services: Services & { log: ReturnType<typeof makeLog> }
  build: ServerBuild | (() => Promise<ServerBuild>)
  /** Serves assets while developing. */
  assets?: RequestHandler
}

/** The web application: kept pages, headers, assets, the cross-site check, then Remix. */
export function makeApp({ services, build, assets }: AppOptions): RequestListener {
  const { config, log } = services
  const app = express()
  const pages = makePageCache(services)
  app.disable('x-powered-by')
  app.set('trust proxy', config.trustedProxyHops)
  app.use(
    pinoHttp({
      logger: log,
      genReqId: () => newId(),
      autoLogging: { ignore: (req) => /^\/(assets|healthz|readyz)/.test(req.url ?? '') },
      serializers: {
        // The path alone and without tokens: queries may hold what people searched for, headers who they are.
        req: (req) => ({ id: req.id, method: req.method, path: maskPath(String(req.url)) }),
        res: (res) => ({ statusCode: res.statusCode }),
      },
    }),
  )
  app.use((_req, res, next) => {
    res.locals.nonce = randomBytes(16).toString('base64')
    next()
  })
  app.use(securityHeaders(config.production, config.publicUrl.startsWith('https:')))
  app.use(compression({ brotli: { params: brotliParams(4) } }))
  if (assets) {
    app.use(assets)
  } else {
    app.use('/assets', express.static('build/client/assets', { immutable: true, maxAge: '1y' }))
    const publicFiles = express.static('build/client', { maxAge: '1h' })
    // Addresses of pages have no dot: the disk is not asked for them.
    app.use((req, res, next) => (req.path.includes('.') ? publicFiles(req, res, next) : next()))
  }
  app.use(refuseOtherSites)
  const answerWith = (pagesBuild: ServerBuild | (() => Promise<ServerBuild>)) =>
    createRequestHandler({
      build: pagesBuild,
      mode: config.production ? 'production' : 'development',
      getLoadContext: (req, res) => ({
        services,
        nonce: String(res.locals.nonce),
        requestId: String(req.id),
        clientAddress: req.ip ?? 'unknown',
        keepPage: pages.keeperOf(res, String(res.locals.nonce)),
        outflow: () => outflowOf(res),
      }),
    })
  app.all('*', typeof build === 'function' ? answerWith(build) : answerNarrowly(build, answerWith))
  // While developing, the pages themselves change.
  return assets ? app : pages.before(app)
}

/** Answers each address with the build that holds its routes alone. */
function answerNarrowly(
  build: ServerBuild,
  answerWith: (build: ServerBuild) => RequestHandler,
): RequestHandler {
  const narrowFor = narrowing(build)
  const answering = new Map<ServerBuild, RequestHandler>()
  return (req, res, next) => {
    const narrow = narrowFor(new URL(req.originalUrl, 'http://localhost').pathname)
    const answer = answering.get(narrow) ?? answerWith(narrow)
    answering.set(narrow, answer)
    return answer(req, res, next)
  }
}

/**
 * Security headers. Nothing is loaded from elsewhere; scripts run only with the page's nonce.
 * Relaxed: inline `style` attributes (React writes them for charts), `data:` and `blob:` pictures (previews).
 * While developing, Vite's own socket is let through.
 */
function securityHeaders(production: boolean, https: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: [(_req, res) => `'nonce-${(res as express.Response).locals.nonce}'`, "'strict-dynamic'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: production ? ["'self'"] : ["'self'", 'ws:'],
        manifestSrc: ["'self'"],
        frameSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' },
    frameguard: { action: 'sameorigin' },
  })
}

/** Refuses a change that a page of another origin asks for, sibling subdomains included. */
const refuseOtherSites: RequestHandler = (req, res, next) => {
  if (req.method === 'GET' || req.method === 'HEAD' || req.method === 'OPTIONS') return next()
  const sameOrigin = isSameOrigin({
    origin: req.get('origin'),
    site: req.get('sec-fetch-site'),
    host: req.get('host') ?? '',
  })
  if (sameOrigin) return next()
  res
    .status(403)
    .type('text/plain; charset=utf-8')
    .send('Permintaan dari situs lain ditolak. Buka formulirnya langsung di portal ini.')
}
