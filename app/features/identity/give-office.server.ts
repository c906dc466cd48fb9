import { eq } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import { notify } from '~/features/notifications/notify.server'
import { assertAllowed } from '~/platform/decision'
import { AppError, notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { grantsOf } from './account-grants.queries.server'
import type { Actor } from './actor'
import { grantRole } from './grants.server'
import { roleWords } from './identity.messages'
import { canAppoint, type OfficeRole } from './office.policy'
import { readOffice } from './read-office.server'

/**
 * Gives an account an office, by an administrator.
 * @throws place_wrong 422, office_held 409, notFound for an account that does not exist
 */
export async function giveOffice(
  { store, clock, newId, config }: Services,
  actor: Actor,
  input: { accountId: string; role: OfficeRole; place: string | undefined; requestId: string },
): Promise<void> {
  const { accountId } = input
  const now = clock()
  await store.transact(async (tx) => {
    const { accounts } = tx.tables
    const office = await readOffice(tx, input)
    assertAllowed(canAppoint(actor, office))
    const [account] = await tx.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, accountId))
    if (!account) throw notFound()
    const held = await grantsOf(tx, accountId)
    const same = held.some(
      (grant) =>
        grant.role === office.role &&
        grant.provinceCode === office.provinceCode &&
        grant.regencyCode === office.regencyCode,
    )
    if (same)
      throw new AppError('office_held', 409, 'Akun ini sudah memegang peran itu di wilayah itu.', 'role')
    await grantRole(tx, { accountId, ...office, grantedBy: actor.id }, { now, newId })
    await notify(
      tx,
      {
        accountId,
        title: `Peran baru: ${roleWords[office.role]}`,
        body: `Akun Anda sekarang memegang peran ${roleWords[office.role]}.`,
        href: '/beranda',
      },
      { newId, now, publicUrl: config.publicUrl },
    )
    await recordAudit(tx, {
      id: newId(),
      at: now,
      actor: { id: actor.id, role: 'admin' },
      action: 'grant.given',
      subject: { kind: 'account', id: accountId },
      region: office,
      delta: { role: [null, office.role] },
      requestId: input.requestId,
    })
  })
}
