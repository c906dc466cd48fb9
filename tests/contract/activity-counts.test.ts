import { expect, it } from 'vitest'
import { ActivityId } from '~/features/activities/activities.schema'
import { activityCountsOf, underMark } from '~/features/activities/activity-counts.queries.server'
import { noActivityCounts } from '~/features/activities/activity-marks'
import {
  checkActivityCounts,
  ensureActivityCounts,
  rewriteActivityCounts,
} from '~/features/activities/check-activity-counts.server'
import { askBack, confirmActivities } from '~/features/activities/decide-activities.server'
import { editActivity } from '~/features/activities/edit-activity.server'
import { postActivity } from '~/features/activities/post-activity.server'
import { withdrawActivity } from '~/features/activities/withdraw-activity.server'
import type { Actor } from '~/features/identity/actor'
import { aMemberOf, anActivity, anOfficerOf } from '../support/activities'
import { onEachEngine } from '../support/engines'
import { aGroup } from '../support/groups'
import { outcomes } from '../support/identity'
import type { TestServices } from '../support/services'

const VILLAGE = '9404011003'
const OTHER = '9404022001'
const ABOVE = ['00', '94', '9404', '940401']

async function aReport(
  services: TestServices,
  { groupId, member, village }: { groupId: string; member: Actor; village: string },
  changes: Parameters<typeof anActivity>[1] = {},
) {
  const id = ActivityId.parse(services.newId())
  await postActivity(services, {
    actor: member,
    requestId: 'r',
    id,
    groupId,
    content: anActivity(village, changes),
  })
  return id
}

async function aPlace(services: TestServices, village: string) {
  const { id: groupId } = await aGroup(services, {}, village)
  return { groupId, member: await aMemberOf(services, groupId), village }
}

async function countsOf(
  services: TestServices,
  codes = ABOVE,
  months = { first: '2026-01', last: '2026-12' },
) {
  return activityCountsOf({ db: services.store.read, tables: services.store.tables }, codes, months)
}

onEachEngine('counts of activities by month and mark', (given) => {
  it('follow an activity from its confirmation through an edit and a question to its end', async () => {
    const services = given()
    const place = await aPlace(services, VILLAGE)
    const officer = await anOfficerOf(services, '9404')
    const id = await aReport(services, place, { reach: 45 })
    const act = { actor: officer, requestId: 'r' }
    expect(underMark((await countsOf(services)).get('9404'), 'all')).toEqual(noActivityCounts)

    await confirmActivities(services, { ...act, chosen: [{ id, version: 1 }] })
    for (const [code, counts] of await countsOf(services)) {
      expect(underMark(counts, 'all'), code).toEqual({ ...noActivityCounts, activities: 1, reach: 45 })
      expect(underMark(counts, 'function:diskusi').activities, code).toBe(1)
      expect(underMark(counts, 'channel:tatap_muka').reach, code).toBe(45)
      expect(underMark(counts, 'topic:cek-kesehatan-gratis').activities, code).toBe(1)
    }

    await editActivity(services, {
      actor: place.member,
      requestId: 'r',
      activityId: id,
      version: 2,
      content: anActivity(VILLAGE, {
        localDate: '2026-10-02',
        reach: 300,
        reachSource: 'guess',
        reachEstimated: true,
        functions: ['akses'],
        channels: [
          { channel: 'cetak', platform: null, link: null },
          { channel: 'online', platform: null, link: null },
        ],
      }),
    })
    const edited = (await countsOf(services)).get('9404')
    const estimated = { activities: 1, reach: 300, estimatedReach: 300, estimated: 1, withoutReach: 0 }
    for (const mark of ['all', 'function:akses', 'channel:cetak', 'channel:online']) {
      expect(underMark(edited, mark), mark).toEqual(estimated)
    }
    expect(underMark(edited, 'channel:tatap_muka')).toEqual(noActivityCounts)
    const november = await countsOf(services, ['9404'], { first: '2026-11', last: '2026-11' })
    expect(underMark(november.get('9404'), 'all')).toEqual(noActivityCounts)

    await askBack(services, { ...act, chosen: [{ id, version: 3 }], comment: 'Berapa yang hadir?' })
    expect(underMark((await countsOf(services)).get('9404'), 'all')).toEqual(noActivityCounts)
    await editActivity(services, {
      actor: place.member,
      requestId: 'r',
      activityId: id,
      version: 4,
      content: anActivity(VILLAGE, { reach: null, reachSource: null }),
    })
    await confirmActivities(services, { ...act, chosen: [{ id, version: 5 }] })
    expect(underMark((await countsOf(services)).get('9404'), 'all')).toEqual({
      ...noActivityCounts,
      activities: 1,
      withoutReach: 1,
    })
    await withdrawActivity(services, {
      actor: place.member,
      requestId: 'r',
      activityId: id,
      version: 6,
      comment: null,
    })
    expect(underMark((await countsOf(services)).get('9404'), 'all')).toEqual(noActivityCounts)
    expect(await checkActivityCounts(services)).toEqual([])
  })

  it('stay right when many officers decide and members edit at once', async () => {
    const services = given()
    const places = [await aPlace(services, VILLAGE), await aPlace(services, OTHER)]
    const ids: { id: string; place: (typeof places)[number] }[] = []
    for (let at = 0; at < 12; at++) {
      const place = places[at % 2] ?? places[0]
      if (place) ids.push({ id: await aReport(services, place, { reach: at }), place })
    }
    const officers = await Promise.all([1, 2, 3].map(() => anOfficerOf(services, '9404')))
    const { done } = await outcomes(
      ids.flatMap(({ id, place }, at) => [
        confirmActivities(services, {
          actor: officers[at % 3] ?? place.member,
          requestId: 'r',
          chosen: [{ id, version: 1 }],
        }),
        editActivity(services, {
          actor: place.member,
          requestId: 'r',
          activityId: id,
          version: 1,
          content: anActivity(place.village, { reach: 100 + at, channels: [] }),
        }).then(() => ({ done: 1, left: [] })),
      ]),
    )
    expect(done.length).toBeGreaterThanOrEqual(12)
    expect(await checkActivityCounts(services)).toEqual([])
  })

  it('that went wrong are told, and counted anew on request', async () => {
    const services = given()
    const place = await aPlace(services, VILLAGE)
    const officer = await anOfficerOf(services, '9404')
    const id = await aReport(services, place)
    await confirmActivities(services, { actor: officer, requestId: 'r', chosen: [{ id, version: 1 }] })
    await services.store.transact(async ({ db, tables }) => {
      await db.update(tables.activityCounts).set({ reach: 7 })
    })
    expect((await checkActivityCounts(services)).length).toBeGreaterThan(0)
    await rewriteActivityCounts(services)
    expect(await checkActivityCounts(services)).toEqual([])
  })

  it('are made once for a database that is older than they are, and kept in any other', async () => {
    const services = given()
    const said: string[] = []
    const ensure = () => ensureActivityCounts(services, (line) => said.push(line))
    await services.store.transact(({ db, tables }) => db.delete(tables.activityCounts))
    await ensure()
    expect(await checkActivityCounts(services)).toEqual([])
    await ensure()
    expect(said).toHaveLength(1)
  })
})
