import type { Outflow } from '~/platform/http/outflow'
import type { KeepPage } from '~/platform/http/page-cache.server'
import type { Services } from '~/platform/services'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
  interface AppLoadContext {
    services: Services
    /** For the content security policy of this response. */
    nonce: string
    requestId: string
    clientAddress: string
    /** Keeps the finished page for the next visitor; only where that is possible at all. */
    keepPage?: KeepPage
    /** For files that are made while they are sent. */
    outflow: () => Outflow
  }
}
