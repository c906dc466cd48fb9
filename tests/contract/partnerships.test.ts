import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '~/features/identity/actor'
import { addPartner, editPartner } from '~/features/partners/keep-partner.server'
import { NewPartnerForm } from '~/features/partners/partner-form.schema'
import {
  checkPartnerships,
  rewritePartnershipRollups,
} from '~/features/partnerships/count-partnerships.server'
import { findPartnership } from '~/features/partnerships/find-partnership.server'
import { followPartnershipCalendar } from '~/features/partnerships/follow-calendar.server'
import { partnershipsOfGroup } from '~/features/partnerships/group-partnerships.queries.server'
import { editPartnership, proposePartnership } from '~/features/partnerships/keep-partnership.server'
import { activatePartnership, breakOffPartnership } from '~/features/partnerships/move-partnership.server'
import { partnershipsOver } from '~/features/partnerships/over-activity.queries.server'
import { partnershipScreen } from '~/features/partnerships/partnership.queries.server'
import {
  partnershipCounts,
  partnershipsInForce,
} from '~/features/partnerships/partnership-counts.queries.server'
import { AssessmentForm, EditPartnershipForm } from '~/features/partnerships/partnership-form.schema'
import { partnershipsScreen } from '~/features/partnerships/partnerships.queries.server'
import { partnershipsQuery } from '~/features/partnerships/partnerships-list.schema'
import { publicPartnershipsOf } from '~/features/partnerships/public-partnerships.queries.server'
import { remindOfPartnerships } from '~/features/partnerships/remind-partnerships.server'
import {
  assessPartnership,
  linkActivity,
  unlinkActivity,
} from '~/features/partnerships/under-partnership.server'
import { localDate, startOfDate } from '~/platform/calendar'
import { HOUR } from '~/platform/clock'
import type { JobHandler } from '~/platform/jobs/worker'
import { onEachEngine } from '../support/engines'
import { aGroup } from '../support/groups'
import { outcomes } from '../support/identity'
import { aPartner, aPartnership, aProposal } from '../support/partnerships'
import { person } from '../support/people'
import type { TestServices } from '../support/services'

const officer = (services: TestServices, regencyCode: string) =>
  person(services, `Dinas ${regencyCode}`, {
    role: 'regency_officer',
    provinceCode: regencyCode.slice(0, 2),
    regencyCode,
  })
const province = (services: TestServices, provinceCode: string) =>
  person(services, `Provinsi ${provinceCode}`, { role: 'province_officer', provinceCode })

/** Runs a job as if it were a moment of that day in a zone. */
async function onDay(services: TestServices, day: string, job: JobHandler, zone: 'WIB' | 'WIT' = 'WIT') {
  const clock = () => startOfDate(day, zone) + HOUR
  await job({ ...services, clock }, {})
}

async function stateOf(services: TestServices, id: string) {
  const { partnerships } = services.store.tables
  const [row] = await services.store.read.select().from(partnerships).where(eq(partnerships.id, id))
  if (!row) throw new Error('no such partnership')
  return row
}

async function noticesOf(services: TestServices, { id }: Actor): Promise<string[]> {
  const { notices } = services.store.tables
  const rows = await services.store.read.select().from(notices).where(eq(notices.accountId, id))
  return rows.map(({ title }) => title)
}

function editOf(services: TestServices, version: number, changes: Record<string, unknown> = {}) {
  const { id, counterpart, ...answers } = aProposal(services, `mitra:${services.newId()}`)
  return EditPartnershipForm.parse({ ...answers, version, ...changes })
}

