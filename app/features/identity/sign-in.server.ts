import type { Services } from '~/platform/services'
import { signInWays } from './authenticator.server'
import { type Browser, startSession } from './sessions.server'

/**
 * Signs a person in with a form that was read already, on a fresh session.
 * @returns the token for the session cookie
 * @throws sign_in_failed, account_disabled, too_many_attempts
 */
export async function signIn(
  services: Services,
  {
    form,
    url,
    clientAddress,
    browser,
  }: { form: FormData; url: string; clientAddress: string; browser: Browser },
): Promise<string> {
  const { store, clock, newId } = services
  const request = new Request(url, { method: 'POST', body: form })
  const { accountId } = await signInWays(services, clientAddress).authenticate('password', request)
  return store.transact((tx) => startSession(tx, accountId, browser, { now: clock(), newId }), {
    shows: 'nothing',
  })
}
