import { and, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { editEventScreen, newEventScreen } from '~/features/events/event-form.queries.server'
import { eventScreen } from '~/features/events/event-screen.queries.server'
import { cancelEvent, moveEvent } from '~/features/events/move-event.server'
import { editEvent } from '~/features/events/plan-event.server'
import type { Actor } from '~/features/identity/actor'
import { activatePartnership, breakOffPartnership } from '~/features/partnerships/move-partnership.server'
import { partnershipScreen } from '~/features/partnerships/partnership.queries.server'
import { DAY, HOUR } from '~/platform/clock'
import { anOfficerOf } from '../support/activities'
import { onEachEngine } from '../support/engines'
import { anEvent, aPlan, eventRow, invite } from '../support/events'
import { aGroup } from '../support/kept-groups'
import { aPartnership } from '../support/partnerships'
import { person } from '../support/people'
import type { TestServices } from '../support/services'

/** A partnership of the actor's office in force from January 2026 to the end of 2027. */
async function inForce(services: TestServices, actor: Actor, title: string): Promise<string> {
  const partnershipId = await aPartnership(services, actor, { title })
  await activatePartnership(services, { actor, partnershipId, version: 1 })
  return partnershipId
}

const eventsOf = async (services: TestServices, actor: Actor, partnershipId: string) =>
  (await partnershipScreen(services, actor, { partnershipId, cari: '' })).events.map(({ id }) => id)

onEachEngine('an event under a partnership', (given) => {
  it('is shown on both pages to the office and those above, and leaves the partnership when it is cancelled', async () => {
    const services = given()
    const officer = await anOfficerOf(services, '9404')
    const partnershipId = await inForce(services, officer, 'Kelas cek fakta bersama')
    const eventId = await anEvent(services, officer, { partnershipId })
    const province = await person(services, 'Dorkas', { role: 'province_officer', provinceCode: '94' })
    for (const reader of [officer, province]) {
      expect((await eventScreen(services, reader, eventId)).partnership).toBe('Kelas cek fakta bersama')
      expect(await eventsOf(services, reader, partnershipId)).toEqual([eventId])
    }
    const { auditEvents } = services.store.tables
    const [planned] = await services.store.read
      .select({ delta: auditEvents.delta })
      .from(auditEvents)
      .where(and(eq(auditEvents.subjectId, eventId), eq(auditEvents.action, 'event.planned')))
    expect(JSON.parse(planned?.delta ?? '')).toMatchObject({ partnership: [null, 'Kelas cek fakta bersama'] })
    const cancelling = { actor: officer, requestId: 'uji', eventId, version: 1, reason: 'Hujan' }
    await cancelEvent(services, cancelling)
    expect(await eventsOf(services, officer, partnershipId)).toEqual([])
  })

  it('is told in the history of the partnership once it has taken place', async () => {
    const services = given()
    const officer = await anOfficerOf(services, '9404')
    const partnershipId = await inForce(services, officer, 'Magang bersama')
    const group = await aGroup(services, { name: 'KIM Magang' })
    const title = 'Bimtek magang'
    const startsAt = services.now - HOUR
    const eventId = await anEvent(services, officer, { title, startsAt, partnershipId })
    await anEvent(services, officer, { title: 'Belum terlaksana', partnershipId })
    await invite(services, officer, eventId, [group.id])
    const told = async () => {
      const screen = await partnershipScreen(services, officer, { partnershipId, cari: '' })
      return screen.timeline.flatMap(({ title }) => (title.startsWith('Acara') ? [title] : []))
    }
    expect(await told()).toEqual([])
    await moveEvent(services, { actor: officer, requestId: 'uji', eventId, version: 2, to: 'held' })
    expect(await told()).toEqual(['Acara: Bimtek magang'])
  })

  it("is refused with the reason and not stored: under another office's, a proposal, or on another day", async () => {
    const services = given()
    const officer = await anOfficerOf(services, '9404')
    const pacitan = await anOfficerOf(services, '3501')
    const province = await person(services, 'Dorkas', { role: 'province_officer', provinceCode: '94' })
    const others = await aPartnership(services, pacitan, { title: 'Milik Pacitan' })
    const ofProvince = await inForce(services, province, 'Milik provinsi')
    const proposed = await aPartnership(services, officer, { title: 'Baru usulan' })
    const own = await inForce(services, officer, 'Milik sendiri')
    const late = Date.UTC(2028, 0, 10, 1)
    const term = { startsAt: late, endsAt: late + HOUR, replyUntil: late - DAY }
    const refusals = [
      [{ partnershipId: others }, 'partnership_elsewhere'],
      [{ partnershipId: ofProvince }, 'partnership_elsewhere'],
      [{ partnershipId: services.newId() }, 'partnership_elsewhere'],
      [{ partnershipId: proposed }, 'partnership_not_in_force'],
      [{ partnershipId: own, ...term }, 'partnership_other_time'],
    ] as const
    const title = 'Tidak boleh tersimpan'
    for (const [changes, code] of refusals) {
      await expect(anEvent(services, officer, { ...changes, title })).rejects.toMatchObject({
        code,
        status: 422,
        field: 'partnershipId',
      })
    }
    const { events } = services.store.tables
    expect(await services.store.read.select().from(events).where(eq(events.title, title))).toEqual([])
  })

  it('is moved to a day on which the partnership holds, or without it', async () => {
    const services = given()
    const officer = await anOfficerOf(services, '9404')
    const partnershipId = await inForce(services, officer, 'Siaran bersama')
    const eventId = await anEvent(services, officer, { partnershipId })
    const late = Date.UTC(2028, 0, 10, 1)
    const plan = aPlan(services, {
      startsAt: late,
      endsAt: late + HOUR,
      replyUntil: late - DAY,
      partnershipId,
    })
    const change = { actor: officer, requestId: 'uji', eventId, version: 1 }
    await expect(editEvent(services, { ...change, plan })).rejects.toMatchObject({
      code: 'partnership_other_time',
    })
    expect((await eventRow(services, eventId)).version).toBe(1)
    await editEvent(services, { ...change, plan: { ...plan, partnershipId: null } })
    expect((await eventRow(services, eventId)).partnershipId).toBeNull()
    expect(await eventsOf(services, officer, partnershipId)).toEqual([])
  })

  it('is offered the partnerships in force of the own office, and keeps showing one that was broken off', async () => {
    const services = given()
    const officer = await anOfficerOf(services, '9401')
    const province = await person(services, 'Dorkas', { role: 'province_officer', provinceCode: '94' })
    await inForce(services, province, 'Milik provinsi juga')
    await aPartnership(services, officer, { title: 'Usulan Nabire' })
    const chosen = await inForce(services, officer, 'Berlaku di Nabire')
    const asked = await newEventScreen(services, officer, chosen)
    expect(asked.partnerships.map(({ title }) => title)).toEqual(['Berlaku di Nabire'])
    expect(asked.answers).toMatchObject({ partnershipId: chosen, officeCode: '9401' })
    expect((await newEventScreen(services, officer, services.newId())).answers.partnershipId).toBeUndefined()

    const eventId = await anEvent(services, officer, { partnershipId: chosen }, '9401')
    await breakOffPartnership(services, {
      actor: officer,
      partnershipId: chosen,
      version: 2,
      reason: 'Mitra mundur',
    })
    expect((await newEventScreen(services, officer, chosen)).partnerships).toEqual([])
    const edited = await editEventScreen(services, officer, eventId)
    expect(edited.partnerships.map(({ id }) => id)).toEqual([chosen])
    expect(edited.answers.partnershipId).toBe(chosen)
  })
})
