import { and, count, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Actor } from '~/features/identity/actor'
import { inReach } from '~/features/identity/in-reach.server'
import { approveApplication } from '~/features/registration/approve-application.server'
import { handOverApplication } from '~/features/registration/hand-over-application.server'
import { judgeApplication } from '~/features/registration/judge-application.server'
import { officeHome } from '~/features/registration/office-home.queries.server'
import { QUEUE_PAGE, queueScreen, walkQueue } from '~/features/registration/queue.queries.server'
import { latenesses, type QueueQuery, queueQuery } from '~/features/registration/queue.schema'
import { releaseApplication } from '~/features/registration/release-application.server'
import { reviewScreen } from '~/features/registration/review.queries.server'
import { takeApplication } from '~/features/registration/take-application.server'
import { waitingIn } from '~/features/registration/waiting.queries.server'
import { startOfDate } from '~/platform/calendar'
import { DAY, HOUR } from '~/platform/clock'
import { application, villagesOf } from '../support/applications'
import { onEachEngine } from '../support/engines'
import { mimikaOfficer, person } from '../support/people'
import type { TestServices } from '../support/services'

const ask = (query: Partial<Record<keyof QueueQuery, string>> = {}) => queueQuery.parse(query)

/** A regency that no other test of this file uses, with its officer. */
async function office(services: TestServices, regencyCode: string) {
  const officer = await person(services, `Petugas ${regencyCode}`, { ...mimikaOfficer, regencyCode })
  const volunteer = await person(services, `Relawan ${regencyCode}`)
  const [at] = await villagesOf(services, regencyCode, 1)
  if (!at) throw new Error('no village')
  return { officer, volunteer, at }
}

async function walk(services: TestServices, actor: Actor, query: QueueQuery): Promise<string[][]> {
  const pages: string[][] = []
  let next: QueueQuery = query
  for (;;) {
    const screen = await queueScreen(services, actor, next)
    pages.push(screen.rows.map(({ id }) => id))
    if (!screen.next) return pages
    next = { ...query, setelah: screen.next }
  }
}

