import { eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { auditHash, recordAudit } from '~/features/audit/record-audit.server'
import { verifyChain } from '~/features/audit/verify-chain.server'
import type { Tx } from '~/platform/db/store'
import { onEachEngine } from '../support/engines'
import type { TestServices } from '../support/services'

async function append(services: TestServices, events: number) {
  for (let n = 0; n < events; n++) {
    await services.store.transact((tx) =>
      recordAudit(tx, {
        id: services.newId(),
        at: services.now + n,
        actor: { id: 'someone', role: 'admin' },
        action: 'test.done',
        subject: { kind: 'test', id: String(n) },
        region: { provinceCode: '94', regencyCode: '9404' },
        delta: { n: [n, n + 1] },
      }),
    )
  }
}

/** Does what the triggers refuse, as someone with the keys to the database could. */
async function tamper({ store }: TestServices, work: (tx: Tx) => Promise<unknown>) {
  await store.transact(async (tx) => {
    if (tx.dialect === 'postgres') {
      await run(tx, 'alter table audit_events disable trigger user')
      await work(tx)
      await run(tx, 'alter table audit_events enable trigger user')
    } else {
      await run(tx, 'drop trigger if exists audit_events_no_update')
      await run(tx, 'drop trigger if exists audit_events_no_delete')
      await work(tx)
    }
  })
}

/** Runs a statement on either engine; the typed builder has no word for what an intruder does. */
async function run({ db }: Tx, statement: string): Promise<void> {
  const raw: unknown = db
  const at = raw as Record<'run' | 'execute', ((query: unknown) => unknown) | undefined>
  await (at.execute ? at.execute(sql.raw(statement)) : at.run?.(sql.raw(statement)))
}

onEachEngine('verifying the audit trail', (given) => {
  beforeEach(async () => {
    const services = given()
    await tamper(services, async (tx) => {
      await run(tx, 'delete from audit_events')
      await run(tx, "update audit_head set seq = 0, hash = ''")
    })
    await append(services, 12)
  })

  test('an untouched trail is whole, and its last hash is told', async () => {
    const { store } = given()
    const [head] = await store.read.select().from(store.tables.auditHead)
    expect(await verifyChain(store)).toEqual({ whole: true, events: 12, hash: head?.hash })
  })

  test('an empty trail is whole', async () => {
    const services = given()
    await tamper(services, async (tx) => {
      await run(tx, 'delete from audit_events')
      await run(tx, "update audit_head set seq = 0, hash = ''")
    })
    expect(await verifyChain(services.store)).toEqual({ whole: true, events: 0, hash: '' })
  })

  test.each([
    ['action', "'group.closed'"],
    ['at', '1'],
    ['actor_id', 'null'],
    ['actor_role', "'system'"],
    ['province_code', "'35'"],
    ['regency_code', 'null'],
    ['subject_kind', "'group'"],
    ['subject_id', "'0'"],
    ['delta', "'{}'"],
    ['request_id', "'x'"],
    ['id', "'x'"],
    ['hash', "'x'"],
  ])('an altered %s is found at its event', async (column, value) => {
    const services = given()
    await tamper(services, (tx) => run(tx, `update audit_events set ${column} = ${value} where seq = 5`))
    expect(await verifyChain(services.store)).toEqual({
      whole: false,
      events: 4,
      firstBreak: { seq: 5, kind: 'altered' },
    })
  })

  test('an event that was altered together with its own hash breaks the link of the next one', async () => {
    const services = given()
    const { auditEvents } = services.store.tables
    const [event] = await services.store.read.select().from(auditEvents).where(eq(auditEvents.seq, 4))
    if (!event) throw new Error('nothing was appended')
    const hash = auditHash({ ...event, action: 'group.closed' })
    await tamper(services, (tx) =>
      run(tx, `update audit_events set action = 'group.closed', hash = '${hash}' where seq = 4`),
    )
    expect(await verifyChain(services.store)).toMatchObject({
      whole: false,
      firstBreak: { seq: 5, kind: 'unlinked' },
    })
  })

  test('a removed event is found', async () => {
    const services = given()
    await tamper(services, (tx) => run(tx, 'delete from audit_events where seq = 7'))
    expect(await verifyChain(services.store)).toMatchObject({
      whole: false,
      firstBreak: { seq: 7, kind: 'missing' },
    })
  })

  test('a removed event whose followers were moved up is found', async () => {
    const services = given()
    await tamper(services, async (tx) => {
      await run(tx, 'delete from audit_events where seq = 7')
      for (let seq = 8; seq <= 12; seq++) {
        await run(tx, `update audit_events set seq = ${seq - 1} where seq = ${seq}`)
      }
    })
    expect(await verifyChain(services.store)).toMatchObject({
      whole: false,
      firstBreak: { seq: 7, kind: 'unlinked' },
    })
  })

  test('a tail that was cut off is found', async () => {
    const services = given()
    await tamper(services, (tx) => run(tx, 'delete from audit_events where seq > 9'))
    expect(await verifyChain(services.store)).toMatchObject({
      whole: false,
      firstBreak: { seq: 10, kind: 'truncated' },
    })
  })

  test('an event put behind the last one is found, also when its hash is right', async () => {
    const services = given()
    const { auditEvents, auditHead } = services.store.tables
    const [before] = await services.store.read.select().from(auditHead)
    await append(services, 1)
    await tamper(services, (tx) => run(tx, `update audit_head set seq = 12, hash = '${before?.hash}'`))
    expect((await services.store.read.select().from(auditEvents)).length).toBe(13)
    expect(await verifyChain(services.store)).toMatchObject({
      whole: false,
      firstBreak: { seq: 13, kind: 'beyond_head' },
    })
  })

  test('a changed head is found', async () => {
    const services = given()
    await tamper(services, (tx) => run(tx, "update audit_head set hash = 'x'"))
    expect(await verifyChain(services.store)).toMatchObject({
      whole: false,
      firstBreak: { seq: 12, kind: 'head_altered' },
    })
  })

  test('events that others append meanwhile are no break', async () => {
    const services = given()
    const [report] = await Promise.all([verifyChain(services.store), append(services, 30)])
    expect(report.whole).toBe(true)
  })
})
