import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import type { ApplicationStatus } from './registration.state'

interface ApplicationEvent {
  applicationId: string
  /** The status that the application has from now on. */
  status: ApplicationStatus
  /** Who did it, in words that both sides may read: "Pemohon", "Dinas Kominfo Kabupaten Mimika". */
  byWhom: string
  note?: string
  now: Instant
  newId: () => string
}

/** Adds a line to the timeline that applicant and office both read. */
export async function recordEvent(
  { db, tables: { applicationEvents } }: Tx,
  { applicationId, status, byWhom, note, now, newId }: ApplicationEvent,
): Promise<void> {
  await db.insert(applicationEvents).values({ id: newId(), applicationId, status, byWhom, note, at: now })
}
