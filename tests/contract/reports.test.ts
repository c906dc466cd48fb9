import { asc, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { ActivityId } from '~/features/activities/activities.schema'
import { editActivity } from '~/features/activities/edit-activity.server'
import { postActivity } from '~/features/activities/post-activity.server'
import { approvePeriod } from '~/features/reporting/approve-period.server'
import { checkReportCounts, rewriteReportCounts } from '~/features/reporting/check-report-counts.server'
import { returnReports, verifyReports } from '~/features/reporting/decide-reports.server'
import { type Period, periodCode, periodOf } from '~/features/reporting/periods'
import { reopenPeriod } from '~/features/reporting/reopen-period.server'
import { reportingRates } from '~/features/reporting/reporting-rates.queries.server'
import { saveReport } from '~/features/reporting/save-report.server'
import { sendReport } from '~/features/reporting/send-reports.server'
import { anActivity } from '../support/activities'
import { onEachEngine } from '../support/engines'
import { person } from '../support/people'
import { aContent, aReporter, october, START, send, storedReport } from '../support/reports'
import type { TestServices } from '../support/services'
import { serve, signIn } from '../support/web'

const codes = ['00', '94', '9404', '940401']

async function ratesOf(services: TestServices, code: string, period: Period = october) {
  return (await reportingRates(services, [code], period)).get(code)
}

async function anEvent(services: TestServices, group: Awaited<ReturnType<typeof aReporter>>, changes = {}) {
  const id = ActivityId.parse(services.newId())
  await postActivity(services, {
    actor: group.member,
    requestId: 'r',
    id,
    groupId: group.id,
    content: anActivity(group.villageCode, { localDate: '2026-10-12', ...changes }),
  })
  return id
}

onEachEngine('a report', (given) => {
  it('freezes what the activities come to when it is sent, and counts in every region above', async () => {
    const services = given()
    services.now = START
    const group = await aReporter(services)
    const before = await reportingRates(services, codes, october)
    const activity = await anEvent(services, group)
    await anEvent(services, group, { localDate: '2026-11-01' })
    await send(services, group)
    const sent = await storedReport(services, group.id)
    expect(sent).toMatchObject({ status: 'sent', edition: 1, onTime: false, received: 1_500_000 })
    expect(sent?.numbers).toMatchObject({
      activities: 1,
      confirmed: 0,
      reach: 45,
      functions: { diseminasi: 1 },
    })
    await editActivity(services, {
      actor: group.member,
      requestId: 'r',
      activityId: activity,
      version: 1,
      content: anActivity(group.villageCode, { localDate: '2026-10-12', reach: 4500 }),
    })
    expect((await storedReport(services, group.id))?.numbers?.reach).toBe(45)
    const after = await reportingRates(services, codes, october)
    for (const code of codes) {
      const [was, is] = [before.get(code), after.get(code)]
      expect((is?.actual ?? 0) - (was?.actual ?? 0), code).toBe(1)
      expect(is?.expected, code).toBe(was?.expected)
    }
  })

  it('is stored once when the line sends it twice, and tells other content apart', async () => {
    const services = given()
    services.now = START
    const group = await aReporter(services)
    const sending = {
      actor: group.member,
      requestId: 'r',
      id: services.newId(),
      groupId: group.id,
      period: october,
      version: 0,
      content: aContent,
      reason: null,
    }
    const all = await Promise.allSettled([1, 2, 3].map(() => sendReport(services, sending)))
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled'])
    expect(await storedReport(services, group.id)).toMatchObject({ edition: 1, version: 1 })
    const other = { ...sending, content: { ...aContent, plans: 'Lain' } }
    await expect(sendReport(services, other)).rejects.toMatchObject({ code: 'report_changed' })
    const elsewhere = { ...sending, period: periodOf('month', '2026-09-01') }
    await expect(sendReport(services, elsewhere)).rejects.toMatchObject({ code: 'report_id_used' })
    await expect(sendReport(services, { ...sending, id: services.newId() })).rejects.toMatchObject({
      code: 'report_changed',
    })
  })

  it('that another changed is stored the next time, with what was typed', async () => {
    const services = given()
    services.now = START
    const group = await aReporter(services)
    const stored = { actor: group.member, requestId: 'r', groupId: group.id, period: october, version: 0 }
    await saveReport(services, { ...stored, id: services.newId(), content: aContent })
    const web = await serve(services)
    const { cookie, csrf } = await signIn(services, group.member)
    const save = async (held: { id: string; version: string }) => {
      const answer = await fetch(`${web.origin}/kelompok/${group.id}/laporan/${periodCode(october)}`, {
        method: 'POST',
        headers: { cookie, origin: web.origin },
        body: new URLSearchParams({ ...held, csrf, intent: 'save', plans: 'Rencana yang diketik' }),
        redirect: 'manual',
      })
      return { status: answer.status, page: await answer.text() }
    }
    const { status, page } = await save({ id: services.newId(), version: '0' })
    expect(status).toBe(409)
    expect(page).toContain('Rencana yang diketik</textarea>')
    const [, id = '', version = ''] =
      /name="id" value="([^"]+)".*?name="version" value="(\d+)"/.exec(page) ?? []
    expect((await save({ id, version })).status).toBe(302)
    expect(await storedReport(services, group.id)).toMatchObject({
      plans: 'Rencana yang diketik',
      version: 2,
    })
    await web.close()
  })

  it('is written by chair or secretary of a group that owes it, once the period has ended at its place', async () => {
    const services = given()
    services.now = START
    const group = await aReporter(services)
    const young = await aReporter(services, '9404011003', 30)
    const stranger = await person(services, 'Orang lain', {
      role: 'volunteer',
      groupId: young.id,
      post: 'ketua',
    })
    const member = await person(services, 'Anggota', {
      role: 'volunteer',
      groupId: group.id,
      post: 'anggota',
    })
    await expect(send(services, { id: group.id, member: stranger })).rejects.toMatchObject({ status: 404 })
    await expect(send(services, { id: group.id, member })).rejects.toMatchObject({ code: 'not_chair' })
    await expect(send(services, young)).rejects.toMatchObject({ status: 404 })
    const quarter = periodOf('quarter', '2026-07-01')
    await expect(send(services, group, { period: quarter })).rejects.toMatchObject({ status: 404 })
    const november = periodOf('month', '2026-11-01')
    // 1 December begins at 15.00 UTC in Papua, at 17.00 in Java.
    services.now = Date.UTC(2026, 10, 30, 15, 30)
    await send(services, group, { period: november })
    const javanese = await aReporter(services, '3501122003')
    await expect(send(services, javanese, { period: november })).rejects.toMatchObject({
      code: 'period_running',
    })
    services.now = Date.UTC(2026, 10, 30, 17)
    await send(services, javanese, { period: november })
    expect(await storedReport(services, javanese.id, november)).toMatchObject({ onTime: true })
  })

  it('is on time until the end of the day on which it is due, and stays so when it is given back later', async () => {
    const services = given()
    const onTime = async (now: number) => {
      services.now = now
      const group = await aReporter(services)
      await send(services, group)
      return (await storedReport(services, group.id))?.onTime
    }
    expect(await onTime(Date.UTC(2026, 10, 10, 14, 59))).toBe(true)
    expect(await onTime(Date.UTC(2026, 10, 10, 15, 0))).toBe(false)
    services.now = Date.UTC(2026, 10, 9)
    const group = await aReporter(services)
    const id = await send(services, group)
    const before = await ratesOf(services, '940401')
    await returnReports(services, {
      actor: group.officer,
      requestId: 'r',
      chosen: [{ id, version: 1 }],
      comment: 'Mohon dilengkapi.',
    })
    const returned = await ratesOf(services, '940401')
    expect((before?.onTime ?? 0) - (returned?.onTime ?? 0)).toBe(1)
    expect((before?.actual ?? 0) - (returned?.actual ?? 0)).toBe(1)
    services.now = START
    await send(services, group)
    expect(await ratesOf(services, '940401')).toMatchObject({
      onTime: before?.onTime,
      actual: before?.actual,
    })
  })

  it('needs a reason after the lock or after it was verified, and keeps every edition', async () => {
    const services = given()
    services.now = START
    const group = await aReporter(services)
    const id = await send(services, group)
    await verifyReports(services, { actor: group.officer, requestId: 'r', chosen: [{ id, version: 1 }] })
    const corrected = { ...aContent, spent: 1_300_000 }
    await expect(send(services, group, { content: corrected })).rejects.toMatchObject({
      code: 'reason_missing',
    })
    await send(services, group, { content: corrected, reason: 'Nota baru ditemukan.' })
    const late = await aReporter(services)
    services.now = Date.UTC(2026, 11, 12)
    await expect(send(services, late)).rejects.toMatchObject({ code: 'reason_missing' })
    await send(services, late, { reason: 'Ketua baru pulang dari kebun.' })
    const { reportEditions } = services.store.tables
    const editions = await services.store.read
      .select()
      .from(reportEditions)
      .where(eq(reportEditions.reportId, id))
      .orderBy(asc(reportEditions.edition))
    expect(editions.map(({ spent, reason }) => [spent, reason])).toEqual([
      [1_250_000, null],
      [1_300_000, 'Nota baru ditemukan.'],
    ])
    services.now = START
  })

  it('keeps a draft between visits without counting it, and lets nobody overwrite unseen', async () => {
    const services = given()
    services.now = START
    const group = await aReporter(services)
    const before = await ratesOf(services, '9404')
    const draft = {
      actor: group.member,
      requestId: 'r',
      id: services.newId(),
      groupId: group.id,
      period: october,
      version: 0,
      content: aContent,
    }
    await saveReport(services, draft)
    await saveReport(services, draft)
    expect(await storedReport(services, group.id)).toMatchObject({ status: 'draft', version: 1, edition: 0 })
    expect(await ratesOf(services, '9404')).toEqual(before)
    const other = { ...draft, content: { ...aContent, plans: 'Lain' } }
    await expect(saveReport(services, other)).rejects.toMatchObject({ code: 'report_changed' })
    await saveReport(services, { ...other, version: 1 })
    await send(services, group)
    await expect(saveReport(services, { ...draft, version: 3 })).rejects.toMatchObject({
      code: 'report_changed',
    })
  })
})

