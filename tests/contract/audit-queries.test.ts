import { expect, test } from 'vitest'
import { AUDIT_PAGE, auditScreen } from '~/features/audit/audit.queries.server'
import { recordAudit } from '~/features/audit/record-audit.server'
import type { Actor } from '~/features/identity/actor'
import { DAY } from '~/platform/clock'
import { onEachEngine } from '../support/engines'
import { mimikaOfficer, person } from '../support/people'
import type { TestServices } from '../support/services'

const mimika = { provinceCode: '94', regencyCode: '9404' }
const nabire = { provinceCode: '94', regencyCode: '9401' }
const pacitan = { provinceCode: '35', regencyCode: '3501' }

/** Appends one event and answers its subject's id. */
async function happened(
  services: TestServices,
  region: { provinceCode: string; regencyCode: string } | undefined,
  more: { action?: string; actor?: Actor; at?: number; delta?: Record<string, [unknown, unknown]> } = {},
) {
  const id = services.newId()
  await services.store.transact((tx) =>
    recordAudit(tx, {
      id: services.newId(),
      at: more.at ?? services.now,
      actor: more.actor ? { id: more.actor.id, role: 'regency_officer' } : null,
      action: more.action ?? 'group.suspended',
      subject: { kind: 'group', id },
      region,
      delta: more.delta,
    }),
  )
  return id
}

onEachEngine('the audit trail on screen', (given) => {
  test('shows to each office the events of its own region and no other', async () => {
    const services = given()
    const [inMimika, inNabire, inPacitan, nowhere] = [
      await happened(services, mimika),
      await happened(services, nabire),
      await happened(services, pacitan),
      await happened(services, undefined),
    ]
    const seenBy = async (actor: Actor, filter = {}) => {
      const { rows } = await auditScreen(services, actor, filter)
      return rows.map((row) => row.subjectId)
    }
    const officer = await person(services, 'Yosina', mimikaOfficer)
    const province = await person(services, 'Paulus', { role: 'province_officer', provinceCode: '94' })
    const nation = await person(services, 'Sari', { role: 'national_officer' })
    const volunteer = await person(services, 'Markus', { role: 'volunteer' })
    const registrar = await person(services, 'Dewi', { role: 'registrar' })

    expect(await seenBy(officer)).toEqual([inMimika])
    expect(await seenBy(province)).toEqual([inNabire, inMimika])
    expect(await seenBy(nation)).toEqual([nowhere, inPacitan, inNabire, inMimika])
    expect(await seenBy(volunteer)).toEqual([])
    expect(await seenBy(registrar)).toEqual([])
    // A filter narrows and never widens.
    expect(await seenBy(officer, { regionCode: '3501' })).toEqual([])
    expect(await seenBy(officer, { subject: `group:${inPacitan}` })).toEqual([])
    expect(await seenBy(province, { regionCode: '9401' })).toEqual([inNabire])
  })

  test('an officer of two regencies sees both, each event once, newest first', async () => {
    const services = given()
    const officer = await person(
      services,
      'Rina',
      { role: 'regency_officer', provinceCode: '94', regencyCode: '9404' },
      { role: 'regency_officer', provinceCode: '94', regencyCode: '9401' },
      { role: 'province_officer', provinceCode: '94' },
    )
    const { rows } = await auditScreen(services, officer, {})
    const seqs = rows.map((row) => row.seq)
    expect(new Set(seqs).size).toBe(seqs.length)
    expect(seqs).toEqual(seqs.toSorted((a, b) => b - a))
    expect(rows.length).toBe(2)
  })

  test('filters by action, by the name of who did it and by days', async () => {
    const services = given()
    const nation = await person(services, 'Pusat', { role: 'national_officer' })
    const yosina = await person(services, 'Yósina Kogoya', mimikaOfficer)
    const late = services.now + 100 * DAY
    const one = await happened(services, mimika, { action: 'group.closed', actor: yosina, at: late })
    const two = await happened(services, mimika, {
      action: 'group.reactivated',
      actor: yosina,
      at: late + DAY,
    })
    const found = async (filter: Parameters<typeof auditScreen>[2]) =>
      (await auditScreen(services, nation, filter)).rows.map((row) => row.subjectId)

    expect(await found({ action: 'group.closed' })).toEqual([one])
    expect(await found({ actor: 'yosina kogoya' })).toEqual([two, one])
    expect(await found({ actor: yosina.id })).toEqual([two, one])
    expect(await found({ actor: 'nobody of that name' })).toEqual([])
    expect(await found({ actor: '%' })).toEqual([])
    // 22 November 2026 and a hundred days is 2 March 2027 in Jakarta.
    expect(await found({ from: '2027-03-02' })).toEqual([two, one])
    expect(await found({ from: '2027-03-02', until: '2027-03-02' })).toEqual([one])
    expect(await found({ from: '2027-03-03', until: '2027-03-03' })).toEqual([two])
    expect(await found({ from: '2030-01-01' })).toEqual([])
    expect(await found({ until: '1999-01-01' })).toEqual([])
  })

  test('pages follow each other without a gap or a repetition while events are added', async () => {
    const services = given()
    const nation = await person(services, 'Pusat', { role: 'national_officer' })
    const wanted: string[] = []
    for (let n = 0; n < AUDIT_PAGE * 2 + 5; n++) {
      wanted.push(await happened(services, pacitan, { action: 'page.test' }))
    }
    const seen: string[] = []
    for (let before: number | undefined, page = 0; page < 10; page++) {
      const { rows, older } = await auditScreen(services, nation, { action: 'page.test', before })
      seen.push(...rows.map((row) => row.subjectId))
      await happened(services, pacitan, { action: 'page.test' })
      if (older === null) break
      before = older
    }
    expect(seen).toEqual(wanted.toReversed())
  })

  test('puts names in the place of account ids', async () => {
    const services = given()
    const nation = await person(services, 'Pusat', { role: 'national_officer' })
    const colleague = await person(services, 'Rekan Baru', mimikaOfficer)
    const subject = await happened(services, mimika, {
      actor: nation,
      delta: { assignedTo: [null, colleague.id] },
    })
    const { rows } = await auditScreen(services, nation, { subject: `group:${subject}` })
    expect(rows[0]).toMatchObject({
      actorName: 'Pusat',
      place: 'Mimika',
      zone: 'WIT',
      changes: [{ field: 'assignedTo', before: null, after: 'Rekan Baru' }],
    })
  })
})
