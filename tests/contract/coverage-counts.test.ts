import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ActivityId } from '~/features/activities/activities.schema'
import { askBack, confirmActivities } from '~/features/activities/decide-activities.server'
import { editActivity } from '~/features/activities/edit-activity.server'
import { postActivity } from '~/features/activities/post-activity.server'
import { withdrawActivity } from '~/features/activities/withdraw-activity.server'
import { coverageOn } from '~/features/coverage/coverage.queries.server'
import { checkCoverage, rebuildCoverage, recountRegency } from '~/features/coverage/rebuild-coverage.server'
import { lockGroup, moveGroup } from '~/features/groups/act-on-group.server'
import { groupMayMove } from '~/features/groups/groups.state'
import { addDays } from '~/platform/calendar'
import { DAY } from '~/platform/clock'
import { aMemberOf, anActivity, anOfficerOf } from '../support/activities'
import { onEachEngine } from '../support/engines'
import { aGroup } from '../support/groups'
import type { TestServices } from '../support/services'

const START = Date.UTC(2026, 10, 22, 2)
const TODAY = '2026-11-22'
/** Two villages of one district, one of another district, one of another province. */
const villages = ['9404011003', '9404011014', '9404022001', '3501122003']
const noDifference = { counts: [], groupIds: [] }

/** Four groups, two in one village, with a member and an officer each. */
async function world(services: TestServices) {
  services.now = START - 500 * DAY
  const groups = []
  for (const villageCode of [...villages, villages[0] ?? '']) {
    const { id } = await aGroup(services, {}, villageCode)
    groups.push({
      id,
      villageCode,
      member: await aMemberOf(services, id),
      officer: await anOfficerOf(services, villageCode.slice(0, 4)),
    })
  }
  services.now = START
  return groups
}

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ act: fc.constant('report' as const), group: fc.nat(4), ago: fc.nat(420) }),
  },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('confirm' as const), which: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('ask' as const), which: fc.nat(20) }) },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constant('edit' as const), which: fc.nat(20), ago: fc.nat(420) }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('withdraw' as const), which: fc.nat(20) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('move' as const),
      group: fc.nat(4),
      to: fc.constantFrom('registered' as const, 'suspended' as const, 'closed' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 60 }) }),
  },
)

