import { and, asc, eq, like } from 'drizzle-orm'
import { expect, it } from 'vitest'
import type { ActivityContent } from '~/features/activities/activities.schema'
import { ActivityId } from '~/features/activities/activities.schema'
import { confirmActivities } from '~/features/activities/decide-activities.server'
import { postActivity } from '~/features/activities/post-activity.server'
import { auditFieldWords } from '~/features/audit/audit-delta.messages'
import { evaluationScreen } from '~/features/events/attendance-papers.queries.server'
import { checkEventCounts, rewriteEventCounts } from '~/features/events/check-event-counts.server'
import { addDecision, settleDecision, writeMinutes } from '~/features/events/decide-at-event.server'
import { decisionsScreen } from '~/features/events/decisions.queries.server'
import { doorScreen, eventOfCommittee } from '~/features/events/door.queries.server'
import { evaluateEvent } from '~/features/events/evaluate-event.server'
import { eventScreen } from '~/features/events/event-screen.queries.server'
import { eventsScreen, readableEvent } from '~/features/events/events.queries.server'
import { eventsQuery, inviteQuery } from '~/features/events/events.schema'
import { groupEventScreen } from '~/features/events/group-events.queries.server'
import { inviteScreen } from '~/features/events/invitations.queries.server'
import { inviteGroups } from '~/features/events/invite-groups.server'
import { certificateJob, issueAttendance } from '~/features/events/issue-attendance.server'
import { addWalkIn, markPresent, unmarkPresent } from '~/features/events/mark-present.server'
import {
  addMaterial,
  materialOfTicket,
  readableMaterial,
  removeMaterial,
} from '~/features/events/materials.server'
import { cancelEvent, closeCommittee, moveEvent, openCommittee } from '~/features/events/move-event.server'
import { editEvent, planEvent } from '~/features/events/plan-event.server'
import { remindOfDecisions } from '~/features/events/remind-decisions.server'
import { ticketScreen } from '~/features/events/ticket.queries.server'
import type { Actor } from '~/features/identity/actor'
import { jobHandlers } from '~/jobs'
import { DAY, HOUR } from '~/platform/clock'
import { jobProgress } from '~/platform/jobs/progress'
import { runOneJob } from '~/platform/jobs/worker'
import { aMemberOf, anActivity, anOfficerOf } from '../support/activities'
import { onEachEngine } from '../support/engines'
import { anEvent, aPlan, eventRow, invite, peopleOf, reply } from '../support/events'
import { outcomes } from '../support/identity'
import { aGroup, aPdf } from '../support/kept-groups'
import { openPdf } from '../support/pdf'
import { person } from '../support/people'
import type { TestServices } from '../support/services'

const START = Date.UTC(2026, 10, 22, 2, 0, 0)

/** An event of Mimika to which two groups were invited; the first named two people. */
async function aRunningEvent(services: TestServices, changes: Parameters<typeof aPlan>[1] = {}) {
  services.now = START
  const officer = await anOfficerOf(services, '9404')
  const [one, two] = [
    await aGroup(services, { name: 'KIM Satu' }),
    await aGroup(services, { name: 'KIM Dua', villageCode: '9404011007' }),
  ]
  const eventId = await anEvent(services, officer, changes)
  await invite(services, officer, eventId, [one.id, two.id])
  await reply(services, { actor: one.chair, groupId: one.id, eventId, names: ['Agus Wonda', 'Bertha Magai'] })
  return { officer, one, two, eventId, door: { actor: officer } }
}

async function noticesAbout({ store }: TestServices, accountId: string, words: string) {
  const { notices } = store.tables
  return store.read
    .select()
    .from(notices)
    .where(and(eq(notices.accountId, accountId), like(notices.title, `%${words}%`)))
}

const held = async (services: TestServices, officer: Actor, eventId: string) => {
  services.now = Math.max(services.now, (await eventRow(services, eventId)).startsAt + HOUR)
  await moveEvent(services, {
    actor: officer,
    requestId: 'uji',
    eventId,
    version: (await eventRow(services, eventId)).version,
    to: 'held',
  })
}

