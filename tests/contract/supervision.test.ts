import { and, desc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { closeGroup } from '~/features/groups/close-group.server'
import { endSuspensions } from '~/features/groups/end-suspensions.server'
import { inviteChair } from '~/features/groups/invite-chair.server'
import { reactivateGroup } from '~/features/groups/reactivate-group.server'
import { reissueCertificate } from '~/features/groups/reissue-certificate.server'
import { setNationalNumber } from '~/features/groups/set-national-number.server'
import { suspendGroup } from '~/features/groups/suspend-group.server'
import { startOfDate } from '~/platform/calendar'
import { HOUR } from '~/platform/clock'
import { onEachEngine } from '../support/engines'
import { aGroup, countsOf, groupRow } from '../support/kept-groups'
import { mimikaOfficer, person } from '../support/people'
import type { TestServices } from '../support/services'

const requestId = 'uji'

async function lastAudit({ store }: TestServices, groupId: string) {
  const { auditEvents } = store.tables
  const [event] = await store.read
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.subjectKind, 'group'), eq(auditEvents.subjectId, groupId)))
    .orderBy(desc(auditEvents.seq))
    .limit(1)
  return event
}

async function noticesOf({ store }: TestServices, accountId: string) {
  const { notices } = store.tables
  return store.read.select().from(notices).where(eq(notices.accountId, accountId))
}

