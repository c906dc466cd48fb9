import { and, count, eq, isNull } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import { notify } from '~/features/notifications/notify.server'
import type { Tx } from '~/platform/db/store'
import { assertAllowed } from '~/platform/decision'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { type Actor, actingAs } from './actor'
import { lastAdmin } from './identity.errors'
import { roleWords } from './identity.messages'
import { canEndGrant, isOfficeRole } from './office.policy'

/**
 * Ends a grant inside the actor's own reach; the person's next request no longer has it.
 * @throws notFound outside one's reach or when it has ended already, chair_stays, last_admin 409
 */
export async function endGrant(
  { store, clock, newId, config }: Services,
  actor: Actor,
  { grantId, requestId }: { grantId: string; requestId: string },
): Promise<{ accountId: string }> {
  const now = clock()
  return store.transact(async (tx) => {
    const { grants } = tx.tables
    const [grant] = await tx.db
      .select()
      .from(grants)
      .where(and(eq(grants.id, grantId), isNull(grants.revokedAt)))
    if (!grant) throw notFound()
    assertAllowed(canEndGrant(actor, grant))
    const [ended] = await tx.db
      .update(grants)
      .set({ revokedAt: now })
      .where(and(eq(grants.id, grantId), isNull(grants.revokedAt)))
      .returning({ id: grants.id })
    if (!ended) throw notFound()
    if (isOfficeRole(grant.role)) {
      await notify(
        tx,
        {
          accountId: grant.accountId,
          title: 'Satu peran Anda berakhir',
          body: `Peran ${roleWords[grant.role]} pada akun Anda sudah diakhiri. Akun Anda tetap ada.`,
          href: '/beranda',
        },
        { newId, now, publicUrl: config.publicUrl },
      )
    }
    await recordAudit(tx, {
      id: newId(),
      at: now,
      actor: actingAs(actor, 'officers.invite', {
        provinceCode: grant.provinceCode ?? '',
        regencyCode: grant.regencyCode ?? '',
      }),
      action: 'grant.revoked',
      subject: { kind: 'account', id: grant.accountId },
      region: grant,
      delta: { role: [grant.role, null] },
      requestId,
    })
    if (grant.role === 'admin') await assertAdminLeft(tx)
    return { accountId: grant.accountId }
  })
}

/**
 * The portal is never without an administrator.
 * Call it after `recordAudit`: from there on writers take turns, so that two who leave at once see each other.
 * @throws last_admin 409
 */
export async function assertAdminLeft({ db, tables: { grants, accounts } }: Tx): Promise<void> {
  const [left] = await db
    .select({ admins: count() })
    .from(grants)
    .innerJoin(accounts, eq(accounts.id, grants.accountId))
    .where(and(eq(grants.role, 'admin'), isNull(grants.revokedAt), eq(accounts.status, 'active')))
  if (!left || left.admins === 0) throw lastAdmin()
}
