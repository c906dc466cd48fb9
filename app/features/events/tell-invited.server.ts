import { and, eq, inArray, isNull, ne, or } from 'drizzle-orm'
import { notifyAll } from '~/features/notifications/notify.server'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import type { Services } from '~/platform/services'
import type { EventRow } from './event-rows.server'

const BATCH = 500

/** Tells the members of groups, each group's with the way to its own page of the event; few statements for hundreds. */
export async function tellGroups(
  tx: Tx,
  { newId, config }: Pick<Services, 'newId' | 'config'>,
  {
    eventId,
    groupIds,
    title,
    body,
    now,
  }: { eventId: string; groupIds: string[]; title: string; body: string; now: Instant },
): Promise<void> {
  const { grants } = tx.tables
  for (let at = 0; at < groupIds.length; at += BATCH) {
    const members = await tx.db
      .selectDistinct({ accountId: grants.accountId, groupId: grants.groupId })
      .from(grants)
      .where(
        and(
          inArray(grants.groupId, groupIds.slice(at, at + BATCH)),
          eq(grants.role, 'volunteer'),
          isNull(grants.revokedAt),
        ),
      )
    await notifyAll(
      tx,
      members.map(({ accountId, groupId }) => ({
        accountId,
        title,
        body,
        href: `/kelompok/${groupId}/acara/${eventId}`,
      })),
      { newId, now, publicUrl: config.publicUrl },
    )
  }
}

/** Tells the members of every group that was invited and has not declined. */
export async function tellInvited(
  tx: Tx,
  services: Pick<Services, 'newId' | 'config'>,
  { id }: Pick<EventRow, 'id'>,
  note: { title: string; body: string; now: Instant },
): Promise<void> {
  const { eventInvitations } = tx.tables
  const rows = await tx.db
    .select({ groupId: eventInvitations.groupId })
    .from(eventInvitations)
    .where(
      and(
        eq(eventInvitations.eventId, id),
        or(isNull(eventInvitations.reply), ne(eventInvitations.reply, 'declined')),
      ),
    )
  await tellGroups(tx, services, { eventId: id, groupIds: rows.map(({ groupId }) => groupId), ...note })
}
