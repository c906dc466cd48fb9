import { createHmac } from 'node:crypto'
import { and, eq, gt, isNull } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import { notify } from '~/features/notifications/notify.server'
import type { AppError } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { countAttempt, forgiveAttempt } from './attempts.server'
import { passwordChangedNote } from './change-profile.server'
import { parseContact } from './contact.server'
import { findAccountByContact } from './find-account.server'
import { resetCodeWrong, resetLinkSpent } from './identity.errors'
import { assertPasswordFit, hashPassword } from './passwords.server'
import { type Browser, hashSecret, startSession } from './sessions.server'
import { setPassword } from './set-password.server'
import { officeFree } from './within-office.server'

type Kind = 'password_link' | 'office_code'

interface Reset {
  password: string
  browser: Browser
  requestId: string
}

/** The stored form of an office code: keyed and bound to its account, because eight digits alone are soon tried out. */
export function hashOfficeCode(sessionSecret: string, accountId: string, code: string): string {
  return createHmac('sha256', sessionSecret)
    .update(JSON.stringify(['office_code', accountId, code]))
    .digest('hex')
}

/** The account behind an open link; null when the link is spent. */
export async function findResetLink(services: Services, token: string): Promise<{ name: string } | null> {
  const found = await findOpen(services, 'password_link', hashSecret(token))
  return found ? { name: found.account.name } : null
}

/**
 * Sets a new password by the link in a letter and signs the person in.
 * @returns the token for the session cookie
 * @throws reset_link_spent 409, password_common, password_personal
 */
export async function resetByLink(
  services: Services,
  { token, ...reset }: Reset & { token: string },
): Promise<string> {
  const secretId = hashSecret(token)
  const found = await findOpen(services, 'password_link', secretId)
  if (!found) throw resetLinkSpent()
  await assertPasswordFit(reset.password, found.account)
  return spend(
    services,
    { kind: 'password_link', secretId, accountId: found.account.id, reset },
    resetLinkSpent,
  )
}

/**
 * Sets a new password by the code that a regency office handed out, and signs the person in.
 * Accounts of offices are refused, also when they got their office after the code.
 * @returns the token for the session cookie
 * @throws reset_code_wrong 422, password_common, password_personal, too_many_attempts 429
 */
export async function resetByCode(
  services: Services,
  input: Reset & { contact: string; code: string; clientAddress: string },
): Promise<string> {
  const { store, config } = services
  const contact = parseContact(input.contact)
  const attempt = {
    trying: 'resetCode',
    name: contact?.email ?? contact?.phone ?? input.contact.toLowerCase(),
    address: input.clientAddress,
  } as const
  await countAttempt(services, attempt)
  const reading = { db: store.read, tables: store.tables }
  const account = contact && (await findAccountByContact(reading, contact))
  if (!account || !(await officeFree(reading, account.id))) throw resetCodeWrong()
  const secretId = hashOfficeCode(config.sessionSecret, account.id, input.code)
  if (!(await findOpen(services, 'office_code', secretId))) throw resetCodeWrong()
  await assertPasswordFit(input.password, account)
  const token = await spend(
    services,
    { kind: 'office_code', secretId, accountId: account.id, reset: input },
    resetCodeWrong,
  )
  await forgiveAttempt(services, attempt)
  return token
}

async function findOpen({ store, clock }: Services, kind: Kind, secretId: string) {
  const { oneTimeSecrets, accounts } = store.tables
  const [found] = await store.read
    .select({ account: accounts })
    .from(oneTimeSecrets)
    .innerJoin(accounts, eq(accounts.id, oneTimeSecrets.accountId))
    .where(
      and(
        eq(oneTimeSecrets.id, secretId),
        eq(oneTimeSecrets.kind, kind),
        isNull(oneTimeSecrets.usedAt),
        gt(oneTimeSecrets.expiresAt, clock()),
        eq(accounts.status, 'active'),
      ),
    )
  return found
}

/** Uses the secret up and sets the password; of two at once the second finds it used. */
async function spend(
  { store, clock, newId, config }: Services,
  { kind, secretId, accountId, reset }: { kind: Kind; secretId: string; accountId: string; reset: Reset },
  spent: () => AppError,
): Promise<string> {
  const passwordHash = await hashPassword(reset.password)
  const now = clock()
  return store.transact(async (tx) => {
    const { oneTimeSecrets } = tx.tables
    const [used] = await tx.db
      .update(oneTimeSecrets)
      .set({ usedAt: now })
      .where(
        and(
          eq(oneTimeSecrets.id, secretId),
          eq(oneTimeSecrets.kind, kind),
          isNull(oneTimeSecrets.usedAt),
          gt(oneTimeSecrets.expiresAt, now),
        ),
      )
      .returning({ id: oneTimeSecrets.id })
    if (!used) throw spent()
    await setPassword(tx, accountId, passwordHash)
    const token = await startSession(tx, accountId, reset.browser, { now, newId })
    await notify(tx, passwordChangedNote(accountId), { newId, now, publicUrl: config.publicUrl })
    await recordAudit(tx, {
      id: newId(),
      at: now,
      actor: { id: accountId, role: 'self' },
      action: 'account.passwordReset',
      subject: { kind: 'account', id: accountId },
      delta: { way: [null, kind] },
      requestId: reset.requestId,
    })
    return token
  })
}
