import { and, asc, eq, isNull } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { confirmRenewal, declineRenewal, withdrawRenewal } from '~/features/groups/decide-renewal.server'
import type { NewDecree } from '~/features/groups/register-group.server'
import { remindOfDecrees } from '~/features/groups/remind-decrees.server'
import { submitRenewal } from '~/features/groups/submit-renewal.server'
import type { Actor } from '~/features/identity/actor'
import { scheduledJobs } from '~/jobs'
import { addDays, localDate, startOfDate } from '~/platform/calendar'
import { DAY, HOUR } from '~/platform/clock'
import { makePlanner } from '~/platform/jobs/scheduled'
import { onEachEngine } from '../support/engines'
import { aGroup, aPdf } from '../support/kept-groups'
import { mimikaOfficer, person } from '../support/people'
import type { TestServices } from '../support/services'

const requestId = 'uji'
const old: NewDecree = {
  number: '140/01/2023',
  date: '2023-01-10',
  issuerKind: 'village_head',
  validUntil: '2026-12-31',
}
const fresh: NewDecree = {
  number: '140/09/2026',
  date: '2026-11-01',
  issuerKind: 'village_head',
  validUntil: '2031-10-31',
}

async function decreesOf({ store }: TestServices, groupId: string) {
  const { groupDecrees, decrees } = store.tables
  return store.read
    .select({
      id: groupDecrees.id,
      decreeId: decrees.id,
      number: decrees.number,
      replacedAt: groupDecrees.replacedAt,
    })
    .from(groupDecrees)
    .innerJoin(decrees, eq(decrees.id, groupDecrees.decreeId))
    .where(eq(groupDecrees.groupId, groupId))
    .orderBy(asc(groupDecrees.attachedAt), asc(groupDecrees.id))
}

async function renew(
  services: TestServices,
  {
    chair,
    groupId,
    officer,
    decree = fresh,
  }: { chair: Actor; groupId: string; officer: Actor; decree?: NewDecree },
) {
  const id = services.newId()
  await submitRenewal(services, {
    actor: chair,
    requestId,
    groupId,
    id,
    decree,
    file: await aPdf(decree.number),
  })
  await confirmRenewal(services, { actor: officer, requestId, groupId, renewalId: id, version: 1 })
}

async function titlesFor({ store }: TestServices, { id }: Actor): Promise<string[]> {
  const { notices } = store.tables
  const rows = await store.read
    .select()
    .from(notices)
    .where(eq(notices.accountId, id))
    .orderBy(notices.createdAt)
  return rows.map(({ title }) => title)
}