onEachEngine('an event', (given) => {
  it('is stored once when the form is sent twice, and told apart from other content', async () => {
    const services = given()
    services.now = START
    const actor = await anOfficerOf(services, '9404')
    const form = { actor, requestId: 'uji', id: services.newId(), officeCode: '9404', plan: aPlan(services) }
    await planEvent(services, form)
    await planEvent(services, form)
    await expect(
      planEvent(services, { ...form, plan: aPlan(services, { title: 'Lain' }) }),
    ).rejects.toMatchObject({
      code: 'event_id_used',
    })
  })

  it('leaves every field that was changed in the audit trail, and neither a telephone nor the key to a meeting', async () => {
    const services = given()
    services.now = START
    const actor = await anOfficerOf(services, '9404')
    const eventId = await anEvent(services, actor)
    const before = aPlan(services)
    const startsAt = before.startsAt + DAY
    const plan = aPlan(services, {
      kind: 'forum',
      title: 'Forum KIM',
      purpose: 'Tanya ke 0812 3456 7890',
      venue: 'Balai Kampung Kaugapu',
      placeCode: '9404011003',
      onlineUrl: 'https://rapat.contoh.id/j/1?pwd=rahasia',
      startsAt,
      endsAt: startsAt + HOUR,
      replyUntil: startsAt,
      capacity: 40,
      topics: ['kesehatan'],
    })
    const change = { actor, requestId: 'uji', eventId }
    await editEvent(services, { ...change, version: 1, plan: { ...before, capacity: 40 } })
    await editEvent(services, { ...change, version: 2, plan })
    const { auditEvents } = services.store.tables
    const rows = await services.store.read
      .select({ delta: auditEvents.delta })
      .from(auditEvents)
      .where(and(eq(auditEvents.subjectId, eventId), eq(auditEvents.action, 'event.edited')))
      .orderBy(asc(auditEvents.seq))
    const [first, second] = rows.map(({ delta }) => JSON.parse(delta))
    expect(first).toEqual({ title: [before.title, before.title], capacity: [null, 40] })
    expect(second).toEqual({
      title: [before.title, 'Forum KIM'],
      eventKind: ['training', 'forum'],
      venue: [before.venue, 'Balai Kampung Kaugapu'],
      placeCode: [null, '9404011003'],
      startsAt: ['25 November 2026, 11.00 WIT', '26 November 2026, 11.00 WIT'],
      endsAt: ['25 November 2026, 17.00 WIT', '26 November 2026, 12.00 WIT'],
      replyUntil: ['akhir 24 November 2026', 'akhir 26 November 2026'],
      topics: [[], ['kesehatan']],
      parts: [null, ['purpose', 'onlineUrl']],
    })
    expect(Object.keys(second).filter((field) => !(field in auditFieldWords))).toEqual([])
  })

  it('belongs to its office: others above read it, beside it does not exist, and nobody else changes it', async () => {
    const services = given()
    const { officer, eventId } = await aRunningEvent(services)
    const province = await person(services, 'Dorkas', { role: 'province_officer', provinceCode: '94' })
    const nation = await person(services, 'Bagus', { role: 'national_officer' })
    const elsewhere = await anOfficerOf(services, '3501')
    for (const reader of [officer, province, nation]) {
      expect((await readableEvent(services, reader, eventId)).id).toBe(eventId)
    }
    await expect(readableEvent(services, elsewhere, eventId)).rejects.toMatchObject({ status: 404 })
    const listed = await eventsScreen(services, elsewhere, eventsQuery.parse({}))
    expect(listed.rows.map(({ id }) => id)).not.toContain(eventId)
    for (const actor of [province, nation, elsewhere]) {
      const change = { actor, requestId: 'uji', eventId, version: 2 }
      await expect(editEvent(services, { ...change, plan: aPlan(services) })).rejects.toMatchObject({
        status: 404,
      })
      await expect(writeMinutes(services, { ...change, minutes: 'Rapat' })).rejects.toMatchObject({
        status: 404,
      })
    }
    await expect(
      planEvent(services, {
        actor: officer,
        requestId: 'uji',
        id: services.newId(),
        officeCode: '94',
        plan: aPlan(services),
      }),
    ).rejects.toMatchObject({ status: 404 })
  })

  it('is listed by the region of its office or its place, and never beyond what an office reads', async () => {
    const services = given()
    services.now = START
    const mimika = await anOfficerOf(services, '9404')
    const nabire = await anOfficerOf(services, '9401')
    const province = await person(services, 'Dorkas', { role: 'province_officer', provinceCode: '94' })
    const nation = await person(services, 'Bagus', { role: 'national_officer' })
    const title = 'Saringan wilayah'
    const made: Record<string, string> = {
      mimika: await anEvent(services, mimika, { title }),
      inVillage: await anEvent(services, mimika, { title, placeCode: '9404161002' }),
      nabire: await anEvent(services, nabire, { title }, '9401'),
      province: await anEvent(services, province, { title, placeCode: '9404011003' }, '94'),
      nation: await anEvent(services, nation, { title, placeCode: '9404011003' }, '00'),
      pacitan: await anEvent(services, await anOfficerOf(services, '3501'), { title }, '3501'),
    }
    const names = new Map(Object.entries(made).map(([name, id]) => [id, name]))
    const listed = async (actor: Actor, region: Record<string, string>) => {
      const { rows } = await eventsScreen(services, actor, eventsQuery.parse({ q: title, ...region }))
      return rows.map(({ id }) => names.get(id)).sort()
    }
    expect(await listed(nation, {})).toEqual([...names.values()].sort())
    expect(await listed(nation, { provinsi: '35' })).toEqual(['pacitan'])
    expect(await listed(nation, { provinsi: '94' })).toEqual([
      'inVillage',
      'mimika',
      'nabire',
      'nation',
      'province',
    ])
    const inMimika = { provinsi: '94', kabupaten: '9404' }
    expect(await listed(nation, inMimika)).toEqual(['inVillage', 'mimika', 'nation', 'province'])
    expect(await listed(province, inMimika)).toEqual(['inVillage', 'mimika', 'province'])
    expect(await listed(province, { provinsi: '35' })).toEqual(['inVillage', 'mimika', 'nabire', 'province'])
    expect(await listed(mimika, { kabupaten: '9401' })).toEqual(['inVillage', 'mimika'])
    expect(await listed(mimika, { kecamatan: '940416' })).toEqual(['inVillage'])
    expect(await listed(mimika, { kecamatan: '940401' })).toEqual([])
  })

  it('refuses what was decided on an older page', async () => {
    const services = given()
    const { officer, eventId } = await aRunningEvent(services)
    const change = { actor: officer, requestId: 'uji', eventId, version: 1 }
    await expect(editEvent(services, { ...change, plan: aPlan(services) })).rejects.toMatchObject({
      code: 'changed_meanwhile',
    })
    await expect(cancelEvent(services, { ...change, reason: 'Hujan' })).rejects.toMatchObject({
      code: 'changed_meanwhile',
    })
    expect((await eventRow(services, eventId)).status).toBe('invited')
  })
})