onEachEngine('looking after groups', (given) => {
  const suspension = { reason: 'Pengurus tidak aktif', until: '2026-12-01' }

  test('each change of status is counted at once, told to the chair and written to the trail', async () => {
    const services = given()
    const officer = await person(services, 'Petugas', mimikaOfficer)
    const group = await aGroup(services)
    const before = await countsOf(services, '9404')
    const act = (version: number) => ({ actor: officer, requestId, groupId: group.id, version })

    await suspendGroup(services, { ...act(1), ...suspension })
    expect(await countsOf(services, '9404')).toMatchObject({
      registered: before.registered - 1,
      suspended: before.suspended + 1,
    })
    expect(await groupRow(services, group.id)).toMatchObject({
      status: 'suspended',
      suspendedUntil: '2026-12-01',
      statusReason: 'Pengurus tidak aktif',
    })
    expect(await lastAudit(services, group.id)).toMatchObject({
      action: 'group.suspended',
      actorId: officer.id,
      actorRole: 'regency_officer',
      regencyCode: '9404',
    })

    await reactivateGroup(services, act(2))
    expect(await countsOf(services, '9404')).toEqual(before)
    expect(await groupRow(services, group.id)).toMatchObject({ status: 'registered', suspendedUntil: null })

    await closeGroup(services, { ...act(3), reason: 'Bubar' })
    expect(await countsOf(services, '9404')).toMatchObject({
      registered: before.registered - 1,
      suspended: before.suspended,
      closed: before.closed + 1,
    })
    expect((await noticesOf(services, group.chair.id)).map((notice) => notice.title)).toEqual([
      'KIM Contoh dibekukan sementara',
      'Pembekuan KIM Contoh dicabut',
      'KIM Contoh ditutup',
    ])
  })

  test('a closed group stays closed and takes no change', async () => {
    const services = given()
    const officer = await person(services, 'Petugas', mimikaOfficer)
    const { id } = await aGroup(services)
    const act = { actor: officer, requestId, groupId: id, version: 1 }
    await closeGroup(services, { ...act, reason: 'Bubar' })
    const later = { ...act, version: 2 }
    for (const attempt of [
      () => reactivateGroup(services, later),
      () => suspendGroup(services, { ...later, ...suspension }),
      () => closeGroup(services, { ...later, reason: 'Lagi' }),
      () => setNationalNumber(services, { ...later, nationalNumber: '1' }),
      () => reissueCertificate(services, { ...later, name: 'KIM Lain', reason: 'Salah tulis' }),
      () => inviteChair(services, { ...later, contact: 'ketua@contoh.id' }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'group_closed', status: 409 })
    }
    expect(await groupRow(services, id)).toMatchObject({ status: 'closed', version: 2 })
  })

  test('who was overtaken is told, and nothing is overwritten', async () => {
    const services = given()
    const officer = await person(services, 'Petugas', mimikaOfficer)
    const { id } = await aGroup(services)
    const act = { actor: officer, requestId, groupId: id, version: 1 }
    const outcomes = await Promise.allSettled([
      suspendGroup(services, { ...act, ...suspension }),
      closeGroup(services, { ...act, reason: 'Bubar' }),
      setNationalNumber(services, { ...act, nationalNumber: '940401100301' }),
      reissueCertificate(services, { ...act, name: 'KIM Baru', reason: 'Salah tulis' }),
    ])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ status: 409 })
    }
    expect((await groupRow(services, id)).version).toBe(2)
  })

  test('an officer of another regency, a province officer and the chair find nothing to supervise', async () => {
    const services = given()
    const { id, chair } = await aGroup(services)
    const outsiders = [
      await person(services, 'Petugas Nabire', {
        role: 'regency_officer',
        provinceCode: '94',
        regencyCode: '9401',
      }),
      await person(services, 'Petugas provinsi', { role: 'province_officer', provinceCode: '94' }),
      chair,
    ]
    for (const actor of outsiders) {
      const act = { actor, requestId, groupId: id, version: 1 }
      for (const attempt of [
        () => suspendGroup(services, { ...act, ...suspension }),
        () => reactivateGroup(services, act),
        () => closeGroup(services, { ...act, reason: 'Bubar' }),
        () => setNationalNumber(services, { ...act, nationalNumber: null }),
        () => reissueCertificate(services, { ...act, name: 'KIM', reason: 'x' }),
        () => inviteChair(services, { ...act, contact: 'a@contoh.id' }),
      ]) {
        await expect(attempt()).rejects.toMatchObject({ code: 'not_found', status: 404 })
      }
    }
    expect(await groupRow(services, id)).toMatchObject({ status: 'registered', version: 1 })
  })

  test('a suspension needs a day after today and within reason', async () => {
    const services = given()
    const officer = await person(services, 'Petugas', mimikaOfficer)
    const { id } = await aGroup(services)
    for (const until of ['2026-11-22', '1875-01-01', '9999-12-31']) {
      await expect(
        suspendGroup(services, { actor: officer, requestId, groupId: id, version: 1, reason: 'x', until }),
      ).rejects.toMatchObject({ code: 'date_out_of_reach', field: 'until', status: 422 })
    }
  })

  test('a reissued certificate is the next version with the corrected name, and the former is superseded', async () => {
    const services = given()
    const officer = await person(services, 'Petugas', mimikaOfficer)
    const { id } = await aGroup(services)
    await reissueCertificate(services, {
      actor: officer,
      requestId,
      groupId: id,
      version: 1,
      name: 'KIM Kaugapu Maju',
      reason: 'Salah tulis',
    })
    const { certificates } = services.store.tables
    const versions = await services.store.read
      .select()
      .from(certificates)
      .where(eq(certificates.groupId, id))
      .orderBy(certificates.version)
    expect(
      versions.map(({ version, facts, supersededAt }) => [version, facts.groupName, supersededAt]),
    ).toEqual([
      [1, 'KIM Contoh', services.now],
      [2, 'KIM Kaugapu Maju', null],
    ])
    expect(await groupRow(services, id)).toMatchObject({ nameKey: 'kim kaugapu maju' })
  })

  describe('the end of a suspension', () => {
    test('comes by itself on its day in the zone of the place, once, and as the deed of the portal', async () => {
      const services = given()
      const officer = await person(services, 'Petugas', mimikaOfficer)
      const pacitan = await person(services, 'Petugas Pacitan', {
        role: 'regency_officer',
        provinceCode: '35',
        regencyCode: '3501',
      })
      const east = await aGroup(services)
      const west = await aGroup(services, { villageCode: '3501012001' })
      const until = '2026-12-01'
      for (const [group, actor] of [
        [east, officer],
        [west, pacitan],
      ] as const) {
        await suspendGroup(services, { actor, requestId, groupId: group.id, version: 1, reason: 'x', until })
      }
      const start = services.now
      const statuses = async () => [
        (await groupRow(services, east.id)).status,
        (await groupRow(services, west.id)).status,
      ]
      services.now = startOfDate(until, 'WIT') - 1
      await endSuspensions(services, {})
      expect(await statuses()).toEqual(['suspended', 'suspended'])

      services.now = startOfDate(until, 'WIT')
      await endSuspensions(services, {})
      expect(await statuses()).toEqual(['registered', 'suspended'])
      expect(await lastAudit(services, east.id)).toMatchObject({
        action: 'group.suspension_ended',
        actorId: null,
        actorRole: 'system',
      })

      services.now = startOfDate(until, 'WIB') - HOUR
      await endSuspensions(services, {})
      expect(await statuses()).toEqual(['registered', 'suspended'])
      services.now = startOfDate(until, 'WIB')
      const counted = await countsOf(services, '3501')
      await Promise.all([endSuspensions(services, {}), endSuspensions(services, {})])
      expect(await statuses()).toEqual(['registered', 'registered'])
      expect(await countsOf(services, '3501')).toMatchObject({
        registered: counted.registered + 1,
        suspended: counted.suspended - 1,
      })
      services.now = start
    })

    test('is only delayed by days of downtime', async () => {
      const services = given()
      const officer = await person(services, 'Petugas', mimikaOfficer)
      const { id } = await aGroup(services)
      const start = services.now
      await suspendGroup(services, {
        actor: officer,
        requestId,
        groupId: id,
        version: 1,
        reason: 'x',
        until: '2026-12-01',
      })
      services.now = startOfDate('2026-12-09', 'WIT')
      await endSuspensions(services, {})
      expect(await groupRow(services, id)).toMatchObject({ status: 'registered', suspendedUntil: null })
      services.now = start
    })
  })
})
