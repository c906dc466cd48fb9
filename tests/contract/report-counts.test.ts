import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lockGroup, moveGroup } from '~/features/groups/act-on-group.server'
import { groupMayMove } from '~/features/groups/groups.state'
import { approvePeriod } from '~/features/reporting/approve-period.server'
import { checkReportCounts } from '~/features/reporting/check-report-counts.server'
import { returnReports, verifyReports } from '~/features/reporting/decide-reports.server'
import { periodOf } from '~/features/reporting/periods'
import { reopenPeriod } from '~/features/reporting/reopen-period.server'
import { reportingRates } from '~/features/reporting/reporting-rates.queries.server'
import { setSetting } from '~/features/settings/set-setting.server'
import { addDays, localDate } from '~/platform/calendar'
import { DAY } from '~/platform/clock'
import { isAppError } from '~/platform/errors'
import { onEachEngine } from '../support/engines'
import { person } from '../support/people'
import { aReporter, type Reporter, START, send, storedReport } from '../support/reports'
import type { TestServices } from '../support/services'

const villages = ['9404011003', '9404011014', '9404022001', '3501122003']
const codes = ['00', '94', '9404', '940401', '940402', '35', '3501']
const months = ['2026-08-01', '2026-09-01', '2026-10-01', '2026-11-01'].map((day) => periodOf('month', day))

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ act: fc.constant('send' as const), group: fc.nat(4), month: fc.nat(3) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ act: fc.constant('verify' as const), group: fc.nat(4), month: fc.nat(3) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constant('return' as const), group: fc.nat(4), month: fc.nat(3) }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('approve' as const), month: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('reopen' as const), month: fc.nat(3) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('move' as const),
      group: fc.nat(4),
      to: fc.constantFrom('registered' as const, 'suspended' as const, 'closed' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ act: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 25 }) }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** What may be refused for a reason that a person is told is no failure here. */
async function ignoring(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!isAppError(error)) throw error
  })
}

async function take(services: TestServices, groups: Reporter[], next: Step, province: Reporter['officer']) {
  const act = { requestId: 'r' }
  if (next.act === 'wait') {
    services.now += next.days * DAY
    return
  }
  const month = months['month' in next ? next.month : 0]
  const group = 'group' in next ? groups[next.group] : groups[0]
  if (!month || !group) return
  switch (next.act) {
    case 'send':
      return ignoring(send(services, group, { period: month, reason: 'Ada yang kurang.' }))
    case 'verify':
    case 'return': {
      const report = await storedReport(services, group.id, month)
      if (!report) return
      const deciding = { ...act, actor: group.officer, chosen: [{ id: report.id, version: report.version }] }
      if (next.act === 'verify') return ignoring(verifyReports(services, deciding))
      return ignoring(returnReports(services, { ...deciding, comment: 'Mohon dilengkapi.' }))
    }
    case 'approve':
    case 'reopen': {
      const { reportApprovals } = services.store.tables
      const rows = await services.store.read.select().from(reportApprovals)
      const version = rows.find((row) => row.regionCode === '9404' && row.from === month.from)?.version ?? 0
      const on = { ...act, regionCode: '9404', period: month, version }
      if (next.act === 'approve') return ignoring(approvePeriod(services, { ...on, actor: group.officer }))
      return ignoring(reopenPeriod(services, { ...on, actor: province, reason: 'Ada susulan.' }))
    }
    case 'move':
      return ignoring(
        services.store.transact(async (tx) => {
          const held = await lockGroup(tx, group.id)
          if (!held || !groupMayMove(held.status, next.to)) return
          await moveGroup(tx, held, next.to, { version: held.version, now: services.now })
        }),
      )
  }
}

/** Expected, actual and on time of a region, counted one by one as the definitions say. */
async function naiveRates({ store }: TestServices, code: string, from: string) {
  const { groups, groupSpans, reports } = store.tables
  const here = code === '00' ? '' : code
  const placed = (await store.read.select().from(groups)).filter(({ villageCode }) =>
    villageCode.startsWith(here),
  )
  const spans = await store.read.select().from(groupSpans)
  const sent = await store.read.select().from(reports)
  const expected = placed.filter(({ id }) =>
    spans.some(
      (span) => span.groupId === id && span.from <= from && (span.until === null || span.until > from),
    ),
  )
  const actual = sent.filter(
    (report) =>
      report.from === from &&
      (report.status === 'sent' || report.status === 'verified') &&
      expected.some(({ id }) => id === report.groupId),
  )
  const onTime = actual.filter(
    ({ firstSentAt, last, villageCode }) =>
      firstSentAt !== null &&
      localDate(firstSentAt, villageCode.startsWith('94') ? 'WIT' : 'WIB') <= addDays(last, 10),
  )
  return { expected: expected.length, actual: actual.length, onTime: onTime.length }
}

onEachEngine('reporting rates', (given) => {
  it('are what a count from scratch says after any order of sending, returning, amending, suspending and dates', async () => {
    const services = given()
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
        services.now = START - 60 * DAY
        const groups: Reporter[] = []
        for (const village of [...villages, villages[0] ?? ''])
          groups.push(await aReporter(services, village))
        const province = await person(services, 'Provinsi', { role: 'province_officer', provinceCode: '94' })
        for (const next of steps) await take(services, groups, next, province)
        expect(await checkReportCounts(services)).toEqual([])
        for (const { kind, from } of months) {
          const rates = await reportingRates(services, codes, { kind, from })
          for (const code of codes) {
            const { expected, actual, onTime } = rates.get(code) ?? {}
            expect({ code, from, expected, actual, onTime }).toEqual({
              code,
              from,
              ...(await naiveRates(services, code, from)),
            })
          }
        }
      }),
      { numRuns: 6 },
    )
    services.now = START
  }, 240_000)

  it('count each regency by the kind of period that it follows, and its province without it', async () => {
    const services = given()
    services.now = START
    await aReporter(services, '9404011003')
    await aReporter(services, '9401011001')
    const admin = await person(services, 'Admin', { role: 'admin' })
    const [december, year] = [periodOf('month', '2027-01-01'), periodOf('quarter', '2027-01-01')]
    const before = await reportingRates(services, ['00', '94', '9404', '9401'], december)
    await setSetting(services, {
      actor: admin,
      requestId: 'r',
      key: 'reportPeriod',
      regionCode: '9404',
      value: 'quarter',
      // A month begins in December; the quarter, and with it the change, in January.
      validFrom: '2026-12-01',
      seen: '',
    })
    const monthly = await reportingRates(services, ['00', '94', '9404', '9401'], december)
    const quarterly = await reportingRates(services, ['00', '94', '9404', '940401', '9401'], year)
    const mimika = before.get('9404')?.expected ?? 0
    expect(mimika).toBeGreaterThan(0)
    expect(monthly.get('9404')?.expected).toBe(0)
    expect(monthly.get('9401')?.expected).toBe(before.get('9401')?.expected)
    for (const code of ['00', '94']) {
      expect(monthly.get(code)?.expected).toBe((before.get(code)?.expected ?? 0) - mimika)
      expect(quarterly.get(code)?.expected).toBe(mimika)
    }
    expect(quarterly.get('940401')?.expected).toBeGreaterThan(0)
    expect(quarterly.get('9401')?.expected).toBe(0)
    const kept = await reportingRates(services, ['9404'], periodOf('month', '2026-12-01'))
    expect(kept.get('9404')?.expected).toBe(mimika)
  })
})
