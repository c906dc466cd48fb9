import * as pages from 'virtual:remix/server-build'
import { boot } from './boot'

/**
 * What `build/server/index.js` holds: the pages, and the portal that serves them, in one bundle with one copy of each
 * module (ADR 8). Tests serve the same pages on services of their own.
 */
export * from 'virtual:remix/server-build'

/** Starts the portal; see `boot`. */
export function start(): Promise<void> {
  return boot(pages)
}
