import { parse } from 'csv-parse/sync'
import { and, asc, eq, like } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { ActivityId } from '~/features/activities/activities.schema'
import { askBack, confirmActivities } from '~/features/activities/decide-activities.server'
import { decideOneScreen, nextWaiting } from '~/features/activities/decide-one.queries.server'
import { decidedWords } from '~/features/activities/decided-words'
import { editActivity } from '~/features/activities/edit-activity.server'
import { exportActivities } from '~/features/activities/export-activities.server'
import { officeActivitiesScreen } from '~/features/activities/office-activities.queries.server'
import {
  type Cursor,
  type OfficeActivitiesQuery,
  officeActivitiesQuery,
} from '~/features/activities/office-activities.schema'
import { postActivity } from '~/features/activities/post-activity.server'
import { countWaitingActivities } from '~/features/activities/waiting.queries.server'
import { coverageScreen } from '~/features/coverage/coverage-screen.queries.server'
import { exportWakefulness } from '~/features/coverage/export-wakefulness.server'
import { checkCoverage } from '~/features/coverage/rebuild-coverage.server'
import { wakefulnessScreen } from '~/features/coverage/wakefulness.queries.server'
import { wakefulnessQuery } from '~/features/coverage/wakefulness.schema'
import { adminNumbers } from '~/features/home/admin-dashboard.queries.server'
import type { Actor } from '~/features/identity/actor'
import { revokeMembership } from '~/features/identity/grants.server'
import { setSetting } from '~/features/settings/set-setting.server'
import { jobHandlers } from '~/jobs'
import { addDays } from '~/platform/calendar'
import { DAY } from '~/platform/clock'
import { runOneJob } from '~/platform/jobs/worker'
import { aMemberOf, anActivity, anOfficerOf } from '../support/activities'
import { onEachEngine } from '../support/engines'
import { aGroup } from '../support/groups'
import { person } from '../support/people'
import type { TestServices } from '../support/services'

const START = Date.UTC(2026, 10, 22, 2)

const idsOf = ({ rows }: { rows: { id: string }[] }) => rows.map(({ id }) => id)

/** The ids of the file's rows, in its order. */
async function exportedIds(
  services: TestServices,
  actor: Actor,
  query: OfficeActivitiesQuery,
  looking?: { examined: number },
): Promise<string[]> {
  const file = await exportActivities(services, { actor, query, format: 'csv', requestId: 'r' }, looking)
  const records: string[][] = parse(await text(file.chunks), { delimiter: ';', bom: true })
  return records.map((cells) => cells.at(-1) ?? '').filter((cell) => /^[0-9a-f-]{36}$/.test(cell))
}

const query = (words: Record<string, string> = {}) => officeActivitiesQuery.parse(words)

const opened = (services: TestServices, actor: Actor, activityId: string, asked = query()) =>
  decideOneScreen(services, actor, { activityId, query: asked })

async function aReport(
  services: TestServices,
  { groupId, member, villageCode }: { groupId: string; member: Actor; villageCode: string },
  changes: Parameters<typeof anActivity>[1] = {},
) {
  const id = ActivityId.parse(services.newId())
  const content = anActivity(villageCode, changes)
  await postActivity(services, { actor: member, requestId: 'r', id, groupId, content })
  return id
}

async function aGroupWithMember(services: TestServices, villageCode: string) {
  services.now = START - 400 * DAY
  const { id } = await aGroup(services, {}, villageCode)
  const member = await aMemberOf(services, id)
  services.now = START
  return { groupId: id, member, villageCode }
}

async function text(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return Buffer.concat(parts).toString('utf8')
}

