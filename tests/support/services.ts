import { join } from 'node:path'
import type { Store } from '~/platform/db/store'
import { newId } from '~/platform/ids'
import { makeLog } from '~/platform/log/log'
import { openMailer } from '~/platform/mail/mail'
import type { Services } from '~/platform/services'
import { openStorage } from '~/platform/storage/storage'

export interface TestServices extends Services {
  /** The present moment of this test's world; set it to travel. */
  now: number
}

/** 22 November 2026, 09.00 WIB. */
const START = Date.UTC(2026, 10, 22, 2, 0, 0)

/** Real services on a real store, with a clock that a test can set. */
export function testServices(store: Store, folder: string, databaseUrl = ''): TestServices {
  const services: TestServices = {
    now: START,
    clock: () => services.now,
    store,
    newId,
    storage: openStorage(join(folder, 'files')),
    mailer: openMailer({ smtpUrl: undefined, from: 'uji@localhost', outbox: join(folder, 'outbox') }),
    log: makeLog('silent'),
    config: {
      production: true,
      port: 0,
      host: '127.0.0.1',
      dataDir: folder,
      databaseUrl,
      publicUrl: 'http://localhost:3000',
      sessionSecret: 'x'.repeat(32),
      trustedProxyHops: 0,
      smtpUrl: undefined,
      mailFrom: 'uji@localhost',
      logLevel: 'silent',
      privacyContact: 'Dinas Kominfo',
    },
  }
  return services
}
