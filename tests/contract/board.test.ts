import { parse } from 'csv-parse/sync'
import { and, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { boardScreen } from '~/features/coordination/board.queries.server'
import { boardQuery } from '~/features/coordination/board.schema'
import { boardColumns, columnOf } from '~/features/coordination/board-columns'
import type { BoardFilter } from '~/features/coordination/board-filters'
import type { BoardRow } from '~/features/coordination/board-row'
import { compareScreen } from '~/features/coordination/compare.queries.server'
import { exportBoard } from '~/features/coordination/export-board.server'
import { figures } from '~/features/coordination/figures'
import { coordinationHome } from '~/features/coordination/home.queries.server'
import { sendNote } from '~/features/coordination/send-note.server'
import { trendScreen } from '~/features/coordination/trend.queries.server'
import { checkEventRegencies, ensureEventRegencies } from '~/features/events/check-event-counts.server'
import { cancelEvent } from '~/features/events/move-event.server'
import type { Actor } from '~/features/identity/actor'
import { decisionTimes } from '~/features/registration/decision-times.queries.server'
import { openWork } from '~/features/registration/open-work.queries.server'
import { queueScreen } from '~/features/registration/queue.queries.server'
import { queueQuery } from '~/features/registration/queue.schema'
import { DAY, HOUR } from '~/platform/clock'
import type { Database } from '~/platform/db/store'
import { anOfficerOf } from '../support/activities'
import { application, completeAnswers, villagesOf } from '../support/applications'
import { onEachEngine } from '../support/engines'
import { anEvent, eventRow, invite } from '../support/events'
import { aGroup } from '../support/groups'
import { aPlannedMapping, aRunningMapping } from '../support/mappings'
import { aPartnership } from '../support/partnerships'
import { person } from '../support/people'
import type { TestServices } from '../support/services'

const START = Date.UTC(2026, 10, 22, 2)

/** Groups and applications of every kind in some regencies of both provinces, the same on each engine. */
async function aYear(services: TestServices): Promise<{ east: Actor; papua: Actor; nation: Actor }> {
  const by = await person(services, 'Pemohon')
  const regencies = ['3501', '3502', '3578', '9404', '9401']
  for (const [nth, regencyCode] of regencies.entries()) {
    const villages = await villagesOf(services, regencyCode, 4)
    const at = villages[0]
    if (!at) throw new Error('no village')
    services.now = START - 300 * DAY
    for (const { villageCode } of villages.slice(0, nth)) await aGroup(services, {}, villageCode)
    services.now = START
    for (let waits = 0; waits < nth + 1; waits++) {
      const submittedAt = START - (3 + 7 * waits) * DAY
      const status = waits % 2 === 0 ? 'submitted' : 'under_review'
      await application(services, { at, by, status, submittedAt, dueAt: submittedAt + 5 * DAY })
    }
    for (let took = 0; took < nth * 2; took++) {
      const decidedAt = START - took * 30 * DAY - HOUR
      const decided = { decidedAt, submittedAt: decidedAt - took * DAY - HOUR }
      const status = took % 3 === 0 ? 'rejected' : 'approved'
      await application(services, { at, by, status, ...decided })
    }
    await application(services, { at, by, status: 'returned', submittedAt: START - 300 * DAY })
    await application(services, { at, by, status: 'draft', submittedAt: null })
  }
  const officer = await anOfficerOf(services, '3502')
  await aPlannedMapping(services, officer, '3502')
  const { actor } = await aRunningMapping(services, '9404011003')
  await aPartnership(services, actor)
  return {
    east: await person(services, 'Jatim', { role: 'province_officer', provinceCode: '35' }),
    papua: await person(services, 'Papua Tengah', { role: 'province_officer', provinceCode: '94' }),
    nation: await person(services, 'Pusat', { role: 'national_officer' }),
  }
}

/** The same rows by reading everything there is. */
async function naively({ store, now }: TestServices): Promise<(code: string) => Omit<BoardRow, 'name'>> {
  const { applications, groups, mappings, partnerships, regions } = store.tables
  const everything = {
    applications: await store.read.select().from(applications),
    groups: await store.read.select().from(groups).where(eq(groups.status, 'registered')),
    mappings: await store.read.select().from(mappings),
    partnerships: await store.read.select().from(partnerships),
    regions: await store.read.select().from(regions).where(isNull(regions.validUntil)),
  }
  return (code) => {
    const within = (row: { regencyCode: string | null }) => row.regencyCode?.startsWith(code) ?? false
    const here = everything.groups.filter(within)
    const inside = everything.regions.filter(within)
    const mapped = (status: string) =>
      everything.mappings.filter((mapping) => within(mapping) && mapping.status === status).length
    return {
      code,
      villages: inside.filter(({ level }) => level === 'village').length,
      villagesWithGroup: new Set(here.map(({ villageCode }) => villageCode)).size,
      groups: here.length,
      activeGroups: 0,
      ...naiveWork(everything.applications.filter(within), now),
      // All groups were there on the first of October, and none has sent anything since.
      expected: here.length,
      actual: 0,
      onTime: 0,
      dormant: here.length,
      regencies: inside.filter(({ level }) => level === 'regency').length,
      settled: mapped('settled'),
      running: mapped('running'),
      planned: mapped('draft'),
      partnerships: 0,
      ending: 0,
      proposed: everything.partnerships.filter(within).length,
      lastContact: null,
    }
  }
}

function naiveWork(all: TestServices['store']['tables']['applications']['$inferSelect'][], now: number) {
  const open = all.filter(({ status }) => status === 'submitted' || status === 'under_review')
  const late = open.filter(({ dueAt }) => dueAt !== null && dueAt <= now)
  const sent = open.map(({ submittedAt }) => submittedAt ?? 0).sort((a, b) => a - b)
  const took = all
    .filter(({ status }) => status === 'approved' || status === 'rejected')
    .filter(({ decidedAt }) => (decidedAt ?? 0) >= now - 90 * DAY)
    .map(({ decidedAt, submittedAt }) => Math.floor(((decidedAt ?? 0) - (submittedAt ?? 0)) / DAY))
    .sort((a, b) => a - b)
  const middle = took.length / 2
  const median = ((took[Math.ceil(middle) - 1] ?? 0) + (took[Math.floor(middle)] ?? 0)) / 2
  return {
    open: open.length,
    oldestAt: sent[0] ?? null,
    late: late.length,
    twiceLate: late.filter(({ dueAt, submittedAt }) => 2 * (dueAt ?? 0) - (submittedAt ?? 0) <= now).length,
    decided: took.length,
    medianDays: took.length === 0 ? null : median,
  }
}

onEachEngine('the board', (given) => {
  let people: Awaited<ReturnType<typeof aYear>>
  const read = (actor: Actor, query: Record<string, string> = {}) =>
    boardScreen(given(), actor, boardQuery.parse(query))

  test('says of each regency, each province and all together what a naive count says', async () => {
    const services = given()
    services.now = START
    people = await aYear(services)
    const naive = await naively(services)
    for (const [actor, total, length] of [
      [people.east, '35', 38],
      [people.papua, '94', 8],
      [people.nation, '00', 2],
    ] as const) {
      const screen = await read(actor)
      expect(screen.rows).toHaveLength(length)
      for (const { name, ...row } of screen.rows) expect(row).toEqual(naive(row.code))
      const { name, ...sum } = screen.total
      expect(sum).toEqual({ ...naive(total === '00' ? '' : total), code: total })
    }
    const below = await read(people.nation, { wilayah: '35' })
    expect(below.rows).toEqual((await read(people.east)).rows)
    expect(below.isBelow).toBe(true)
  })

  test('is a province’s own and nobody else’s', async () => {
    await expect(read(people.east, { wilayah: '94' })).rejects.toMatchObject({ status: 404 })
    await expect(read(people.nation, { wilayah: '77' })).rejects.toMatchObject({ status: 404 })
    const regency = await person(given(), 'Mimika', {
      role: 'regency_officer',
      provinceCode: '94',
      regencyCode: '9404',
    })
    await expect(read(regency)).rejects.toMatchObject({ status: 404 })
  })

  test('is sorted by each column both ways, with nothing to say last and equal ones by name', async () => {
    const byName = (await read(people.east)).rows.map(({ code }) => code)
    for (const { key, value } of boardColumns) {
      for (const arah of ['naik', 'turun'] as const) {
        const { rows } = await read(people.east, { urut: key, arah })
        const values = rows.map(value)
        const said = values.filter((one) => one !== null)
        expect(values.slice(said.length)).toEqual(Array(values.length - said.length).fill(null))
        expect(said).toEqual([...said].sort((a, b) => (arah === 'naik' ? a - b : b - a)))
        for (const [at, row] of rows.entries()) {
          const next = rows[at + 1]
          if (next && value(row) === value(next)) {
            expect(byName.indexOf(row.code)).toBeLessThan(byName.indexOf(next.code))
          }
        }
      }
    }
    expect(boardColumns.map(({ key }) => key)).toEqual([...figures])
    const [oldest] = (await read(people.east, { urut: 'tertua' })).rows
    expect(oldest?.code).toBe('3578')
  })

  test('is narrowed to what a filter says, while the sum stays of all', async () => {
    const all = await read(people.east)
    const kept = async (saring: BoardFilter) => {
      const { rows, total } = await read(people.east, { saring })
      expect(total).toEqual(all.total)
      return rows.map(({ code }) => code).sort()
    }
    expect(await kept('lewat')).toEqual(['3502', '3578'])
    expect(await kept('lewat-dua-kali')).toEqual(['3502', '3578'])
    expect(await kept('tanpa-aktif')).toEqual(['3502', '3578'])
    expect(await kept('tanpa-kim')).toHaveLength(36)
    expect(await kept('lama')).toHaveLength(38)
    expect(await kept('lapor-rendah')).toEqual(['3502', '3578'])
    expect(await kept('belum-petakan')).toHaveLength(38)
  })

  test('knows since when nobody wrote, for one’s own office only', async () => {
    const services = given()
    const note = {
      id: services.newId(),
      recipients: ['3501'],
      subject: 'Apa kabar',
      body: 'Mohon kabar dari Pacitan.',
      dueOn: '2026-12-01',
    }
    await sendNote(services, { actor: people.east, note })
    const contact = async (actor: Actor) =>
      (await read(actor, { wilayah: '35' })).rows.filter(({ lastContact }) => lastContact !== null)
    expect((await contact(people.east)).map(({ code }) => code)).toEqual(['3501'])
    expect(await contact(people.nation)).toEqual([])
  })

  test('counts an event of one’s own office as contact once it has begun, with the regencies that it invited', async () => {
    const services = given()
    const invited = await aGroup(services, {}, '3502012001')
    const contactOf = async (code: string, actor = people.east) =>
      (await read(actor, { wilayah: '35' })).rows.find((row) => row.code === code)?.lastContact
    const eventId = await anEvent(services, people.east, { zone: 'WIB' }, '35')
    await invite(services, people.east, eventId, [invited.id], '35')
    expect(await contactOf('3502')).toBeNull()
    const { startsAt } = await eventRow(services, eventId)
    const seen = services.now
    services.now = startsAt
    expect(await contactOf('3502')).toEqual({ at: startsAt, eventId })
    expect(await contactOf('3503')).toBeNull()
    expect(await contactOf('3502', people.nation)).toBeNull()
    const kontak = columnOf('kontak')
    const row = (await read(people.east)).rows.find(({ code }) => code === '3502')
    if (!row) throw new Error('no row')
    const { terms } = await read(people.east)
    expect(kontak.href(row, terms)).toBe(`/dinas/acara/${eventId}`)
    expect(kontak.parts?.(row)).toBe('acara')

    const national = await anEvent(
      services,
      people.nation,
      { startsAt: startsAt + 1, endsAt: startsAt + HOUR },
      '00',
    )
    await invite(services, people.nation, national, [invited.id], '00')
    services.now += 1
    const provinces = (await read(people.nation)).rows.filter(({ lastContact }) => lastContact !== null)
    expect(provinces.map(({ code, lastContact }) => [code, lastContact?.eventId])).toEqual([['35', national]])

    // What was written later is the latest; what was written before is not.
    const note = {
      id: services.newId(),
      recipients: ['3502'],
      subject: 'Sesudah acara',
      body: 'Terima kasih sudah datang.',
      dueOn: '2026-12-31',
    }
    services.now += HOUR
    await sendNote(services, { actor: people.east, note })
    expect(await contactOf('3502')).toEqual({ at: services.now, eventId: null })
    await cancelEvent(services, {
      actor: people.east,
      requestId: 'uji',
      eventId: await anEventToCancel(services, people.east, invited.id),
      version: 2,
      reason: 'Hujan',
    })
    services.now += 30 * DAY
    expect((await contactOf('3502'))?.eventId).toBeNull()
    await services.store.transact(({ db, tables: { eventRegencies } }) => db.delete(eventRegencies))
    expect(await checkEventRegencies(services)).toEqual([
      { id: expect.any(String), stored: [], counted: ['3502'] },
      { id: expect.any(String), stored: [], counted: ['3502'] },
      { id: expect.any(String), stored: [], counted: ['3502'] },
    ])
    // A database that is older than they are has them after it was opened.
    await ensureEventRegencies(services)
    expect(await checkEventRegencies(services)).toEqual([])
    services.now = seen
  })

  test('opens with each figure of applications the list of exactly those', async () => {
    const services = given()
    const listed = async (path: string) => {
      const query = queueQuery.parse(Object.fromEntries(new URL(path, 'http://portal').searchParams))
      let screen = await queueScreen(services, people.east, query)
      let many = screen.rows.length
      while (screen.next) {
        screen = await queueScreen(services, people.east, { ...query, setelah: screen.next })
        many += screen.rows.length
      }
      return many
    }
    const { rows, total, terms } = await read(people.east)
    for (const row of [...rows, total]) {
      for (const [figure, counted] of [
        ['menunggu', row.open],
        ['putusan', row.decided],
      ] as const) {
        const path = columnOf(figure).href(row, terms)
        expect(path === null ? 0 : await listed(path), `${figure} ${row.name}`).toBe(counted)
      }
    }
    expect(total.decided).toBeGreaterThan(0)
    // The sum of one's own region asks for nobody in particular.
    const written = { ...total, lastContact: { at: START, eventId: null } }
    expect(columnOf('kontak').href(written, terms)).toBe('/dinas/koordinasi?keadaan=semua')
  })

  test('opens the first page with as many things to look at as the board lists', async () => {
    const services = given()
    for (const actor of [people.east, people.papua, people.nation]) {
      const { attention, counts } = await coordinationHome(services, actor)
      const { rows, total } = await read(actor)
      const many = async (saring: BoardFilter) => (await read(actor, { saring })).rows.length
      expect(attention).toMatchObject({
        twiceLate: total.twiceLate,
        unmapped: await many('belum-petakan'),
        underHalf: await many('lapor-rendah'),
      })
      expect(rows.length).toBeGreaterThan(0)
      expect(counts.sender.overdue).toBe(0)
    }
    const regency = await anOfficerOf(services, '3501')
    expect((await coordinationHome(services, regency)).attention).toBeNull()
  })

  test('is told of two past days, and through twelve months in the same order everywhere', async () => {
    const services = given()
    const compared = await compareScreen(services, people.east, {
      a: '2025-12-31',
      b: '2026-11-22',
      wilayah: undefined,
    })
    const { rows } = await read(people.east)
    for (const { code, a, b } of compared.rows) {
      const row = rows.find((one) => one.code === code)
      expect(a).toMatchObject({ groups: 0, medianDays: null })
      expect(b).toMatchObject({ groups: row?.groups, medianDays: row?.medianDays })
      expect(b.villagesWithGroup).toBe(row?.villagesWithGroup)
      expect(a.reports).toEqual({ expected: 0, actual: 0, onTime: 0 })
      expect(b.reports).toEqual({ expected: row?.expected, actual: row?.actual, onTime: row?.onTime })
    }
    expect(compared.periods).toEqual({ a: 'November 2025', b: 'Oktober 2026' })
    expect(compared.total.b.reports.expected).toBe(rows.reduce((sum, { expected }) => sum + expected, 0))
    const trend = await trendScreen(services, people.east, { ukuran: 'desa-terdaftar', wilayah: undefined })
    expect(trend.drawing.dates).toHaveLength(13)
    expect(trend.drawing.panels).toHaveLength(38)
    const surabaya = trend.drawing.panels.find(({ key }) => key === '3578')
    expect([surabaya?.words[0], surabaya?.words.at(-1)]).toEqual(['0%', '1,3%'])
  })

  test('leaves as a file with the same figures, the sum and every definition', async () => {
    const { rows, total } = await read(people.east, { urut: 'menunggu' })
    const query = boardQuery.parse({ urut: 'menunggu' })
    const { chunks, fileName } = await exportBoard(given(), { actor: people.east, query, format: 'csv' })
    const parts: Uint8Array[] = []
    for await (const chunk of chunks) parts.push(chunk)
    const lines: string[][] = parse(Buffer.concat(parts), {
      delimiter: ';',
      bom: true,
      relax_column_count: true,
    })
    const codes = lines.flatMap(([first = '']) => (/^\d{2,4}$/.test(first) ? [first] : []))
    expect(codes).toEqual([...rows.map(({ code }) => code), total.code])
    const head = lines.find(([first]) => first === 'Kode wilayah') ?? []
    const first = lines.find(([code]) => code === rows[0]?.code) ?? []
    expect(Number(first[head.indexOf('Menunggu putusan')])).toBe(rows[0]?.open)
    expect(lines.flat()).toEqual(expect.arrayContaining(boardColumns.map(({ header }) => header)))
    expect(fileName).toBe('papan-koordinasi-35-2026-11-22.csv')
  })

  test('counts what waits and how long decisions took from an index alone', async () => {
    const services = given()
    const { store } = services
    const by = await person(services, 'Banyak')
    const { regions } = store.tables
    const places = await store.read
      .select()
      .from(regions)
      .where(and(eq(regions.level, 'village'), isNotNull(regions.districtCode)))
      .limit(2000)
    await store.transact(async ({ db, tables }) => {
      for (let at = 0; at < 6_000; at += 500) {
        await db.insert(tables.applications).values(
          Array.from({ length: 500 }, (_, nth) => {
            const place = places[(at + nth) % places.length]
            if (!place) throw new Error('no place')
            const sent = START - ((at + nth) % 700) * DAY
            return {
              id: services.newId(),
              status: (at + nth) % 20 === 0 ? ('submitted' as const) : ('approved' as const),
              source: 'online' as const,
              groupName: 'KIM',
              nameKey: 'kim',
              answers: completeAnswers(),
              createdBy: by.id,
              createdAt: sent,
              updatedAt: sent,
              submittedAt: sent,
              dueAt: sent + 7 * DAY,
              decidedAt: (at + nth) % 20 === 0 ? null : sent + 3 * DAY,
              provinceCode: place.code.slice(0, 2),
              regencyCode: place.code.slice(0, 4),
              districtCode: place.code.slice(0, 6),
              villageCode: place.code,
            }
          }),
        )
      }
      if (store.dialect === 'postgres') await onPostgres(db, sql`analyze applications`)
    })
    const reading = { db: store.read, tables: store.tables }
    const codes = [...new Set(places.map(({ code }) => code.slice(0, 4)))].slice(0, 3)
    const waiting = await planOf(services, openWork(reading, codes, START).getSQL())
    const times = decisionTimes(reading, codes, { from: START - 90 * DAY, until: START }).getSQL()
    const decided = await planOf(services, times)
    const { applications } = store.tables
    await store.transact(({ db }) => db.delete(applications).where(inArray(applications.createdBy, [by.id])))
    if (store.dialect === 'postgres') {
      for (const plan of [waiting, decided]) expect(plan).not.toContain('Seq Scan on applications')
      for (const plan of [waiting, decided]) expect(plan).toMatch(/Index.* on applications_\w+/)
      expect(decided).toContain('applications_decided')
    } else {
      expect(waiting).toContain('USING COVERING INDEX applications_regency (regency_code=? AND status=?)')
      expect(decided).toContain(
        'USING COVERING INDEX applications_decided (regency_code=? AND status=? AND decided_at>? AND decided_at<?)',
      )
    }
  }, 60_000)
})

/** An event of the province that invites a group, in its second version. */
async function anEventToCancel(services: TestServices, actor: Actor, groupId: string): Promise<string> {
  const eventId = await anEvent(services, actor, { zone: 'WIB' }, '35')
  await invite(services, actor, eventId, [groupId], '35')
  return eventId
}

async function planOf({ store }: TestServices, query: SQL): Promise<string> {
  if (store.dialect === 'postgres') {
    const rows = await onPostgres(store.read, sql`explain ${query}`)
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  }
  const rows = await store.read.all<{ detail: string }>(sql`explain query plan ${query}`)
  return rows.map(({ detail }) => detail).join('\n')
}

/** The portable type knows SQLite's way only. */
async function onPostgres(db: Pick<Database, 'all'>, query: SQL): Promise<Record<string, string>[]> {
  const { execute } = Object(db)
  return (await execute.call(db, query)).rows
}
