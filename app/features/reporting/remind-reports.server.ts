import { and, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { notifyAll } from '~/features/notifications/notify.server'
import { localDate } from '~/platform/calendar'
import type { JobHandler } from '~/platform/jobs/worker'
import type { Services } from '~/platform/services'
import { formatDate } from '~/ui/format'
import { endedBefore, type Period, periodCode, periodWords } from './periods'
import type { ReminderKind } from './reporting-kinds'
import { phaseOn, type ReportingRules } from './reporting-rules'
import { readRules } from './reporting-rules.queries.server'

/** Chairs a transaction: few statements each, and nobody waits long for the writer. */
const BATCH = 500

interface Owing {
  groupId: string
  name: string
  accountId: string
}

/**
 * The job of each day: tells chairs once that a report is due and once that it is late. It looks at the latest period
 * that ended, by the calendar of Jakarta: when the job runs, after midnight in UTC, every zone has the same date. Only
 * chairs with an account are told; whoever writes the row of the reminder tells.
 */
export const remindOfReports: JobHandler = async (services) => {
  const { store, clock } = services
  const reading = { db: store.read, tables: store.tables }
  const rules = await readRules(reading)
  const today = localDate(clock(), 'WIB')
  const regencies = await regenciesOf(services)
  const byPeriod = new Map<
    string,
    { period: Period; reminder: ReminderKind; dueOn: string; codes: string[] }
  >()
  for (const code of regencies) {
    const due = dueIn(rules, code, today)
    if (!due) continue
    const key = `${periodCode(due.period)} ${due.reminder} ${due.dueOn}`
    const there = byPeriod.get(key) ?? { ...due, codes: [] }
    there.codes.push(code)
    byPeriod.set(key, there)
  }
  for (const { codes, ...due } of byPeriod.values()) {
    const owing = await owingIn(services, codes, due)
    for (let at = 0; at < owing.length; at += BATCH) await tell(services, owing.slice(at, at + BATCH), due)
  }
}

/** What a regency's chairs are to be told on a day. */
function dueIn(rules: ReportingRules, code: string, today: string) {
  const [period] = endedBefore(rules.kindsOf(code), today, 1)
  if (!period) return null
  const deadlines = rules.deadlinesOf(code, period)
  const phase = phaseOn(today, period, deadlines)
  if (phase !== 'open' && phase !== 'late') return null
  return { period, reminder: phase === 'open' ? ('due' as const) : ('late' as const), dueOn: deadlines.dueOn }
}

/** Every regency that has a group. */
async function regenciesOf({ store }: Services): Promise<string[]> {
  const { regionRollups } = store.tables
  const rows = await store.read
    .select({ code: regionRollups.regionCode })
    .from(regionRollups)
    .where(and(sql`length(${regionRollups.regionCode}) = 4`, gt(regionRollups.registeredGroups, 0)))
  return rows.map(({ code }) => code)
}

type Due = { period: Period; reminder: ReminderKind; dueOn: string }

/** Chairs with an account whose group owes the report, has not sent it, and was not told yet. */
async function owingIn({ store }: Services, codes: string[], { period, reminder }: Due): Promise<Owing[]> {
  const { groups, groupSpans, grants, reports, reportReminders } = store.tables
  return store.read
    .select({
      groupId: groups.id,
      name: groups.name,
      accountId: grants.accountId,
    })
    .from(grants)
    .innerJoin(groups, eq(groups.id, grants.groupId))
    .innerJoin(groupSpans, eq(groupSpans.groupId, groups.id))
    .leftJoin(
      reports,
      and(eq(reports.groupId, groups.id), eq(reports.kind, period.kind), eq(reports.from, period.from)),
    )
    .leftJoin(
      reportReminders,
      and(
        eq(reportReminders.groupId, groups.id),
        eq(reportReminders.kind, period.kind),
        eq(reportReminders.from, period.from),
        eq(reportReminders.reminder, reminder),
      ),
    )
    .where(
      and(
        eq(grants.post, 'ketua'),
        isNull(grants.revokedAt),
        inArray(groups.regencyCode, codes),
        inArray(groups.status, ['registered', 'suspended']),
        lte(groupSpans.from, period.from),
        or(isNull(groupSpans.until), gt(groupSpans.until, period.from)),
        or(isNull(reports.id), inArray(reports.status, ['draft', 'returned'])),
        isNull(reportReminders.groupId),
      ),
    )
}

async function tell({ store, clock, newId, config }: Services, owing: Owing[], due: Due): Promise<void> {
  const now = clock()
  const { period, reminder, dueOn } = due
  await store.transact(
    async (tx) => {
      const { reportReminders } = tx.tables
      const marked = await tx.db
        .insert(reportReminders)
        .values(
          owing.map(({ groupId }) => ({
            groupId,
            kind: period.kind,
            from: period.from,
            reminder,
            remindedAt: now,
          })),
        )
        .onConflictDoNothing()
        .returning({ groupId: reportReminders.groupId })
      const fresh = new Set(marked.map(({ groupId }) => groupId))
      await notifyAll(
        tx,
        owing
          .filter(({ groupId }) => fresh.has(groupId))
          .map(({ groupId, name, accountId }) => ({
            accountId,
            href: `/kelompok/${groupId}/laporan/${periodCode(period)}`,
            ...wordsOf(reminder, { name, period, dueOn }),
          })),
        { newId, now, publicUrl: config.publicUrl },
      )
    },
    { shows: 'nothing' },
  )
}

function wordsOf(
  reminder: ReminderKind,
  { name, period, dueOn }: { name: string; period: Period; dueOn: string },
) {
  const which = `Laporan ${periodWords(period)} ${name}`
  if (reminder === 'due') {
    return {
      title: `${which} menunggu dikirim`,
      body: `Portal sudah menyusun angkanya dari kegiatan yang dicatat. Tambahkan kendala dan rencana, lalu kirim paling lambat ${formatDate(dueOn)}.`,
    }
  }
  return {
    title: `${which} terlambat`,
    body: `Batas waktunya ${formatDate(dueOn)}. Laporan masih dapat dikirim; kirimlah secepatnya.`,
  }
}
