import { lt } from 'drizzle-orm'
import { DAY } from '~/platform/clock'
import type { JobHandler } from '~/platform/jobs/worker'
import { sweepAttempts } from './attempts.server'
import { sweepSessions } from './sessions.server'

/** Used and expired secrets are kept this long, so that a late second click still reads "sudah dipakai". */
const KEEP_DAYS = 30

/** The hourly job that removes counters, sessions and secrets whose time is over. */
export const sweepIdentity: JobHandler = async (services) => {
  const { store, clock } = services
  await sweepAttempts(services)
  await sweepSessions(services)
  await store.transact(
    async ({ db, tables: { oneTimeSecrets } }) => {
      await db.delete(oneTimeSecrets).where(lt(oneTimeSecrets.expiresAt, clock() - KEEP_DAYS * DAY))
    },
    { shows: 'nothing' },
  )
}
