import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ActivityContent, ActivityId } from '~/features/activities/activities.schema'
import { contentWithPlace } from '~/features/activities/activity-place.server'
import { askBack, confirmActivities } from '~/features/activities/decide-activities.server'
import { editActivity } from '~/features/activities/edit-activity.server'
import { groupActivitiesScreen } from '~/features/activities/group-activities.queries.server'
import { newActivityScreen } from '~/features/activities/new-activity.queries.server'
import { ownActivityScreen } from '~/features/activities/own-activity.queries.server'
import { postActivity } from '~/features/activities/post-activity.server'
import {
  latestPublicActivities,
  publicActivityScreen,
  publicGroupLife,
} from '~/features/activities/public-activity.queries.server'
import { withdrawActivity } from '~/features/activities/withdraw-activity.server'
import { groupStanding } from '~/features/coverage/group-standing.queries.server'
import type { Actor } from '~/features/identity/actor'
import { VillageCode } from '~/features/regions/regions.schema'
import { addDays } from '~/platform/calendar'
import { aMemberOf, anActivity, anOfficerOf } from '../support/activities'
import { onEachEngine } from '../support/engines'
import { aGroup } from '../support/groups'
import type { TestServices } from '../support/services'
import { serve, signIn, type Web } from '../support/web'

const VILLAGE = '9404011003'
const requestId = 'uji'
const empty = { kim: '', dari: '' }
/** What the form asks for, without the place. */
const least = {
  localDate: '2026-11-20',
  topicCode: 'cek-kesehatan-gratis',
  functions: 'diseminasi',
  channels: 'tatap_muka',
}
const all = { status: '', bulan: '', tahun: '', hal: 1 } as const

