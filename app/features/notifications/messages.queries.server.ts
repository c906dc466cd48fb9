import { and, count, desc, eq, type SQL } from 'drizzle-orm'
import { likeAnywhere } from '~/platform/db/like'
import type { Services } from '~/platform/services'

export const MESSAGES_PAGE = 25
export const messageStatuses = ['queued', 'sent', 'failed'] as const
export type MessageStatus = (typeof messageStatuses)[number]

export type Message = Services['store']['tables']['messages']['$inferSelect']

export interface MessagesScreen {
  rows: Message[]
  page: number
  pageCount: number
  total: number
  /** Without SMTP settings messages wait as files in the outbox folder. */
  smtp: boolean
}

/** Outgoing messages, newest first, by status and recipient. */
export async function messagesScreen(
  { store, config }: Services,
  { status, to, page }: { status?: MessageStatus; to?: string; page: number },
): Promise<MessagesScreen> {
  const { messages } = store.tables
  const filter: SQL | undefined = and(
    status ? eq(messages.status, status) : undefined,
    to ? likeAnywhere(messages.toAddress, to.toLowerCase()) : undefined,
  )
  const [counted] = await store.read.select({ total: count() }).from(messages).where(filter)
  const total = counted?.total ?? 0
  const pageCount = Math.max(1, Math.ceil(total / MESSAGES_PAGE))
  const shown = Math.min(page, pageCount)
  const rows = await store.read
    .select()
    .from(messages)
    .where(filter)
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(MESSAGES_PAGE)
    .offset((shown - 1) * MESSAGES_PAGE)
  return { rows, page: shown, pageCount, total, smtp: config.smtpUrl !== undefined }
}
