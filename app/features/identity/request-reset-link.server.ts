import { and, eq, isNull } from 'drizzle-orm'
import { sendLetter } from '~/features/notifications/notify.server'
import { HOUR } from '~/platform/clock'
import { newToken } from '~/platform/ids'
import type { Services } from '~/platform/services'
import { countAttempt } from './attempts.server'
import { parseContact } from './contact.server'
import { findAccountByContact } from './find-account.server'
import { hashSecret } from './sessions.server'

/**
 * Sends a link for a new password, valid for one hour and once, to the account's e-mail address.
 * Answers nothing: whether there is such an account, and whether it has an address, stays untold.
 * @throws too_many_attempts 429
 */
export async function requestResetLink(
  services: Services,
  { contact: typed, clientAddress }: { contact: string; clientAddress: string },
): Promise<void> {
  const { store, clock, newId, config } = services
  const contact = parseContact(typed)
  await countAttempt(services, {
    trying: 'resetRequest',
    name: contact?.email ?? contact?.phone ?? typed.toLowerCase(),
    address: clientAddress,
  })
  if (!contact) return
  const now = clock()
  await store.transact(
    async (tx) => {
      const account = await findAccountByContact(tx, contact)
      if (!account?.email || account.status !== 'active') return
      const { oneTimeSecrets } = tx.tables
      const token = newToken()
      await tx.db
        .delete(oneTimeSecrets)
        .where(
          and(
            eq(oneTimeSecrets.accountId, account.id),
            eq(oneTimeSecrets.kind, 'password_link'),
            isNull(oneTimeSecrets.usedAt),
          ),
        )
      await tx.db.insert(oneTimeSecrets).values({
        id: hashSecret(token),
        kind: 'password_link',
        accountId: account.id,
        createdAt: now,
        expiresAt: now + HOUR,
      })
      await sendLetter(
        tx,
        {
          to: account.email,
          subject: 'Sandi baru untuk Simpul KIM',
          body: `Halo ${account.name},\n\nAda permintaan sandi baru untuk akun Anda. Buka tautan ini untuk membuatnya; berlaku satu jam dan sekali pakai:\n\n${config.publicUrl}/atur-ulang/${token}\n\nBila bukan Anda yang meminta, abaikan surat ini: sandi lama tetap berlaku.`,
        },
        { newId, now },
      )
    },
    { shows: 'nothing' },
  )
}
