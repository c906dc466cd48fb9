import { AsyncLocalStorage } from 'node:async_hooks'

/** Whether a call chain is inside a `transact`. One for all stores: on Node 20 each makes every promise dearer. */
export const insideTransaction = new AsyncLocalStorage<true>()