onEachEngine('activities at an office', (given) => {
  it('shows each office those of its own region, one by one and in the file, and nobody else', async () => {
    const services = given()
    const mimika = await aGroupWithMember(services, '9404011003')
    const pacitan = await aGroupWithMember(services, '3501122003')
    const here = await aReport(services, mimika, { title: 'Di Mimika' })
    const there = await aReport(services, pacitan, { title: 'Di Pacitan' })
    const officers = {
      mimika: await anOfficerOf(services, '9404'),
      pacitan: await anOfficerOf(services, '3501'),
      papuaTengah: await person(services, 'Papua Tengah', { role: 'province_officer', provinceCode: '94' }),
      nation: await person(services, 'Nasional', { role: 'national_officer' }),
    }
    const seen: Record<string, [boolean, boolean]> = {}
    for (const [name, actor] of Object.entries(officers)) {
      const { rows } = await officeActivitiesScreen(services, actor, query())
      const file = await exportActivities(services, { actor, query: query(), format: 'csv', requestId: 'r' })
      const written = await text(file.chunks)
      const found = await Promise.all(
        [here, there].map((id) =>
          opened(services, actor, id).then(
            () => true,
            () => false,
          ),
        ),
      )
      const listed = [here, there].map((id) => rows.some((row) => row.id === id))
      expect(listed, name).toEqual(found)
      expect(listed, name).toEqual([here, there].map((id) => written.includes(id)))
      seen[name] = [listed[0] ?? false, listed[1] ?? false]
    }
    expect(seen).toEqual({
      mimika: [true, false],
      pacitan: [false, true],
      papuaTengah: [true, false],
      nation: [true, true],
    })
    const { rows } = await officeActivitiesScreen(services, officers.papuaTengah, query())
    expect(rows.some(({ selectable }) => selectable)).toBe(false)
    const foreign = { actor: officers.mimika, requestId: 'r', chosen: [{ id: there, version: 1 }] }
    await expect(confirmActivities(services, foreign)).rejects.toMatchObject({ status: 404 })
  })

  it('does what it can of a selection and says what it left and why', async () => {
    const services = given()
    const group = await aGroupWithMember(services, '9404011014')
    const officer = await anOfficerOf(services, '9404')
    const ids = []
    for (const title of ['Satu', 'Dua', 'Tiga']) ids.push(await aReport(services, group, { title }))
    const chosen = ids.map((id) => ({ id, version: 1 }))
    await editActivity(services, {
      actor: group.member,
      requestId: 'r',
      activityId: ids[1] ?? '',
      version: 1,
      content: anActivity(group.villageCode, { title: 'Dua, diperbaiki' }),
    })
    const before = await countWaitingActivities(services, officer)
    const decided = await confirmActivities(services, { actor: officer, requestId: 'r', chosen })
    expect(decided.done).toBe(2)
    expect(decided.left.map(({ id }) => id)).toEqual([ids[1]])
    expect(decidedWords(decided, 'confirmed')).toContain('“Dua, diperbaiki”')
    expect(before - (await countWaitingActivities(services, officer))).toBe(2)
    expect(await checkCoverage(services)).toEqual({ counts: [], groupIds: [] })
  })

  it('leaves what the officer reported to another officer', async () => {
    const services = given()
    const group = await aGroupWithMember(services, '9404022001')
    const officer = await person(
      services,
      'Petugas dan anggota',
      { role: 'regency_officer', provinceCode: '94', regencyCode: '9404' },
      { role: 'volunteer', groupId: group.groupId, post: 'anggota' },
    )
    const own = await aReport(services, { ...group, member: officer }, { title: 'Milik sendiri' })
    const { rows } = await officeActivitiesScreen(services, officer, query({ q: 'milik sendiri' }))
    expect(rows).toMatchObject([{ isOwn: true, selectable: false }])
    expect(await opened(services, officer, own)).toMatchObject({ isOwn: true, mayConfirm: false })
    const deciding = { actor: officer, requestId: 'r', chosen: [{ id: own, version: 1 }] }
    await expect(confirmActivities(services, deciding)).rejects.toMatchObject({ code: 'own_activity' })
  })

  it('asks back, is answered, confirms, and sees what was changed afterwards', async () => {
    const services = given()
    const group = await aGroupWithMember(services, '9404011003')
    const officer = await anOfficerOf(services, '9404')
    const id = await aReport(services, group, { title: 'Pelatihan', reach: 10 })
    const deciding = (version: number) => ({ actor: officer, requestId: 'r', chosen: [{ id, version }] })
    const editing = (version: number, reach: number) => ({
      actor: group.member,
      requestId: 'r',
      activityId: id,
      version,
      content: anActivity(group.villageCode, { title: 'Pelatihan', reach }),
    })
    await askBack(services, { ...deciding(1), comment: 'Berapa yang hadir?' })
    expect(await opened(services, officer, id)).toMatchObject({ mayConfirm: false, mayAsk: false })
    services.now += 1000
    await editActivity(services, editing(2, 40))
    services.now += 1000
    await expect(confirmActivities(services, deciding(2))).rejects.toMatchObject({ status: 409 })
    await confirmActivities(services, deciding(3))
    services.now += 1000
    await editActivity(services, editing(4, 4000))
    const screen = await opened(services, officer, id)
    expect(screen.activity.status).toBe('confirmed')
    expect(screen.changedSince.map(({ changes }) => changes.length)).toEqual([1])
    const { rows } = await officeActivitiesScreen(services, officer, query({ diubah: '1', q: 'pelatihan' }))
    expect(rows.map((row) => row.id)).toEqual([id])
    services.now = START
  })

  it('confirms once more what was changed after it: the mark goes, what counts stays', async () => {
    const services = given()
    const group = await aGroupWithMember(services, '9404011003')
    const officer = await anOfficerOf(services, '9404')
    const ids = [
      await aReport(services, group, { title: 'Diubah satu' }),
      await aReport(services, group, { title: 'Diubah dua' }),
      await aReport(services, group, { title: 'Diubah tiga' }),
    ]
    const deciding = (version: number, some = ids) => ({
      actor: officer,
      requestId: 'r',
      chosen: some.map((id) => ({ id, version })),
    })
    await confirmActivities(services, deciding(1))
    await expect(confirmActivities(services, deciding(2, ids.slice(0, 1)))).rejects.toMatchObject({
      code: 'activity_not_waiting',
    })
    services.now += DAY
    for (const activityId of ids) {
      const content = anActivity(group.villageCode, { title: 'Diubah sesudahnya', reach: 46 })
      await editActivity(services, { actor: group.member, requestId: 'r', activityId, version: 2, content })
    }
    const [first = '', ...others] = ids
    const before = await opened(services, officer, first)
    expect(before).toMatchObject({ mayConfirm: true, mayAsk: true })
    await confirmActivities(
      services,
      deciding(
        3,
        [ids[0]].filter((id) => id !== undefined),
      ),
    )
    expect(await confirmActivities(services, deciding(3, others as typeof ids))).toEqual({
      done: 2,
      left: [],
    })
    const after = await opened(services, officer, first)
    expect(after).toMatchObject({ changedSince: [], mayConfirm: false, mayAsk: true })
    expect(after.activity).toMatchObject({
      status: 'confirmed',
      statusSince: before.activity.statusSince,
      editedSinceConfirmed: false,
    })
    expect(after.activity.events.map(({ kind }) => kind)).toEqual([
      'submitted',
      'confirmed',
      'edited',
      'confirmed',
    ])
    const { rows } = await officeActivitiesScreen(
      services,
      officer,
      query({ diubah: '1', q: 'diubah sesudahnya' }),
    )
    expect(rows).toEqual([])
    const { auditEvents } = services.store.tables
    const trail = await services.store.read
      .select({ delta: auditEvents.delta })
      .from(auditEvents)
      .where(and(eq(auditEvents.subjectId, first), eq(auditEvents.action, 'activity.confirmed')))
      .orderBy(asc(auditEvents.seq))
    expect(JSON.parse(trail.at(-1)?.delta ?? '')).toEqual({
      status: ['confirmed', 'confirmed'],
      editedSinceConfirmed: [true, false],
    })
    expect(await checkCoverage(services)).toEqual({ counts: [], groupIds: [] })
    services.now = START
  })

  it('tells the chair when who reported it has left the group', async () => {
    const services = given()
    const group = await aGroupWithMember(services, '9404011003')
    const officer = await anOfficerOf(services, '9404')
    const { groupId, member } = group
    const chair = await person(services, 'Ketua', { role: 'volunteer', groupId, post: 'ketua' })
    const ids = [await aReport(services, group), await aReport(services, group)]
    const ask = async (id = '') =>
      askBack(services, {
        actor: officer,
        requestId: 'r',
        chosen: [{ id, version: 1 }],
        comment: 'Berapa yang hadir?',
      })
    const toldOf = async (id = '') => {
      const { notices } = services.store.tables
      const rows = await services.store.read
        .select({ accountId: notices.accountId })
        .from(notices)
        .where(eq(notices.href, `/kelompok/${groupId}/kegiatan/${id}`))
      return rows.map(({ accountId }) => accountId)
    }
    await ask(ids[0])
    expect(await toldOf(ids[0])).toEqual([member.id])
    await services.store.transact((tx) =>
      revokeMembership(tx, { groupId, accountId: member.id, now: services.now }),
    )
    await ask(ids[1])
    expect(await toldOf(ids[1])).toEqual([chair.id])
  })

  it('leads on among what the list shows and the officer may confirm, and nobody who only reads', async () => {
    const services = given()
    const wania = await aGroupWithMember(services, '9404162004')
    const elsewhere = await aGroupWithMember(services, '9404011014')
    const officer = await anOfficerOf(services, '9404')
    const nation = await person(services, 'Nasional', { role: 'national_officer' })
    const ids: ActivityId[] = []
    for (const [localDate, group, topicCode] of [
      ['2026-02-01', wania, 'cek-kesehatan-gratis'],
      ['2026-02-02', elsewhere, 'cek-kesehatan-gratis'],
      ['2026-02-03', wania, 'hoaks'],
      ['2026-02-04', wania, 'cek-kesehatan-gratis'],
    ] as const) {
      ids.push(await aReport(services, group, { localDate, topicCode }))
    }
    const [first = '', second, third, fourth = ''] = ids
    const year = { dari: '2026-02-01', sampai: '2026-02-28' }
    const around = async (actor: Actor, id: string, words: Record<string, string> = {}) => {
      const asked = query({ ...year, ...words })
      const { previous, next } = await opened(services, actor, id, asked)
      expect(await nextWaiting(services, actor, { activityId: id, query: asked })).toBe(next)
      return [previous, next]
    }
    expect(await around(officer, first)).toEqual([null, second])
    expect(await around(officer, first, { kecamatan: '940416' })).toEqual([null, third])
    expect(await around(officer, first, { kecamatan: '940416', topik: 'cek-kesehatan-gratis' })).toEqual([
      null,
      fourth,
    ])
    expect(await around(officer, fourth)).toEqual([third, null])
    const deciding = { actor: officer, requestId: 'r', chosen: [{ id: third ?? '', version: 1 }] }
    await confirmActivities(services, deciding)
    expect(await around(officer, fourth)).toEqual([second, null])
    expect(await around(nation, fourth)).toEqual([null, null])
  })

  it('points at the same title on the same day', async () => {
    const services = given()
    const group = await aGroupWithMember(services, '9404011003')
    const officer = await anOfficerOf(services, '9404')
    const first = await aReport(services, group, { title: 'Kerja bakti' })
    const second = await aReport(services, group, { title: 'Kerja  Bakti!' })
    const { concerns } = await opened(services, officer, second)
    expect(concerns.flatMap(({ links }) => links.map(({ to }) => to))).toEqual([`/dinas/kegiatan/${first}`])
  })

  it('filters by what an activity says, and leads through all pages without loss or repetition', async () => {
    const services = given()
    const group = await aGroupWithMember(services, '3501122003')
    const officer = await anOfficerOf(services, '3501')
    const ids: string[] = []
    for (let at = 0; at < 60; at++) {
      ids.push(
        await aReport(services, group, {
          title: `Banjir ${at}`,
          localDate: addDays('2026-11-20', -(at % 7)),
        }),
      )
    }
    const hoax = await aReport(services, group, {
      title: 'Banjir kiriman',
      hoax: { claim: 'Bendungan jebol', where: 'WhatsApp', verdict: 'false', reference: 'BPBD' },
      topicCode: 'hoaks',
      functions: ['networking'],
      channels: [{ channel: 'penyiaran', platform: 'Radio', link: null }],
      isPublic: false,
      localDate: '2026-01-05',
    })
    const narrowings: Record<string, string>[] = [
      { hoaks: '1' },
      { topik: 'hoaks' },
      { fungsi: 'networking' },
      { saluran: 'penyiaran' },
      { umum: 'tidak' },
      { sampai: '2026-01-31' },
      { q: 'kiriman banjir' },
    ]
    for (const words of narrowings) {
      const { rows } = await officeActivitiesScreen(services, officer, query({ q: 'banjir', ...words }))
      expect(
        rows.map(({ id }) => id),
        JSON.stringify(words),
      ).toEqual([hoax])
    }
    for (const urut of ['terbaru', 'terlama']) {
      const first = await officeActivitiesScreen(services, officer, query({ q: 'banjir', urut }))
      expect(first.rows).toHaveLength(50)
      const next = { ...query({ q: 'banjir', urut }), setelah: first.next }
      const second = await officeActivitiesScreen(services, officer, next)
      const all = [...first.rows, ...second.rows].map(({ id }) => id)
      expect(new Set(all)).toEqual(new Set([...ids, hoax]))
      expect(all).toHaveLength(61)
      const back = await officeActivitiesScreen(services, officer, {
        ...query({ q: 'banjir', urut }),
        sebelum: second.previous,
      })
      expect(back.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id))
    }
    for (const q of ['banjir', 'kiriman', 'banjir 7', 'tidakada']) {
      for (const urut of ['terbaru', 'terlama']) {
        const asked = query({ q, urut })
        const expected = await exportedIds(services, officer, asked)
        // Looking through seven activities at a time, page by page to the end.
        const seen: string[] = []
        let screen = await officeActivitiesScreen(services, officer, asked, { examined: 7 })
        expect(screen.counts).toBeNull()
        for (seen.push(...idsOf(screen)); screen.next; seen.push(...idsOf(screen))) {
          const further = { ...asked, setelah: screen.next }
          screen = await officeActivitiesScreen(services, officer, further, { examined: 7 })
        }
        expect(seen).toEqual(expected)
        expect(await exportedIds(services, officer, asked, { examined: 7 })).toEqual(expected)
        // And back again from what comes after everything.
        const back: string[] = []
        let sebelum: Cursor | undefined = { date: urut === 'terbaru' ? '2000-01-01' : '2100-01-01', id: hoax }
        while (sebelum) {
          const before = await officeActivitiesScreen(
            services,
            officer,
            { ...asked, sebelum },
            { examined: 7 },
          )
          back.unshift(...idsOf(before))
          sebelum = before.previous
        }
        expect(back).toEqual(expected)
      }
    }
    const file = await exportActivities(services, {
      actor: officer,
      query: query({ q: 'banjir' }),
      format: 'csv',
      requestId: 'r',
    })
    const records: string[][] = parse(await text(file.chunks), { delimiter: ';', bom: true })
    expect(records.filter((cells) => cells[8]?.startsWith('Banjir'))).toHaveLength(61)
    expect(records.find(([term]) => term === 'Jumlah baris')?.[1]).toBe('61')
    const headers = records.find((cells) => cells.includes('Beredar di')) ?? []
    const told = records.find((cells) => cells.at(-1) === hoax) ?? []
    expect(told[headers.indexOf('Beredar di')]).toBe('WhatsApp')
  }, 60_000)
})

