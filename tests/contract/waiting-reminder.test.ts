import { and, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { ActivityId } from '~/features/activities/activities.schema'
import { confirmActivities } from '~/features/activities/decide-activities.server'
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

async function titlesOf({ store }: TestServices, accountId: string): Promise<string[]> {
  const { notices } = store.tables
  const rows = await store.read
    .select({ title: notices.title })
    .from(notices)
    .where(
      and(
        eq(notices.accountId, accountId),
        eq(notices.href, '/dinas/kegiatan?status=submitted&urut=terlama'),
      ),
    )
  return rows.map(({ title }) => title)
}

onEachEngine('officers are told of activities that wait', (given) => {
  it('once a day, only of those older than a week, only in their own regency, and not once they are decided', async () => {
    const services = given()
    services.now = START - 100 * DAY
    const group = await aGroup(services, {}, VILLAGE)
    const actor = await aMemberOf(services, group.id)
    const officer = await anOfficerOf(services, '9404')
    const elsewhere = await anOfficerOf(services, '3501')
    services.now = START
    const post = async (localDate: string) => {
      const id = ActivityId.parse(services.newId())
      const content = anActivity(VILLAGE, { localDate })
      await postActivity(services, { actor, requestId: 'test', id, groupId: group.id, content })
      return id
    }
    await post('2026-11-15')
    await remind(services)
    expect(await titlesOf(services, officer.id)).toEqual([])
    const late = await post('2026-11-14')
    await remind(services)
    await remind(services)
    expect(await titlesOf(services, officer.id)).toEqual(['1 kegiatan menunggu lebih dari seminggu'])
    expect(await titlesOf(services, elsewhere.id)).toEqual([])
    await confirmActivities(services, {
      actor: officer,
      requestId: 'test',
      chosen: [{ id: late, version: 1 }],
    })
    services.now = START + 21 * HOUR
    await remind(services)
    // By then the other has waited longer than a week.
    expect(await titlesOf(services, officer.id)).toHaveLength(2)
  })
})
