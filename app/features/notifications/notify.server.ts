import { eq } from 'drizzle-orm'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import { enqueue } from '~/platform/jobs/enqueue'

export interface Notification {
  accountId: string
  title: string
  /** Plain text, whole sentences, with what to do next. */
  body: string
  /** A path inside the portal. */
  href: string
}

interface Sending {
  newId: () => string
  now: Instant
  /** The portal's address, for links in e-mail. */
  publicUrl: string
}

/** Tells one person: a notice in the portal, and an e-mail where the account has an address. Commits with the change. */
export async function notify(tx: Tx, note: Notification, { newId, now, publicUrl }: Sending): Promise<void> {
  const { notices, accounts } = tx.tables
  await tx.db.insert(notices).values({ id: newId(), ...note, createdAt: now })
  const [account] = await tx.db
    .select({ email: accounts.email })
    .from(accounts)
    .where(eq(accounts.id, note.accountId))
  if (!account?.email) return
  await sendLetter(
    tx,
    { to: account.email, subject: note.title, body: `${note.body}\n\n${publicUrl}${note.href}` },
    { newId, now },
  )
}

/** Queues one e-mail in the transaction; a job sends it, or writes it to the outbox folder. */
export async function sendLetter(
  tx: Tx,
  letter: { to: string; subject: string; body: string },
  { newId, now }: Pick<Sending, 'newId' | 'now'>,
): Promise<void> {
  const id = newId()
  await tx.db.insert(tx.tables.messages).values({
    id,
    toAddress: letter.to,
    subject: letter.subject,
    body: letter.body,
    status: 'queued',
    createdAt: now,
  })
  await enqueue(tx, { key: `mail:${id}`, kind: 'mail.send', payload: { messageId: id }, now })
}
