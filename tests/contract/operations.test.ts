import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { jobsScreen } from '~/features/jobs/jobs.queries.server'
import { retryJob } from '~/features/jobs/retry-job.server'
import { messagesScreen } from '~/features/notifications/messages.queries.server'
import { sendLetter } from '~/features/notifications/notify.server'
import { resendMessage } from '~/features/notifications/resend-message.server'
import { sendMessage } from '~/features/notifications/send-message.server'
import { HOUR } from '~/platform/clock'
import { runOneJob } from '~/platform/jobs/worker'
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
