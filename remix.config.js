/**
 * Remix options, read by `vite.config.ts`.
 * Lazy route discovery stays off: it reloads the page when a deploy happens
 * between opening and sending a form, and a half-filled form would be lost.
 * @type {import('@remix-run/dev').VitePluginConfig}
 */
export default {
  ignoredRouteFiles: ['**/*'],
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_routeConfig: true,
    v3_singleFetch: true,
    v3_lazyRouteDiscovery: false,
  },
}
