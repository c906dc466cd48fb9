import { eq, like } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { certificateJob, issueAttendance } from '~/features/events/issue-attendance.server'
import { addWalkIn, markPresent } from '~/features/events/mark-present.server'
import { moveEvent } from '~/features/events/move-event.server'
import { renderAttendance } from '~/features/events/render-attendance.server'
import type { Actor } from '~/features/identity/actor'
import { jobHandlers } from '~/jobs'
import { DAY, MINUTE, SECOND } from '~/platform/clock'
import { jobProgress } from '~/platform/jobs/progress'
import { type JobHandlers, type LongJobHandler, runOneJob } from '~/platform/jobs/worker'
import { anOfficerOf } from '../support/activities'
import { onEachEngine } from '../support/engines'
import { anEvent, eventRow, invite, peopleOf, reply } from '../support/events'
import { aGroup } from '../support/kept-groups'
import { openPdf } from '../support/pdf'
import { mimikaOfficer, person } from '../support/people'
import type { TestServices } from '../support/services'

const PEOPLE = 60

/** An event of Mimika that has taken place, whose certificates have been issued and wait to be drawn. */
async function certifiedEvent(services: TestServices) {
  const officer = await anOfficerOf(services, '9404')
  const group = await aGroup(services, { name: 'KIM Tuan Rumah' })
  const eventId = await anEvent(services, officer)
  await invite(services, officer, eventId, [group.id])
  services.now += 3 * DAY
  const acting = { actor: officer, requestId: 'uji', eventId }
  for (let at = 1; at <= PEOPLE; at++) {
    const guest = { id: services.newId(), name: `Peserta ${String(at).padStart(3, '0')}`, origin: null }
    await addWalkIn(services, { door: { actor: officer }, requestId: 'uji', eventId, ...guest })
  }
  await moveEvent(services, { ...acting, version: 2, to: 'held' })
  // Whatever else is due goes first, so that the next job is this one.
  while (await runOneJob(services, jobHandlers)) {
    // every job that is due
  }
  expect(await issueAttendance(services, { ...acting, version: 3 })).toBe(PEOPLE)
  return { officer, eventId, job: certificateJob(eventId, 1) }
}

async function namesInFile(services: TestServices, eventId: string): Promise<string[]> {
  const { certificateSha256 } = await eventRow(services, eventId)
  const pdf = await openPdf(await services.storage.read(certificateSha256 ?? ''))
  const pages = Array.from({ length: pdf.numPages }, (_, at) => at + 1)
  return Promise.all(
    pages.map(async (page) => {
      const { items } = await (await pdf.getPage(page)).getTextContent()
      const text = items.map((item) => ('str' in item ? item.str : '')).join(' ')
      return /Peserta \d{3}/.exec(text)?.[0] ?? ''
    }),
  )
}

const everyName = Array.from({ length: PEOPLE }, (_, at) => `Peserta ${String(at + 1).padStart(3, '0')}`)

/** The handler, told of each certificate that is drawn. */
function watched(each: (done: number) => Promise<void>): JobHandlers {
  const render: LongJobHandler = (services, payload, job) =>
    renderAttendance(services, payload, {
      ...job,
      async progress(done, total) {
        await each(done)
        await job.progress(done, total)
      },
    })
  return { ...jobHandlers, 'events.renderCertificates': render }
}

/** Who was told what of certificates, by name, each as often as they were. */
async function told({ store }: TestServices): Promise<string[]> {
  const { notices, accounts } = store.tables
  const rows = await store.read
    .select({ title: notices.title, name: accounts.name })
    .from(notices)
    .innerJoin(accounts, eq(accounts.id, notices.accountId))
    .where(like(notices.title, 'Sertifikat %'))
  return rows.map(({ title, name }) => `${name}: ${title}`).sort()
}

