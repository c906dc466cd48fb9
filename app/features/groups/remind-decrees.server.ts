import { and, between, eq, isNull, ne, notExists } from 'drizzle-orm'
import { officersOf } from '~/features/identity/grants.server'
import { notify } from '~/features/notifications/notify.server'
import { addDays, localDate } from '~/platform/calendar'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import type { JobHandler } from '~/platform/jobs/worker'
import type { Services } from '~/platform/services'
import { formatDate } from '~/ui/format'
import { type Group, tellChair } from './act-on-group.server'

/** How long before a decree ends its people are told, nearest first. */
export const REMINDERS = [30, 90] as const

/** How many names an office's notice lists; the rest is a click away. */
const LISTED = 20

interface Ending {
  groupDecreeId: string
  group: Group
  number: string
  validUntil: string
  daysLeft: number
  daysBefore: number
}

/**
 * The job of each day: tells the chair and the office that a decree ends in 90 or 30 days, by the calendar of the
 * group's place. A row for each reminder, written in the same transaction, keeps it to once; what was missed while
 * the portal stood still is said on the next day, and only the nearer of two reminders that fell due meanwhile.
 */
export const remindOfDecrees: JobHandler = async (services) => {
  const now = services.clock()
  const due = await findDue(services, now)
  for (const regencyCode of new Set(due.map(({ group }) => group.regencyCode))) {
    const endings = due.filter(({ group }) => group.regencyCode === regencyCode)
    await services.store.transact(async (tx) => {
      const fresh = await markReminded(tx, endings, now)
      for (const ending of fresh) await remindChair(tx, services, ending, now)
      await remindOffice(tx, services, { regencyCode, endings: fresh, now })
    })
  }
}

async function findDue({ store }: Services, now: Instant): Promise<Ending[]> {
  const { groupDecrees, decrees, groups, regions, decreeReminders } = store.tables
  // The widest span over the three zones; each group's own calendar decides below.
  const earliest = localDate(now, 'WIB')
  const latest = localDate(now, 'WIT')
  const found: Ending[] = []
  let from = 0
  for (const daysBefore of REMINDERS) {
    const rows = await store.read
      .select({
        groupDecreeId: groupDecrees.id,
        group: groups,
        number: decrees.number,
        validUntil: decrees.validUntil,
        zone: regions.zone,
      })
      .from(groupDecrees)
      .innerJoin(decrees, eq(decrees.id, groupDecrees.decreeId))
      .innerJoin(groups, eq(groups.id, groupDecrees.groupId))
      .innerJoin(regions, eq(regions.code, groups.villageCode))
      .where(
        and(
          isNull(groupDecrees.replacedAt),
          ne(groups.status, 'closed'),
          between(decrees.validUntil, addDays(earliest, from), addDays(latest, daysBefore)),
          notExists(
            store.read
              .select({ id: decreeReminders.groupDecreeId })
              .from(decreeReminders)
              .where(
                and(
                  eq(decreeReminders.groupDecreeId, groupDecrees.id),
                  eq(decreeReminders.daysBefore, daysBefore),
                ),
              ),
          ),
        ),
      )
    for (const { validUntil, zone, ...row } of rows) {
      if (!validUntil) continue
      const daysLeft = daysBetween(localDate(now, zone), validUntil)
      if (daysLeft >= from && daysLeft <= daysBefore) found.push({ ...row, validUntil, daysLeft, daysBefore })
    }
    from = daysBefore + 1
  }
  return found
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** Those of the endings that nobody has reminded of: whoever writes the row tells. */
async function markReminded(
  { db, tables: { decreeReminders } }: Tx,
  endings: Ending[],
  now: Instant,
): Promise<Ending[]> {
  const fresh: Ending[] = []
  for (const ending of endings) {
    const [marked] = await db
      .insert(decreeReminders)
      .values({ groupDecreeId: ending.groupDecreeId, daysBefore: ending.daysBefore, remindedAt: now })
      .onConflictDoNothing()
      .returning({ id: decreeReminders.groupDecreeId })
    if (marked) fresh.push(ending)
  }
  return fresh
}

function inWords(daysLeft: number): string {
  return daysLeft === 0 ? 'hari ini' : `${daysLeft} hari lagi`
}

async function remindChair(
  tx: Tx,
  services: Services,
  { group, number, validUntil, daysLeft }: Ending,
  now: Instant,
): Promise<void> {
  await tellChair(tx, services, group, {
    title: `SK ${group.name} berakhir ${inWords(daysLeft)}`,
    body: `SK nomor ${number} berlaku sampai ${formatDate(validUntil)}. Mintalah SK baru kepada yang menerbitkannya, lalu kirim berkasnya lewat portal.`,
    href: `/kelompok/${group.id}/sk`,
    now,
  })
}

/** One notice for each officer, however many decrees it is about. */
async function remindOffice(
  tx: Tx,
  { newId, config }: Services,
  { regencyCode, endings, now }: { regencyCode: string; endings: Ending[]; now: Instant },
): Promise<void> {
  if (endings.length === 0) return
  const lines = [...endings]
    .sort((a, b) => a.daysLeft - b.daysLeft)
    .slice(0, LISTED)
    .map(
      ({ group, validUntil, daysLeft }) => `${group.name}: ${formatDate(validUntil)} (${inWords(daysLeft)})`,
    )
  const rest = endings.length - lines.length
  if (rest > 0) lines.push(`dan ${rest} KIM lain.`)
  const [only] = endings
  for (const accountId of await officersOf(tx, regencyCode)) {
    await notify(
      tx,
      {
        accountId,
        title:
          endings.length === 1 && only
            ? `SK ${only.group.name} berakhir ${inWords(only.daysLeft)}`
            : `SK ${endings.length} KIM segera berakhir`,
        body: `${lines.join('\n')}\n\nKetuanya sudah diberi tahu bila punya akun.`,
        href: '/dinas/kelompok?sk=segera&urut=sk',
      },
      { newId, now, publicUrl: config.publicUrl },
    )
  }
}