onEachEngine('the queue', (given) => {
  test('shows an office its own region only, and a province all of its regencies', async () => {
    const services = given()
    const mimika = await office(services, '9404')
    const nabire = await office(services, '9401')
    const java = await office(services, '3501')
    for (const { at, volunteer } of [mimika, nabire, java]) {
      await application(services, { at, by: volunteer, status: 'submitted', groupName: 'KIM Lingkup' })
    }
    const province = await person(services, 'Papua Tengah', { role: 'province_officer', provinceCode: '94' })
    const nation = await person(services, 'Pusat', { role: 'national_officer' })
    const seen = async (actor: Actor, query = ask({ cari: 'lingkup' })) =>
      (await queueScreen(services, actor, query)).rows.map((row) => row.regency).sort()
    expect(await seen(mimika.officer)).toEqual(['Kabupaten Mimika'])
    expect(await seen(province)).toEqual(['Kabupaten Mimika', 'Kabupaten Nabire'])
    expect(await seen(nation)).toEqual(['Kabupaten Mimika', 'Kabupaten Nabire', 'Kabupaten Pacitan'])
    expect(await seen(province, ask({ cari: 'lingkup', wilayah: '9401' }))).toEqual(['Kabupaten Nabire'])
    expect(await seen(mimika.officer, ask({ cari: 'lingkup', wilayah: '9401' }))).toEqual([])
    expect(await seen(mimika.volunteer)).toEqual([])
  })

  test('pages hold each application once, oldest first, also when some leave in between', async () => {
    const services = given()
    const { officer, volunteer, at } = await office(services, '9402')
    const made: string[] = []
    for (let nth = 0; nth < 2 * QUEUE_PAGE + 3; nth++) {
      // Three at each moment: the id decides between them.
      const submittedAt = services.now - 100 * HOUR + Math.floor(nth / 3) * HOUR
      const it = await application(services, { at, by: volunteer, status: 'submitted', submittedAt })
      made.push(it.applicationId)
    }
    expect(await walk(services, officer, ask())).toEqual([
      made.slice(0, QUEUE_PAGE),
      made.slice(QUEUE_PAGE, 2 * QUEUE_PAGE),
      made.slice(2 * QUEUE_PAGE),
    ])
    expect((await walk(services, officer, ask({ urut: 'terbaru' }))).flat()).toEqual([...made].reverse())
    const first = await queueScreen(services, officer, ask())
    for (const id of made.slice(0, 5)) await take(services, officer, id)
    const second = await queueScreen(services, officer, { ...ask(), setelah: first.next ?? undefined })
    expect(second.rows.map(({ id }) => id)).toEqual(made.slice(QUEUE_PAGE, 2 * QUEUE_PAGE))
    const back = await queueScreen(services, officer, { ...ask(), sebelum: second.previous ?? undefined })
    expect(back.rows.map(({ id }) => id)).toEqual(made.slice(5, QUEUE_PAGE))
    expect(back.previous).toBeNull()
    expect(back.next).not.toBeNull()
  })

  test('finds by name without accents or case, by number, by village, and takes a percent sign for itself', async () => {
    const services = given()
    const { officer, volunteer, at } = await office(services, '9403')
    const it = await application(services, {
      at,
      by: volunteer,
      status: 'returned',
      groupName: 'KIM Énaro 100%',
    })
    const screen = await reviewScreen(services, officer, it.applicationId)
    const { regions } = services.store.tables
    const [village] = await services.store.read
      .select({ name: regions.name })
      .from(regions)
      .where(eq(regions.code, at.villageCode))
    const find = async (cari: string) =>
      (await queueScreen(services, officer, ask({ cari, tahap: 'semua' }))).rows.map(({ id }) => id)
    for (const typed of ['enaro', 'KIM  ÉNARO', screen.reference.toLowerCase(), village?.name ?? '']) {
      expect(await find(typed)).toEqual([it.applicationId])
    }
    expect(await find('100%')).toEqual([it.applicationId])
    for (const typed of ['%', '_', '%%%', '🙂', "'; drop table applications; --"]) {
      expect(await find(typed)).toEqual([])
    }
  })

  test('marks what is late by working days of the place, and filters by it', async () => {
    const services = given()
    const { officer, volunteer, at } = await office(services, '9405')
    const submitted = { at, by: volunteer, status: 'submitted' } as const
    const late = await application(services, { ...submitted, dueAt: startOfDate('2026-11-19', 'WIT') })
    const onTime = await application(services, { ...submitted, dueAt: services.now + 1 })
    const back = await application(services, { ...submitted, status: 'returned', dueAt: services.now - DAY })
    const all = await queueScreen(services, officer, ask({ tahap: 'semua' }))
    const daysLate = new Map(all.rows.map((row) => [row.id, row.daysLate]))
    // It is Sunday: what was due until Wednesday is late by Thursday and Friday.
    expect(daysLate.get(late.applicationId)).toBe(2)
    expect(daysLate.get(onTime.applicationId)).toBeNull()
    expect(daysLate.get(back.applicationId)).toBeNull()
    const only = await queueScreen(services, officer, ask({ tahap: 'semua', lewat: '1' }))
    expect(only.rows.map(({ id }) => id)).toEqual([late.applicationId])
    expect((await officeHome(services, officer)).open).toEqual({
      waiting: 2,
      underReview: 0,
      returned: 1,
      overdue: 1,
      mine: 0,
    })
  })

  test('a map tells an officer how many wait below a region, as many as the queue behind each number shows', async () => {
    const services = given()
    const { officer, volunteer, at } = await office(services, '9404')
    const elsewhere = await office(services, '9401')
    const filed = { by: volunteer, submittedAt: services.now - 10 * DAY }
    await application(services, { ...filed, at, status: 'submitted', dueAt: services.now + DAY })
    await application(services, { ...filed, at, status: 'submitted', dueAt: services.now - DAY })
    await application(services, { ...filed, at, dueAt: services.now - 6 * DAY })
    await application(services, { ...filed, at, status: 'returned', dueAt: services.now - DAY })
    await application(services, { ...filed, at: elsewhere.at, status: 'submitted', dueAt: services.now })
    const province = await person(services, 'Papua Tengah', { role: 'province_officer', provinceCode: '94' })
    const nation = await person(services, 'Pusat', { role: 'national_officer' })
    const registrar = await person(services, 'PANDI', { role: 'registrar' })
    const cases: [Actor | null, string, string[] | null][] = [
      [null, '00', null],
      [volunteer, '00', null],
      [registrar, '9404', null],
      [officer, '9401', null],
      [officer, '35', null],
      [officer, '350101', null],
      [province, '35', null],
      [officer, '00', ['94']],
      [officer, '94', ['9404']],
      [officer, '9404', [at.districtCode]],
      [officer, at.districtCode, [at.villageCode]],
      [elsewhere.officer, '94', ['9401']],
    ]
    for (const [actor, code, shown] of cases) {
      const rows = await waitingIn(services, actor, code)
      expect([code, rows?.map((row) => row.code) ?? null]).toEqual([code, shown])
    }
    for (const [actor, code] of [
      [officer, '94'],
      [province, '94'],
      [province, '00'],
      [nation, '00'],
      [nation, '9404'],
      [nation, at.districtCode],
    ] as const) {
      const rows = (await waitingIn(services, actor, code)) ?? []
      expect(rows.length).toBeGreaterThan(0)
      for (const row of rows) {
        for (const lewat of latenesses) {
          const pages = await walk(services, actor, ask({ tahap: 'semua', lewat, wilayah: row.code }))
          expect([row.code, lewat, row.many[lewat]]).toEqual([row.code, lewat, pages.flat().length])
        }
      }
    }
    const [mimika] = (await waitingIn(services, officer, '9404')) ?? []
    expect(mimika?.many['2']).toBe(1)
  })

  test('a strange address shows the first page', () => {
    expect(
      queueQuery.parse({
        tahap: '-1',
        urut: 'x',
        setelah: 'x~y',
        wilayah: "94' or 1=1",
        pemegang: 'semua',
      }),
    ).toEqual({ tahap: 'menunggu' })
  })

  test.each([
    [mimikaOfficer, 'applications_regency'],
    [{ role: 'province_officer', provinceCode: '94' } as const, 'applications_province'],
  ])('a scope of $0.role leads to an index by region', async (grant, index) => {
    const services = given()
    if (services.store.dialect === 'postgres') return
    const { applications } = services.store.tables
    const query = services.store.read
      .select({ many: count() })
      .from(applications)
      .where(
        and(
          inArray(applications.status, ['submitted', 'under_review']),
          inReach(await person(services, 'Petugas', grant), 'registration.review', applications),
        ),
      )
    const plan = await services.store.read.all<{ detail: string }>(sql`explain query plan ${query.getSQL()}`)
    expect(plan.map(({ detail }) => detail).join('; ')).toContain(`INDEX ${index}`)
  })

  test('walks along an index and sorts nothing, whichever office asks', async () => {
    const services = given()
    if (services.store.dialect === 'postgres') return
    const { applications } = services.store.tables
    const from = { at: services.now, id: 'a' }
    const scopes: [SQL | undefined, string][] = [
      [eq(applications.regencyCode, '9404'), 'applications_regency'],
      [eq(applications.provinceCode, '94'), 'applications_province'],
      [undefined, 'applications_status'],
    ]
    for (const [scope, index] of scopes) {
      const query = walkQueue(services, {
        scope,
        status: 'submitted',
        filter: undefined,
        from,
        descending: false,
      })
      const plan = await services.store.read.all<{ detail: string }>(
        sql`explain query plan ${query.getSQL()}`,
      )
      const details = plan.map(({ detail }) => detail).join('; ')
      expect(details).toContain(`INDEX ${index}`)
      expect(details).not.toContain('TEMP B-TREE')
    }
  })
})

