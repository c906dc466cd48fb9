import { parse } from 'csv-parse/sync'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { ActivityId } from '~/features/activities/activities.schema'
import { editActivity } from '~/features/activities/edit-activity.server'
import { postActivity } from '~/features/activities/post-activity.server'
import type { GroupId } from '~/features/groups/groups.schema'
import { GroupId as GroupIdSchema } from '~/features/groups/groups.schema'
import { approvalScreen } from '~/features/reporting/approval.queries.server'
import { approvePeriod } from '~/features/reporting/approve-period.server'
import { changesScreen } from '~/features/reporting/changes.queries.server'
import { verifyReports } from '~/features/reporting/decide-reports.server'
import { exportReports } from '~/features/reporting/export-reports.server'
import { groupReportsScreen } from '~/features/reporting/group-reports.queries.server'
import { officeReportsScreen } from '~/features/reporting/office-reports.queries.server'
import {
  changesQuery,
  listedReportKinds,
  reportListQuery,
  reportPlaceQuery,
  reportQueueQuery,
} from '~/features/reporting/office-reports.schema'
import { ownReportScreen } from '~/features/reporting/own-report.queries.server'
import { periodOf } from '~/features/reporting/periods'
import { remindOfReports } from '~/features/reporting/remind-reports.server'
import { reopenPeriod } from '~/features/reporting/reopen-period.server'
import { reportListScreen } from '~/features/reporting/report-list.queries.server'
import { reportQueueScreen } from '~/features/reporting/report-queue.queries.server'
import { reviewReportScreen } from '~/features/reporting/review-report.queries.server'
import { DAY } from '~/platform/clock'
import { anActivity } from '../support/activities'
import { onEachEngine } from '../support/engines'
import { person } from '../support/people'
import { aContent, aReporter, october, type Reporter, START, send, storedReport } from '../support/reports'
import type { TestServices } from '../support/services'

const masa = 'bulan-2026-10'
const list = (words: Record<string, string> = {}) => reportListQuery.parse({ masa, ...words })

async function anEvent(services: TestServices, group: Reporter, changes = {}) {
  const id = ActivityId.parse(services.newId())
  const content = anActivity(group.villageCode, { localDate: '2026-10-12', ...changes })
  await postActivity(services, { actor: group.member, requestId: 'r', id, groupId: group.id, content })
  return id
}

function verify(services: TestServices, group: Reporter, id: string, version = 1) {
  return verifyReports(services, { actor: group.officer, requestId: 'r', chosen: [{ id, version }] })
}

function idOf(group: Reporter): GroupId {
  return GroupIdSchema.parse(group.id)
}

async function text(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return Buffer.concat(parts).toString('utf8')
}

