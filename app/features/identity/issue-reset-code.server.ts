import { and, eq, isNull } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import { notify } from '~/features/notifications/notify.server'
import { DAY } from '~/platform/clock'
import { notFound } from '~/platform/errors'
import { newSpokenCode } from '~/platform/ids'
import type { Services } from '~/platform/services'
import { type Actor, reach } from './actor'
import { hashOfficeCode } from './reset-password.server'
import { holdsNoOffice, withinRegencies } from './within-office.server'

/**
 * Makes a code of eight digits with which a person of the officer's own regency sets a new password:
 * valid for 24 hours and once, the one before is void, the person is told in the portal.
 * The officer has attested to have met the person.
 * @returns the code, to be shown once
 * @throws notFound for people of other regencies and for accounts of offices
 */
export async function issueResetCode(
  { store, clock, newId, config }: Services,
  actor: Actor,
  { accountId, requestId }: { accountId: string; requestId: string },
): Promise<{ code: string; name: string }> {
  const now = clock()
  const regencyCodes = reach(actor, 'resetCode.issue').regencyCodes
  const code = newSpokenCode()
  return store.transact(async (tx) => {
    const { accounts, oneTimeSecrets } = tx.tables
    const [account] = await tx.db
      .select({ id: accounts.id, name: accounts.name })
      .from(accounts)
      .where(
        and(
          eq(accounts.id, accountId),
          eq(accounts.status, 'active'),
          withinRegencies(tx, regencyCodes),
          holdsNoOffice(tx),
        ),
      )
    if (!account) throw notFound()
    await tx.db
      .delete(oneTimeSecrets)
      .where(
        and(
          eq(oneTimeSecrets.accountId, accountId),
          eq(oneTimeSecrets.kind, 'office_code'),
          isNull(oneTimeSecrets.usedAt),
        ),
      )
    await tx.db.insert(oneTimeSecrets).values({
      id: hashOfficeCode(config.sessionSecret, accountId, code),
      kind: 'office_code',
      accountId,
      issuedBy: actor.id,
      createdAt: now,
      expiresAt: now + DAY,
    })
    await notify(
      tx,
      {
        accountId,
        title: 'Dinas memberi kode untuk sandi baru',
        body: 'Petugas Dinas Kominfo baru saja membuat kode untuk sandi baru akun Anda, berlaku 24 jam. Bila Anda tidak memintanya, hubungi Dinas.',
        href: '/akun',
      },
      { newId, now, publicUrl: config.publicUrl },
    )
    await recordAudit(tx, {
      id: newId(),
      at: now,
      actor: { id: actor.id, role: 'regency_officer' },
      action: 'resetCode.issued',
      subject: { kind: 'account', id: accountId },
      region: officeOf(actor),
      delta: { seenInPerson: [false, true] },
      requestId,
    })
    return { code, name: account.name }
  })
}

function officeOf(actor: Actor) {
  const office = actor.grants.find((grant) => grant.role === 'regency_officer')
  return { provinceCode: office?.provinceCode ?? null, regencyCode: office?.regencyCode ?? null }
}
