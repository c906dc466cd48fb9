import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { JobHandler } from '~/platform/jobs/worker'

const Payload = z.object({ messageId: z.string() })

/** The job behind `sendLetter`: sends one message that has not left yet. */
export const sendMessage: JobHandler = async ({ store, mailer, clock }, payload) => {
  const { messageId } = Payload.parse(payload)
  const { messages } = store.tables
  const [message] = await store.read.select().from(messages).where(eq(messages.id, messageId))
  if (!message || message.status === 'sent') return
  const mark = (change: Partial<typeof message>) =>
    store.transact(
      async ({ db, tables }) => {
        await db.update(tables.messages).set(change).where(eq(tables.messages.id, messageId))
      },
      { shows: 'nothing' },
    )
  try {
    const sentVia = await mailer({
      id: message.id,
      to: message.toAddress,
      subject: message.subject,
      body: message.body,
    })
    await mark({ status: 'sent', sentAt: clock(), sentVia, error: null })
  } catch (error) {
    await mark({ status: 'failed', error: error instanceof Error ? error.message.slice(0, 300) : 'unknown' })
    throw error
  }
}
