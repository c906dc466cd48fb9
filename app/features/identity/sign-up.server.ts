import { eq } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import { isUniqueViolation } from '~/platform/db/errors'
import { AppError } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { searchKey } from '~/platform/text'
import { countAttempt } from './attempts.server'
import { type Contact, readContact } from './contact.server'
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
  const contact = readContact(input.contact)
  await countAttempt(services, {
    trying: 'signUp',
    name: contact.email ?? contact.phone,
    address: input.clientAddress,
  })
  await assertPasswordFit(input.password, { name: input.name, ...contact })
  const passwordHash = await hashPassword(input.password)
  const now = clock()
  try {
    return await store.transact(async (tx) => {
      await tx.db.insert(tx.tables.accounts).values({
        id: input.id,
        name: input.name,
        nameKey: searchKey(input.name),
        ...contact,
        passwordHash,
        createdAt: now,
      })
      const token = await startSession(tx, input.id, input.browser, { now, newId })
      await recordAudit(tx, {
        id: newId(),
        at: now,
        actor: { id: input.id, role: 'self' },
        action: 'account.created',
        subject: { kind: 'account', id: input.id },
        requestId: input.requestId,
      })
      return token
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
  return store.transact((tx) => startSession(tx, input.id, input.browser, { now: clock(), newId }))
}

/** An address belongs to one account; saying so at sign-up is kinder than a riddle, and attempts are limited. */
export function contactTaken(field: string): AppError {
  return new AppError(
    'contact_taken',
    409,
    'Sudah ada akun dengan nomor HP atau e-mail ini. Silakan masuk, atau buat sandi baru bila lupa.',
    field,
  )
}
