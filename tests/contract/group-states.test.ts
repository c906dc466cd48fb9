import { and, asc, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rewriteActivityCounts } from '~/features/activities/check-activity-counts.server'
import { stateOn } from '~/features/coverage/activity-state'
import { dateOf, dayOf } from '~/features/coverage/days'
import {
  inScope,
  isInState,
  type ListedState,
  registeredOn,
  thresholdsIn,
  transitionsIn,
} from '~/features/coverage/group-states.queries.server'
import { recountRegency } from '~/features/coverage/rebuild-coverage.server'
import { thresholdsOf } from '~/features/coverage/thresholds.queries.server'
import { wakefulnessScreen } from '~/features/coverage/wakefulness.queries.server'
import { wakefulnessQuery } from '~/features/coverage/wakefulness.schema'
import type { Actor } from '~/features/identity/actor'
import { addDays } from '~/platform/calendar'
import { DAY } from '~/platform/clock'
import { anActivity, anOfficerOf } from '../support/activities'
import { onEachEngine } from '../support/engines'
import { aGroup } from '../support/groups'
import type { TestServices } from '../support/services'
import { codesOf } from '../support/world'

const TODAY = '2026-11-22'
const START = Date.UTC(2026, 10, 22, 2)
const villages = ['9404011003', '9404011014', '9404022001', '3501122003']

interface Story {
  village: number
  /** Days before today on which something was done, and whether it was confirmed. */
  done: { ago: number; confirmed: boolean }[]
  /** Days before today on which it was suspended, and on which it came back. */
  away: { from: number; until: number } | null
}

const story: fc.Arbitrary<Story> = fc.record({
  village: fc.nat(3),
  done: fc.array(fc.record({ ago: fc.nat(700), confirmed: fc.boolean() }), { maxLength: 8 }),
  away: fc.option(
    fc
      .tuple(fc.integer({ min: 20, max: 300 }), fc.integer({ min: 1, max: 200 }))
      .map(([until, long]) => ({ from: until + long, until })),
    { nil: null },
  ),
})

/** Writes the facts as they would stand after these stories. */
async function tell(services: TestServices, stories: Story[]) {
  services.now = START - 800 * DAY
  const reporter = await anOfficerOf(services, '9404')
  const told: { id: string; story: Story }[] = []
  for (const one of stories) {
    const villageCode = villages[one.village] ?? ''
    const { id } = await aGroup(services, {}, villageCode)
    told.push({ id, story: one })
    await services.store.transact(async ({ db, tables }) => {
      for (const { ago, confirmed } of one.done) {
        const { functions, channels, ...content } = anActivity(villageCode)
        await db.insert(tables.activities).values({
          ...content,
          ...codesOf(villageCode),
          id: services.newId(),
          groupId: id,
          status: confirmed ? 'confirmed' : 'submitted',
          statusSince: START,
          localDate: addDays(TODAY, -ago),
          zone: 'WIT',
          titleKey: 'kegiatan',
          sentHash: 'x',
          reportedBy: reporter.id,
          reportedAt: START,
        })
      }
      if (one.away) {
        await db
          .update(tables.groupSpans)
          .set({ until: addDays(TODAY, -one.away.from) })
          .where(eq(tables.groupSpans.groupId, id))
        await db.insert(tables.groupSpans).values({ groupId: id, from: addDays(TODAY, -one.away.until) })
      }
    })
  }
  services.now = START
  for (const code of ['9404', '3501']) await recountRegency(services, code)
  await rewriteActivityCounts(services)
  return told
}

/** Everyone's officer, so that nothing hides behind the scope. */
async function national(services: TestServices): Promise<Actor> {
  const actor = await anOfficerOf(services, '9404')
  return { ...actor, grants: actor.grants.map((grant) => ({ ...grant, role: 'national_officer' })) }
}

function isRegistered({ away }: Story, date: string): boolean {
  const ago = dayOf(TODAY) - dayOf(date)
  return !away || ago > away.from || ago <= away.until
}

function lastOf({ done }: Story, date: string): string | null {
  const days = done
    .filter(({ confirmed }) => confirmed)
    .map(({ ago }) => addDays(TODAY, -ago))
    .filter((day) => day <= date)
    .sort()
  return days.at(-1) ?? null
}