onEachEngine('an office', (given) => {
  it('decides in its own region, on what is still as it was on the screen, and not on its own', async () => {
    const services = given()
    services.now = START
    const [one, two] = [await aReporter(services), await aReporter(services)]
    const elsewhere = await aReporter(services, '3501122003')
    const ids = [await send(services, one), await send(services, two)]
    const far = await send(services, elsewhere)
    const chosen = ids.map((id) => ({ id, version: 1 }))
    const verify = (more: object = {}) =>
      verifyReports(services, { actor: one.officer, requestId: 'r', chosen, ...more })
    await expect(verify({ chosen: [...chosen, { id: far, version: 1 }] })).rejects.toMatchObject({
      status: 404,
    })
    await send(services, two, { reason: 'Salah ketik tadi.' })
    const decided = await verify()
    expect(decided).toMatchObject({ done: 1, left: [{ id: ids[1] }] })
    await expect(verify({ chosen: [{ id: ids[1] ?? '', version: 1 }] })).rejects.toMatchObject({
      status: 409,
    })
    const both = await person(
      services,
      'Petugas dan ketua',
      { role: 'regency_officer', provinceCode: '94', regencyCode: '9404' },
      { role: 'volunteer', groupId: two.id, post: 'ketua' },
    )
    await send(services, { id: two.id, member: both }, { reason: 'Saya kirim ulang.' })
    const own = verifyReports(services, {
      actor: both,
      requestId: 'r',
      chosen: [{ id: ids[1] ?? '', version: 3 }],
    })
    await expect(own).rejects.toMatchObject({ code: 'own_report' })
  })

  it('verifies a report once when two officers press at the same time', async () => {
    const services = given()
    services.now = START
    const group = await aReporter(services)
    const id = await send(services, group)
    const verify = () =>
      verifyReports(services, { actor: group.officer, requestId: 'r', chosen: [{ id, version: 1 }] })
    const both = await Promise.allSettled([verify(), verify(), verify()])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await checkReportCounts(services)).toEqual([])
  })
})