onEachEngine('an invitation', (given) => {
  it('reaches those that were counted, once, and tells their members once', async () => {
    const services = given()
    services.now = START
    const officer = await anOfficerOf(services, '9404')
    const group = await aGroup(services, { name: 'KIM Undangan', villageCode: '9404161002' })
    const eventId = await anEvent(services, officer)
    const asking = {
      actor: officer,
      requestId: 'uji',
      eventId,
      id: services.newId(),
      criteria: { regionCode: '940416', activity: 'never' as const },
      whom: { found: 1 },
    }
    await expect(inviteGroups(services, { ...asking, whom: { found: 7 } })).rejects.toMatchObject({
      code: 'count_changed',
    })
    expect(await inviteGroups(services, asking)).toBe(1)
    expect(await inviteGroups(services, asking)).toBe(1)
    await expect(inviteGroups(services, { ...asking, id: services.newId() })).rejects.toMatchObject({
      code: 'nobody_to_invite',
    })
    expect(await noticesAbout(services, group.chair.id, 'Undangan')).toHaveLength(1)
    expect(await eventRow(services, eventId)).toMatchObject({ status: 'invited', invitedGroups: 1 })
    await expect(
      inviteGroups(services, {
        ...asking,
        id: services.newId(),
        criteria: { regionCode: '3501', activity: null },
      }),
    ).rejects.toMatchObject({ status: 404 })
  })

  it('looks for groups with a confirmed activity on a topic in the last twelve months', async () => {
    const services = given()
    services.now = START
    const officer = await anOfficerOf(services, '9404')
    const village = '9404052005'
    const logged = async (name: string, changes: Partial<ActivityContent>, confirm = true) => {
      const { id: groupId } = await aGroup(services, { name, villageCode: village })
      const actor = await aMemberOf(services, groupId)
      const id = ActivityId.parse(services.newId())
      const content = anActivity(village, changes)
      await postActivity(services, { actor, requestId: 'uji', id, groupId, content })
      const chosen = [{ id, version: 1 }]
      if (confirm) await confirmActivities(services, { actor: officer, requestId: 'uji', chosen })
    }
    await logged('KIM Sehat', {})
    await logged('KIM Sehat Menunggu', {}, false)
    await logged('KIM Pangan', { topicCode: 'pertanian' })
    const found = async (query: Record<string, string>) => {
      const eventId = await anEvent(services, officer)
      const screen = await inviteScreen(services, officer, eventId, inviteQuery.parse(query))
      return screen.groups.map(({ name }) => name)
    }
    const here = { provinsi: '94', kabupaten: '9404', kecamatan: '940405' }
    expect(await found({ ...here, topik: 'cek-kesehatan-gratis' })).toEqual(['KIM Sehat'])
    expect(await found(here)).toEqual(['KIM Pangan', 'KIM Sehat', 'KIM Sehat Menunggu'])
    services.now = START + 400 * DAY
    expect(await found({ ...here, topik: 'cek-kesehatan-gratis' })).toEqual([])
    services.now = START
  })

  it('adds a group that is late to those that were invited', async () => {
    const services = given()
    const { officer, eventId } = await aRunningEvent(services)
    const late = await aGroup(services, { name: 'KIM Susulan' })
    await invite(services, officer, eventId, [late.id])
    expect((await eventRow(services, eventId)).invitedGroups).toBe(3)
  })

  it('is answered until the deadline, keeps the ticket of whoever is named again, and counts', async () => {
    const services = given()
    const { one, two, eventId } = await aRunningEvent(services)
    const [agus] = await peopleOf(services, eventId)
    await reply(services, {
      actor: one.chair,
      groupId: one.id,
      eventId,
      names: ['agus wonda', 'Carolus Y'],
      version: 2,
    })
    const people = await peopleOf(services, eventId)
    expect(people.map(({ name }) => name)).toEqual(['Agus Wonda', 'Carolus Y'])
    expect(people[0]?.token).toBe(agus?.token)
    await reply(services, { actor: two.chair, groupId: two.id, eventId, names: null })
    expect(await eventRow(services, eventId)).toMatchObject({
      acceptedGroups: 1,
      declinedGroups: 1,
      registeredPeople: 2,
    })
    await expect(
      reply(services, { actor: one.chair, groupId: one.id, eventId, names: ['X Y'], version: 2 }),
    ).rejects.toMatchObject({ code: 'changed_meanwhile' })
    services.now = (await eventRow(services, eventId)).replyUntil
    await expect(
      reply(services, { actor: two.chair, groupId: two.id, eventId, names: ['Dina'], version: 2 }),
    ).rejects.toMatchObject({ code: 'reply_over' })
    await expect(
      reply(services, { actor: one.chair, groupId: two.id, eventId, names: ['Dina'], version: 2 }),
    ).rejects.toMatchObject({ status: 404 })
  })

  it('gives the last seat once, however many ask at the same time', async () => {
    const services = given()
    const { one, two, officer, eventId } = await aRunningEvent(services, { capacity: 3 })
    const third = await aGroup(services, { name: 'KIM Tiga' })
    await invite(services, officer, eventId, [third.id])
    const { done, codes } = await outcomes([
      reply(services, { actor: two.chair, groupId: two.id, eventId, names: ['Dina'] }),
      reply(services, { actor: third.chair, groupId: third.id, eventId, names: ['Elias'] }),
    ])
    expect(done).toHaveLength(1)
    expect(codes).toEqual(['event_full'])
    expect((await eventRow(services, eventId)).registeredPeople).toBe(3)
    expect(one.id).not.toBe(two.id)
  })
})

