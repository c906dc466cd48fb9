import { and, between, eq, inArray } from 'drizzle-orm'
import { tellOffices } from '~/features/coordination/tell-offices.server'
import { officeOf } from '~/features/partners/partners-in-view.server'
import { addDays, localDate } from '~/platform/calendar'
import type { Instant } from '~/platform/clock'
import type { JobHandler } from '~/platform/jobs/worker'
import type { Services } from '~/platform/services'
import { formatDate } from '~/ui/format'
import { type Partnership, todayAt } from './find-partnership.server'
import { daysBetween, ENDING_DAYS, reminderDue } from './partnership-calendar'

interface Ending {
  partnership: Partnership
  counterpartName: string
  endsOn: string
  daysLeft: number
  daysBefore: number
}

/**
 * The job of each day: tells offices that a partnership ends in 90 or 30 days. A row for each reminder, written in the
 * transaction of the notice, keeps it to once; after downtime the nearer one is still told.
 */
export const remindOfPartnerships: JobHandler = async (services) => {
  const now = services.clock()
  for (const ending of await findDue(services, now)) {
    await services.store.transact(async (tx) => {
      const { partnership, endsOn, daysBefore, daysLeft, counterpartName } = ending
      const [marked] = await tx.db
        .insert(tx.tables.partnershipReminders)
        .values({ partnershipId: partnership.id, endsOn, daysBefore, remindedAt: now })
        .onConflictDoNothing()
        .returning({ id: tx.tables.partnershipReminders.partnershipId })
      if (!marked) return
      const when = daysLeft === 0 ? 'hari ini' : `${daysLeft} hari lagi`
      await tellOffices(tx, { services, now, authorId: '' }, [
        {
          officeCode: officeOf(partnership),
          title: `Kemitraan dengan ${counterpartName} berakhir ${when}`,
          body: `“${partnership.title}” berlaku sampai ${formatDate(endsOn)}. Bicarakan kelanjutannya dengan mitra; bila diteruskan, buat perpanjangan dari halaman kemitraan ini.`,
          href: `/dinas/kemitraan/${partnership.id}`,
        },
      ])
    })
  }
}

async function findDue({ store }: Services, now: Instant): Promise<Ending[]> {
  const { partnerships, partners, groups, partnershipReminders } = store.tables
  // The widest span over the three zones; each office's own calendar decides below.
  const span = [localDate(now, 'WIB'), addDays(localDate(now, 'WIT'), ENDING_DAYS)] as const
  const rows = await store.read
    .select({ partnership: partnerships, partnerName: partners.name, groupName: groups.name })
    .from(partnerships)
    .leftJoin(partners, eq(partners.id, partnerships.partnerId))
    .leftJoin(groups, eq(groups.id, partnerships.groupId))
    .where(and(inArray(partnerships.status, ['active', 'ending']), between(partnerships.endsOn, ...span)))
  const reminded = await store.read
    .select({ reminder: partnershipReminders })
    .from(partnershipReminders)
    .innerJoin(partnerships, eq(partnerships.id, partnershipReminders.partnershipId))
    .where(and(inArray(partnerships.status, ['active', 'ending']), between(partnerships.endsOn, ...span)))
  const keyOf = (id: string, endsOn: string, daysBefore: number) => `${id} ${endsOn} ${daysBefore}`
  const done = new Set(
    reminded.map(({ reminder }) => keyOf(reminder.partnershipId, reminder.endsOn, reminder.daysBefore)),
  )
  const found: Ending[] = []
  for (const { partnership, partnerName, groupName } of rows) {
    const { id, endsOn } = partnership
    if (!endsOn) continue
    const daysLeft = daysBetween(todayAt(officeOf(partnership), now), endsOn)
    const daysBefore = reminderDue(daysLeft)
    if (!daysBefore || done.has(keyOf(id, endsOn, daysBefore))) continue
    found.push({ partnership, endsOn, daysLeft, daysBefore, counterpartName: partnerName ?? groupName ?? '' })
  }
  return found
}
