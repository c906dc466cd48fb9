import { and, count, eq, gt, isNull } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import { DAY } from '~/platform/clock'
import { isUniqueViolation } from '~/platform/db/errors'
import type { Database } from '~/platform/db/store'
import { notFound } from '~/platform/errors'
import { newToken } from '~/platform/ids'
import type { Services } from '~/platform/services'
import type { Tables } from '~/tables'
import { readContact } from './contact.server'
import { createAccount } from './create-account.server'
import { grantRole } from './grants.server'
import { contactTaken } from './identity.errors'
import { assertPasswordFit, hashPassword } from './passwords.server'
import { type Browser, hashSecret, startSession } from './sessions.server'

const VALID_DAYS = 7

/**
 * The one-time address at which the first administrator is made; null once there is one.
 * Each call makes a new address and voids the one before. What counts is that no administrator exists, not that no
 * account does: a volunteer who signs up first must not shut the operator out.
 */
export async function firstAdminAddress({ store, clock, config }: Services): Promise<string | null> {
  if (await adminExists({ db: store.read, tables: store.tables })) return null
  const token = newToken()
  const now = clock()
  await store.transact(
    async ({ db, tables: { oneTimeSecrets } }) => {
      await db
        .delete(oneTimeSecrets)
        .where(and(eq(oneTimeSecrets.kind, 'first_admin'), isNull(oneTimeSecrets.usedAt)))
      await db.insert(oneTimeSecrets).values({
        id: hashSecret(token),
        kind: 'first_admin',
        createdAt: now,
        expiresAt: now + VALID_DAYS * DAY,
      })
    },
    { shows: 'nothing' },
  )
  return `${config.publicUrl}/awal/${token}`
}

/** Lets the page of a valid address open. @throws notFound for every other */
export async function assertFirstAdminToken({ store, clock }: Services, token: string): Promise<void> {
  const { oneTimeSecrets } = store.tables
  const [open] = await store.read
    .select({ id: oneTimeSecrets.id })
    .from(oneTimeSecrets)
    .where(
      and(
        eq(oneTimeSecrets.id, hashSecret(token)),
        eq(oneTimeSecrets.kind, 'first_admin'),
        isNull(oneTimeSecrets.usedAt),
        gt(oneTimeSecrets.expiresAt, clock()),
      ),
    )
  if (!open || (await adminExists({ db: store.read, tables: store.tables }))) throw notFound()
}

/**
 * Makes the first administrator and signs them in; every open address is used up by it.
 * @returns the token for the session cookie
 * @throws notFound once there is an administrator; contact_invalid, contact_taken, password_common, password_personal
 */
export async function makeFirstAdmin(
  services: Services,
  input: {
    token: string
    id: string
    name: string
    contact: string
    password: string
    browser: Browser
    requestId: string
  },
): Promise<string> {
  const { store, clock, newId } = services
  const { id, name, requestId } = input
  await assertFirstAdminToken(services, input.token)
  const contact = readContact(input.contact)
  await assertPasswordFit(input.password, { name, ...contact })
  const passwordHash = await hashPassword(input.password)
  const now = clock()
  try {
    return await store.transact(async (tx) => {
      const { oneTimeSecrets } = tx.tables
      const used = await tx.db
        .update(oneTimeSecrets)
        .set({ usedAt: now })
        .where(
          and(
            eq(oneTimeSecrets.kind, 'first_admin'),
            isNull(oneTimeSecrets.usedAt),
            gt(oneTimeSecrets.expiresAt, now),
          ),
        )
        .returning({ id: oneTimeSecrets.id })
      const mine = used.some((row) => row.id === hashSecret(input.token))
      if (!mine || (await adminExists(tx))) throw notFound()
      await createAccount(tx, { id, name, contact, passwordHash }, { now, newId, requestId })
      await grantRole(tx, { accountId: id, role: 'admin', grantedBy: null }, { now, newId })
      const token = await startSession(tx, id, input.browser, { now, newId })
      await recordAudit(tx, {
        id: newId(),
        at: now,
        actor: { id, role: 'admin' },
        action: 'grant.given',
        subject: { kind: 'account', id },
        delta: { role: [null, 'admin'] },
        requestId,
      })
      return token
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw contactTaken('contact')
    throw error
  }
}

async function adminExists({ db, tables: { grants } }: { db: Database; tables: Tables }): Promise<boolean> {
  const [row] = await db
    .select({ admins: count() })
    .from(grants)
    .where(and(eq(grants.role, 'admin'), isNull(grants.revokedAt)))
  return row !== undefined && row.admins > 0
}
