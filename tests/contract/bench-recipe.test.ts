import { count } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { checkCoverage } from '~/features/coverage/rebuild-coverage.server'
import { checkRollups } from '~/features/regions/check-rollups.server'
import { fill } from '../../scripts/bench/fill'
import { onEachEngine } from '../support/engines'

onEachEngine('what the bench makes', (given) => {
  test('has the size that was asked for, and its roll-ups differ nowhere from a count from scratch', async () => {
    const services = given()
    await fill(services, { name: 'kecil', groups: 400, activities: 5_000 }, () => undefined)
    const { groups, activities, coverageSteps, mappingRows } = services.store.tables
    for (const [table, rows] of [
      [groups, 400],
      [activities, 5_000],
      [mappingRows, 518],
    ] as const) {
      const [row] = await services.store.read.select({ rows: count() }).from(table)
      expect(Number(row?.rows)).toBe(rows)
    }
    const [steps] = await services.store.read.select({ rows: count() }).from(coverageSteps)
    expect(Number(steps?.rows)).toBeGreaterThan(100)
    expect(await checkRollups(services)).toEqual([])
    expect(await checkCoverage(services)).toEqual({ counts: [], groupIds: [] })
  }, 120_000)
})
