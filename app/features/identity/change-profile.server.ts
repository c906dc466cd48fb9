import { and, eq } from 'drizzle-orm'
import { type Delta, recordAudit } from '~/features/audit/record-audit.server'
import { notify, sendLetter } from '~/features/notifications/notify.server'
import { isUniqueViolation } from '~/platform/db/errors'
import { AppError, changedMeanwhile } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { searchKey, tidy } from '~/platform/text'
import type { Actor } from './actor'
import { normalizeEmail, normalizePhone } from './contact.server'
import { contactMissing, contactTaken } from './identity.errors'
import { assertPasswordFit, hashPassword } from './passwords.server'
import { assertPresentPassword } from './present-password.server'
import { type Browser, startSession } from './sessions.server'
import { setPassword } from './set-password.server'

/** What a person sees of their own account; `version` goes with the form. */
export async function ownProfile({ store }: Services, actor: Actor) {
  const { accounts } = store.tables
  const [account] = await store.read
    .select({
      name: accounts.name,
      email: accounts.email,
      phone: accounts.phone,
      version: accounts.version,
      createdAt: accounts.createdAt,
    })
    .from(accounts)
    .where(eq(accounts.id, actor.id))
  if (!account) throw changedMeanwhile()
  return account
}

/** Changes one's own name. @throws changedMeanwhile 409 */
export async function renameAccount(
  services: Services,
  actor: Actor,
  { name, version, requestId }: { name: string; version: number; requestId: string },
): Promise<void> {
  await change(services, actor, version, { name, nameKey: searchKey(name) }, 'account.renamed', {
    requestId,
    delta: { name: [actor.name, name] },
  })
}

/**
 * Changes one's own e-mail and number; at least one stays. The old e-mail address is told.
 * @throws present_password_wrong, contact_invalid, contact_missing, contact_taken, changedMeanwhile
 */
export async function changeContact(
  services: Services,
  actor: Actor,
  input: {
    email: string | undefined
    phone: string | undefined
    version: number
    presentPassword: string
    clientAddress: string
    requestId: string
  },
): Promise<void> {
  const email = readOptional(input.email, normalizeEmail, 'email', 'Tulis e-mail seperti nama@contoh.id.')
  const phone = readOptional(input.phone, normalizePhone, 'phone', 'Tulis nomor HP seperti 0812 3456 7890.')
  if (email === null && phone === null) throw contactMissing()
  await assertPresentPassword(services, actor, input.presentPassword, input.clientAddress)
  try {
    // The trail says that they changed, not what they were: it is kept longer than contacts may be.
    await change(services, actor, input.version, { email, phone }, 'account.contactChanged', {
      requestId: input.requestId,
      delta: {},
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    const { accounts } = services.store.tables
    const [other] = email
      ? await services.store.read.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email))
      : []
    throw contactTaken(other && other.id !== actor.id ? 'email' : 'phone')
  }
}

async function change(
  { store, clock, newId }: Services,
  actor: Actor,
  version: number,
  values: { name?: string; nameKey?: string; email?: string | null; phone?: string | null },
  action: string,
  { requestId, delta }: { requestId: string; delta: Delta },
): Promise<void> {
  const now = clock()
  await store.transact(async (tx) => {
    const { accounts } = tx.tables
    const [changed] = await tx.db
      .update(accounts)
      .set({ ...values, version: version + 1 })
      .where(and(eq(accounts.id, actor.id), eq(accounts.version, version)))
      .returning({ id: accounts.id })
    if (!changed) throw changedMeanwhile()
    if (values.email !== undefined && actor.email && actor.email !== values.email) {
      await sendLetter(
        tx,
        {
          to: actor.email,
          subject: 'E-mail akun Simpul KIM Anda diganti',
          body: 'E-mail akun Anda di Simpul KIM baru saja diganti, jadi surat berikutnya tidak sampai ke alamat ini lagi.\n\nBila bukan Anda yang menggantinya, segera hubungi Dinas Kominfo kabupaten/kota Anda.',
        },
        { newId, now },
      )
    }
    await recordAudit(tx, {
      id: newId(),
      at: now,
      actor: { id: actor.id, role: 'self' },
      action,
      subject: { kind: 'account', id: actor.id },
      delta,
      requestId,
    })
  })
}

function readOptional(
  typed: string | undefined,
  read: (typed: string) => string | null,
  field: string,
  message: string,
): string | null {
  if (typed === undefined || tidy(typed) === '') return null
  const value = read(typed)
  if (value === null) throw new AppError('contact_invalid', 422, message, field)
  return value
}

/**
 * Changes one's own password. Every session ends; this browser gets a new one.
 * @returns the token for the session cookie
 * @throws present_password_wrong, password_common, password_personal, too_many_attempts
 */
export async function changePassword(
  services: Services,
  actor: Actor,
  input: {
    presentPassword: string
    password: string
    clientAddress: string
    browser: Browser
    requestId: string
  },
): Promise<string> {
  const { store, clock, newId, config } = services
  await assertPresentPassword(services, actor, input.presentPassword, input.clientAddress)
  await assertPasswordFit(input.password, actor)
  const passwordHash = await hashPassword(input.password)
  const now = clock()
  return store.transact(async (tx) => {
    await setPassword(tx, actor.id, passwordHash)
    const token = await startSession(tx, actor.id, input.browser, { now, newId })
    await notify(tx, passwordChangedNote(actor.id), { newId, now, publicUrl: config.publicUrl })
    await recordAudit(tx, {
      id: newId(),
      at: now,
      actor: { id: actor.id, role: 'self' },
      action: 'account.passwordChanged',
      subject: { kind: 'account', id: actor.id },
      requestId: input.requestId,
    })
    return token
  })
}

/** The notice that follows every change of a password, so that a change by someone else does not stay unseen. */
export function passwordChangedNote(accountId: string) {
  return {
    accountId,
    title: 'Sandi akun Anda diganti',
    body: 'Sandi akun Anda di Simpul KIM baru saja diganti, dan semua perangkat lain dikeluarkan. Bila bukan Anda yang menggantinya, segera buat sandi baru dan hubungi Dinas Kominfo kabupaten/kota Anda.',
    href: '/akun/sesi',
  }
}
