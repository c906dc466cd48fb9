import { and, count, eq, inArray, like } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { closeThread } from '~/features/coordination/close-thread.server'
import { NoteForm } from '~/features/coordination/coordination.schema'
import { newNoteScreen } from '~/features/coordination/new-note.queries.server'
import { sendNote } from '~/features/coordination/send-note.server'
import { threadScreen } from '~/features/coordination/thread.queries.server'
import { countThreads } from '~/features/coordination/thread-counts.queries.server'
import { threadsScreen } from '~/features/coordination/threads.queries.server'
import { type ThreadsQuery, threadsQuery } from '~/features/coordination/threads.schema'
import { writeInThread } from '~/features/coordination/write-in-thread.server'
import type { Actor } from '~/features/identity/actor'
import { DAY } from '~/platform/clock'
import { onEachEngine } from '../support/engines'
import { outcomes } from '../support/identity'
import { person } from '../support/people'
import type { TestServices } from '../support/services'

const ask = (query: Partial<Record<keyof ThreadsQuery, string>> = {}) => threadsQuery.parse(query)

const nation = (services: TestServices) => person(services, 'Pusat', { role: 'national_officer' })
const province = (services: TestServices, provinceCode: string) =>
  person(services, `Provinsi ${provinceCode}`, { role: 'province_officer', provinceCode })
const regency = (services: TestServices, regencyCode: string) =>
  person(services, `Kabupaten ${regencyCode}`, {
    role: 'regency_officer',
    provinceCode: regencyCode.slice(0, 2),
    regencyCode,
  })

function aNote(services: TestServices, recipients: string[], changes: Partial<NoteForm> = {}): NoteForm {
  return NoteForm.parse({
    id: services.newId(),
    recipients,
    subject: 'Permohonan yang menunggu',
    body: 'Mohon permohonan yang paling lama diperiksa minggu ini.',
    dueOn: '2026-11-30',
    ...changes,
  })
}

async function send(services: TestServices, actor: Actor, note: NoteForm): Promise<string> {
  const threads = await sendNote(services, { actor, note })
  return threads.get(note.recipients[0] ?? '') ?? ''
}

const writing = (services: TestServices, actor: Actor, threadId: string, version: number, body: string) => ({
  actor,
  threadId,
  id: services.newId(),
  version,
  body,
})

const titlesFor = async ({ store }: TestServices, actor: Actor) => {
  const { notices } = store.tables
  const rows = await store.read.select().from(notices).where(eq(notices.accountId, actor.id))
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ title }) => title)
}

