import { eq } from 'drizzle-orm'
import { isUniqueViolation } from '~/platform/db/errors'
import type { Services } from '~/platform/services'
import { countAttempt } from './attempts.server'
import { type Contact, readContact } from './contact.server'
import { createAccount } from './create-account.server'
import { contactTaken } from './identity.errors'
import { assertPasswordFit, hashPassword, passwordMatches } from './passwords.server'
import { type Browser, startSession } from './sessions.server'

interface SignUp {
  id: string
  name: string
  contact: string
  password: string
  clientAddress: string
  browser: Browser
  requestId: string
}

/**
 * Makes an account for anyone and signs it in; it may do nothing for an office until it is invited.
 * The form sent twice makes one account.
 * @returns the token for the session cookie
 * @throws contact_invalid, contact_taken, password_common, password_personal, too_many_attempts
 */
export async function signUp(services: Services, input: SignUp): Promise<string> {
  const { store, clock, newId } = services
  const { id, name, browser, requestId } = input
  const contact = readContact(input.contact)
  await countAttempt(services, {
    trying: 'signUp',
    name: contact.email ?? contact.phone,
    address: input.clientAddress,
  })
  await assertPasswordFit(input.password, { name, ...contact })
  const passwordHash = await hashPassword(input.password)
  const now = clock()
  try {
    return await store.transact(async (tx) => {
      await createAccount(tx, { id, name, contact, passwordHash }, { now, newId, requestId })
      return startSession(tx, id, browser, { now, newId })
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return signInAgain(services, input, contact)
  }
}

/** The same form sent again finds its own account and signs in; anyone else learns that the address is taken. */
async function signInAgain(services: Services, input: SignUp, contact: Contact): Promise<string> {
  const { store, clock, newId } = services
  const { accounts } = store.tables
  const [same] = await store.read.select().from(accounts).where(eq(accounts.id, input.id))
  const own = same?.status === 'active' && same.email === contact.email && same.phone === contact.phone
  if (!own || !(await passwordMatches(input.password, same.passwordHash))) throw contactTaken('contact')
  return store.transact((tx) => startSession(tx, input.id, input.browser, { now: clock(), newId }), {
    shows: 'nothing',
  })
}
