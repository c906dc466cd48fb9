import type { Clock } from './clock'
import type { Config } from './config/config'
import type { Store } from './db/store'
import type { Log } from './log/log'
import type { Mailer } from './mail/mail'
import type { Storage } from './storage/storage'

/** What use cases and screens are given: everything outside their own rules, replaceable in a test. */
export interface Services {
  store: Store
  clock: Clock
  /** Makes a UUIDv7. */
  newId: () => string
  config: Config
  storage: Storage
  mailer: Mailer
  log: Log
}
