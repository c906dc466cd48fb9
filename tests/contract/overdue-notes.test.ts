import { and, eq, like, or } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { closeThread } from '~/features/coordination/close-thread.server'
import { NoteForm } from '~/features/coordination/coordination.schema'
import { remindOfOverdueNotes } from '~/features/coordination/remind-overdue.server'
import { sendNote } from '~/features/coordination/send-note.server'
import { writeInThread } from '~/features/coordination/write-in-thread.server'
import type { Actor } from '~/features/identity/actor'
import { scheduledJobs } from '~/jobs'
import { anOfficerOf } from '../support/activities'
import { onEachEngine } from '../support/engines'
import { person } from '../support/people'
import type { TestServices } from '../support/services'

/** Sends a note that waits for an answer until 30 November; answers its threads by office. */
function send(services: TestServices, actor: Actor, recipients: string[], subject: string) {
  const note = NoteForm.parse({
    id: services.newId(),
    recipients,
    subject,
    body: 'Mohon permohonan yang paling lama diperiksa.',
    dueOn: '2026-11-30',
  })
  return sendNote(services, { actor, note })
}

/** Runs the job at seven in the morning in Jakarta. */
async function onDay(services: TestServices, date: string): Promise<void> {
  services.now = Date.parse(`${date}T00:00:00Z`)
  await remindOfOverdueNotes(services, {})
}

/** What a person was told of days that have passed. */
async function toldOf({ store }: TestServices, actor: Actor) {
  const { notices } = store.tables
  const rows = await store.read
    .select()
    .from(notices)
    .where(
      and(
        eq(notices.accountId, actor.id),
        or(like(notices.title, 'Belum dijawab%'), like(notices.title, 'Lewat tenggat%')),
      ),
    )
  return rows.map(({ title, body, href }) => ({ title, body, href }))
}

const START = Date.UTC(2026, 10, 22, 2)

onEachEngine('a note whose day has passed', (given) => {
  test('is brought to mind once, on the day after, of the office that owes an answer and of its sender', async () => {
    const services = given()
    services.now = START
    const papua = await person(services, 'Provinsi', { role: 'province_officer', provinceCode: '94' })
    const [mimika, nabire] = [await anOfficerOf(services, '9404'), await anOfficerOf(services, '9401')]
    const threads = await send(services, papua, ['9401', '9404'], 'Permohonan lama')
    await writeInThread(services, {
      actor: nabire,
      threadId: threads.get('9401') ?? '',
      id: services.newId(),
      version: 1,
      body: 'Sudah kami periksa.',
    })
    await onDay(services, '2026-11-30')
    expect(await toldOf(services, mimika)).toEqual([])
    await onDay(services, '2026-12-01')
    await onDay(services, '2026-12-01')
    await onDay(services, '2026-12-09')
    const [told, ...more] = await toldOf(services, mimika)
    expect(more).toEqual([])
    expect(told).toMatchObject({
      title: 'Belum dijawab: Permohonan lama',
      href: `/dinas/koordinasi/${threads.get('9404')}`,
    })
    expect(told?.body).toContain('30 November 2026')
    expect(await toldOf(services, nabire)).toEqual([])
    const [sender, ...again] = await toldOf(services, papua)
    expect(again).toEqual([])
    expect(sender?.body).toContain('Dinas Kominfo Kabupaten Mimika')
    expect(sender?.body).not.toContain('Nabire')
  })

  test('is told once even when two workers do it at the same moment, and after days of standing still', async () => {
    const services = given()
    services.now = START
    const east = await person(services, 'Provinsi', { role: 'province_officer', provinceCode: '35' })
    const codes = ['3501', '3502', '3503', '3504', '3505', '3506', '3507']
    const pacitan = await anOfficerOf(services, '3501')
    await send(services, east, codes, 'Serentak')
    services.now = Date.parse('2026-12-20T00:00:00Z')
    await Promise.all([remindOfOverdueNotes(services, {}), remindOfOverdueNotes(services, {})])
    expect(await toldOf(services, pacitan)).toHaveLength(1)
    const told = await toldOf(services, east)
    expect(told).toHaveLength(1)
    expect(told[0]).toMatchObject({ href: '/dinas/koordinasi?keadaan=lewat&arah=keluar' })
    expect(told[0]?.body).toContain('dan 2 lainnya')
  })

  test('is not brought to mind once it is closed', async () => {
    const services = given()
    services.now = START
    const nation = await person(services, 'Pusat', { role: 'national_officer' })
    const east = await person(services, 'Provinsi', { role: 'province_officer', provinceCode: '35' })
    const threads = await send(services, nation, ['35', '94'], 'Rakor')
    await closeThread(services, { actor: nation, threadId: threads.get('35') ?? '', version: 1 })
    await onDay(services, '2026-12-01')
    expect(await toldOf(services, east)).toEqual([])
    expect(await toldOf(services, nation)).toMatchObject([{ href: `/dinas/koordinasi/${threads.get('94')}` }])
  })

  test('is looked for each day', () => {
    expect(scheduledJobs).toContainEqual({ kind: 'coordination.remindOfOverdue', every: 'day' })
  })
})