onEachEngine('thresholds that an administrator changes', (given) => {
  it('count anew through the job, and the lists follow', async () => {
    const services = given()
    const group = await aGroupWithMember(services, '9404011003')
    const officer = await anOfficerOf(services, '9404')
    const admin = await person(services, 'Admin', { role: 'admin' })
    const id = await aReport(services, group, { localDate: addDays('2026-11-22', -100) })
    await confirmActivities(services, { actor: officer, requestId: 'r', chosen: [{ id, version: 1 }] })
    const inState = async (keadaan: string) => {
      const asked = wakefulnessQuery.parse({ lihat: 'keadaan', keadaan })
      const screen = await wakefulnessScreen(services, officer, asked)
      if (screen.view !== 'keadaan') throw new Error('another view')
      expect(screen.rows).toHaveLength(screen.total)
      return screen.rows.some((row) => row.id === group.groupId)
    }
    expect([await inState('aktif'), await inState('kurang-aktif')]).toEqual([false, true])
    await setSetting(services, {
      actor: admin,
      requestId: 'r',
      key: 'activeDays',
      regionCode: '',
      value: '120',
      validFrom: '2026-11-22',
      seen: '',
    })
    const { jobs } = services.store.tables
    const unfinished = async () => (await adminNumbers(services)).recounts.unfinished
    const waiting = await unfinished()
    expect(waiting).toBeGreaterThan(0)
    const become = (status: 'running' | 'queued') =>
      services.store.transact(({ db }) =>
        db.update(jobs).set({ status }).where(eq(jobs.kind, 'coverage.recount')),
      )
    await become('running')
    expect(await unfinished()).toBe(waiting)
    await become('queued')
    while (await runOneJob(services, jobHandlers)) {
      // every job that is due
    }
    expect(await unfinished()).toBe(0)
    expect([await inState('aktif'), await inState('kurang-aktif')]).toEqual([true, false])
    expect(await checkCoverage(services)).toEqual({ counts: [], groupIds: [] })
  }, 120_000)
})