onEachEngine('who is active on a date', (given) => {
  it('is what looking at every group and day by itself says', async () => {
    const services = given()
    const actor = await national(services)
    const reading = { db: services.store.read, tables: services.store.tables }
    await services.store.transact(async ({ db, tables }) => {
      await db.insert(tables.settings).values({
        id: services.newId(),
        key: 'lessActiveDays',
        regionCode: '35',
        value: 120,
        validFrom: '2026-06-01',
        setAt: START,
      })
    })
    const { groups, groupSpans, groupActivity } = services.store.tables
    await fc.assert(
      fc.asyncProperty(
        fc.array(story, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: -40, max: 600 }),
        fc.integer({ min: 0, max: 60 }),
        async (stories, ago, long) => {
          const told = await tell(services, stories)
          const scope = { actor, regionCode: '' }
          const thresholds = await thresholdsIn(services, scope)
          const date = addDays(TODAY, -ago)
          const byState = async (state: ListedState) => {
            const rows = await services.store.read
              .select({ id: groups.id })
              .from(groups)
              .innerJoin(groupSpans, eq(groupSpans.groupId, groups.id))
              .leftJoin(groupActivity, eq(groupActivity.groupId, groups.id))
              .where(
                and(
                  inScope(scope, groups),
                  registeredOn(services, date),
                  isInState(services, { state, date, thresholds }),
                ),
              )
              .orderBy(asc(groups.id))
            return rows.map(({ id }) => id).filter((id) => told.some((one) => one.id === id))
          }
          const expected = (state: ListedState) =>
            told
              .filter((one) => isRegistered(one.story, date))
              .filter((one) => {
                const last = lastOf(one.story, date)
                if (state === 'never') return last === null
                const rules = thresholds.get((villages[one.story.village] ?? '').slice(0, 2)) ?? []
                return stateOn(last, date, rules) === state
              })
              .map(({ id }) => id)
              .sort()
          for (const state of ['active', 'less_active', 'dormant', 'never'] as const) {
            expect(await byState(state), `${state} on ${date}`).toEqual(expected(state))
          }

          const until = addDays(date, long)
          const found = await transitionsIn(services, scope, { from: date, until })
          const brute = []
          for (const one of told) {
            const rules = await thresholdsOf(reading, (villages[one.story.village] ?? '').slice(0, 2))
            for (let day = date; day <= until; day = addDays(day, 1)) {
              const eve = addDays(day, -1)
              const awake = stateOn(lastOf(one.story, day), day, rules) !== 'dormant'
              const before = stateOn(lastOf(one.story, eve), eve, rules) !== 'dormant'
              if (awake === before || !isRegistered(one.story, day)) continue
              brute.push(`${one.id} ${awake ? 'woke' : 'slept'} ${day}`)
            }
          }
          const ours = found
            .filter(({ groupId }) => told.some(({ id }) => id === groupId))
            .map(({ groupId, kind, on }) => `${groupId} ${kind} ${dateOf(on)}`)
          expect(ours.sort()).toEqual(brute.sort())
        },
      ),
      { numRuns: 15 },
    )
  }, 240_000)

  it('is listed page after page, each change once, in order of the days', async () => {
    const services = given()
    const group = (at: number, ago: number): Story => ({
      village: at % 3,
      done: [{ ago, confirmed: true }],
      away: null,
    })
    await tell(services, [
      ...Array.from({ length: 52 }, (_, at) => group(at, 181 + (at % 20))),
      ...Array.from({ length: 52 }, (_, at) => group(at, 170 - (at % 15))),
    ])
    const actor = await anOfficerOf(services, '9404')
    const listed = async (lihat: 'perubahan' | 'segera', halaman: number) => {
      const screen = await wakefulnessScreen(services, actor, wakefulnessQuery.parse({ lihat, halaman }))
      if (screen.view === 'perubahan') {
        return { ...screen, rows: [...screen.slept.rows, ...screen.woke.rows], many: screen.slept.many }
      }
      if (screen.view === 'segera') return { ...screen, rows: screen.soon, many: screen.total }
      throw new Error('another view')
    }
    for (const lihat of ['perubahan', 'segera'] as const) {
      const first = await listed(lihat, 1)
      expect(first.rows).toHaveLength(50)
      expect(first.pageCount).toBeGreaterThan(1)
      const rest = Array.from({ length: first.pageCount - 1 }, (_, at) => listed(lihat, at + 2))
      const rows = [first, ...(await Promise.all(rest))].flatMap((page) => page.rows)
      expect(new Set(rows.map(({ id, on, kind }) => `${id} ${on} ${kind}`)).size).toBe(first.total)
      expect(rows.filter(({ kind }) => kind === 'slept')).toHaveLength(first.many)
    }
  }, 60_000)
})