onEachEngine('certificates of runs that overtake each other', (given) => {
  it('are told of once to each who waits for them', async () => {
    const services = given()
    const [rina, paulus] = [
      await anOfficerOf(services, '9404'),
      await person(services, 'Paulus', mimikaOfficer),
    ]
    const title = 'Temu KIM'
    const eventId = await anEvent(services, rina, { title })
    const acting = { requestId: 'uji', eventId }
    const groups = []
    for (const name of ['Agus', 'Bertha', 'Carlos']) {
      const group = await aGroup(services, { name: `KIM ${name}`, chairHasAccount: false })
      const chair = await person(services, name, { role: 'volunteer', groupId: group.id, post: 'ketua' })
      groups.push({ id: group.id, chair })
    }
    await invite(
      services,
      rina,
      eventId,
      groups.map(({ id }) => id),
    )
    for (const { id, chair } of groups) {
      await reply(services, { actor: chair, groupId: id, eventId, names: [chair.name] })
    }
    services.now += 3 * DAY
    const { version } = await eventRow(services, eventId)
    await moveEvent(services, { ...acting, actor: rina, version, to: 'held' })
    const people = await peopleOf(services, eventId)
    const issue = async (actor: Actor) =>
      issueAttendance(services, { ...acting, actor, version: (await eventRow(services, eventId)).version })
    const issueTo = async (actor: Actor, name: string) => {
      const attendeeIds = people.filter((one) => one.name === name).map(({ id }) => id)
      await markPresent(services, { ...acting, door: { actor }, who: { attendeeIds } })
      await issue(actor)
    }
    while (await runOneJob(services, jobHandlers)) {
      // every job that is due, so that the next one is the first run
    }
    await issueTo(rina, 'Agus')
    let begun = false
    await runOneJob(
      services,
      watched(async () => {
        if (begun) return
        begun = true
        await issueTo(paulus, 'Bertha')
        await issueTo(rina, 'Carlos')
      }),
    )
    expect(await told(services)).toEqual([])
    while (await runOneJob(services, jobHandlers)) {
      // the runs that came after it
    }
    const everyone = [
      `Agus: Sertifikat tersedia: ${title}`,
      `Bertha: Sertifikat tersedia: ${title}`,
      `Carlos: Sertifikat tersedia: ${title}`,
      `Paulus: Sertifikat siap dicetak: ${title}`,
      `Rina: Sertifikat siap dicetak: ${title}`,
    ]
    expect(await told(services)).toEqual(everyone)

    // A run that begins when the file is there tells of its own people alone.
    await addWalkIn(services, {
      ...acting,
      door: { actor: paulus },
      id: services.newId(),
      name: 'Yosina',
      origin: null,
    })
    await issue(paulus)
    while (await runOneJob(services, jobHandlers)) {
      // the last run
    }
    expect(await told(services)).toEqual([...everyone, `Paulus: Sertifikat siap dicetak: ${title}`].sort())
  })
})

onEachEngine('certificates of many people', (given) => {
  it('are one for each who was there, and the file tells how far it is', async () => {
    const services = given()
    const { eventId, job } = await certifiedEvent(services)
    const told: number[] = []
    await runOneJob(
      services,
      watched(async () => {
        services.now += SECOND
        told.push((await jobProgress(services.store, job))?.done ?? 0)
      }),
    )
    expect(told).toEqual(Array.from({ length: PEOPLE }, (_, at) => at))
    expect(await jobProgress(services.store, job)).toEqual({ status: 'done', done: PEOPLE, total: PEOPLE })
    expect(await namesInFile(services, eventId)).toEqual(everyName)

    const { eventCertificates } = services.store.tables
    const rows = await services.store.read
      .select()
      .from(eventCertificates)
      .where(eq(eventCertificates.eventId, eventId))
    expect(rows.map(({ serial }) => serial).sort((a, b) => a - b)).toEqual(everyName.map((_, at) => at + 1))
    expect(new Set(rows.map(({ attendeeId }) => attendeeId)).size).toBe(PEOPLE)
    expect(new Set(rows.map(({ code }) => code)).size).toBe(PEOPLE)
  })

  it('lack nobody and hold nobody twice when the work stops halfway and is taken up again', async () => {
    const services = given()
    const { officer, eventId, job } = await certifiedEvent(services)
    let stop: () => void = () => undefined
    const stopped = new Promise<void>((resolve) => {
      stop = resolve
    })
    let wake: () => void = () => undefined
    const asleep = new Promise<void>((resolve) => {
      wake = resolve
    })
    // The first worker falls asleep over the thirtieth certificate and wakes up when all is done.
    const first = runOneJob(
      services,
      watched(async (done) => {
        if (done < PEOPLE / 2) return
        stop()
        await asleep
      }),
    )
    await stopped
    expect(await runOneJob(services, jobHandlers)).toBe(false)
    expect((await eventRow(services, eventId)).certificateSha256).toBeNull()
    services.now += 3 * MINUTE
    while (await runOneJob(services, jobHandlers)) {
      // the second worker, once the lease of the first has run out
    }
    const made = (await eventRow(services, eventId)).certificateSha256
    expect(await namesInFile(services, eventId)).toEqual(everyName)
    wake()
    await first
    expect(await jobProgress(services.store, job)).toEqual({ status: 'done', done: PEOPLE, total: PEOPLE })
    expect((await eventRow(services, eventId)).certificateSha256).toBe(made)
    const { notices } = services.store.tables
    const heard = await services.store.read.select().from(notices).where(eq(notices.accountId, officer.id))
    expect(heard.filter(({ title }) => title.startsWith('Sertifikat siap'))).toHaveLength(1)
  })
})
