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
  }
}