onEachEngine('the approval of a period', (given) => {
  it('follows the tree upwards, locks, and is reopened from above with all that stands on it', async () => {
    const services = given()
    services.now = START
    const group = await aReporter(services)
    const silent = await aReporter(services, '9404022001')
    const province = await person(services, 'Provinsi', { role: 'province_officer', provinceCode: '94' })
    const nation = await person(services, 'Pusat', { role: 'national_officer' })
    const act = { requestId: 'r', period: october }
    const approve = (actor: typeof nation, regionCode: string, version = 0) =>
      approvePeriod(services, { ...act, actor, regionCode, version })
    const id = await send(services, group)
    await expect(approve(group.officer, '9404')).rejects.toMatchObject({ code: 'reports_waiting' })
    await verifyReports(services, { actor: group.officer, requestId: 'r', chosen: [{ id, version: 1 }] })
    await expect(approve(province, '9404')).rejects.toMatchObject({ status: 404 })
    await expect(approve(province, '94')).rejects.toMatchObject({ code: 'open_below' })
    await approve(group.officer, '9404')
    await expect(approve(group.officer, '9404', 1)).rejects.toMatchObject({ code: 'already_approved' })
    await expect(send(services, silent)).rejects.toMatchObject({ code: 'period_approved' })
    await expect(
      returnReports(services, {
        actor: group.officer,
        requestId: 'r',
        chosen: [{ id, version: 2 }],
        comment: 'Terlambat.',
      }),
    ).rejects.toMatchObject({ code: 'period_approved' })
    await approve(province, '94')
    await approve(nation, '00')
    const reopen = (actor: typeof nation, regionCode: string, version = 1) =>
      reopenPeriod(services, { ...act, actor, regionCode, version, reason: 'Ada laporan susulan.' })
    await expect(reopen(group.officer, '9404')).rejects.toMatchObject({ status: 404 })
    await expect(reopen(province, '9404')).rejects.toMatchObject({ code: 'approved_above' })
    await reopen(nation, '9404')
    const { reportApprovals } = services.store.tables
    const rows = await services.store.read
      .select()
      .from(reportApprovals)
      .orderBy(asc(reportApprovals.regionCode))
    expect(rows.map(({ regionCode, status }) => [regionCode, status])).toEqual([
      ['00', 'reopened'],
      ['94', 'reopened'],
      ['9404', 'reopened'],
    ])
    await expect(reopen(nation, '9404', 2)).rejects.toMatchObject({ code: 'not_approved' })
    await send(services, silent)
    const late = await storedReport(services, silent.id)
    const chosen = [{ id: late?.id ?? '', version: 1 }]
    await verifyReports(services, { actor: group.officer, requestId: 'r', chosen })
    await expect(approve(group.officer, '9404')).rejects.toMatchObject({ status: 409 })
    await approve(group.officer, '9404', 2)
  })

  it('waits for the day on which reports are due, unless all are verified', async () => {
    const services = given()
    services.now = Date.UTC(2026, 10, 5)
    const july = periodOf('month', '2026-10-01')
    const group = await aReporter(services, '3501122003')
    const approving = { actor: group.officer, requestId: 'r', regionCode: '3501', period: july, version: 0 }
    await expect(approvePeriod(services, approving)).rejects.toMatchObject({ code: 'not_due' })
    const id = await send(services, group, { period: july })
    await verifyReports(services, { actor: group.officer, requestId: 'r', chosen: [{ id, version: 1 }] })
    await approvePeriod(services, approving)
    services.now = START
  })

  it('lets either the report or the approval be first, never both', async () => {
    const services = given()
    services.now = START
    const september = periodOf('month', '2026-09-01')
    const group = await aReporter(services, '3501122003')
    const officer = {
      actor: group.officer,
      requestId: 'r',
      regionCode: '3501',
      period: september,
      version: 0,
    }
    const [sent, approved] = await Promise.allSettled([
      send(services, group, { period: september, reason: 'Susulan.' }),
      approvePeriod(services, officer),
    ])
    const done = [sent, approved].filter(({ status }) => status === 'fulfilled')
    expect(done).toHaveLength(1)
    const { reportCounts } = services.store.tables
    await services.store.transact(async ({ db }) => {
      await db.update(reportCounts).set({ sent: 99 }).where(eq(reportCounts.regionCode, '3501'))
    })
    expect((await checkReportCounts(services)).length).toBeGreaterThan(0)
    await rewriteReportCounts(services)
    expect(await checkReportCounts(services)).toEqual([])
  })
})
