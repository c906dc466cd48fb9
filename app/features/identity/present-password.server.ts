import { eq } from 'drizzle-orm'
import type { Services } from '~/platform/services'
import type { Actor } from './actor'
import { countAttempt, forgiveAttempt } from './attempts.server'
import { presentPasswordWrong } from './identity.errors'
import { passwordMatches } from './passwords.server'

/**
 * Asks for the password of the person who is signed in, before something is changed that could lock them out:
 * a phone left on a table must not be enough.
 * @throws present_password_wrong 422, too_many_attempts 429
 */
export async function assertPresentPassword(
  services: Services,
  actor: Actor,
  password: string,
  clientAddress: string,
): Promise<void> {
  const { store } = services
  const { accounts } = store.tables
  const attempt = { trying: 'present', name: actor.id, address: clientAddress } as const
  await countAttempt(services, attempt)
  const [account] = await store.read
    .select({ passwordHash: accounts.passwordHash })
    .from(accounts)
    .where(eq(accounts.id, actor.id))
  if (!(await passwordMatches(password, account?.passwordHash))) throw presentPasswordWrong()
  await forgiveAttempt(services, attempt)
}
