import { count, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { ActivityId } from '~/features/activities/activities.schema'
import { askBack, confirmActivities } from '~/features/activities/decide-activities.server'
import { postActivity } from '~/features/activities/post-activity.server'
import { wakefulnessScreen } from '~/features/coverage/wakefulness.queries.server'
import { wakefulnessQuery } from '~/features/coverage/wakefulness.schema'
import { addDecision } from '~/features/events/decide-at-event.server'
import { decisionsScreen } from '~/features/events/decisions.queries.server'
import { eventsScreen } from '~/features/events/events.queries.server'
import { eventsQuery } from '~/features/events/events.schema'
import { lockGroup, moveGroup } from '~/features/groups/act-on-group.server'
import { suspendGroup } from '~/features/groups/suspend-group.server'
import { groupDashboard } from '~/features/home/group-dashboard.queries.server'
import { ownHomeScreen } from '~/features/home/home.queries.server'
import { officeDashboard } from '~/features/home/office-dashboard.queries.server'
import { officeDuties } from '~/features/home/office-duties.queries.server'
import type { Actor } from '~/features/identity/actor'
import { officeHome } from '~/features/registration/office-home.queries.server'
import { DAY } from '~/platform/clock'
import { aMemberOf, anActivity, anOfficerOf } from '../support/activities'
import { onEachEngine } from '../support/engines'
import { anEvent, invite, reply } from '../support/events'
import { aGroup } from '../support/groups'
import { person } from '../support/people'
import type { TestServices } from '../support/services'

const START = Date.UTC(2026, 10, 22, 2)
const MIMIKA = '9404011003'
const PACITAN = '3501122003'

/** A group since 500 days with an activity on each date, confirmed, waiting, or asked back. */
async function live(
  services: TestServices,
  villageCode: string,
  days: [date: string, then: 'confirmed' | 'waits' | 'asked'][],
) {
  services.now = START - 500 * DAY
  const { id } = await aGroup(services, {}, villageCode)
  const actor = await aMemberOf(services, id)
  const officer = await anOfficerOf(services, villageCode.slice(0, 4))
  services.now = START
  for (const [localDate, then] of days) {
    const activityId = ActivityId.parse(services.newId())
    const content = anActivity(villageCode, { localDate })
    await postActivity(services, { actor, requestId: 'test', id: activityId, groupId: id, content })
    const deciding = { actor: officer, requestId: 'test', chosen: [{ id: activityId, version: 1 }] }
    if (then === 'confirmed') await confirmActivities(services, deciding)
    if (then === 'asked') await askBack(services, { ...deciding, comment: 'Kapan?' })
  }
  return { id, actor, officer }
}

async function dashboardOf(services: TestServices, actor: Actor) {
  const dashboard = await officeDashboard(services, actor, 'kode')
  if (!dashboard) throw new Error('no dashboard')
  return dashboard
}

onEachEngine('the dashboards', (given) => {
  it('count what the rows say: activities by month, what waits and since when, who is active', async () => {
    const services = given()
    const { officer } = await live(services, MIMIKA, [
      ['2026-11-20', 'confirmed'],
      ['2026-11-21', 'waits'],
      ['2026-11-10', 'waits'],
      ['2026-10-02', 'confirmed'],
      ['2026-10-31', 'confirmed'],
      ['2026-09-15', 'asked'],
      ['2025-10-15', 'confirmed'],
    ])
    const dashboard = await dashboardOf(services, officer)
    expect(dashboard).toMatchObject({ code: '9404', isRegency: true })
    const { activities, groups } = services.store.tables
    const [waiting] = await services.store.read
      .select({ many: count() })
      .from(activities)
      .where(eq(activities.status, 'submitted'))
    expect(dashboard.waiting).toEqual({ many: Number(waiting?.many), late: 0, oldest: START })
    services.now = START + 7 * DAY + 1
    expect((await dashboardOf(services, officer)).waiting).toMatchObject({ late: 2, oldest: START })
    services.now = START
    const months = new Map(dashboard.months.bars.map(({ month, words }) => [month, words]))
    expect(months.size).toBe(12)
    expect([months.get('2026-11'), months.get('2026-10'), months.get('2026-09')]).toEqual(['1', '2', '0'])
    const [registered] = await services.store.read
      .select({ many: count() })
      .from(groups)
      .where(eq(groups.regencyCode, '9404'))
    expect(dashboard.numbers.groups).toBe(Number(registered?.many))
    expect(dashboard.numbers.activeGroups).toBe(1)
  })

  it('tell who woke up and who fell asleep since the month began, as the page of activity does', async () => {
    const services = given()
    const move = (groupId: string, status: 'suspended' | 'registered', day: string) =>
      services.store.transact(async (tx) => {
        const group = await lockGroup(tx, groupId)
        const now = Date.parse(`${day}T02:00:00Z`)
        if (group) await moveGroup(tx, group, status, { version: group.version, now })
      })
    const { id: awake, officer } = await live(services, PACITAN, [['2026-11-05', 'confirmed']])
    // 180 days after 12 May is 8 November: asleep since the 9th.
    const { id: asleep } = await live(services, PACITAN, [['2026-05-12', 'confirmed']])
    // 90 days after 10 August is 8 November.
    const { id: fading } = await live(services, PACITAN, [['2026-08-10', 'confirmed']])
    // Was active when the month began, and went on.
    await live(services, PACITAN, [
      ['2026-10-05', 'confirmed'],
      ['2026-11-04', 'confirmed'],
    ])
    // Was less active when the month began, and is active again: it never slept.
    await live(services, PACITAN, [
      ['2026-07-20', 'confirmed'],
      ['2026-11-10', 'confirmed'],
    ])
    // Was suspended when the month began, and active all the while.
    const { id: back } = await live(services, PACITAN, [['2026-09-30', 'confirmed']])
    await move(back, 'suspended', '2026-10-20')
    await move(back, 'registered', '2026-11-10')
    // Fell asleep, woke up, and was suspended after that.
    const { id: gone } = await live(services, PACITAN, [
      ['2026-05-07', 'confirmed'],
      ['2026-11-06', 'confirmed'],
    ])
    await move(gone, 'suspended', '2026-11-12')
    const { moved } = await dashboardOf(services, officer)
    expect(moved?.awake).toMatchObject({ many: 2, named: [{ id: awake }, { id: gone }] })
    expect(moved?.asleep).toMatchObject({ many: 2, named: [{ id: gone }, { id: asleep }] })
    expect(moved?.fading).toMatchObject({ many: 1, named: [{ id: fading }] })
    const changed = await wakefulnessScreen(services, officer, wakefulnessQuery.parse({}))
    if (changed.view !== 'perubahan') throw new Error('no changes')
    const ids = (groups: { id: string }[] | undefined) => groups?.map(({ id }) => id)
    expect(ids(moved?.awake.named)).toEqual(ids(changed.woke.rows))
    expect(ids(moved?.asleep.named)).toEqual(ids(changed.slept.rows))
  })

  it('compare the regencies of a province and name the one without any active group', async () => {
    const services = given()
    const officer = await person(services, 'Eko', { role: 'province_officer', provinceCode: '35' })
    const { rows, attention } = await dashboardOf(services, officer)
    const pacitan = rows.find(({ code }) => code === '3501')
    expect(pacitan).toMatchObject({ groups: 6, active: 4, waiting: 0, lastOn: '2026-11-10' })
    expect(rows.every(({ code }) => code.startsWith('35'))).toBe(true)
    await live(services, '3502012001', [])
    const later = await dashboardOf(services, officer)
    expect(attention?.asleep).toEqual({ many: 0, named: [] })
    expect(later.attention?.asleep).toMatchObject({ many: 1, named: [{ code: '3502' }] })
  })

  it('show an office as many partnerships, events and decisions as its lists hold', async () => {
    const services = given()
    const officer = await anOfficerOf(services, '9404')
    const eventId = await anEvent(services, officer)
    const { id: groupId } = await aGroup(services, {}, MIMIKA)
    await invite(services, officer, eventId, [groupId])
    await addDecision(services, {
      actor: officer,
      requestId: 'uji',
      eventId,
      id: services.newId(),
      what: 'Menyusun jadwal siaran',
      groupId,
      who: null,
      dueOn: '2026-12-20',
    })
    await anEvent(services, officer)
    for (const actor of [officer, await anOfficerOf(services, '3501')]) {
      const duties = await officeDuties(services, actor)
      const events = await eventsScreen(services, actor, eventsQuery.parse({ status: 'invited' }))
      const decisions = await decisionsScreen(services, actor, { state: 'ongoing', after: undefined })
      expect(duties).toMatchObject({ events: events.rows.length, decisions: decisions.rows.length })
    }
    expect(await officeDuties(services, officer)).toMatchObject({ events: 1, decisions: 1 })
  })

  it("show somebody at home the office's work as its first page does, and their own group beside it", async () => {
    const services = given()
    const { id, actor: member, officer } = await live(services, MIMIKA, [['2026-11-19', 'waits']])
    const until = '2026-12-01'
    await suspendGroup(services, {
      actor: officer,
      requestId: 'uji',
      groupId: id,
      version: 1,
      reason: 'Pengurus tidak aktif',
      until,
    })
    const both = { ...officer, grants: [...officer.grants, ...member.grants] }
    const { office, groups } = await ownHomeScreen(services, both)
    const { home, duties, activities } = office ?? {}
    expect(home).toEqual(await officeHome(services, both))
    expect(duties).toEqual(await officeDuties(services, both))
    expect(activities).toBe((await dashboardOf(services, both)).waiting.many)
    expect(groups).toMatchObject([{ id, status: 'suspended', suspendedUntil: until, waiting: 1 }])
    expect((await ownHomeScreen(services, member)).office).toBeNull()
  })

  it('show an office of several regions the one it asks for, and none that is not its own', async () => {
    const services = given()
    const [mimika, pacitan] = [await anOfficerOf(services, '9404'), await anOfficerOf(services, '3501')]
    const both = { ...mimika, grants: [...mimika.grants, ...pacitan.grants] }
    const codeOf = async (actor: Actor, asked?: string) =>
      (await officeDashboard(services, actor, 'kode', asked))?.code
    expect([await codeOf(both), await codeOf(both, '3501')]).toEqual(['9404', '3501'])
    const { choices, name } = await dashboardOf(services, both)
    expect(name).toBe('Kabupaten Mimika')
    expect(choices.map((choice) => choice.name)).toEqual(['Kabupaten Mimika', 'Kabupaten Pacitan'])
    expect((await dashboardOf(services, pacitan)).choices).toEqual([])
    for (const [actor, asked] of [
      [both, '3502'],
      [both, '94'],
      [pacitan, '9404'],
    ] as const) {
      await expect(codeOf(actor, asked)).rejects.toMatchObject({ status: 404 })
    }
  })

  it('show nothing of a region to somebody who has none', async () => {
    const services = given()
    const { actor } = await live(services, MIMIKA, [])
    expect(await officeDashboard(services, actor, 'kode')).toBeNull()
  })

  it('show a group its own state, what waits and its year', async () => {
    const services = given()
    const { id } = await live(services, MIMIKA, [
      ['2026-11-20', 'confirmed'],
      ['2026-11-21', 'waits'],
      ['2026-11-12', 'asked'],
    ])
    const { groups } = services.store.tables
    const [group] = await services.store.read.select().from(groups).where(eq(groups.id, id))
    if (!group) throw new Error('no group')
    const dashboard = await groupDashboard(services, group)
    expect(dashboard).toMatchObject({
      waiting: 1,
      returned: 1,
      standing: { state: 'active', lastOn: '2026-11-20', until: '2027-02-18' },
    })
    expect(dashboard.latest.map(({ localDate }) => localDate)).toEqual([
      '2026-11-21',
      '2026-11-20',
      '2026-11-12',
    ])
    expect(dashboard.months?.bars.at(-1)).toMatchObject({ month: '2026-11', words: '1', isPartial: true })
  })

  it('show a group what events ask of it, as long as it can still answer', async () => {
    const services = given()
    const { id, officer } = await live(services, MIMIKA, [])
    const eventId = await anEvent(services, officer)
    await invite(services, officer, eventId, [id])
    const decide = (what: string, dueOn: string) =>
      addDecision(services, {
        actor: officer,
        requestId: 'uji',
        eventId,
        id: services.newId(),
        what,
        groupId: id,
        who: null,
        dueOn,
      })
    await decide('Menulis dua kabar', '2026-11-20')
    await decide('Melatih desa tetangga', '2027-02-01')
    const { groups } = services.store.tables
    const [group] = await services.store.read.select().from(groups).where(eq(groups.id, id))
    if (!group) throw new Error('no group')
    const asked = async () => (await groupDashboard(services, group)).events
    expect((await asked()).decisions.map(({ what }) => what)).toEqual(['Menulis dua kabar'])
    expect((await asked()).unanswered.map((one) => one.eventId)).toEqual([eventId])
    services.now += 2 * DAY
    expect((await asked()).unanswered).toEqual([])
    services.now = START
    const chair = await aMemberOf(services, id)
    await reply(services, { actor: chair, groupId: id, eventId, names: null })
    expect((await asked()).unanswered).toEqual([])
  })
})