onEachEngine('the door of an event', (given) => {
  it('marks twice as once, at the same time too, by token, by code and by list', async () => {
    const services = given()
    const { eventId, door } = await aRunningEvent(services)
    const [agus, bertha] = await peopleOf(services, eventId)
    if (!agus || !bertha) throw new Error('nobody was named')
    const mark = { door, requestId: 'uji', eventId }
    await expect(markPresent(services, { ...mark, who: { token: agus.token } })).rejects.toMatchObject({
      code: 'door_not_open',
    })
    services.now += 3 * DAY
    const results = await Promise.all(
      Array.from({ length: 4 }, () => markPresent(services, { ...mark, who: { token: agus.token } })),
    )
    expect(results.reduce((sum, { marked }) => sum + marked, 0)).toBe(1)
    expect(await markPresent(services, { ...mark, who: { code: bertha.code } })).toEqual({
      names: ['Bertha Magai'],
      marked: 1,
    })
    await markPresent(services, { ...mark, who: { attendeeIds: [agus.id, bertha.id] } })
    expect((await eventRow(services, eventId)).presentPeople).toBe(2)
    expect((await peopleOf(services, eventId)).map(({ presentWay }) => presentWay)).toEqual(['qr', 'code'])
    await expect(markPresent(services, { ...mark, who: { code: 'ZZZZZZ' } })).rejects.toMatchObject({
      code: 'code_unknown',
    })
  })

  it('adds who was not registered once, and takes a wrong mark back', async () => {
    const services = given()
    const { eventId, door } = await aRunningEvent(services)
    services.now += 3 * DAY
    const walkIn = {
      door,
      requestId: 'uji',
      eventId,
      id: services.newId(),
      name: 'Fransiska',
      origin: 'Puskesmas',
    }
    await addWalkIn(services, walkIn)
    await addWalkIn(services, walkIn)
    expect(await eventRow(services, eventId)).toMatchObject({ registeredPeople: 3, presentPeople: 1 })
    await unmarkPresent(services, { door, requestId: 'uji', eventId, attendeeId: walkIn.id })
    await unmarkPresent(services, { door, requestId: 'uji', eventId, attendeeId: walkIn.id })
    expect((await eventRow(services, eventId)).presentPeople).toBe(0)
  })

  it('opens for the committee by its link alone, until it is taken back or the event is over', async () => {
    const services = given()
    const { officer, eventId } = await aRunningEvent(services)
    const version = async () => (await eventRow(services, eventId)).version
    const acting = { actor: officer, requestId: 'uji', eventId }
    const first = await openCommittee(services, { ...acting, version: await version() })
    const second = await openCommittee(services, { ...acting, version: await version() })
    expect(await eventOfCommittee(services, first)).toBeUndefined()
    expect((await eventOfCommittee(services, second))?.id).toBe(eventId)
    services.now += 3 * DAY
    const [agus, bertha] = await peopleOf(services, eventId)
    const mark = (committeeToken: string, token = '') =>
      markPresent(services, { door: { committeeToken }, requestId: 'uji', eventId, who: { token } })
    await expect(mark(first, agus?.token)).rejects.toMatchObject({ status: 404 })
    expect((await mark(second, agus?.token)).marked).toBe(1)
    const other = await aRunningEvent(services)
    services.now += 3 * DAY
    const [stranger] = await peopleOf(services, other.eventId)
    await expect(
      markPresent(services, {
        door: { committeeToken: second },
        requestId: 'uji',
        eventId: other.eventId,
        who: { token: stranger?.token ?? '' },
      }),
    ).rejects.toMatchObject({ status: 404 })
    await closeCommittee(services, { ...acting, version: await version() })
    await expect(mark(second, bertha?.token)).rejects.toMatchObject({ status: 404 })
    services.now = START
    const third = await openCommittee(services, { ...acting, version: await version() })
    services.now = (await eventRow(services, eventId)).endsAt + 12 * HOUR
    expect(await eventOfCommittee(services, third)).toBeUndefined()
  })

  it('shows its button only to those who keep it', async () => {
    const services = given()
    const { officer, one, eventId } = await aRunningEvent(services)
    const [agus] = await peopleOf(services, eventId)
    const atDoor = async (actor: Actor | null) =>
      (await ticketScreen(services, agus?.token ?? '', [actor && { actor }]))?.atDoor
    expect(await atDoor(officer)).toBe(true)
    expect(await atDoor(one.chair)).toBe(false)
    expect(await atDoor(null)).toBe(false)
    expect(await atDoor(await anOfficerOf(services, '3501'))).toBe(false)
  })
})

