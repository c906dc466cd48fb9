import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { jobsScreen } from '~/features/jobs/jobs.queries.server'
import { retryJob } from '~/features/jobs/retry-job.server'
import { messagesScreen } from '~/features/notifications/messages.queries.server'
import { sendLetter } from '~/features/notifications/notify.server'
import { resendMessage } from '~/features/notifications/resend-message.server'
import { sendMessage } from '~/features/notifications/send-message.server'
import { jobHandlers } from '~/jobs'
import { HOUR, SECOND } from '~/platform/clock'
import { enqueue, enqueueAll } from '~/platform/jobs/enqueue'
import { jobProgress } from '~/platform/jobs/progress'
import { type JobHandlers, type LongJobHandler, patient, runOneJob } from '~/platform/jobs/worker'
import { onEachEngine } from '../support/engines'
import { person } from '../support/people'
import type { TestServices } from '../support/services'

const refusing = async () => {
  throw new Error('550 mailbox unavailable')
}

/** A letter that failed until its job was dead; answers its id. */
async function deadLetter(services: TestServices, to: string): Promise<string> {
  const { store, newId, now } = services
  await store.transact((tx) => sendLetter(tx, { to, subject: 'Kabar', body: 'Isi' }, { newId, now }))
  const broken = { ...services, clock: () => services.now, mailer: refusing }
  for (let attempt = 0; attempt < 8; attempt++) {
    await runOneJob(broken, { 'mail.send': sendMessage })
    services.now += HOUR
  }
  const [message] = await store.read
    .select()
    .from(store.tables.messages)
    .where(eq(store.tables.messages.toAddress, to))
  if (!message) throw new Error('no message was stored')
  return message.id
}

onEachEngine('an administrator puts failed work right', (given) => {
  test('a message whose job died is sent again once, and the second press is refused', async () => {
    const services = given()
    const actor = await person(services, 'Rina', { role: 'admin' })
    const messageId = await deadLetter(services, 'gagal@contoh.id')
    expect(await messagesScreen(services, { status: 'failed', page: 1 })).toMatchObject({
      rows: [{ id: messageId, error: '550 mailbox unavailable' }],
    })
    expect((await jobsScreen(services, 'dead')).counts.dead).toBe(1)

    await resendMessage(services, { actor, messageId, requestId: 'r' })
    await expect(resendMessage(services, { actor, messageId, requestId: 'r' })).rejects.toMatchObject({
      code: 'changed_meanwhile',
    })
    await runOneJob(services, { 'mail.send': sendMessage })

    const { rows } = await messagesScreen(services, { to: 'GAGAL@', page: 1 })
    expect(rows).toMatchObject([{ id: messageId, status: 'sent', sentVia: 'outbox', error: null }])
    const { auditEvents } = services.store.tables
    const told = await services.store.read
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, messageId))
    expect(told).toMatchObject([{ action: 'message.resent', actorId: actor.id }])
    expect(JSON.stringify(told)).not.toContain('gagal@contoh.id')
  })

  test('a dead job gets new attempts; one that is not dead is left alone', async () => {
    const services = given()
    const actor = await person(services, 'Rina', { role: 'admin' })
    const messageId = await deadLetter(services, 'lain@contoh.id')
    const jobId = `mail:${messageId}`
    await retryJob(services, { actor, jobId, requestId: 'r' })
    await expect(retryJob(services, { actor, jobId, requestId: 'r' })).rejects.toMatchObject({ status: 409 })
    await runOneJob(services, { 'mail.send': sendMessage })
    const { rows } = await jobsScreen(services, 'done')
    expect(rows.map((row) => row.id)).toContain(jobId)
  })

  test('a search for recipients takes % and _ as they are', async () => {
    const services = given()
    await deadLetter(services, 'nama_lengkap@contoh.id')
    const totalFor = async (to: string) => (await messagesScreen(services, { to, page: 1 })).total
    expect(await totalFor('nama_lengkap')).toBe(1)
    expect(await totalFor('gagal_contoh')).toBe(0)
    expect(await totalFor('%')).toBe(0)
    expect((await messagesScreen(services, { page: 1_000_000 })).page).toBe(1)
  })
})

onEachEngine('long work tells how far it has come', (given) => {
  test('its parts can be read while it runs, its lease goes on, and a worker that lost it stops', async () => {
    const services = given()
    const { store } = services
    const key = 'long:1'
    await store.transact((tx) => enqueue(tx, { key, kind: 'long', payload: {}, now: services.now }))
    expect(await jobProgress(store, key)).toEqual({ status: 'queued', done: 0, total: 0 })
    const seen: unknown[] = []
    const long: LongJobHandler = async (_services, _payload, job) => {
      for (const part of [1, 2, 3]) {
        services.now += 90 * SECOND
        await job.progress(part, 3)
        seen.push(await jobProgress(store, key))
        expect(await runOneJob(services, { long })).toBe(false)
      }
    }
    expect(await runOneJob(services, { long })).toBe(true)
    expect(seen).toEqual([1, 2, 3].map((done) => ({ status: 'running', done, total: 3 })))
    expect(await jobProgress(store, key)).toEqual({ status: 'done', done: 3, total: 3 })

    const failed: unknown[] = []
    const slow: LongJobHandler = async (_services, _payload, job) => {
      services.now += HOUR
      await runOneJob(services, { slow: async () => undefined })
      await job.progress(1, 2).catch((error) => failed.push(error))
    }
    await store.transact((tx) => enqueue(tx, { key: 'slow:1', kind: 'slow', payload: {}, now: services.now }))
    await runOneJob(services, { slow })
    expect(failed).toEqual([new Error('slow:1 was taken over by another worker')])
    expect(await jobProgress(store, 'slow:1')).toMatchObject({ status: 'done' })
  })
})

onEachEngine('work in a queue', (given) => {
  test('that is short goes before a hundred certificates that were asked for earlier', async () => {
    const services = given()
    const { store } = services
    const order: string[] = []
    const done: LongJobHandler = async (_services, _payload, { id }) => {
      order.push(id)
    }
    const handlers: JobHandlers = { 'certificate.render': patient(done), 'mail.send': done }
    const certificates = Array.from({ length: 100 }, (_, at) => `certificate:${String(at).padStart(3, '0')}`)
    await store.transact((tx) =>
      enqueueAll(
        tx,
        certificates.map((key) => ({ key, kind: 'certificate.render', payload: {}, now: services.now })),
      ),
    )
    await runOneJob(services, handlers)
    services.now += SECOND
    await store.transact((tx) =>
      enqueue(tx, { key: 'mail:late', kind: 'mail.send', payload: {}, now: services.now }),
    )
    while (await runOneJob(services, handlers)) {
      // every job that is due
    }
    const [first, ...others] = certificates
    expect(order).toEqual([first, 'mail:late', ...others])
    expect(Object.keys(jobHandlers).filter((kind) => jobHandlers[kind]?.patient)).toEqual([
      'certificate.render',
    ])
  })
})
