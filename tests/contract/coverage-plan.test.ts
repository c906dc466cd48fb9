import { and, eq, lte, max, type SQL, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { waitingSince } from '~/features/activities/waiting.queries.server'
import { latestSteps } from '~/features/coverage/coverage.queries.server'
import { noCounts } from '~/features/coverage/steps'
import { addDays } from '~/platform/calendar'
import type { Database, Tx } from '~/platform/db/store'
import { onEachEngine } from '../support/engines'

const DATE = '2026-10-31'
const DAYS = 200

class EnoughSeen extends Error {}

onEachEngine('the counts of many regions on a date', (given) => {
  test('are found one by one through the key, however many days are kept', async () => {
    const { store } = given()
    const { dialect, tables } = store
    const codes = Array.from({ length: 100 }, (_, at) => String(3501 + at))
    let plan = ''
    const look = async (tx: Tx) => {
      for (const regionCode of codes) {
        const steps = Array.from({ length: DAYS }, (_, day) => ({ regionCode, from: addDays(DATE, -day) }))
        await tx.db.insert(tables.coverageSteps).values(steps.map((step) => ({ ...noCounts, ...step })))
      }
      const ask = latestSteps({ db: tx.db, tables }, { codes, levels: ['regency'], date: DATE }).getSQL()
      if (dialect === 'postgres') {
        await onPostgres(tx.db, sql`analyze coverage_steps, regions`)
        plan = (await onPostgres(tx.db, sql`explain ${ask}`)).map((row) => row['QUERY PLAN']).join('\n')
      } else {
        const rows = await tx.db.all<{ detail: string }>(sql`explain query plan ${ask}`)
        plan = rows.map(({ detail }) => detail).join('\n')
      }
      throw new EnoughSeen()
    }
    await expect(store.transact(look)).rejects.toThrow(EnoughSeen)
    if (dialect === 'postgres') {
      expect(plan).not.toMatch(/Seq Scan on (coverage_steps|regions)/)
      expect(plan).toContain('Index Cond: ((region_code = regions.code) AND (from_date = (SubPlan')
    } else {
      expect(plan).not.toMatch(/SCAN|TEMP B-TREE/)
      expect(plan).toContain('(region_code=? AND from_date=?)')
    }
  }, 60_000)
})

onEachEngine('activities', (given) => {
  test('of a group are found by the group, those of a province by their status: no index misleads SQLite', async () => {
    const { dialect, read, tables } = given().store
    // PostgreSQL weighs its indexes by what is in them.
    if (dialect === 'postgres') return
    const { activities } = tables
    const { groupId, provinceCode, status, localDate } = activities
    const planOf = async (where: SQL | undefined) => {
      const asked = read
        .select({ on: max(localDate) })
        .from(activities)
        .where(where)
      const rows = await read.all<{ detail: string }>(sql`explain query plan ${asked.getSQL()}`)
      return rows.map(({ detail }) => detail).join('\n')
    }
    const confirmed = and(eq(status, 'confirmed'), lte(localDate, DATE))
    expect(await planOf(and(eq(groupId, 'g'), confirmed))).toContain('INDEX activities_group ')
    expect(await planOf(and(eq(provinceCode, '35'), confirmed))).toContain('activities_province_status ')
  })

  test('that wait are found by regency and status, in the whole country too', async () => {
    const { dialect, read, tables } = given().store
    if (dialect === 'postgres') return
    const asked = waitingSince({ db: read, tables }, 0).getSQL()
    const rows = await read.all<{ detail: string }>(sql`explain query plan ${asked}`)
    const plan = rows.map(({ detail }) => detail).join('\n')
    expect(plan).toContain('INDEX activities_waiting (regency_code=? AND status=?)')
    expect(plan).not.toMatch(/SCAN activities/)
  })
})

/** The portable type knows SQLite's way only. */
async function onPostgres(db: Pick<Database, 'all'>, query: SQL): Promise<Record<string, string>[]> {
  const { execute } = Object(db)
  return (await execute.call(db, query)).rows
}
