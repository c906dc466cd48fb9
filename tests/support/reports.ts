import { and, eq } from 'drizzle-orm'
import type { Actor } from '~/features/identity/actor'
import { type Period, periodOf } from '~/features/reporting/periods'
import type { ReportContent } from '~/features/reporting/reporting-kinds'
import { sendReport } from '~/features/reporting/send-reports.server'
import { DAY } from '~/platform/clock'
import { aMemberOf, anOfficerOf } from './activities'
import { aGroup } from './groups'
import type { TestServices } from './services'

/** 22 November 2026, 09.00 WIB: October is due since the tenth, and not locked. */
export const START = Date.UTC(2026, 10, 22, 2)
export const october = periodOf('month', '2026-10-01')

export const aContent: ReportContent = {
  obstacles: 'Sinyal sering hilang.',
  plans: 'Pelatihan foto.',
  received: 1_500_000,
  spent: 1_250_000,
  fundSource: 'dana_desa',
}

/** A group that was registered long before, with a secretary and an officer. */
export async function aReporter(services: TestServices, villageCode = '9404011003', days = 400) {
  const { now } = services
  services.now = START - days * DAY
  const { id, number } = await aGroup(services, {}, villageCode)
  const member = await aMemberOf(services, id)
  const officer = await anOfficerOf(services, villageCode.slice(0, 4))
  services.now = now
  return { id, number, villageCode, member, officer }
}
export type Reporter = Awaited<ReturnType<typeof aReporter>>

/** The stored report of a group; undefined while there is none. */
export async function storedReport({ store }: TestServices, groupId: string, period: Period = october) {
  const { reports } = store.tables
  const [row] = await store.read
    .select()
    .from(reports)
    .where(and(eq(reports.groupId, groupId), eq(reports.kind, period.kind), eq(reports.from, period.from)))
  return row
}

/** Sends a report as the page would that shows what is stored now; answers its id. */
export async function send(
  services: TestServices,
  { id, member }: { id: string; member: Actor },
  {
    period = october,
    reason = null,
    content = aContent,
  }: { period?: Period; reason?: string | null; content?: ReportContent } = {},
): Promise<string> {
  const stored = await storedReport(services, id, period)
  const reportId = stored?.id ?? services.newId()
  await sendReport(services, {
    actor: member,
    requestId: 'r',
    id: reportId,
    groupId: id,
    period,
    version: stored?.version ?? 0,
    content,
    reason,
  })
  return reportId
}
