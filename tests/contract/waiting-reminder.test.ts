import { and, asc, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { ActivityId } from '~/features/activities/activities.schema'
import { askBack, confirmActivities } from '~/features/activities/decide-activities.server'
import { editActivity } from '~/features/activities/edit-activity.server'
import { postActivity } from '~/features/activities/post-activity.server'
import { remindOfWaiting } from '~/features/activities/remind-waiting.server'
import { DAY, HOUR } from '~/platform/clock'
import { aMemberOf, anActivity, anOfficerOf } from '../support/activities'
import { onEachEngine } from '../support/engines'
import { aGroup } from '../support/groups'
import type { TestServices } from '../support/services'

const START = Date.UTC(2026, 10, 22, 2)
const VILLAGE = '9404011003'

function remind(services: TestServices) {
  return remindOfWaiting(services, {})
}

async function toldTo({ store }: TestServices, accountId: string) {
  const { notices } = store.tables
  return store.read
    .select({ title: notices.title, body: notices.body })
    .from(notices)
    .where(
      and(
        eq(notices.accountId, accountId),
        eq(notices.href, '/dinas/kegiatan?status=submitted&urut=terlama'),
      ),
    )
    .orderBy(asc(notices.createdAt))
}

onEachEngine('officers are told of activities that wait', (given) => {
  it('once a day, only of those sent longer than a week ago, only in their own regency, and not once they are decided', async () => {
    const services = given()
    services.now = START - 100 * DAY
    const group = await aGroup(services, {}, VILLAGE)
    const actor = await aMemberOf(services, group.id)
    const officer = await anOfficerOf(services, '9404')
    const elsewhere = await anOfficerOf(services, '3501')
    services.now = START
    const post = async () => {
      const id = ActivityId.parse(services.newId())
      // Long ago when it is sent: the officer could not have confirmed it earlier.
      const content = anActivity(VILLAGE, { localDate: '2026-10-01' })
      await postActivity(services, { actor, requestId: 'test', id, groupId: group.id, content })
      return id
    }
    const asked = await post()
    const late = await post()
    await remind(services)
    services.now = START + 7 * DAY
    await remind(services)
    expect(await toldTo(services, officer.id)).toEqual([])
    // Asked back and sent again: the officer has it since today.
    const deciding = (id: string) => ({ actor: officer, requestId: 'test', chosen: [{ id, version: 1 }] })
    await askBack(services, { ...deciding(asked), comment: 'Berapa yang hadir?' })
    await editActivity(services, {
      actor,
      requestId: 'test',
      activityId: asked,
      version: 2,
      content: anActivity(VILLAGE, { localDate: '2026-10-01', reach: 50 }),
    })
    services.now += HOUR
    await remind(services)
    await remind(services)
    expect(await toldTo(services, officer.id)).toEqual([
      {
        title: '1 kegiatan menunggu lebih dari seminggu',
        body: expect.stringContaining('dikirim 22 November 2026'),
      },
    ])
    expect(await toldTo(services, elsewhere.id)).toEqual([])
    await confirmActivities(services, deciding(late))
    services.now += DAY
    await remind(services)
    expect(await toldTo(services, officer.id)).toHaveLength(1)
    services.now += 7 * DAY
    await remind(services)
    // By then the other has waited longer than a week.
    expect(await toldTo(services, officer.id)).toHaveLength(2)
  })
})