onEachEngine('screens of reports', (given) => {
  it('show an office its own region only, and every number has as many rows as it says', async () => {
    const services = given()
    services.now = START
    const groups: Reporter[] = []
    for (let at = 0; at < 53; at++) groups.push(await aReporter(services))
    const far = await aReporter(services, '3501122003')
    const [one, two, three] = groups
    if (!one || !two || !three) throw new Error('no groups')
    await verify(services, one, await send(services, one))
    await send(services, two)
    await send(services, far)
    const { officer } = one
    const screen = await officeReportsScreen(services, officer, reportPlaceQuery.parse({ masa }))
    const { expected, actual, onTime, dormant, sent, verified } = screen.whole
    const sizes: Record<string, number> = {
      semua: expected,
      masuk: actual,
      tepat: onTime,
      terlambat: actual - onTime,
      belum: expected - actual,
      menunggu: sent,
      terverifikasi: verified,
      dikembalikan: 0,
      vakum: dormant,
    }
    expect([expected, actual, verified]).toEqual([53, 2, 1])
    for (const keadaan of listedReportKinds) {
      const seen = new Set<string>()
      for (let setelah: string | undefined; ; ) {
        const page = await reportListScreen(services, officer, list({ keadaan, ...(setelah && { setelah }) }))
        for (const { groupId } of page.rows) {
          expect(seen.has(groupId)).toBe(false)
          seen.add(groupId)
        }
        setelah = page.next
        if (!setelah) break
      }
      expect(seen.size, keadaan).toBe(sizes[keadaan])
      expect(seen.has(far.id)).toBe(false)
    }
    await expect(reportListScreen(services, officer, list({ wilayah: '3501' }))).rejects.toMatchObject({
      status: 404,
    })
    const farReport = await storedReport(services, far.id)
    await expect(reviewReportScreen(services, officer, farReport?.id ?? '')).rejects.toMatchObject({
      status: 404,
    })
    const queue = await reportQueueScreen(services, officer, reportQueueQuery.parse({}))
    expect(queue.rows.map(({ groupName }) => groupName)).toHaveLength(1)
    const file = await exportReports(services, {
      actor: officer,
      query: list({ keadaan: 'masuk' }),
      format: 'csv',
      requestId: 'r',
    })
    const rows: string[][] = parse(await text(file.chunks), {
      delimiter: ';',
      bom: true,
      relax_column_count: true,
    })
    expect(rows.filter(([number]) => groups.some((group) => group.number === number))).toHaveLength(2)
  }, 60_000)

  it('lead a group to what it has to do first, and keep what was sent apart from what is typed since', async () => {
    const services = given()
    services.now = START
    const group = await aReporter(services)
    await anEvent(services, group)
    const before = await groupReportsScreen(services, group.member, idOf(group))
    expect(before.first?.words).toBe('Oktober 2026')
    const draft = await ownReportScreen(services, group.member, { groupId: idOf(group), period: october })
    expect(draft).toMatchObject({ phase: 'late', maySend: true, amends: false, numbers: { activities: 1 } })
    await send(services, group)
    await anEvent(services, group, { title: 'Satu lagi' })
    const sent = await ownReportScreen(services, group.member, { groupId: idOf(group), period: october })
    expect(sent).toMatchObject({ numbers: { activities: 1 }, now: { activities: 2 }, amends: true })
    const after = await groupReportsScreen(services, group.member, idOf(group))
    expect(after.first).toBeNull()
    const outsider = await aReporter(services)
    await expect(
      ownReportScreen(services, outsider.member, { groupId: idOf(group), period: october }),
    ).rejects.toMatchObject({ status: 404 })
  })

  it('list every change to an approved period, before and after, and no other', async () => {
    const services = given()
    services.now = START
    const group = await aReporter(services, '3501122003')
    const september = periodOf('month', '2026-09-01')
    const province = await person(services, 'Provinsi', { role: 'province_officer', provinceCode: '35' })
    const inside = await anEvent(services, group, { localDate: '2026-09-10', title: 'Di dalam' })
    const moving = await anEvent(services, group, { localDate: '2026-09-11', title: 'Pindah' })
    const outside = await anEvent(services, group, { localDate: '2026-10-12', title: 'Di luar' })
    const id = await send(services, group, { period: september, reason: 'Susulan.' })
    await verify(services, group, id)
    const query = changesQuery.parse({ masa: 'bulan-2026-09', wilayah: '3501' })
    expect(await changesScreen(services, province, query)).toMatchObject({ approved: 0, rows: [] })
    services.now += 1000
    const acting = { requestId: 'r', regionCode: '3501', period: september }
    await approvePeriod(services, { ...acting, actor: group.officer, version: 0 })
    const edit = (activityId: string, changes: object) =>
      editActivity(services, {
        actor: group.member,
        requestId: 'r',
        activityId,
        version: 1,
        content: anActivity(group.villageCode, changes),
      })
    services.now += 1000
    await edit(inside, { localDate: '2026-09-10', title: 'Di dalam', reach: 450 })
    await edit(moving, { localDate: '2026-10-11', title: 'Pindah' })
    await edit(outside, { localDate: '2026-10-12', title: 'Di luar', reach: 9 })
    await reopenPeriod(services, { ...acting, actor: province, version: 1, reason: 'Ada nota tertinggal.' })
    services.now += 1000
    await send(services, group, {
      period: september,
      reason: 'Nota tertinggal.',
      content: { ...aContent, spent: 1_400_000 },
    })
    const { rows, approved } = await changesScreen(services, province, query)
    expect(approved).toBe(1)
    expect(rows.map(({ title, did }) => [title, did])).toEqual([
      ['Laporan berkala', 'mengirim perbaikan atau susulan laporan'],
      ['Pindah', 'mengubah catatan kegiatan'],
      ['Di dalam', 'mengubah catatan kegiatan'],
    ])
    expect(rows[0]?.changes).toContainEqual({
      term: 'Uang dibelanjakan',
      before: 'Rp1.250.000',
      after: 'Rp1.400.000',
    })
    expect(rows[1]?.changes).toContainEqual({
      term: 'Tanggal',
      before: '11 September 2026',
      after: '11 Oktober 2026',
    })
    expect(rows[2]?.changes).toEqual([{ term: 'Jangkauan', before: '45 orang', after: '450 orang' }])
    const neighbour = await person(services, 'Lain', {
      role: 'regency_officer',
      provinceCode: '94',
      regencyCode: '9404',
    })
    await expect(changesScreen(services, neighbour, query)).rejects.toMatchObject({ status: 404 })
    const approval = await approvalScreen(
      services,
      province,
      reportPlaceQuery.parse({ masa: 'bulan-2026-09' }),
    )
    expect(approval.openBelow.map(({ code }) => code)).toEqual(['3501'])
  })

  it('tell a chair once that a report is due and once that it is late', async () => {
    const services = given()
    services.now = START
    const group = await aReporter(services)
    const silent = await aReporter(services)
    const chair = await person(services, 'Ketua', { role: 'volunteer', groupId: group.id, post: 'ketua' })
    const sender = await person(services, 'Ketua rajin', {
      role: 'volunteer',
      groupId: silent.id,
      post: 'ketua',
    })
    const told = async (accountId: string) => {
      const { notices } = services.store.tables
      const rows = await services.store.read.select().from(notices).where(eq(notices.accountId, accountId))
      return rows.map(({ title }) => title).sort()
    }
    services.now = Date.UTC(2026, 10, 2)
    await remindOfReports(services, {})
    await remindOfReports(services, {})
    expect(await told(chair.id)).toHaveLength(1)
    await send(services, { id: silent.id, member: sender })
    services.now = Date.UTC(2026, 10, 13)
    await remindOfReports(services, {})
    services.now += DAY
    await remindOfReports(services, {})
    expect((await told(chair.id)).map((title) => title.split(' ').at(-1))).toEqual(['dikirim', 'terlambat'])
    expect(await told(sender.id)).toHaveLength(1)
    services.now = START
  })
})
