import { and, eq, lte } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import { localDate } from '~/platform/calendar'
import type { JobHandler } from '~/platform/jobs/worker'
import type { Services } from '~/platform/services'
import { lockGroup, moveGroup, tellChair, todayAt } from './act-on-group.server'

/**
 * The job of each hour: suspensions whose last day has come end by themselves, by the calendar of the group's place.
 * It looks at what is due, not at the hour, so that downtime delays it but loses nothing.
 */
export const endSuspensions: JobHandler = async (services) => {
  const { store, clock } = services
  const { groups } = store.tables
  // It is nowhere later than in Papua; each group's own zone decides inside its transaction.
  const latestToday = localDate(clock(), 'WIT')
  const due = await store.read
    .select({ id: groups.id })
    .from(groups)
    .where(and(eq(groups.status, 'suspended'), lte(groups.suspendedUntil, latestToday)))
  for (const { id } of due) await endSuspension(services, id)
}

async function endSuspension(services: Services, groupId: string): Promise<void> {
  const { store, clock, newId } = services
  const now = clock()
  await store.transact(async (tx) => {
    const group = await lockGroup(tx, groupId)
    if (group?.status !== 'suspended' || !group.suspendedUntil) return
    if (group.suspendedUntil > todayAt(group, now)) return
    await moveGroup(tx, group, 'registered', { version: group.version, now })
    await tellChair(tx, services, group, {
      title: `Pembekuan ${group.name} berakhir`,
      body: `Masa pembekuan sudah selesai. ${group.name} terdaftar kembali mulai hari ini.`,
      now,
    })
    await recordAudit(tx, {
      id: newId(),
      at: now,
      actor: null,
      action: 'group.suspension_ended',
      subject: { kind: 'group', id: groupId },
      region: group,
      delta: { status: ['suspended', 'registered'], suspendedUntil: [group.suspendedUntil, null] },
    })
  })
}