onEachEngine('partnerships', (given) => {
  let mimika: Actor
  let pacitan: Actor
  beforeAll(async () => {
    mimika = await officer(given(), '9404')
    pacitan = await officer(given(), '3501')
  })

  describe('partners', () => {
    test('the same form stores once, another under its id is refused', async () => {
      const services = given()
      const value = NewPartnerForm.parse({
        id: services.newId(),
        name: 'Universitas Timika',
        kindCode: 'perguruan-tinggi',
        placeCode: '9404',
        phone: '0812 3456 7890',
      })
      await addPartner(services, { actor: mimika, value })
      await addPartner(services, { actor: mimika, value })
      await expect(
        addPartner(services, { actor: mimika, value: { ...value, name: 'Kampus lain' } }),
      ).rejects.toMatchObject({ code: 'partner_id_used' })
    })

    test('a name like one that is there is asked about before it is stored', async () => {
      const services = given()
      await aPartner(services, mimika, { name: 'Radio Swara Amungme' })
      const again = { name: 'Radio Suara Amungme', isOther: false }
      await expect(aPartner(services, mimika, again)).rejects.toMatchObject({
        code: 'partner_likely_duplicate',
        choices: [{ label: 'Radio Swara Amungme (Media massa)' }],
      })
      await expect(aPartner(services, mimika, { ...again, isOther: true })).resolves.toBeTypeOf('string')
      await expect(aPartner(services, pacitan, { ...again, placeCode: '3501' })).resolves.toBeTypeOf('string')
    })

    test('another office cannot change it, and of two changes one is refused', async () => {
      const services = given()
      const partnerId = await aPartner(services, mimika)
      const value = {
        ...NewPartnerForm.parse({
          id: partnerId,
          name: 'Nama baru mitra ini',
          kindCode: 'media-massa',
          placeCode: '9404',
          isOther: true,
        }),
        version: 1,
      }
      for (const actor of [pacitan, await province(services, '94')]) {
        await expect(editPartner(services, { actor, partnerId, value })).rejects.toMatchObject({
          status: 404,
        })
      }
      const { done, codes } = await outcomes([
        editPartner(services, { actor: mimika, partnerId, value }),
        editPartner(services, { actor: mimika, partnerId, value }),
      ])
      expect([done.length, codes]).toEqual([1, ['changed_meanwhile']])
    })

    test('contacts do not enter the audit trail', async () => {
      const services = given()
      const id = await aPartner(services, mimika, { phone: '0812 9999 0000', person: 'Ibu Rahasia' })
      const { auditEvents } = services.store.tables
      const events = await services.store.read.select().from(auditEvents).where(eq(auditEvents.subjectId, id))
      expect(events).toHaveLength(1)
      expect(JSON.stringify(events)).not.toMatch(/9999|Rahasia/)
    })
  })

  describe('what an office proposes', () => {
    test('is stored once however often it is sent at the same time', async () => {
      const services = given()
      const value = aProposal(services, `mitra:${await aPartner(services, mimika)}`)
      await Promise.all([1, 2, 3].map(() => proposePartnership(services, { actor: mimika, value })))
      const { partnershipSteps } = services.store.tables
      const steps = await services.store.read
        .select()
        .from(partnershipSteps)
        .where(eq(partnershipSteps.partnershipId, value.id))
      expect(steps.map(({ status }) => status)).toEqual(['proposed'])
      await expect(
        proposePartnership(services, { actor: mimika, value: { ...value, title: 'Perihal lain' } }),
      ).rejects.toMatchObject({ code: 'partnership_id_used' })
    })

    test("does not reach others' partners or groups", async () => {
      const services = given()
      const others = await aPartner(services, pacitan, { placeCode: '3501' })
      const group = await aGroup(services, {}, '3501012001')
      for (const counterpart of [`mitra:${others}`, `kim:${group.id}`]) {
        await expect(
          proposePartnership(services, { actor: mimika, value: aProposal(services, counterpart) }),
        ).rejects.toMatchObject({ code: 'partnership_counterpart' })
      }
    })

    test('is shown to everyone with its group only while it is in force and the office says so', async () => {
      const services = given()
      const group = await aGroup(services, {}, '9404011003')
      const put = async (changes: Record<string, unknown>) => {
        const value = aProposal(services, `kim:${group.id}`, changes)
        await proposePartnership(services, { actor: mimika, value })
        return value.id
      }
      const shown = await put({ title: 'Papan informasi bersama', isPublic: true })
      const hidden = await put({ title: 'Pendampingan tertutup', isPublic: false })
      const titles = async () =>
        (await publicPartnershipsOf(services, group.number)).map(({ title, office }) => [title, office])
      expect(await titles()).toEqual([])
      for (const id of [shown, hidden]) {
        await activatePartnership(services, { actor: mimika, partnershipId: id, version: 1 })
      }
      expect(await titles()).toEqual([['Papan informasi bersama', 'Dinas Kominfo Kabupaten Mimika']])
      const { version } = await stateOf(services, shown)
      await breakOffPartnership(services, {
        actor: mimika,
        partnershipId: shown,
        version,
        reason: 'Selesai dini',
      })
      expect(await titles()).toEqual([])
    })

    test('may be with a partner that the province keeps for all', async () => {
      const services = given()
      const papua = await province(services, '94')
      const shared = await aPartner(services, papua, { placeCode: '94' })
      const value = aProposal(services, `mitra:${shared}`)
      await proposePartnership(services, { actor: mimika, value })
      expect(await stateOf(services, value.id)).toMatchObject({ regencyCode: '9404', districtCode: '' })
    })

    test('is read by its own office and those above, and by nobody beside', async () => {
      const services = given()
      const id = await aPartnership(services, mimika)
      const reading = { db: services.store.read, tables: services.store.tables }
      const papua = await province(services, '94')
      for (const actor of [mimika, papua, await person(services, 'Pusat', { role: 'national_officer' })]) {
        await expect(findPartnership(reading, actor, id)).resolves.toBeTruthy()
      }
      for (const actor of [pacitan, await officer(services, '9401'), await province(services, '35')]) {
        await expect(findPartnership(reading, actor, id)).rejects.toMatchObject({ status: 404 })
      }
      await expect(
        activatePartnership(services, { actor: papua, partnershipId: id, version: 1 }),
      ).rejects.toMatchObject({ status: 404 })
    })
  })

  describe('states', () => {
    test('is seen by its group with its duties, and by the offices that may read it on the page of the group', async () => {
      const services = given()
      const { id: groupId } = await aGroup(services, { name: 'KIM Bermitra' }, '9404022001')
      const other = await aGroup(services, { name: 'KIM Sendiri' }, '9404022001')
      const value = aProposal(services, `kim:${groupId}`, { partnerDuties: 'Menulis dua berita sebulan.' })
      await proposePartnership(services, { actor: mimika, value })
      expect(await partnershipsOfGroup(services, groupId)).toMatchObject([
        {
          id: value.id,
          status: 'proposed',
          office: 'Dinas Kominfo Kabupaten Mimika',
          partnerDuties: 'Menulis dua berita sebulan.',
        },
      ])
      expect(await partnershipsOfGroup(services, other.id)).toEqual([])
      const query = partnershipsQuery.parse({ kim: groupId })
      const seenBy = async (actor: Actor) =>
        (await partnershipsScreen(services, actor, query)).rows.map(({ id }) => id)
      expect(await seenBy(mimika)).toEqual([value.id])
      expect(await seenBy(await province(services, '94'))).toEqual([value.id])
      expect(await seenBy(pacitan)).toEqual([])
    })

    test('of two officers who put it in force one does, and the other is told', async () => {
      const services = given()
      const id = await aPartnership(services, mimika)
      const act = { actor: mimika, partnershipId: id, version: 1 }
      const { done, codes } = await outcomes([
        activatePartnership(services, act),
        breakOffPartnership(services, { ...act, reason: 'Mitra mundur' }),
      ])
      expect(done).toHaveLength(1)
      expect(['changed_meanwhile', 'partnership_moved']).toContain(codes[0])
    })

    test('one that has not begun waits for its day', async () => {
      const services = given()
      const id = await aPartnership(services, mimika, { startsOn: '2026-12-01' })
      await expect(
        activatePartnership(services, { actor: mimika, partnershipId: id, version: 1 }),
      ).rejects.toMatchObject({ code: 'partnership_not_started' })
    })

    test('an old paper goes on to its end at once, step by step', async () => {
      const services = given()
      const id = await aPartnership(services, mimika, { startsOn: '2024-01-01', endsOn: '2025-12-31' })
      await activatePartnership(services, { actor: mimika, partnershipId: id, version: 1 })
      expect(await stateOf(services, id)).toMatchObject({ status: 'ended', version: 3 })
      await expect(
        editPartnership(services, { actor: mimika, partnershipId: id, value: editOf(services, 3) }),
      ).rejects.toMatchObject({ code: 'partnership_over' })
    })

    test('the calendar of the office decides: what is over in Timika still holds in Pacitan', async () => {
      const services = given()
      const east = await aPartnership(services, mimika, { endsOn: '2027-06-30' })
      const west = aProposal(services, `mitra:${await aPartner(services, pacitan, { placeCode: '3501' })}`, {
        endsOn: '2027-06-30',
      })
      await proposePartnership(services, { actor: pacitan, value: west })
      await activatePartnership(services, { actor: mimika, partnershipId: east, version: 1 })
      await activatePartnership(services, { actor: pacitan, partnershipId: west.id, version: 1 })
      await onDay(services, '2027-05-01', followPartnershipCalendar)
      expect((await stateOf(services, east)).status).toBe('ending')
      // Half past midnight in Timika is half past ten on the evening before in Pacitan.
      await onDay(services, '2027-07-01', followPartnershipCalendar)
      expect((await stateOf(services, east)).status).toBe('ended')
      expect((await stateOf(services, west.id)).status).toBe('ending')
      await onDay(services, '2027-07-01', followPartnershipCalendar, 'WIB')
      expect((await stateOf(services, west.id)).status).toBe('ended')
    })

    test('a last day that is put off makes it active again', async () => {
      const services = given()
      const id = await aPartnership(services, mimika, { endsOn: '2026-12-31' })
      await activatePartnership(services, { actor: mimika, partnershipId: id, version: 1 })
      const { status, version } = await stateOf(services, id)
      expect(status).toBe('ending')
      const value = editOf(services, version, { endsOn: '2028-12-31' })
      await editPartnership(services, { actor: mimika, partnershipId: id, value })
      expect((await stateOf(services, id)).status).toBe('active')
      await expect(
        editPartnership(services, { actor: mimika, partnershipId: id, value }),
      ).rejects.toMatchObject({ code: 'changed_meanwhile' })
    })

    test('one that is in force has no first day ahead', async () => {
      const services = given()
      const id = await aPartnership(services, mimika, {})
      await activatePartnership(services, { actor: mimika, partnershipId: id, version: 1 })
      const { status, version } = await stateOf(services, id)
      const value = editOf(services, version, { startsOn: '2028-01-05', endsOn: '2028-12-31' })
      await expect(
        editPartnership(services, { actor: mimika, partnershipId: id, value }),
      ).rejects.toMatchObject({ code: 'partnership_in_force', field: 'startsOn' })
      expect(await stateOf(services, id)).toMatchObject({ status, version })
    })

    test('a term has one next term; one that came to nothing leaves room for another', async () => {
      const services = given()
      const first = await aPartnership(services, mimika, { endsOn: '2026-12-31' })
      const renewals = [1, 2].map(async () => {
        const partner = (await stateOf(services, first)).partnerId
        return aProposal(services, `mitra:${partner}`, { renewedFromId: first, startsOn: '2027-01-01' })
      })
      const [one, other] = await Promise.all(renewals)
      if (!one || !other) throw new Error('no renewals')
      const { codes } = await outcomes([
        proposePartnership(services, { actor: mimika, value: one }),
        proposePartnership(services, { actor: mimika, value: other }),
      ])
      expect(codes).toEqual(['partnership_renewed'])
      const { partnerships } = services.store.tables
      const [made] = await services.store.read
        .select()
        .from(partnerships)
        .where(eq(partnerships.renewedFromId, first))
      await breakOffPartnership(services, {
        actor: mimika,
        partnershipId: made?.id ?? '',
        version: 1,
        reason: 'Salah tanggal',
      })
      const third = { ...one, id: aProposal(services, one.counterpart).id }
      await expect(proposePartnership(services, { actor: mimika, value: third })).resolves.toBeUndefined()
    })
  })

  test('an office is reminded 90 and 30 days before the end, each once, and of the nearer one after a pause', async () => {
    const services = given()
    const nabire = await officer(services, '9401')
    const id = await aPartnership(services, nabire, { endsOn: '2027-03-31' })
    await activatePartnership(services, { actor: nabire, partnershipId: id, version: 1 })
    const heard = async () => (await noticesOf(services, nabire)).length
    await onDay(services, '2026-12-30', remindOfPartnerships)
    expect(await heard()).toBe(0)
    await onDay(services, '2026-12-31', remindOfPartnerships)
    await onDay(services, '2027-01-01', remindOfPartnerships)
    expect(await heard()).toBe(1)
    await Promise.all([1, 2].map(() => onDay(services, '2027-03-01', remindOfPartnerships)))
    expect(await heard()).toBe(2)
    await onDay(services, '2027-03-30', remindOfPartnerships)
    expect(await heard()).toBe(2)

    const late = await aPartnership(services, nabire, { endsOn: '2026-12-05' })
    await activatePartnership(services, { actor: nabire, partnershipId: late, version: 1 })
    await onDay(services, localDate(services.now, 'WIT'), remindOfPartnerships)
    await onDay(services, localDate(services.now, 'WIT'), remindOfPartnerships)
    expect(await heard()).toBe(3)
  })

  test('counts follow every move, in the district of the partner, the regency, the province and the nation', async () => {
    const services = given()
    const paniai = await officer(services, '9403')
    const countsOf = async () => (await partnershipCounts(services, ['9403'])).get('9403')
    const reading = { db: services.store.read, tables: services.store.tables }
    const codes = ['940301', '9403', '94', '00']
    const inForce = async () => {
      const of = await partnershipsInForce(reading, codes)
      return codes.map((code) => [of(code).partnerships, of(code).districts])
    }
    const before = await inForce()
    expect(await countsOf()).toBeUndefined()
    const partner = await aPartner(services, paniai, { placeCode: '940301' })
    const value = aProposal(services, `mitra:${partner}`)
    await proposePartnership(services, { actor: paniai, value })
    expect(await countsOf()).toEqual({ proposed: 1, active: 0, ending: 0 })
    expect(await inForce()).toEqual(before)
    await activatePartnership(services, { actor: paniai, partnershipId: value.id, version: 1 })
    expect(await countsOf()).toEqual({ proposed: 0, active: 1, ending: 0 })
    expect(await inForce()).toEqual(before.map((numbers) => numbers.map((one = 0) => one + 1)))
    await breakOffPartnership(services, {
      actor: paniai,
      partnershipId: value.id,
      version: 2,
      reason: 'Mitra tutup',
    })
    expect(await countsOf()).toEqual({ proposed: 0, active: 0, ending: 0 })
    expect(await checkPartnerships(services)).toEqual([])
  })

  test('a wrong count is found, and counted anew', async () => {
    const services = given()
    await aPartnership(services, mimika)
    await services.store.transact(async ({ db, tables: { partnershipRollups } }) => {
      await db.update(partnershipRollups).set({ active: 99 }).where(eq(partnershipRollups.regionCode, '9404'))
    })
    expect((await checkPartnerships(services)).map(({ regionCode }) => regionCode)).toEqual(['9404'])
    await rewritePartnershipRollups(services)
    expect(await checkPartnerships(services)).toEqual([])
  })

  describe('under a partnership', () => {
    test('an assessment has one latest version a year, and nobody overwrites another', async () => {
      const services = given()
      const id = await aPartnership(services, mimika)
      await activatePartnership(services, { actor: mimika, partnershipId: id, version: 1 })
      const value = AssessmentForm.parse({
        intent: 'assess',
        year: 2026,
        seen: 0,
        officeKept: 'full',
        partnerKept: 'partly',
        officeSays: 'Siaran berjalan dua kali sebulan.',
        outlook: 'continue',
      })
      const act = { actor: mimika, partnershipId: id }
      await assessPartnership(services, { ...act, value })
      await assessPartnership(services, { ...act, value })
      await expect(
        assessPartnership(services, { ...act, value: { ...value, officeSays: 'Lain lagi.' } }),
      ).rejects.toMatchObject({ code: 'changed_meanwhile' })
      await assessPartnership(services, { ...act, value: { ...value, seen: 1, officeSays: 'Lebih tepat.' } })
      await expect(
        assessPartnership(services, { ...act, value: { ...value, year: 2027 } }),
      ).rejects.toMatchObject({ code: 'assessment_year' })
      const { partnershipAssessments } = services.store.tables
      const rows = await services.store.read
        .select()
        .from(partnershipAssessments)
        .where(eq(partnershipAssessments.partnershipId, id))
      expect(rows.map(({ version }) => version).sort()).toEqual([1, 2])
    })

    test('in January the year that just ended is assessed, or an earlier one, each with what was said of it', async () => {
      const services = given()
      const partnershipId = await aPartnership(services, mimika, { startsOn: '2025-03-01' })
      await activatePartnership(services, { actor: mimika, partnershipId, version: 1 })
      const january = { ...services, clock: () => startOfDate('2027-01-10', 'WIT') }
      const screen = (tahun?: number) =>
        partnershipScreen(january, mimika, { partnershipId, cari: '', tahun })
      expect(await screen()).toMatchObject({ year: 2027, years: [2027, 2026, 2025] })
      expect(await screen(2019)).toMatchObject({ year: 2027 })
      const { year } = await screen(2026)
      const value = AssessmentForm.parse({
        intent: 'assess',
        year,
        seen: 0,
        officeKept: 'full',
        partnerKept: 'full',
        officeSays: 'Berjalan sepanjang tahun.',
        outlook: 'continue',
      })
      await assessPartnership(january, { actor: mimika, partnershipId, value })
      expect((await screen(2026)).assessments).toMatchObject([{ year: 2026, version: 1 }])
      await assessPartnership(january, { actor: mimika, partnershipId, value: { ...value, year: 2025 } })
      expect((await screen()).assessments.map((one) => one.year)).toEqual([2026, 2025])
    })

    test('only activities of its own region are linked, once, and can be taken out again', async () => {
      const services = given()
      const { makeWorld } = await import('../support/world')
      const world = await makeWorld(services)
      const id = await aPartnership(services, mimika)
      const act = { actor: mimika, partnershipId: id, activityId: world.inside.activityId }
      await Promise.all([linkActivity(services, act), linkActivity(services, act)])
      await expect(
        linkActivity(services, { ...act, activityId: world.outside.activityId }),
      ).rejects.toMatchObject({ code: 'partnership_activity' })
      const { partnershipActivities } = services.store.tables
      const many = async () =>
        (
          await services.store.read
            .select()
            .from(partnershipActivities)
            .where(eq(partnershipActivities.partnershipId, id))
        ).length
      expect(await many()).toBe(1)
      const over = (actor: Actor) => partnershipsOver(services, actor, act.activityId)
      expect((await over(mimika)).map((one) => one.id)).toEqual([id])
      expect(await over(pacitan)).toEqual([])
      await unlinkActivity(services, act)
      await unlinkActivity(services, act)
      expect(await many()).toBe(0)
    })
  })
})
