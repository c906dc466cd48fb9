import { eq, like, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { recordAudit } from '~/features/audit/record-audit.server'
import { countEach } from '~/platform/db/count-each'
import { prepared } from '~/platform/db/prepared'
import { enqueue } from '~/platform/jobs/enqueue'
import { onEachEngine } from '../support/engines'

onEachEngine('the store', (given) => {
  test('a transaction that throws leaves nothing behind', async () => {
    const { store, newId, now } = given()
    const id = newId()
    const attempt = store.transact(async (tx) => {
      await enqueue(tx, { key: id, kind: 'none', payload: {}, now })
      throw new Error('halfway')
    })
    await expect(attempt).rejects.toThrow('halfway')
    expect(await store.read.select().from(store.tables.jobs).where(eq(store.tables.jobs.id, id))).toEqual([])
  })

  test('a transaction inside a transaction is refused', async () => {
    const { store } = given()
    await expect(store.transact(() => store.transact(async () => 1))).rejects.toThrow('inside transact')
  })

  test('the reading connection cannot write', async () => {
    const { store } = given()
    const { numberCounters } = store.tables
    const writing = (async () => {
      await store.read.insert(numberCounters).values({ villageCode: '1', lastSerial: 1 })
    })()
    await expect(writing).rejects.toThrow()
  })

  test('PostgreSQL keeps the plan of what is asked again, but makes one for each pattern', async () => {
    const { store } = given()
    if (store.dialect === 'sqlite') return
    const { groups } = store.tables
    // Each connection keeps its own: one transaction holds one of them.
    const kept = await store.transact(
      async ({ db }) => {
        for (const asked of [1, 2, 3]) {
          await db.select({ id: groups.id }).from(groups).where(eq(groups.version, asked))
          await db
            .select({ id: groups.id })
            .from(groups)
            .where(like(groups.nameKey, `${asked}%`))
        }
        const kept = await db.select({ text: sql<string>`statement` }).from(sql`pg_prepared_statements`)
        return kept.map(({ text }) => text)
      },
      { shows: 'nothing' },
    )
    expect(kept.filter((statement) => statement.includes('"groups"."version" = $1'))).toHaveLength(1)
    expect(kept.filter((statement) => statement.includes(' like '))).toEqual([])
  })

  test('a prepared statement is written once and answers to the values of each asking', async () => {
    const { store, newId, now } = given()
    const { jobs } = store.tables
    const [first, second] = [newId(), newId()]
    await store.transact((tx) => enqueue(tx, { key: first, kind: 'none', payload: {}, now }))
    let written = 0
    const find = (id: string) => {
      const statement = prepared(store.read, 'a job', () => {
        written++
        return store.read
          .select({ id: jobs.id })
          .from(jobs)
          .where(eq(jobs.id, sql.placeholder('id')))
      })
      return statement.execute({ id })
    }
    expect([await find(first), await find(second), await find(first)]).toEqual([
      [{ id: first }],
      [],
      [{ id: first }],
    ])
    expect(written).toBe(1)
    const count = (id: string) =>
      countEach(
        store.read,
        'jobs',
        () => ({
          one: store.read
            .select({ many: sql`count(*)` })
            .from(jobs)
            .where(eq(jobs.id, sql.placeholder('id'))),
          none: store.read.select({ many: sql`count(*)` }).from(jobs).where(sql`1 = 0`),
        }),
        { id },
      )
    expect([await count(first), await count(second)]).toEqual([
      { one: 1, none: 0 },
      { one: 0, none: 0 },
    ])
  })

  test('concurrent audit events form one gapless chain, and none can be changed or deleted', async () => {
    const { store, newId, now } = given()
    const { auditEvents } = store.tables
    await Promise.all(
      Array.from({ length: 40 }, () =>
        store.transact((tx) =>
          recordAudit(tx, {
            id: newId(),
            at: now,
            actor: null,
            action: 'test',
            subject: { kind: 'test', id: 'x' },
          }),
        ),
      ),
    )
    const events = await store.read.select().from(auditEvents).orderBy(auditEvents.seq)
    expect(events.map((event) => event.seq)).toEqual(events.map((_, at) => at + 1))
    for (const [at, event] of events.entries()) expect(event.previousHash).toBe(events[at - 1]?.hash ?? '')
    const change = store.transact(async ({ db }) => {
      await db.update(auditEvents).set({ action: 'forged' }).where(eq(auditEvents.seq, 1))
    })
    await expect(change).rejects.toThrow()
    const removal = store.transact(async ({ db }) => {
      await db.delete(auditEvents).where(sql`1 = 1`)
    })
    await expect(removal).rejects.toThrow()
  })
})
