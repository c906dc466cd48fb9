import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ActivityId } from '~/features/activities/activities.schema'
import { confirmActivities } from '~/features/activities/decide-activities.server'
import { postActivity } from '~/features/activities/post-activity.server'
import { coverageList } from '~/features/coverage/coverage-list.queries.server'
import { coverageScreen, villageScreen } from '~/features/coverage/coverage-screen.queries.server'
import { exportCoverage } from '~/features/coverage/export-coverage.server'
import { transitionsIn } from '~/features/coverage/group-states.queries.server'
import { groupsBeforeAndNow, groupsOn } from '~/features/coverage/groups-on-date.queries.server'
import { type ListKind, listKinds, lists } from '~/features/coverage/list-kinds'
import { measureKeys } from '~/features/coverage/measures'
import { thresholdsOf } from '~/features/coverage/thresholds.queries.server'
import { lockGroup, moveGroup } from '~/features/groups/act-on-group.server'
import { addDays } from '~/platform/calendar'
import { DAY } from '~/platform/clock'
import { aMemberOf, anActivity, anOfficerOf } from '../support/activities'
import { onEachEngine } from '../support/engines'
import { aGroup } from '../support/groups'
import { allFacts, countNaively } from '../support/naive-coverage'
import type { TestServices } from '../support/services'
import { serve, type Web } from '../support/web'

const START = Date.UTC(2026, 10, 22, 2)
const TODAY = '2026-11-22'
const villages = [
  '9404011003',
  '9404011003',
  '9404011014',
  '9404022001',
  '9404022002',
  '3501012001',
  '3501122003',
]

/** Groups that came, slept and were suspended, with activities through two years, some not open to everyone. */
async function world(services: TestServices) {
  const made = []
  for (const [at, villageCode] of villages.entries()) {
    services.now = START - (680 - at * 70) * DAY
    const { id } = await aGroup(services, { name: `KIM Contoh ${at}` }, villageCode)
    made.push({
      id,
      villageCode,
      member: await aMemberOf(services, id),
      officer: await anOfficerOf(services, villageCode.slice(0, 4)),
    })
  }
  const [, , away, suspended] = made
  if (!away || !suspended) throw new Error('no group')
  const move = (groupId: string, status: 'suspended' | 'registered', now: number) =>
    services.store.transact(async (tx) => {
      const group = await lockGroup(tx, groupId)
      if (group) await moveGroup(tx, group, status, { version: group.version, now })
    })
  await move(away.id, 'suspended', START - 90 * DAY)
  await move(suspended.id, 'suspended', START - 40 * DAY)
  await move(away.id, 'registered', START - 30 * DAY)
  services.now = START
  for (const [at, { id: groupId, villageCode, member, officer }] of made.entries()) {
    for (let report = 0; report < 5; report++) {
      const id = ActivityId.parse(services.newId())
      const content = anActivity(villageCode, {
        localDate: addDays(TODAY, -(2 + ((at * 53 + report * 41) % 400))),
        isPublic: report % 2 === 0,
      })
      try {
        await postActivity(services, { actor: member, requestId: 'r', id, groupId, content })
      } catch (error) {
        if (typeof error === 'object' && error !== null && 'isAppError' in error) continue
        throw error
      }
      await confirmActivities(services, { actor: officer, requestId: 'r', chosen: [{ id, version: 1 }] })
    }
  }
}

const codes = ['00', '94', '35', '9404', '3501', '940401', '940402', '350112']
const days = fc.integer({ min: 0, max: 720 }).map((ago) => addDays(TODAY, -ago))
const prefix = (code: string) => (code === '00' ? '' : code)

