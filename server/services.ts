import { join } from 'node:path'
import { systemClock } from '~/platform/clock'
import { type Config, readConfig } from '~/platform/config/config'
import { openStore } from '~/platform/db/open'
import { newId } from '~/platform/ids'
import { makeLog } from '~/platform/log/log'
import { openMailer } from '~/platform/mail/mail'
import type { Services } from '~/platform/services'
import { openStorage } from '~/platform/storage/storage'

/**
 * Opens everything that the portal stands on; the database is migrated on the way.
 * @param options.durable see `openStore`
 */
export async function openServices(
  config: Config = readConfig(),
  { durable = true }: { durable?: boolean } = {},
): Promise<Services & { log: ReturnType<typeof makeLog> }> {
  return {
    config,
    log: makeLog(config.logLevel),
    store: await openStore(config.databaseUrl, { durable }),
    clock: systemClock,
    newId,
    storage: openStorage(join(config.dataDir, 'files')),
    mailer: openMailer({
      smtpUrl: config.smtpUrl,
      from: config.mailFrom,
      outbox: join(config.dataDir, 'outbox'),
    }),
  }
}