onEachEngine('coordination notes', (given) => {
  test('a note is answered, asked on, answered and closed, and both ends read all of it', async () => {
    const services = given()
    const [papua, mimika] = [await province(services, '94'), await regency(services, '9404')]
    const id = await send(services, papua, aNote(services, ['9404'], { figure: 'menunggu' }))
    await writeInThread(services, writing(services, mimika, id, 1, 'Sudah kami periksa.'))
    expect(await threadScreen(services, papua, id)).toMatchObject({ status: 'answered', version: 2 })
    await writeInThread(services, writing(services, papua, id, 2, 'Terima kasih, tinggal satu.'))
    expect(await threadScreen(services, mimika, id)).toMatchObject({ status: 'open', side: 'recipient' })
    await writeInThread(services, writing(services, mimika, id, 3, 'Yang terakhir juga selesai.'))
    await closeThread(services, { actor: papua, threadId: id, version: 4 })
    const [sent, received] = [
      await threadScreen(services, papua, id),
      await threadScreen(services, mimika, id),
    ]
    expect(sent.entries).toEqual(received.entries)
    expect(sent.entries.map(({ office, isAnswer }) => [office, isAnswer])).toEqual([
      ['Dinas Kominfo Provinsi Papua Tengah', false],
      ['Dinas Kominfo Kabupaten Mimika', true],
      ['Dinas Kominfo Provinsi Papua Tengah', false],
      ['Dinas Kominfo Kabupaten Mimika', true],
    ])
    expect(received.figure).toMatchObject({ name: 'Menunggu putusan', before: '0', boardHref: null })
    expect(sent.figure?.boardHref).toBe('/dinas/papan?wilayah=94&urut=menunggu')
    expect(await titlesFor(services, mimika)).toEqual([
      'Catatan koordinasi: Permohonan yang menunggu',
      'Tambahan: Permohonan yang menunggu',
      'Selesai: Permohonan yang menunggu',
    ])
    expect(await titlesFor(services, papua)).toEqual([
      'Jawaban: Permohonan yang menunggu',
      'Jawaban: Permohonan yang menunggu',
    ])
    const { auditEvents } = services.store.tables
    const trail = await services.store.read
      .select({ action: auditEvents.action, regencyCode: auditEvents.regencyCode })
      .from(auditEvents)
      .where(and(eq(auditEvents.subjectId, id), like(auditEvents.action, 'coordination.%')))
      .orderBy(auditEvents.seq)
    expect(trail.map(({ action }) => action.split('.')[1])).toEqual([
      'sent',
      'answered',
      'asked',
      'answered',
      'closed',
    ])
    expect(new Set(trail.map(({ regencyCode }) => regencyCode))).toEqual(new Set(['9404']))
  })

  test('for everyone but the two ends a thread does not exist', async () => {
    const services = given()
    const papua = await province(services, '94')
    const id = await send(services, papua, aNote(services, ['9401']))
    const others = [
      await regency(services, '9404'),
      await province(services, '35'),
      await nation(services),
      await person(services, 'Relawan', { role: 'volunteer', groupId: null }),
    ]
    for (const other of others) {
      const missing = { status: 404 }
      await expect(threadScreen(services, other, id)).rejects.toMatchObject(missing)
      await expect(
        writeInThread(services, writing(services, other, id, 1, 'Saya orang lain.')),
      ).rejects.toMatchObject(missing)
      await expect(closeThread(services, { actor: other, threadId: id, version: 1 })).rejects.toMatchObject(
        missing,
      )
      const { rows } = await threadsScreen(services, other, ask({ keadaan: 'semua' }))
      expect(rows.map((row) => row.id)).not.toContain(id)
    }
  })

  test('an office writes only to offices below it', async () => {
    const services = given()
    const papua = await province(services, '94')
    for (const recipients of [['3501'], ['9404', '3501'], ['94'], ['35'], ['9499']]) {
      await expect(send(services, papua, aNote(services, recipients))).rejects.toMatchObject({ status: 404 })
    }
    const mimika = await regency(services, '9404')
    await expect(send(services, mimika, aNote(services, ['9404']))).rejects.toMatchObject({ status: 404 })
    await expect(newNoteScreen(services, mimika, { ke: [] })).rejects.toMatchObject({ status: 404 })
    await expect(newNoteScreen(services, papua, { wilayah: '35', ke: [] })).rejects.toMatchObject({
      status: 404,
    })
    const pusat = await nation(services)
    const threads = await sendNote(services, { actor: pusat, note: aNote(services, ['94', '9404']) })
    expect([...threads.keys()].sort()).toEqual(['94', '9404'])
    expect(await threadScreen(services, papua, threads.get('94') ?? '')).toMatchObject({
      sender: 'Kementerian Komunikasi dan Digital',
      side: 'recipient',
    })
    await expect(threadScreen(services, papua, threads.get('9404') ?? '')).rejects.toMatchObject({
      status: 404,
    })
  })

  test('the same form sent many times at once sends once; with other words it is refused', async () => {
    const services = given()
    const papua = await province(services, '94')
    const note = aNote(services, ['9402', '9403'])
    const { done } = await outcomes(
      Array.from({ length: 6 }, () => sendNote(services, { actor: papua, note })),
    )
    expect(done).toHaveLength(6)
    for (const threads of done) expect([...threads].sort()).toEqual([...(done[0] ?? [])].sort())
    const { coordinationThreads } = services.store.tables
    const [stored] = await services.store.read
      .select({ many: count() })
      .from(coordinationThreads)
      .where(eq(coordinationThreads.noteId, note.id))
    expect(Number(stored?.many)).toBe(2)
    for (const other of [
      { subject: 'Lain sekali' },
      { recipients: ['9402'] },
      { figure: 'aktif' as const },
    ]) {
      await expect(send(services, papua, { ...note, ...other })).rejects.toMatchObject({
        code: 'sent_before',
      })
    }
    services.now += 30 * DAY
    expect(await sendNote(services, { actor: papua, note })).toEqual(done[0])
    await expect(send(services, papua, aNote(services, ['9402']))).rejects.toMatchObject({
      code: 'due_in_the_past',
    })
    services.now -= 30 * DAY
  })

  test('of answers to one state of the thread one is taken, and a repeated one is the same answer', async () => {
    const services = given()
    const [papua, mimika] = [await province(services, '94'), await regency(services, '9404')]
    const id = await send(services, papua, aNote(services, ['9404']))
    const answers = Array.from({ length: 5 }, (_, nth) =>
      writing(services, mimika, id, 1, `Jawaban ke-${nth} dari kami.`),
    )
    const { done, codes } = await outcomes(answers.map((answer) => writeInThread(services, answer)))
    expect(done).toHaveLength(1)
    expect(codes).toEqual(Array(4).fill('thread_moved'))
    const { entries } = await threadScreen(services, mimika, id)
    expect(entries).toHaveLength(2)
    const taken = answers.find(({ body }) => body === entries[1]?.body)
    if (!taken) throw new Error('no answer was taken')
    const again = await outcomes([1, 2, 3].map(() => writeInThread(services, taken)))
    expect(again.done).toHaveLength(3)
    await expect(writeInThread(services, { ...taken, body: 'Isi lain.' })).rejects.toMatchObject({
      code: 'sent_before',
    })
    expect((await threadScreen(services, mimika, id)).entries).toHaveLength(2)
  })

  test('one answer sent many times at once is written once', async () => {
    const services = given()
    const [papua, mimika] = [await province(services, '94'), await regency(services, '9404')]
    const id = await send(services, papua, aNote(services, ['9404']))
    const answer = writing(services, mimika, id, 1, 'Sedang kami kerjakan.')
    const { codes } = await outcomes(Array.from({ length: 6 }, () => writeInThread(services, answer)))
    expect(codes).toEqual([])
    expect((await threadScreen(services, mimika, id)).entries).toHaveLength(2)
  })

  test('only the sender closes, from the state that was on the screen, and then nobody writes', async () => {
    const services = given()
    const [papua, mimika] = [await province(services, '94'), await regency(services, '9404')]
    const id = await send(services, papua, aNote(services, ['9404']))
    await expect(closeThread(services, { actor: mimika, threadId: id, version: 1 })).rejects.toMatchObject({
      code: 'sender_closes',
    })
    await writeInThread(services, writing(services, mimika, id, 1, 'Kami jawab dulu.'))
    await expect(closeThread(services, { actor: papua, threadId: id, version: 1 })).rejects.toMatchObject({
      code: 'thread_moved',
    })
    await closeThread(services, { actor: papua, threadId: id, version: 2 })
    await closeThread(services, { actor: papua, threadId: id, version: 2 })
    for (const actor of [papua, mimika]) {
      await expect(
        writeInThread(services, writing(services, actor, id, 3, 'Masih ada.')),
      ).rejects.toMatchObject({ code: 'thread_closed' })
    }
  })

  test('the list shows each end its threads, page by page, and counts what is open, late and answered', async () => {
    const services = given()
    const [east, pacitan] = [await province(services, '35'), await regency(services, '3501')]
    const made: string[] = []
    for (let nth = 0; nth < 30; nth++) {
      services.now += 1000
      made.unshift(await send(services, east, aNote(services, ['3501'])))
    }
    const [first = '', second = '', third = ''] = made
    const ids = async (actor: Actor, query: ThreadsQuery) =>
      (await threadsScreen(services, actor, query)).rows.map(({ id }) => id)
    for (const actor of [east, pacitan]) {
      const page = await threadsScreen(services, actor, ask())
      expect(page.rows.map(({ id }) => id)).toEqual(made.slice(0, 25))
      if (!page.next) throw new Error('there is a second page')
      const next = await threadsScreen(services, actor, { ...ask(), setelah: page.next })
      expect(next.rows.map(({ id }) => id)).toEqual(made.slice(25))
      expect(next.next).toBeNull()
      if (!next.previous) throw new Error('there is a way back')
      expect(await ids(actor, { ...ask(), sebelum: next.previous })).toEqual(made.slice(0, 25))
    }
    services.now += 1000
    await writeInThread(services, writing(services, pacitan, third, 1, 'Yang ini sudah.'))
    await closeThread(services, { actor: east, threadId: second, version: 1 })
    expect(await ids(pacitan, ask({ keadaan: 'dijawab' }))).toEqual([third])
    expect(await ids(pacitan, ask({ keadaan: 'selesai' }))).toEqual([second])
    expect((await ids(east, ask({ keadaan: 'semua' }))).slice(0, 3)).toEqual([third, first, second])
    expect(await ids(pacitan, ask({ arah: 'keluar' }))).toEqual([])
    expect(await ids(east, ask({ arah: 'masuk' }))).toEqual([])
    expect(await ids(east, ask({ wilayah: '3502' }))).toEqual([])
    expect(await countThreads(services, pacitan)).toEqual({
      sender: { open: 0, overdue: 0, answered: 0 },
      recipient: { open: 28, overdue: 0, answered: 1 },
    })
    services.now = Date.UTC(2026, 11, 1, 2)
    expect((await countThreads(services, east)).sender).toEqual({ open: 28, overdue: 28, answered: 1 })
    expect(await ids(pacitan, ask({ keadaan: 'lewat' }))).toHaveLength(25)
  })

  test('a note to every province reaches all of their officers, each once', async () => {
    const services = given()
    services.now = Date.UTC(2026, 10, 22, 2)
    const pusat = await nation(services)
    const two = [await province(services, '35'), await province(services, '35')]
    const { notices, messages } = services.store.tables
    await sendNote(services, { actor: pusat, note: aNote(services, ['35', '94'], { subject: 'Rakor KIM' }) })
    const told = await services.store.read
      .select()
      .from(notices)
      .where(
        inArray(
          notices.accountId,
          two.map(({ id }) => id),
        ),
      )
    expect(told.map(({ title }) => title)).toEqual(Array(2).fill('Catatan koordinasi: Rakor KIM'))
    const letters = await services.store.read
      .select()
      .from(messages)
      .where(eq(messages.toAddress, two[0]?.email ?? ''))
    expect(letters).toHaveLength(1)
    expect(letters[0]?.body).toContain('http://localhost:3000/dinas/koordinasi/')
  })
})