onEachEngine('activities', (given) => {
  let services: TestServices
  let group: { id: string; number: string }
  let member: Actor
  let officer: Actor
  let web: Web

  beforeAll(async () => {
    services = given()
    web = await serve(services)
    group = await aGroup(services, {}, VILLAGE)
    member = await aMemberOf(services, group.id)
    officer = await anOfficerOf(services, '9404')
  })

  afterAll(() => web.close())

  const newId = () => ActivityId.parse(services.newId())
  const post = (id: ActivityId, changes: Partial<ActivityContent> = {}, actor = member) =>
    postActivity(services, { actor, requestId, id, groupId: group.id, content: anActivity(VILLAGE, changes) })
  const own = (id: string, actor = member) =>
    ownActivityScreen(services, actor, { groupId: group.id, activityId: id })
  const versionOf = async (id: string) => (await own(id)).activity.version
  const confirm = async (id: string) =>
    confirmActivities(services, { actor: officer, requestId, chosen: [{ id, version: await versionOf(id) }] })
  const isShown = (id: string) =>
    publicActivityScreen(services, id).then(
      () => true,
      (error) => {
        expect(error).toMatchObject({ status: 404 })
        return false
      },
    )

  test('sent twice, or five times at once, it is stored once', async () => {
    const id = newId()
    expect(await post(id)).toEqual({ stored: true })
    expect(await post(id)).toEqual({ stored: false })
    const other = newId()
    const answers = await Promise.all(Array.from({ length: 5 }, () => post(other)))
    expect(answers.filter(({ stored }) => stored)).toHaveLength(1)
    expect((await own(other)).activity.versions).toHaveLength(1)
  })

  test('the same id with other content is refused, and what is stored stays', async () => {
    const id = newId()
    await post(id)
    await expect(post(id, { title: 'Judul yang lain' })).rejects.toMatchObject({
      code: 'activity_id_used',
      status: 409,
      field: 'id',
    })
    expect((await own(id)).activity.content.title).toBe(anActivity(VILLAGE).title)
  })

  test('the day is checked where the group is', async () => {
    const { now } = services
    const { id: groupId } = await aGroup(services, {}, '3501122003')
    const actor = await aMemberOf(services, groupId)
    const content = anActivity('3501122003', { localDate: '2026-11-23' })
    // 22 November, 22.30 WIB: in Papua the 23rd has begun.
    services.now = Date.UTC(2026, 10, 22, 15, 30)
    try {
      expect(await post(newId(), { localDate: '2026-11-23' })).toEqual({ stored: true })
      await expect(
        postActivity(services, { actor, requestId, id: newId(), groupId, content }),
      ).rejects.toMatchObject({ code: 'activity_date_ahead', field: 'localDate', status: 422 })
    } finally {
      services.now = now
    }
  })

  test('the day, the topic and the place are checked', async () => {
    for (const [changes, code, field] of [
      [{ localDate: '2026-11-23' }, 'activity_date_ahead', 'localDate'],
      [{ localDate: '2019-11-20' }, 'activity_date_old', 'localDate'],
      [{ topicCode: 'tidak-ada' }, 'topic_not_in_force', 'topicCode'],
      [{ placeCode: '9999999999' }, 'activity_place_unknown', 'placeCode'],
    ] as const) {
      await expect(post(newId(), changes)).rejects.toMatchObject({ code, field, status: 422 })
    }
  })

  test('another village is found by its name; one of several is chosen, and an unknown one is said', async () => {
    const { localDate, title, topicCode, functions, isPublic } = anActivity(VILLAGE)
    const typed = (elsewhere: string, elsewhereCode?: string) =>
      contentWithPlace(services, {
        ...{ localDate, title, topicCode, functions, isPublic, channels: ['tatap_muka'] },
        ...{ reachEstimated: false, placeCode: VillageCode.parse(VILLAGE), elsewhere },
        elsewhereCode: elsewhereCode ? VillageCode.parse(elsewhereCode) : undefined,
      })
    expect((await typed('')).placeCode).toBe(VILLAGE)
    expect((await typed('nawaripi timika')).placeCode).toBe('9404162004')
    const unclear = await typed('sukorejo').catch((error) => error)
    expect(unclear).toMatchObject({ code: 'activity_place_unclear', field: 'elsewhere' })
    expect(unclear.choices.length).toBeGreaterThan(1)
    const [first] = unclear.choices
    expect((await typed('sukorejo', first.value)).placeCode).toBe(first.value)
    // A choice for an earlier name does not outlive it.
    await expect(typed('tidak ada', first.value)).rejects.toMatchObject({ choices: [] })
  })

  test('everyone reads it only while it is confirmed and the group agrees', async () => {
    const id = newId()
    await post(id)
    const seen = [await isShown(id)]
    await confirm(id)
    seen.push(await isShown(id))
    const edit = async (isPublic: boolean) =>
      editActivity(services, {
        actor: member,
        requestId,
        activityId: id,
        version: await versionOf(id),
        content: anActivity(VILLAGE, { isPublic }),
      })
    await edit(false)
    seen.push(await isShown(id))
    await edit(true)
    seen.push(await isShown(id))
    await askBack(services, {
      actor: officer,
      requestId,
      chosen: [{ id, version: await versionOf(id) }],
      comment: 'Di mana?',
    })
    seen.push(await isShown(id))
    await edit(true)
    await confirm(id)
    seen.push(await isShown(id))
    await withdrawActivity(services, {
      actor: member,
      requestId,
      activityId: id,
      version: await versionOf(id),
      comment: null,
    })
    seen.push(await isShown(id))
    expect(seen).toEqual([false, true, false, true, false, true, false])
    const listed = await latestPublicActivities(services, { groupId: group.id, limit: 50 })
    expect(listed.map((row) => row.id)).not.toContain(id)
  })

  test('the public page names no person', async () => {
    const id = newId()
    await post(id)
    await confirm(id)
    const told = JSON.stringify(await publicActivityScreen(services, id))
    for (const { name, id: account } of [member, officer]) {
      expect(told).not.toContain(name)
      expect(told).not.toContain(account)
    }
  })

  test('a change after the confirmation is a version that tells what changed', async () => {
    const id = newId()
    await post(id)
    await confirm(id)
    const version = await versionOf(id)
    const content = anActivity(VILLAGE, { title: 'Judul diperbaiki', reach: 60 })
    const edit = { actor: member, requestId, activityId: id, version, content }
    await editActivity(services, edit)
    await expect(editActivity(services, edit)).rejects.toMatchObject({
      code: 'changed_meanwhile',
      status: 409,
    })
    const { activity } = await own(id)
    expect(activity).toMatchObject({ status: 'confirmed', editedSinceConfirmed: true })
    expect(activity.versions.at(-1)?.changes).toEqual([
      { term: 'Judul', before: anActivity(VILLAGE).title, after: 'Judul diperbaiki' },
      { term: 'Jangkauan', before: '45 orang', after: '60 orang' },
    ])
  })

  test('what is stored may stay, however old it has become and though its topic has ended', async () => {
    const id = newId()
    await post(id, { topicCode: 'tbc' })
    const { now, store } = services
    const { topics } = store.tables
    const until = (validUntil: string | null) =>
      store.transact(({ db }) => db.update(topics).set({ validUntil }).where(eq(topics.code, 'tbc')))
    const edit = async (changes: Partial<ActivityContent>) =>
      editActivity(services, {
        actor: member,
        requestId,
        activityId: id,
        version: await versionOf(id),
        content: anActivity(VILLAGE, { topicCode: 'tbc', ...changes }),
      })
    await until('2026-10-31')
    services.now = Date.UTC(2032, 5, 1)
    try {
      await edit({ isPublic: false })
      expect((await own(id)).activity.content.isPublic).toBe(false)
      await expect(edit({ localDate: '2026-11-19' })).rejects.toMatchObject({ code: 'activity_date_old' })
      services.now = now
      await expect(edit({ localDate: '2026-11-19' })).rejects.toMatchObject({ code: 'topic_not_in_force' })
    } finally {
      services.now = now
      await until(null)
    }
  })

  test('a form that is stored as another activity stays that one when something is missing', async () => {
    const [id, otherId] = [newId(), newId()]
    await post(id)
    const { cookie, csrf } = await signIn(services, member)
    const send = async (typed: Record<string, string>) => {
      const answer = await fetch(`${web.origin}/kegiatan/baru`, {
        method: 'POST',
        headers: { cookie, origin: web.origin },
        body: new URLSearchParams({ ...least, placeCode: VILLAGE, groupId: group.id, csrf, ...typed }),
        redirect: 'manual',
      })
      return { status: answer.status, page: await answer.text() }
    }
    const { status, page } = await send({ id, otherId, title: '' })
    expect(status).toBe(422)
    expect(page).toContain(`name="id" value="${otherId}"`)
    expect((await send({ id: otherId, title: 'Kegiatan yang lain' })).status).toBe(302)
    expect((await own(id)).activity.content.title).toBe(anActivity(VILLAGE).title)
  })

  test('each box of the form is described by its own hint, and no two things bear one id', async () => {
    const { cookie } = await signIn(services, member)
    const page = await (await fetch(`${web.origin}/kegiatan/baru`, { headers: { cookie } })).text()
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(ids).toEqual([...new Set(ids)])
    const hints = [...page.matchAll(/name="functions"[^>]*aria-describedby="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(hints).size).toBe(6)
    expect(ids).toEqual(expect.arrayContaining(hints))
  })

  test('a form that was overtaken says by what, keeps what was typed, and is stored the next time', async () => {
    const id = newId()
    await post(id)
    const { cookie, csrf } = await signIn(services, member)
    const save = async (version: string) => {
      const typed = { ...least, title: 'Judul yang diketik lama', placeCode: VILLAGE, csrf, version }
      const answer = await fetch(`${web.origin}/kelompok/${group.id}/kegiatan/${id}/ubah`, {
        method: 'POST',
        headers: { cookie, origin: web.origin },
        body: new URLSearchParams(typed),
        redirect: 'manual',
      })
      return { status: answer.status, page: await answer.text() }
    }
    await askBack(services, {
      actor: officer,
      requestId,
      chosen: [{ id, version: 1 }],
      comment: 'Berapa yang hadir?',
    })
    const { status, page } = await save('1')
    expect(status).toBe(409)
    expect(page).toContain('ditanyakan dinas (“Berapa yang hadir?”)')
    expect(page).toContain('value="Judul yang diketik lama"')
    const [, version = ''] = /name="version" value="(\d+)"/.exec(page) ?? []
    expect((await save(version)).status).toBe(302)
    expect((await own(id)).activity).toMatchObject({
      status: 'submitted',
      content: { title: 'Judul yang diketik lama' },
    })
  })

  test('the group reads what the office asked, under the office’s name and not the officer’s', async () => {
    const id = newId()
    await post(id)
    await askBack(services, {
      actor: officer,
      requestId,
      chosen: [{ id, version: 1 }],
      comment: 'Berapa orang yang hadir?',
    })
    const { events, office } = await own(id)
    expect(events.at(-1)).toMatchObject({ kind: 'returned', by: office, comment: 'Berapa orang yang hadir?' })
    expect(JSON.stringify(await own(id))).not.toContain(officer.name)
  })

  test('another group’s people find neither the activity nor the history', async () => {
    const id = newId()
    await post(id)
    const stranger = await aMemberOf(services, (await aGroup(services, {}, '9404011014')).id)
    await expect(own(id, stranger)).rejects.toMatchObject({ status: 404 })
    await expect(own(id, officer)).rejects.toMatchObject({ status: 404 })
    await expect(groupActivitiesScreen(services, stranger, group.id, all)).rejects.toMatchObject({
      status: 404,
    })
    await expect(post(newId(), {}, stranger)).rejects.toMatchObject({ status: 404 })
  })

  test('the id of another group’s activity is not found, whatever is sent with it, and what is stored stays', async () => {
    const id = newId()
    await post(id)
    const { id: groupId } = await aGroup(services, {}, '9404011014')
    const stranger = await aMemberOf(services, groupId)
    for (const content of [anActivity(VILLAGE), anActivity('9404011014', { title: 'Judul yang lain' })]) {
      const refused = await postActivity(services, {
        actor: stranger,
        requestId,
        id,
        groupId,
        content,
      }).catch((error) => error)
      expect(refused).toMatchObject({ status: 404, code: 'not_found' })
      expect(refused.message).not.toContain('tersimpan')
    }
    await expect(ownActivityScreen(services, stranger, { groupId, activityId: id })).rejects.toMatchObject({
      status: 404,
    })
    expect((await own(id)).activity.versions).toHaveLength(1)
  })

  test('the same again carries the last answers, a new id and today', async () => {
    const { id: groupId } = await aGroup(services, {}, VILLAGE)
    const actor = await aMemberOf(services, groupId)
    const content = anActivity(VILLAGE, { localDate: '2026-10-01', title: 'Siaran rutin Jumat' })
    const id = newId()
    await postActivity(services, { actor, requestId, id, groupId, content })
    const { chosen } = await newActivityScreen(services, actor, { ...empty, dari: 'terakhir' })
    expect(chosen?.answers).toMatchObject({ title: 'Siaran rutin Jumat', localDate: '2026-11-22' })
    expect(chosen?.id).not.toBe(id)
    const foreign = await newActivityScreen(services, member, { ...empty, dari: id })
    expect(foreign.chosen?.answers).not.toHaveProperty('title')
  })

  test('a group is active for 90 days, less active until 180, asleep after that, and is told the day', async () => {
    const { id: groupId, number } = await aGroup(services, {}, VILLAGE)
    const actor = await aMemberOf(services, groupId)
    const reading = { db: services.store.read, tables: services.store.tables }
    const on = (date: string) => groupStanding(reading, { id: groupId, provinceCode: '94' }, date)
    expect(await on('2026-11-22')).toMatchObject({
      state: 'dormant',
      lastOn: null,
      until: null,
      confirmed: 0,
    })
    const id = newId()
    await postActivity(services, { actor, requestId, id, groupId, content: anActivity(VILLAGE) })
    expect((await on('2026-11-22')).state).toBe('dormant')
    await confirmActivities(services, { actor: officer, requestId, chosen: [{ id, version: 1 }] })
    const after = (days: number) => on(addDays('2026-11-20', days))
    expect(await after(90)).toMatchObject({ state: 'active', until: '2027-02-18', next: 'less_active' })
    expect(await after(91)).toMatchObject({ state: 'less_active', until: '2027-05-19', next: 'dormant' })
    expect((await after(180)).state).toBe('less_active')
    expect(await after(181)).toMatchObject({ state: 'dormant', until: null })
    const life = await publicGroupLife(services, number)
    expect(life).toMatchObject({ standing: { state: 'active' }, latest: [{ id }] })
  })

  test('a year’s totals count what is confirmed in it', async () => {
    const { id: groupId } = await aGroup(services, {}, VILLAGE)
    const actor = await aMemberOf(services, groupId)
    for (const [localDate, confirmed] of [
      ['2026-01-01', true],
      ['2026-11-20', true],
      ['2025-12-31', true],
      ['2026-11-21', false],
    ] as const) {
      const id = newId()
      await postActivity(services, {
        actor,
        requestId,
        id,
        groupId,
        content: anActivity(VILLAGE, { localDate }),
      })
      if (confirmed) {
        await confirmActivities(services, { actor: officer, requestId, chosen: [{ id, version: 1 }] })
      }
    }
    const screen = await groupActivitiesScreen(services, actor, groupId, { ...all, bulan: '2026-11' })
    expect(screen.totals).toMatchObject({ activities: 2, withReach: 2, reach: 90 })
    expect(screen.totals.functions).toContainEqual({ name: 'diskusi', total: 2 })
    expect(screen.inMonth.map(({ localDate }) => localDate)).toEqual(['2026-11-20', '2026-11-21'])
    expect(screen.statuses).toMatchObject({ confirmed: 3, submitted: 1 })
    const waiting = await groupActivitiesScreen(services, actor, groupId, { ...all, status: 'submitted' })
    expect(waiting.timeline.rows.map(({ localDate }) => localDate)).toEqual(['2026-11-21'])
  })
})