onEachEngine('what an event leaves', (given) => {
  it('is followed until it is done: overdue first, reminded of once, and told to the group', async () => {
    const services = given()
    const { officer, one, eventId } = await aRunningEvent(services)
    const acting = { actor: officer, requestId: 'uji' }
    const decide = (id: string, dueOn: string, groupId: string | null) =>
      addDecision(services, {
        ...acting,
        eventId,
        id,
        what: `Selesai ${dueOn}`,
        groupId,
        who: groupId ? null : 'Bidang IKP',
        dueOn,
      })
    const [late, soon] = [services.newId(), services.newId()]
    await decide(soon, '2026-11-30', one.id)
    await decide(soon, '2026-11-30', one.id)
    await decide(late, '2026-11-20', null)
    expect(await noticesAbout(services, one.chair.id, 'Keputusan untuk')).toHaveLength(1)
    const list = async (state: 'ongoing' | 'done') =>
      (await decisionsScreen(services, officer, { state, after: undefined })).rows.filter(
        (row) => row.eventId === eventId,
      )
    expect((await list('ongoing')).map(({ id, overdue }) => [id, overdue])).toEqual([
      [late, true],
      [soon, false],
    ])
    await remindOfDecisions(services, {})
    await remindOfDecisions(services, {})
    expect(await noticesAbout(services, officer.id, 'jatuh tempo')).toHaveLength(1)
    services.now += 6 * DAY
    await remindOfDecisions(services, {})
    expect(await noticesAbout(services, officer.id, 'jatuh tempo')).toHaveLength(2)
    expect(await noticesAbout(services, one.chair.id, 'jatuh tempo')).toHaveLength(1)
    const settle = { ...acting, decisionId: late, version: 1, state: 'done' as const, note: 'Beres' }
    await settleDecision(services, settle)
    await expect(settleDecision(services, settle)).rejects.toMatchObject({ code: 'decision_moved' })
    await expect(settleDecision(services, { ...settle, state: 'ongoing' })).rejects.toMatchObject({
      code: 'changed_meanwhile',
    })
    expect((await list('done')).map(({ id }) => id)).toEqual([late])
    await expect(
      settleDecision(services, { ...settle, actor: await anOfficerOf(services, '3501'), version: 2 }),
    ).rejects.toMatchObject({ status: 404 })
  })

  it('tells since when: its minutes stand, and each decision is as it is', async () => {
    const services = given()
    const { officer, one, eventId } = await aRunningEvent(services)
    const acting = { actor: officer, requestId: 'uji' }
    const [open, done] = [services.newId(), services.newId()]
    for (const id of [open, done]) {
      const decision = { what: `Putusan ${id}`, groupId: one.id, who: null, dueOn: '2026-12-10' }
      await addDecision(services, { ...acting, eventId, id, ...decision })
    }
    services.now = START + DAY
    await settleDecision(services, { ...acting, decisionId: done, version: 1, state: 'done', note: null })
    services.now = START + 2 * DAY
    const { version } = await eventRow(services, eventId)
    await writeMinutes(services, { ...acting, eventId, version, minutes: 'Semua sepakat.' })
    const screen = await eventScreen(services, officer, eventId)
    expect(screen.event.minutesAt).toBe(START + 2 * DAY)
    const all = [
      ...(await decisionsScreen(services, officer, { state: 'ongoing', after: undefined })).rows,
      ...(await decisionsScreen(services, officer, { state: 'done', after: undefined })).rows,
    ].filter((row) => row.eventId === eventId)
    const ofGroup = await groupEventScreen(services, one.chair, { groupId: one.id, eventId })
    for (const shown of [screen.decisions, all, ofGroup.decisions]) {
      expect(new Map(shown.map(({ id, stateSince }) => [id, stateSince]))).toEqual(
        new Map([
          [open, START],
          [done, START + DAY],
        ]),
      )
    }
  })

  it('is read by the offices above and by the groups that were invited, and by nobody else', async () => {
    const services = given()
    const { officer, one, eventId } = await aRunningEvent(services)
    const stranger = await aGroup(services, { name: 'KIM Lain' })
    const id = services.newId()
    const adding = {
      actor: officer,
      requestId: 'uji',
      eventId,
      id,
      title: 'Paparan',
      file: await aPdf('Paparan'),
    }
    await addMaterial(services, adding)
    await addMaterial(services, adding)
    for (const reader of [officer, one.chair]) {
      expect((await readableMaterial(services, reader, id)).title).toBe('Paparan')
    }
    for (const other of [stranger.chair, await anOfficerOf(services, '3501')]) {
      await expect(readableMaterial(services, other, id)).rejects.toMatchObject({ status: 404 })
    }
  })

  it('is opened by a ticket of the event alone, not by a wrong or withdrawn one, nor after it was taken off', async () => {
    const services = given()
    const { officer, one, eventId } = await aRunningEvent(services)
    const elsewhere = await aRunningEvent(services)
    const materialId = services.newId()
    const acting = { actor: officer, requestId: 'uji', eventId }
    const file = await aPdf('Panduan')
    await addMaterial(services, { ...acting, id: materialId, title: 'Panduan', file })
    const [agus, bertha] = await peopleOf(services, eventId)
    const [stranger] = await peopleOf(services, elsewhere.eventId)
    const { events } = services.store.tables
    await services.store.transact((tx) =>
      tx.db.update(tx.tables.events).set({ minutes: 'Notula kami sendiri' }).where(eq(events.id, eventId)),
    )
    const seen = [
      await ticketScreen(services, agus?.token ?? '', []),
      await groupEventScreen(services, one.chair, { groupId: one.id, eventId }),
      await doorScreen(services, await readableEvent(services, officer, eventId), ''),
    ]
    expect(JSON.stringify(seen)).not.toContain('Notula kami sendiri')
    const opened = (token = '') => materialOfTicket(services, token, materialId)
    expect((await opened(agus?.token)).title).toBe('Panduan')
    expect((await ticketScreen(services, agus?.token ?? '', []))?.materials.map(({ id }) => id)).toEqual([
      materialId,
    ])
    for (const token of ['', 'x'.repeat(43), `${agus?.token}x`, stranger?.token]) {
      await expect(opened(token)).rejects.toMatchObject({ status: 404 })
    }
    // The group names others: the tickets of those who are gone open nothing any more.
    const names = ['Bertha Magai']
    await reply(services, { actor: one.chair, groupId: one.id, eventId, names, version: 2 })
    await expect(opened(agus?.token)).rejects.toMatchObject({ status: 404 })
    expect((await opened(bertha?.token)).title).toBe('Panduan')
    await removeMaterial(services, { ...acting, materialId })
    await expect(opened(bertha?.token)).rejects.toMatchObject({ status: 404 })
  })

  it('is a certificate for each who was there, in one file, numbered on by a later run', async () => {
    const services = given()
    const { officer, one, eventId, door } = await aRunningEvent(services)
    const acting = { actor: officer, requestId: 'uji', eventId }
    const version = async () => (await eventRow(services, eventId)).version
    await expect(issueAttendance(services, { ...acting, version: await version() })).rejects.toMatchObject({
      code: 'event_not_held',
    })
    await held(services, officer, eventId)
    await expect(issueAttendance(services, { ...acting, version: await version() })).rejects.toMatchObject({
      code: 'nobody_to_certify',
    })
    const people = await peopleOf(services, eventId)
    await markPresent(services, {
      door,
      requestId: 'uji',
      eventId,
      who: { attendeeIds: people.map(({ id }) => id) },
    })
    const seen = await version()
    const { done, codes } = await outcomes(
      [1, 2].map(() => issueAttendance(services, { ...acting, version: seen })),
    )
    expect(done).toEqual([2])
    expect(['changed_meanwhile', 'nobody_to_certify']).toContain(codes[0])
    while (await runOneJob(services, jobHandlers)) {
      // every job that is due
    }
    expect(await jobProgress(services.store, certificateJob(eventId, 1))).toEqual({
      status: 'done',
      done: 2,
      total: 2,
    })
    const first = await eventRow(services, eventId)
    const pdf = await openPdf(await services.storage.read(first.certificateSha256 ?? ''))
    expect(pdf.numPages).toBe(2)
    expect(await noticesAbout(services, officer.id, 'Sertifikat siap')).toHaveLength(1)
    expect(await noticesAbout(services, one.chair.id, 'Sertifikat tersedia')).toHaveLength(1)
    await expect(
      unmarkPresent(services, { door, requestId: 'uji', eventId, attendeeId: people[0]?.id ?? '' }),
    ).rejects.toMatchObject({ code: 'certified_already' })

    await addWalkIn(services, {
      door,
      requestId: 'uji',
      eventId,
      id: services.newId(),
      name: 'Yosina',
      origin: null,
    })
    expect(await issueAttendance(services, { ...acting, version: await version() })).toBe(1)
    while (await runOneJob(services, jobHandlers)) {
      // every job that is due
    }
    const rows = await services.store.read
      .select()
      .from(services.store.tables.eventCertificates)
      .where(eq(services.store.tables.eventCertificates.eventId, eventId))
    const numbers = rows.map(({ facts }) => facts.number).sort()
    expect(numbers.map((number) => number.split('/')[1])).toEqual(['001', '002', '003'])
    expect(new Set(numbers.map((number) => number.split('/')[0])).size).toBe(1)
    const screen = await groupEventScreen(services, one.chair, { groupId: one.id, eventId })
    expect(screen.people.map(({ certificateCode }) => certificateCode !== null)).toEqual([true, true])
  })

  it('is judged once by each who was there, and shown only when nobody can be guessed', async () => {
    const services = given()
    const { officer, eventId, door } = await aRunningEvent(services)
    services.now += 3 * DAY
    for (const name of ['Satu Orang', 'Dua Orang', 'Tiga Orang', 'Empat Orang']) {
      await addWalkIn(services, { door, requestId: 'uji', eventId, id: services.newId(), name, origin: null })
    }
    const people = await peopleOf(services, eventId)
    const answers = { usefulness: 5, clarity: 4, materials: 3, organisation: 2, comment: 'Baik' }
    const judge = (token: string, id = services.newId()) => evaluateEvent(services, { token, id, answers })
    const here = people.filter(({ presentAt }) => presentAt !== null)
    await expect(judge(here[0]?.token ?? '')).rejects.toMatchObject({ code: 'evaluation_not_open' })
    await held(services, officer, eventId)
    await expect(
      judge(people.find(({ presentAt }) => presentAt === null)?.token ?? ''),
    ).rejects.toMatchObject({
      code: 'not_present',
    })
    const again = services.newId()
    await judge(here[0]?.token ?? '', again)
    await judge(here[0]?.token ?? '', again)
    await expect(judge(here[0]?.token ?? '')).rejects.toMatchObject({ code: 'evaluated_already' })
    for (const one of here.slice(1)) await judge(one.token)
    const few = await evaluationScreen(services, officer, eventId)
    expect([few.answers, few.questions, few.comments]).toEqual([4, [], []])
    await addWalkIn(services, {
      door,
      requestId: 'uji',
      eventId,
      id: services.newId(),
      name: 'Zeth',
      origin: null,
    })
    await judge((await peopleOf(services, eventId)).find(({ name }) => name === 'Zeth')?.token ?? '')
    const enough = await evaluationScreen(services, officer, eventId)
    expect(enough.questions[0]).toMatchObject({ question: 'usefulness', counts: [0, 0, 0, 0, 5], mean: 5 })
  })

  it('is counted as it happens, and a wrong count is found and put right', async () => {
    const services = given()
    const { eventId } = await aRunningEvent(services)
    const { events } = services.store.tables
    await services.store.transact(({ db }) =>
      db.update(events).set({ registeredPeople: 9 }).where(eq(events.id, eventId)),
    )
    expect(await checkEventCounts(services)).toEqual([
      { id: eventId, stored: [2, 1, 0, 9, 0, 0], counted: [2, 1, 0, 2, 0, 0] },
    ])
    expect(await rewriteEventCounts(services)).toBe(1)
    expect(await checkEventCounts(services)).toEqual([])
  })
})