onEachEngine('decrees', (given) => {
  test('a new decree holds once the office confirms it; the former and its file stay as history', async () => {
    const services = given()
    const officer = await person(services, 'Petugas', mimikaOfficer)
    const { id: groupId, chair } = await aGroup(services, { decree: old })
    const renewalId = services.newId()
    const form = {
      actor: chair,
      requestId,
      groupId,
      id: renewalId,
      decree: fresh,
      file: await aPdf('SK baru'),
    }
    await submitRenewal(services, form)
    await submitRenewal(services, form)
    expect((await decreesOf(services, groupId)).map(({ number }) => number)).toEqual([old.number])
    const { documents, certificates } = services.store.tables
    const inForce = () =>
      services.store.read
        .select()
        .from(documents)
        .where(and(eq(documents.groupId, groupId), isNull(documents.replacedAt)))
    expect(await inForce()).toEqual([])

    await confirmRenewal(services, { actor: officer, requestId, groupId, renewalId, version: 1 })
    expect(await decreesOf(services, groupId)).toMatchObject([
      { number: old.number, replacedAt: services.now },
      { number: fresh.number, replacedAt: null },
    ])
    expect(await inForce()).toHaveLength(1)
    const versions = await services.store.read
      .select()
      .from(certificates)
      .where(eq(certificates.groupId, groupId))
      .orderBy(certificates.version)
    expect(versions.map(({ facts }) => facts.decreeNumber)).toEqual([old.number, fresh.number])
    await expect(
      confirmRenewal(services, { actor: officer, requestId, groupId, renewalId, version: 2 }),
    ).rejects.toMatchObject({ code: 'renewal_over' })
  })

  test('one decree that names several groups is one row and renews each', async () => {
    const services = given()
    const officer = await person(services, 'Petugas', mimikaOfficer)
    const first = await aGroup(services, { decree: old })
    const second = await aGroup(services, { decree: old })
    const shared = { ...fresh, number: '140/10/2026' }
    await renew(services, { chair: first.chair, groupId: first.id, officer, decree: shared })
    await renew(services, { chair: second.chair, groupId: second.id, officer, decree: shared })
    const [mine, theirs] = [await decreesOf(services, first.id), await decreesOf(services, second.id)]
    expect(mine[1]?.decreeId).toBe(theirs[1]?.decreeId)
    expect(mine[0]?.decreeId).toBe(theirs[0]?.decreeId)
    const third = await aGroup(services, { decree: old })
    await expect(
      submitRenewal(services, {
        actor: third.chair,
        requestId,
        groupId: third.id,
        id: services.newId(),
        decree: { ...shared, validUntil: '2030-01-01' },
        file: await aPdf('x'),
      }),
    ).rejects.toMatchObject({ code: 'decree_differs', field: 'validUntil' })
  })

  test('one new decree waits at a time, and dates and files that cannot be are refused at their field', async () => {
    const services = given()
    const { id: groupId, chair } = await aGroup(services, { decree: old })
    const send = async (decree: NewDecree, file?: File) =>
      submitRenewal(services, {
        actor: chair,
        requestId,
        groupId,
        id: services.newId(),
        decree,
        file: file ?? (await aPdf('SK')),
      })
    const refused = { status: 422, code: 'date_out_of_reach' }
    await expect(send({ ...fresh, date: '2027-01-01' })).rejects.toMatchObject({ ...refused, field: 'date' })
    await expect(send({ ...fresh, date: '1875-01-01' })).rejects.toMatchObject({ ...refused, field: 'date' })
    await expect(send({ ...fresh, validUntil: '2026-11-22' })).rejects.toMatchObject({
      ...refused,
      field: 'validUntil',
    })
    await expect(send(old)).rejects.toMatchObject({ code: 'decree_in_force', field: 'number' })
    await expect(send(fresh, new File(['bukan pdf'], 'sk.pdf'))).rejects.toMatchObject({ field: 'file' })
    const outcomes = await Promise.allSettled([
      send(fresh),
      send({ ...fresh, number: '2' }),
      send({ ...fresh, number: '3' }),
    ])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('declining and taking back leave the former decree in force; strangers find nothing', async () => {
    const services = given()
    const officer = await person(services, 'Petugas', mimikaOfficer)
    const outside = await person(services, 'Petugas Pacitan', {
      role: 'regency_officer',
      provinceCode: '35',
      regencyCode: '3501',
    })
    const { id: groupId, chair } = await aGroup(services, { decree: old })
    const send = async () => {
      const id = services.newId()
      await submitRenewal(services, {
        actor: chair,
        requestId,
        groupId,
        id,
        decree: fresh,
        file: await aPdf('SK'),
      })
      return { requestId, groupId, renewalId: id, version: 1 }
    }
    const first = await send()
    for (const actor of [outside, chair]) {
      await expect(confirmRenewal(services, { ...first, actor })).rejects.toMatchObject({ status: 404 })
    }
    await expect(withdrawRenewal(services, { ...first, actor: outside })).rejects.toMatchObject({
      status: 404,
    })
    await declineRenewal(services, { ...first, actor: officer, reason: 'Berkas tidak terbaca' })
    const second = await send()
    await expect(withdrawRenewal(services, { ...second, actor: chair, version: 9 })).rejects.toMatchObject({
      code: 'changed_meanwhile',
    })
    await withdrawRenewal(services, { ...second, actor: chair })
    expect(await decreesOf(services, groupId)).toMatchObject([{ number: old.number, replacedAt: null }])
  })
})

onEachEngine('reminders of a decree’s end', (given) => {
  test('90 and 30 days before, on the day of the place, chair and office are told once, however many plan', async () => {
    const services = given()
    const start = services.now
    const officer = await person(services, 'Petugas', mimikaOfficer)
    const validUntil = '2027-06-30'
    const { chair } = await aGroup(services, {
      name: 'KIM Timur',
      decree: { ...old, number: 'T', validUntil },
    })
    const told = async () => [await titlesFor(services, chair), await titlesFor(services, officer)]
    const at = async (daysBefore: number) => {
      services.now = startOfDate(addDays(validUntil, -daysBefore), 'WIT') + 9 * HOUR
      await Promise.all([remindOfDecrees(services, {}), remindOfDecrees(services, {})])
    }
    await at(91)
    expect(await told()).toEqual([[], []])
    const ninety = 'SK KIM Timur berakhir 90 hari lagi'
    await at(90)
    expect(await told()).toEqual([[ninety], [ninety]])
    for (const day of [90, 89, 60, 31]) await at(day)
    expect(await told()).toEqual([[ninety], [ninety]])
    const thirty = 'SK KIM Timur berakhir 30 hari lagi'
    await at(30)
    expect(await told()).toEqual([
      [ninety, thirty],
      [ninety, thirty],
    ])
    for (const day of [29, 1, 0, -1, -100]) await at(day)
    expect(await told()).toEqual([
      [ninety, thirty],
      [ninety, thirty],
    ])
    services.now = start
  })

  test('after downtime it is said once, with the days that are left; only the nearer one of two', async () => {
    const services = given()
    const start = services.now
    const validUntil = '2028-06-30'
    const late = await aGroup(services, { name: 'KIM Telat', decree: { ...old, number: 'L', validUntil } })
    services.now = startOfDate(addDays(validUntil, -87), 'WIT')
    await remindOfDecrees(services, {})
    expect(await titlesFor(services, late.chair)).toEqual(['SK KIM Telat berakhir 87 hari lagi'])
    const later = await aGroup(services, {
      name: 'KIM Lama Mati',
      decree: { ...old, number: 'M', validUntil },
    })
    services.now = startOfDate(addDays(validUntil, -12), 'WIT')
    await remindOfDecrees(services, {})
    await remindOfDecrees(services, {})
    expect(await titlesFor(services, later.chair)).toEqual(['SK KIM Lama Mati berakhir 12 hari lagi'])
    services.now = start
  })

  test('an office is told of many in one notice, and of none that was replaced', async () => {
    const services = given()
    const start = services.now
    const nabire = { role: 'regency_officer', provinceCode: '94', regencyCode: '9401' } as const
    const { regions } = services.store.tables
    const [village] = await services.store.read
      .select()
      .from(regions)
      .where(and(eq(regions.regencyCode, '9401'), eq(regions.level, 'village')))
      .limit(1)
    const officer = await person(services, 'Petugas Nabire', nabire)
    const decree = { ...old, number: 'N', validUntil: '2029-06-30' }
    const groups = []
    for (let n = 0; n < 3; n++) groups.push(await aGroup(services, { decree, villageCode: village?.code }))
    const [renewed] = groups
    if (!renewed) throw new Error('no group')
    await renew(services, {
      chair: renewed.chair,
      groupId: renewed.id,
      officer,
      decree: { ...fresh, number: 'B' },
    })
    services.now = startOfDate('2029-06-10', 'WIT')
    await remindOfDecrees(services, {})
    expect((await titlesFor(services, officer)).filter((title) => title.includes('berakhir'))).toEqual([
      'SK 2 KIM segera berakhir',
    ])
    services.now = start
  })
})

onEachEngine('what the calendar brings', (given) => {
  test('several processes plan each slot once, a new slot comes with its hour or day, old ones are cleared', async () => {
    const services = given()
    const start = services.now
    const { jobs } = services.store.tables
    const slots = async () => (await services.store.read.select().from(jobs)).map(({ id }) => id).sort()
    const planners = [1, 2, 3].map(() =>
      makePlanner(services, [
        { kind: 'uji.jam', every: 'hour' },
        { kind: 'uji.hari', every: 'day' },
      ]),
    )
    const plan = () => Promise.all(planners.map((planner) => planner()))
    await plan()
    await plan()
    expect(await slots()).toEqual(['uji.hari:2026-11-22', 'uji.jam:2026-11-22T02'])
    services.now += HOUR
    await plan()
    expect(await slots()).toEqual(['uji.hari:2026-11-22', 'uji.jam:2026-11-22T02', 'uji.jam:2026-11-22T03'])
    await services.store.transact(async ({ db, tables }) => {
      await db.update(tables.jobs).set({ status: 'done' }).where(eq(tables.jobs.kind, 'uji.jam'))
    })
    services.now += 31 * DAY
    await plan()
    // What was not done is kept for the administrator.
    expect(await slots()).toEqual(['uji.hari:2026-11-22', 'uji.hari:2026-12-23', 'uji.jam:2026-12-23T03'])
    services.now = start
  })

  test('midnight of every zone begins an hourly slot, and the daily one comes by day in all of them', () => {
    const kinds = new Map(scheduledJobs.map(({ kind, every }) => [kind, every]))
    expect(kinds.get('groups.endSuspensions')).toBe('hour')
    expect(kinds.get('groups.remindOfDecrees')).toBe('day')
    for (const zone of ['WIB', 'WITA', 'WIT'] as const) {
      expect(startOfDate('2026-12-01', zone) % HOUR).toBe(0)
      expect(localDate(Date.parse('2026-12-01T00:00:00Z'), zone)).toBe('2026-12-01')
    }
  })
})