onEachEngine('who has an application', (given) => {
  test('of two officers who take it at once one has it, and the other is told who', async () => {
    const services = given()
    const { officer, volunteer, at } = await office(services, '9404')
    const colleague = await person(services, 'Dedi Petugas', mimikaOfficer)
    const it = await application(services, { at, by: volunteer, status: 'submitted' })
    const attempts = await Promise.allSettled(
      [officer, colleague].map((actor) => takeApplication(services, { actor, ...it })),
    )
    const refused = attempts.filter((attempt) => attempt.status === 'rejected')
    expect(refused).toHaveLength(1)
    const winner = attempts[0]?.status === 'fulfilled' ? officer : colleague
    expect(refused[0]?.reason).toMatchObject({
      code: 'taken_meanwhile',
      message: expect.stringContaining(winner.name),
    })
    const screen = await reviewScreen(services, winner, it.applicationId)
    expect(screen).toMatchObject({ status: 'under_review', holder: { isMe: true }, version: 2 })
  })

  test('opening takes nothing', async () => {
    const services = given()
    const { officer, volunteer, at } = await office(services, '9404')
    const it = await application(services, { at, by: volunteer, status: 'submitted' })
    await reviewScreen(services, officer, it.applicationId)
    expect(await reviewScreen(services, officer, it.applicationId)).toMatchObject({
      status: 'submitted',
      holder: null,
      version: 1,
      mayDecide: false,
    })
  })

  test('it is handed to a colleague, who is told, put back, and keeps what was judged', async () => {
    const services = given()
    const { officer, volunteer, at } = await office(services, '9404')
    const colleague = await person(services, 'Siti Petugas', mimikaOfficer)
    const { applicationId } = await application(services, { at, by: volunteer, status: 'submitted' })
    await handOverApplication(services, {
      actor: officer,
      applicationId,
      expectedVersion: 1,
      colleagueId: colleague.id,
    })
    const { notices } = services.store.tables
    expect(
      await services.store.read.select().from(notices).where(eq(notices.accountId, colleague.id)),
    ).toMatchObject([{ href: `/dinas/antrean/${applicationId}` }])
    await judgeApplication(services, {
      actor: colleague,
      applicationId,
      expectedVersion: 2,
      judgements: { board: { verdict: 'needs_fix', reason: 'Belum lengkap.' } },
    })
    await releaseApplication(services, { actor: colleague, applicationId, expectedVersion: 3 })
    const screen = await reviewScreen(services, officer, applicationId)
    expect(screen).toMatchObject({ status: 'submitted', holder: null })
    expect(screen.judged.board).toMatchObject({ verdict: 'needs_fix', by: 'Siti Petugas' })
    expect(screen.timeline.map(({ status }) => status)).toEqual(['submitted', 'under_review'])
  })

  test('it is not handed to someone of another regency, nor to the one who entered it', async () => {
    const services = given()
    const { officer, at } = await office(services, '9404')
    const author = await person(services, 'Petugas Entri', mimikaOfficer)
    const stranger = await person(services, 'Tetangga', { ...mimikaOfficer, regencyCode: '9401' })
    const it = await application(services, { at, by: author, status: 'submitted', source: 'paper' })
    for (const { id } of [stranger, author, officer]) {
      await expect(
        handOverApplication(services, { actor: officer, ...it, colleagueId: id }),
      ).rejects.toMatchObject({ code: 'colleague_cannot_review' })
    }
  })

  test('the review names other groups of the village and those that look the same', async () => {
    const services = given()
    const { officer, volunteer } = await office(services, '9404')
    const at = (await villagesOf(services, '9404', 5))[4]
    if (!at) throw new Error('no village')
    const make = (groupName: string) => application(services, { at, by: volunteer, groupName })
    const first = await make('KIM Cendrawasih Jaya')
    await approveApplication(services, { actor: officer, ...first, judgements: {}, acceptsRest: true })
    await make('KIM Pelita Harapan')
    const { applicationId } = await make('Kelompok Cenderawasih Jaya')
    const { neighbours, concerns } = await reviewScreen(services, officer, applicationId)
    expect(neighbours.map(({ name, alike }) => [name, alike])).toEqual([
      ['KIM Cendrawasih Jaya', true],
      ['KIM Pelita Harapan', false],
    ])
    expect(concerns.join()).toContain('batas di daerah ini 10')
  })

  describe('a screen out of region', () => {
    test('is not there', async () => {
      const services = given()
      const { volunteer, at } = await office(services, '9404')
      const stranger = await person(services, 'Tetangga', { ...mimikaOfficer, regencyCode: '9401' })
      const it = await application(services, { at, by: volunteer })
      await expect(reviewScreen(services, stranger, it.applicationId)).rejects.toMatchObject({ status: 404 })
    })
  })
})

async function take(services: TestServices, actor: Actor, applicationId: string) {
  await takeApplication(services, { actor, applicationId, expectedVersion: 1 })
}