onEachEngine('coverage', (given) => {
  it('is what a count from scratch says after any order of activities, edits, withdrawals, suspensions and dates', async () => {
    const services = given()
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 30 }), async (steps) => {
        const groups = await world(services)
        const reported: { id: string; group: number }[] = []
        const today = () => new Date(services.now + 9 * 3_600_000).toISOString().slice(0, 10)
        for (const next of steps) {
          const pick = (which: number) => reported[which % Math.max(1, reported.length)]
          if (next.act === 'wait') {
            services.now += next.days * DAY
            continue
          }
          if (next.act === 'report') {
            const group = groups[next.group]
            if (!group) continue
            const id = ActivityId.parse(services.newId())
            const content = anActivity(group.villageCode, { localDate: addDays(today(), -next.ago - 1) })
            await ignoring(
              postActivity(services, { actor: group.member, requestId: 'r', id, groupId: group.id, content }),
            )
            reported.push({ id, group: next.group })
            continue
          }
          if (next.act === 'move') {
            await ignoring(
              services.store.transact(async (tx) => {
                const group = await lockGroup(tx, groups[next.group]?.id ?? '')
                if (!group || !groupMayMove(group.status, next.to)) return
                await moveGroup(tx, group, next.to, { version: group.version, now: services.now })
              }),
            )
            continue
          }
          const chosen = pick(next.which)
          const group = chosen && groups[chosen.group]
          if (!chosen || !group) continue
          const [row] = await services.store.read
            .select({ version: services.store.tables.activities.version })
            .from(services.store.tables.activities)
            .where(eq(services.store.tables.activities.id, chosen.id))
          const version = row?.version ?? 1
          const both = { requestId: 'r', activityId: chosen.id, version }
          const deciding = { actor: group.officer, requestId: 'r', chosen: [{ id: chosen.id, version }] }
          if (next.act === 'confirm') await ignoring(confirmActivities(services, deciding))
          if (next.act === 'ask')
            await ignoring(askBack(services, { ...deciding, comment: 'Siapa yang hadir?' }))
          if (next.act === 'withdraw') {
            await ignoring(withdrawActivity(services, { ...both, actor: group.member, comment: null }))
          }
          if (next.act === 'edit') {
            const content = anActivity(group.villageCode, { localDate: addDays(today(), -next.ago - 1) })
            await ignoring(editActivity(services, { ...both, actor: group.member, content }))
          }
        }
        expect(await checkCoverage(services)).toEqual(noDifference)
      }),
      { numRuns: 12 },
    )
  }, 240_000)

  it('turns a village, its district, regency, province and the country active with one confirmation', async () => {
    const services = given()
    const [group] = await world(services)
    if (!group) throw new Error('no group')
    const codes = ['00', '94', '9404', '940401']
    const reading = { db: services.store.read, tables: services.store.tables }
    const before = await coverageOn(reading, codes, TODAY)
    const id = ActivityId.parse(services.newId())
    await postActivity(services, {
      actor: group.member,
      requestId: 'r',
      id,
      groupId: group.id,
      content: anActivity(group.villageCode, { localDate: '2026-11-20' }),
    })
    expect(await coverageOn(reading, codes, TODAY)).toEqual(before)
    await confirmActivities(services, { actor: group.officer, requestId: 'r', chosen: [{ id, version: 1 }] })
    const after = await coverageOn(reading, codes, TODAY)
    for (const code of codes) {
      expect((after.get(code)?.activeGroups ?? 0) - (before.get(code)?.activeGroups ?? 0)).toBe(1)
      expect((after.get(code)?.activities ?? 0) - (before.get(code)?.activities ?? 0)).toBe(1)
    }
    const later = await coverageOn(reading, codes, '2027-02-18')
    const asleep = await coverageOn(reading, codes, '2027-02-19')
    expect((later.get('9404')?.activeGroups ?? 0) - (asleep.get('9404')?.activeGroups ?? 0)).toBe(1)
  })

  it('is right when officers of several regencies confirm at once', async () => {
    const services = given()
    const groups = await world(services)
    const posted = []
    for (let at = 0; at < 30; at++) {
      const group = groups[at % groups.length]
      if (!group) continue
      const id = ActivityId.parse(services.newId())
      const content = anActivity(group.villageCode, { localDate: addDays(TODAY, -at * 7 - 1) })
      await postActivity(services, { actor: group.member, requestId: 'r', id, groupId: group.id, content })
      posted.push({ id, group })
    }
    const results = await Promise.all(
      posted.map(({ id, group }) =>
        confirmActivities(services, { actor: group.officer, requestId: 'r', chosen: [{ id, version: 1 }] }),
      ),
    )
    expect(results.every(({ done }) => done === 1)).toBe(true)
    expect(await checkCoverage(services)).toEqual(noDifference)
  }, 60_000)

  it('that went wrong is told and counted anew', async () => {
    const services = given()
    await world(services)
    const { coverageSteps, groupActivity } = services.store.tables
    await services.store.transact(async ({ db }) => {
      await db.update(coverageSteps).set({ groups: 77 }).where(eq(coverageSteps.regionCode, '9404'))
      await db.update(groupActivity).set({ confirmed: 99 })
    })
    const found = await checkCoverage(services)
    expect(new Set(found.counts.map(({ regionCode }) => regionCode))).toEqual(new Set(['9404']))
    await recountRegency(services, '9404')
    await rebuildCoverage(services)
    expect(await checkCoverage(services)).toEqual(noDifference)
  })
})

/** A refusal is an answer too; anything else is a fault. */
async function ignoring(work: Promise<unknown>): Promise<void> {
  try {
    await work
  } catch (error) {
    if (!(typeof error === 'object' && error !== null && 'isAppError' in error)) throw error
  }
}