onEachEngine('a file that an office takes', (given) => {
  it('stands in the office’s own trail with who took it and what was asked for', async () => {
    const services = given()
    const officer = await anOfficerOf(services, '9404')
    const asked = wakefulnessQuery.parse({ lihat: 'keadaan', keadaan: 'vakum' })
    const taking = { actor: officer, requestId: 'r' } as const
    await exportWakefulness(services, { ...taking, query: asked, format: 'csv' })
    await exportActivities(services, { ...taking, query: query({ status: 'submitted' }), format: 'xlsx' })
    const { auditEvents } = services.store.tables
    const trail = await services.store.read
      .select()
      .from(auditEvents)
      .where(and(like(auditEvents.action, '%.exported'), eq(auditEvents.actorId, officer.id)))
      .orderBy(asc(auditEvents.seq))
    expect(trail).toMatchObject([
      { action: 'wakefulness.exported', actorRole: 'regency_officer', regencyCode: '9404' },
      { action: 'activity.exported', actorRole: 'regency_officer', regencyCode: '9404' },
    ])
    expect(JSON.parse(trail[0]?.delta ?? '').filter[1]).toContain('Vakum pada 22 November 2026')
  })
})

onEachEngine('the country by province', (given) => {
  it('tells how many are awake before and after a month, and in 30 days when nothing happens', async () => {
    const services = given()
    const nation = await person(services, 'Nasional', { role: 'national_officer' })
    const report = async (villageCode: string, daysAgo: number) => {
      const group = await aGroupWithMember(services, villageCode)
      const officer = await anOfficerOf(services, villageCode.slice(0, 4))
      const id = await aReport(services, group, { localDate: addDays('2026-11-22', -daysAgo) })
      await confirmActivities(services, { actor: officer, requestId: 'r', chosen: [{ id, version: 1 }] })
    }
    // Asleep since 12 November; awake since today; asleep in ten days.
    await report('9404011003', 190)
    await report('9404162004', 0)
    await report('3501122003', 170)
    const rows = async (lihat: string) => {
      const screen = await wakefulnessScreen(services, nation, wakefulnessQuery.parse({ lihat }))
      if (screen.view !== 'provinsi') throw new Error('another view')
      return screen.provinceRows.map(({ code, before, after }) => [code, before, after])
    }
    expect(await rows('perubahan')).toEqual([
      ['35', 1, 1],
      ['94', 1, 1],
    ])
    expect(await rows('segera')).toEqual([
      ['35', 1, 0],
      ['94', 1, 1],
    ])
  }, 60_000)

  it('counts for an office of several regencies what its list holds, inside a filter too', async () => {
    const services = given()
    const group = await aGroupWithMember(services, '3502012001')
    const id = await aReport(services, group, { localDate: '2026-11-20' })
    const other = await anOfficerOf(services, '3502')
    await confirmActivities(services, { actor: other, requestId: 'r', chosen: [{ id, version: 1 }] })
    const [one, two] = [await anOfficerOf(services, '9404'), await anOfficerOf(services, '3501')]
    const both = { ...one, grants: [...one.grants, ...two.grants] }
    const counted = async (actor: Actor, words: object) => {
      const asked = wakefulnessQuery.parse({ lihat: 'keadaan', keadaan: 'kurang-aktif', ...words })
      const screen = await wakefulnessScreen(services, actor, asked)
      if (screen.view !== 'keadaan') throw new Error('another view')
      expect(screen.rows).toHaveLength(screen.total)
      const { active, less_active, dormant } = screen.counts
      return [active, less_active, dormant]
    }
    expect(await counted(both, {})).toEqual([1, 1, 1])
    expect(await counted(both, { provinsi: '35' })).toEqual([0, 1, 0])
    expect(await counted(both, { provinsi: '94', kabupaten: '9404' })).toEqual([1, 0, 1])
    expect(await counted(both, { provinsi: '35', kabupaten: '3502' })).toEqual([0, 0, 0])
    const nation = await person(services, 'Nasional', { role: 'national_officer' })
    expect(await counted(nation, { provinsi: '35' })).toEqual([1, 1, 0])
  }, 60_000)

  it('takes the day for today that maps take, and tells of no later one', async () => {
    const services = given()
    // In Jakarta it is 23.00, in Jayapura the next day.
    services.now = Date.UTC(2026, 10, 22, 16)
    const nation = await person(services, 'Nasional', { role: 'national_officer' })
    const asked = wakefulnessQuery.parse({ lihat: 'keadaan', tanggal: '2030-01-01' })
    const country = await wakefulnessScreen(services, nation, asked)
    const map = await coverageScreen(services, { code: '00' })
    expect([country.today, country.date]).toEqual(['2026-11-23', '2026-11-23'])
    expect(map?.cutOff.today).toBe(country.today)
    const pacitan = await wakefulnessScreen(services, await anOfficerOf(services, '3501'), asked)
    expect(pacitan.date).toBe('2026-11-22')
    services.now = START
  })
})
