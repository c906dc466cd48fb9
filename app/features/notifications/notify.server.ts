import { inArray } from 'drizzle-orm'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import { enqueueAll } from '~/platform/jobs/enqueue'

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
export async function notify(tx: Tx, note: Notification, sending: Sending): Promise<void> {
  await notifyAll(tx, [note], sending)
}

/** People a statement: their values stay below the 32,766 that SQLite takes. */
const BATCH = 1000

/** Tells many people, each their own words, in few statements; see `notify`. */
export async function notifyAll(tx: Tx, notes: Notification[], sending: Sending): Promise<void> {
  const { newId, now, publicUrl } = sending
  const { notices, accounts } = tx.tables
  for (let at = 0; at < notes.length; at += BATCH) {
    const some = notes.slice(at, at + BATCH)
    await tx.db.insert(notices).values(some.map((note) => ({ id: newId(), ...note, createdAt: now })))
    const reached = await tx.db
      .select({ id: accounts.id, email: accounts.email })
      .from(accounts)
      .where(
        inArray(
          accounts.id,
          some.map(({ accountId }) => accountId),
        ),
      )
    const addressOf = new Map(reached.map(({ id, email }) => [id, email]))
    const letters = some.flatMap(({ accountId, title, body, href }) => {
      const to = addressOf.get(accountId)
      return to ? [{ to, subject: title, body: `${body}\n\n${publicUrl}${href}` }] : []
    })
    await sendLetters(tx, letters, sending)
  }
}

interface Letter {
  to: string
  subject: string
  body: string
}

/** Queues one e-mail in the transaction; a job sends it, or writes it to the outbox folder. */
export async function sendLetter(
  tx: Tx,
  letter: Letter,
  sending: Pick<Sending, 'newId' | 'now'>,
): Promise<void> {
  await sendLetters(tx, [letter], sending)
}

async function sendLetters(
  tx: Tx,
  letters: Letter[],
  { newId, now }: Pick<Sending, 'newId' | 'now'>,
): Promise<void> {
  if (letters.length === 0) return
  const queued = letters.map(({ to, subject, body }) => ({
    id: newId(),
    toAddress: to,
    subject,
    body,
    status: 'queued' as const,
    createdAt: now,
  }))
  await tx.db.insert(tx.tables.messages).values(queued)
  await enqueueAll(
    tx,
    queued.map(({ id }) => ({ key: `mail:${id}`, kind: 'mail.send', payload: { messageId: id }, now })),
  )
}
