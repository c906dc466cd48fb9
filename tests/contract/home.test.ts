import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { homeScreen } from '~/features/groups/home.queries.server'
import { registerGroup } from '~/features/groups/register-group.server'
import { DAY } from '~/platform/clock'
import { onEachEngine } from '../support/engines'
import { setStatus } from '../support/groups'
import type { TestServices } from '../support/services'

/** Registers a group without a decree in a village, as if `daysAgo`. */
async function registered(services: TestServices, villageCode: string, daysAgo: number) {
  const { store, newId, now, config } = services
  return store.transact((tx) =>
    registerGroup(
      tx,
      {
        name: `KIM ${villageCode}`,
        scope: 'village',
        contact: {
          channels: {},
          publicChannels: [],
          publicChairName: false,
          publicAddress: false,
          publicLocation: false,
        },
        source: 'online',
        provinceCode: villageCode.slice(0, 2),
        regencyCode: villageCode.slice(0, 4),
        districtCode: villageCode.slice(0, 6),
        villageCode,
        members: [{ name: 'Contoh', post: 'ketua' }],
        decree: null,
      },
      { now: now - daysAgo * DAY, today: '2026-11-22', newId, publicUrl: config.publicUrl },
    ),
  )
}

onEachEngine('the home page', (given) => {
  test('its counts equal counting every group from scratch, a suspended one left out', async () => {
    const services = given()
    const { store } = services
    const { regions, groups } = store.tables
    const villages = await store.read
      .select({ code: regions.code })
      .from(regions)
      .where(eq(regions.level, 'village'))
      .orderBy(regions.code)
    const chosen = [0, 0, 1, 400, villages.length - 1].map((at) => villages[at]?.code ?? '')
    for (const [at, code] of chosen.entries()) await registered(services, code, at * 20)
    const [suspended] = await store.read
      .select()
      .from(groups)
      .where(eq(groups.villageCode, chosen[2] ?? ''))
    if (!suspended) throw new Error('nothing was registered')
    await setStatus(services, suspended.id, 'suspended')

    const all = (await store.read.select().from(groups)).filter(({ status }) => status === 'registered')
    const { counts, provinces, latest } = await homeScreen(services)

    expect(counts).toMatchObject({
      registered: all.length,
      villagesWithGroup: new Set(all.map((group) => group.villageCode)).size,
      villageCount: villages.length,
    })
    for (const province of provinces) {
      expect(province.registeredGroups).toBe(
        all.filter((group) => group.provinceCode === province.code).length,
      )
    }
    const newestFirst = all.toSorted((a, b) => b.registeredAt - a.registeredAt)
    expect(latest.map(({ registeredAt }) => registeredAt)).toEqual(
      newestFirst.slice(0, 5).map(({ registeredAt }) => registeredAt),
    )
    expect(latest.map(({ number }) => number)).not.toContain(suspended.number)
  })
})