onEachEngine('coverage pages', (given) => {
  let web: Web
  beforeAll(async () => {
    await world(given())
    web = await serve(given())
  }, 120_000)
  afterAll(() => web.close())
  const pageOf = async (path: string) => (await fetch(web.origin + path)).text()

  it('show for any region and day what a count of every fact by the definitions says', async () => {
    const services = given()
    const facts = await allFacts(services)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...codes), days, async (code, date) => {
        const screen = await coverageScreen(services, { code, date })
        expect(screen?.numbers).toMatchObject(countNaively(facts, prefix(code), date))
        for (const below of screen?.below ?? []) {
          const counted = countNaively(facts, below.code, date)
          const { activities: _, districts, districtsActive, districtsWithGroup, ...rest } = counted
          expect(below.numbers).toMatchObject(
            code.length === 6 ? rest : { ...rest, districts, districtsActive, districtsWithGroup },
          )
        }
      }),
      { numRuns: 40 },
    )
  }, 120_000)

  it('and the first page of an office tell the same of the groups of two days', async () => {
    const { store } = given()
    const reading = { db: store.read, tables: store.tables }
    const thresholds = await thresholdsOf(reading, '94')
    const scope = { actor: await anOfficerOf(given(), '9404'), regionCode: '' }
    await fc.assert(
      fc.asyncProperty(days, days, async (one, other) => {
        const [before = one, now = one] = [one, other].sort()
        const [earlier, found] = [
          await groupsOn(reading, { regencyCode: '9404' }, before),
          await groupsOn(reading, { regencyCode: '9404' }, now),
        ]
        const { groups, moved } = await groupsBeforeAndNow(reading, '9404', { before, now }, thresholds)
        expect(groups.map(({ stateBefore, ...group }) => group)).toEqual(
          found.map(({ id, name, villageCode, state }) => ({ id, name, villageCode, state })),
        )
        const stateBefore = new Map(groups.map((group) => [group.id, group.stateBefore]))
        for (const { id, state } of earlier) expect([state, undefined]).toContain(stateBefore.get(id))
        const told = await transitionsIn(given(), scope, { from: addDays(before, 1), until: now })
        expect(moved.map(({ name, id, ...one }) => ({ groupId: id, ...one }))).toEqual(told)
      }),
      { numRuns: 40 },
    )
  }, 120_000)

  it('add up: the regions below have together what the region above has', async () => {
    const services = given()
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...codes), days, async (code, date) => {
        const screen = await coverageScreen(services, { code, date })
        if (!screen) throw new Error(`no page of ${code}`)
        for (const kind of listKinds) {
          // A province's own partnerships belong to none of its regencies.
          if (kind === 'kemitraan' || (code.length === 6 && kind.startsWith('kecamatan'))) continue
          const sum = screen.below.reduce((all, { numbers }) => all + lists[kind].count(numbers), 0)
          expect([kind, sum]).toEqual([kind, lists[kind].count(screen.numbers)])
        }
      }),
      { numRuns: 20 },
    )
  }, 120_000)

  it('lead from each number to a list of as many lines, each once, page after page', async () => {
    const services = given()
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('94', '9404', '940401', '350112', '3501'),
        fc.constantFrom<ListKind>(...listKinds),
        days,
        async (code, kind, date) => {
          const screen = await coverageScreen(services, { code, date })
          if (!screen) throw new Error(`no page of ${code}`)
          const keys: string[] = []
          for (let page = 1, last = 1; page <= last; page++) {
            const list = await coverageList(services, { code, kind, date, page })
            if (!list) throw new Error(`no list of ${code}`)
            expect(list.total).toBe(lists[kind].count(screen.numbers))
            keys.push(...list.rows.map(({ key }) => key))
            last = list.pageCount
          }
          expect(new Set(keys).size).toBe(keys.length)
          expect(keys.length).toBe(lists[kind].count(screen.numbers))
        },
      ),
      { numRuns: 30 },
    )
  }, 120_000)

  it('never show in a list or a file what a group did not open to everyone', async () => {
    const services = given()
    const { activities } = services.store.tables
    const closed = (await services.store.read.select().from(activities)).filter(({ isPublic }) => !isPublic)
    expect(closed.length).toBeGreaterThan(0)
    for (const date of [TODAY, addDays(TODAY, -100), addDays(TODAY, -200)]) {
      const list = await coverageList(services, { code: '00', kind: 'kegiatan', date, page: 1 })
      for (const { line, key } of list?.rows ?? []) {
        const isClosed = closed.some(({ id }) => id === key)
        expect(line.of === 'activity' && line.shown === null).toBe(isClosed)
      }
    }
  })

  it('give files with a line for each line of the list, and a note of the day', async () => {
    const services = given()
    for (const kind of ['kim-terdaftar', 'desa-tanpa-kim', undefined] as const) {
      const file = await exportCoverage(services, { code: '9404', kind, format: 'csv' })
      const parts: Buffer[] = []
      for await (const chunk of file?.chunks ?? []) parts.push(Buffer.from(chunk))
      const lines = Buffer.concat(parts).toString('utf8').split('\r\n')
      const screen = await coverageScreen(services, { code: '9404' })
      if (!screen) throw new Error('no page')
      const rows = kind ? lists[kind].count(screen.numbers) : screen.below.length + 1
      expect(lines.findIndex((line) => /^;*$/.test(line))).toBe(rows + 1)
      expect(lines.some((line) => line.includes('22 November 2026'))).toBe(true)
    }
  })

  it('name the groups of a village with how active each was on the day', async () => {
    const services = given()
    const facts = await allFacts(services)
    for (const date of [TODAY, addDays(TODAY, -150), addDays(TODAY, -650)]) {
      const village = await villageScreen(services, { code: '9404011003', date })
      const counted = countNaively(facts, '9404011003', date)
      expect(village?.groups.length).toBe(counted.groups)
      expect(village?.groups.filter(({ state }) => state === 'active').length).toBe(counted.activeGroups)
    }
  })

  it('lead from the activities of a village to their list, also where no group is registered any more', async () => {
    const services = given()
    const facts = await allFacts(services)
    for (const code of new Set(villages)) {
      for (const date of [TODAY, addDays(TODAY, -60), addDays(TODAY, -150)]) {
        const village = await villageScreen(services, { code, date })
        const list = await coverageList(services, { code, kind: 'kegiatan', date, page: 1 })
        const counted = countNaively(facts, code, date).recentActivities
        expect([village?.recentActivities, list?.total, list?.rows.length]).toEqual(Array(3).fill(counted))
      }
      expect(await coverageList(services, { code, kind: 'kim-aktif', page: 1 })).toBeNull()
    }
    const [busy] = facts.groups
      .map(({ villageCode }) => villageCode)
      .filter((code) => countNaively(facts, code, TODAY).recentActivities > 0)
    if (!busy) throw new Error('no activity')
    const file = await exportCoverage(services, { code: busy, kind: 'kegiatan', format: 'csv' })
    const parts: Buffer[] = []
    for await (const chunk of file?.chunks ?? []) parts.push(Buffer.from(chunk))
    const [header, ...lines] = Buffer.concat(parts).toString('utf8').split('\r\n')
    expect(header).toContain('Desa, kelurahan atau kampung')
    expect(lines.findIndex((line) => /^;*$/.test(line))).toBe(
      countNaively(facts, busy, TODAY).recentActivities,
    )
  })

  it('of a district keep a column of numbers on a phone, and each number of a village leads on', async () => {
    for (const measure of measureKeys) {
      const [table = ''] = /<table.*?<\/table>/s.exec(await pageOf(`/peta/940401?ukuran=${measure}`)) ?? []
      const heads = table.match(/<th scope="col"[^>]*>/g)?.filter((head) => !head.includes('max-sm:hidden'))
      expect([measure, heads?.length]).not.toEqual([measure, 1])
      expect(table.match(/<td[^>]*>[1-9]/)).toBeNull()
    }
    const { districtCode, villageCode } = (
      await coverageList(given(), {
        code: '94',
        kind: 'kegiatan',
        page: 1,
      })
    )?.rows[0] ?? { districtCode: '', villageCode: '' }
    const href = `href="/peta/${villageCode}/daftar?isi=kegiatan"`
    expect(await pageOf(`/peta/${districtCode}`)).toContain(href)
    expect(await pageOf(`/peta/${villageCode}`)).toContain(href)
    expect(await pageOf(`/peta/${villageCode}/daftar?isi=kegiatan`)).toContain('Kegiatan dalam 30 hari')
  })

  it('can be compared with those beside them, by name, and say which code is unknown', async () => {
    const form = await pageOf('/peta/bandingkan?a=3501')
    expect(form.match(/<option value="3502">Kabupaten Ponorogo</g)).toHaveLength(2)
    expect(form).toContain('<option value="3501" selected="">Kabupaten Pacitan<')
    expect(form).toContain('<option value="94">Papua Tengah<')
    const districts = await pageOf('/peta/bandingkan?a=940401&b=350112')
    expect(districts).toContain('<option value="940402">')
    expect(districts).toContain('<option value="350112" selected="">Kecamatan ')

    const regencies = await pageOf('/peta/bandingkan?a=3501&b=9404')
    expect(regencies.match(/class="mosaic"/g)).toHaveLength(2)
    const twoDays = await pageOf('/peta/bandingkan?a=940401&dan=2026-10-31')
    const ids = twoDays.match(/ id="[^"]+"/g) ?? []
    expect(ids).toEqual([...new Set(ids)])
    expect(await pageOf('/peta/bandingkan?a=3501&b=9499')).toContain('“9499” bukan kode')
    expect(await pageOf('/peta/bandingkan?a=abc&dan=2026-10-31')).toContain('“abc” bukan kode')
    expect(form).not.toContain('bukan kode')
  })

  it('show the month at which the slider stood, also when another month has begun since', async () => {
    const services = given()
    const lastDay = Date.UTC(2026, 10, 30, 2)
    const sendTo = async (bulan: number, dari: string) => {
      const query = new URLSearchParams({ bulan: String(bulan), dari })
      const { url } = await fetch(`${web.origin}/peta/9404?${query}`)
      return new URL(url).search
    }
    services.now = lastDay
    const opened = await pageOf('/peta/9404')
    const [, from = ''] = /name="dari" value="([^"]+)"/.exec(opened) ?? []
    expect(opened).not.toContain('aria-valuetext')
    expect(await sendTo(23, from)).toBe('?tanggal=2026-10-31')
    expect(await sendTo(24, from)).toBe('')
    services.now = lastDay + DAY
    expect(await sendTo(23, from)).toBe('?tanggal=2026-10-31')
    expect(await sendTo(24, from)).toBe('?tanggal=2026-11-30')
    expect(await sendTo(99, 'kapan')).toBe('?bulan=99&dari=kapan')
    services.now = START
  })

  it('know no region that there is not', async () => {
    const services = given()
    for (const code of ['99', '9499', '940499', '0000']) {
      expect(await coverageScreen(services, { code })).toBeNull()
      expect(await coverageList(services, { code, kind: 'kim-aktif', page: 1 })).toBeNull()
    }
  })
})
