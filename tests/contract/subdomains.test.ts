import { parse } from 'csv-parse/sync'
import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { GroupId } from '~/features/groups/groups.schema'
import { registerGroup } from '~/features/groups/register-group.server'
import { registrarDashboard } from '~/features/home/registrar-dashboard.queries.server'
import type { Actor } from '~/features/identity/actor'
import { activateSubdomains, refuseAtRegistrar } from '~/features/subdomains/activate-subdomains.server'
import { officeSubdomainsScreen, registrarScreen } from '~/features/subdomains/decisions.queries.server'
import { endorseSubdomain, refuseAtOffice } from '~/features/subdomains/endorse-subdomain.server'
import { exportNames } from '~/features/subdomains/export.server'
import { checkAvailability, groupSubdomainScreen } from '~/features/subdomains/group-subdomain.queries.server'
import { giveUpSubdomain, withdrawSubdomain } from '~/features/subdomains/let-go.server'
import { requestSubdomain } from '~/features/subdomains/request-subdomain.server'
import type { SubdomainStatus } from '~/features/subdomains/subdomains.state'
import { DAY } from '~/platform/clock'
import { onEachEngine } from '../support/engines'
import { setStatus } from '../support/groups'
import { mimikaOfficer, person } from '../support/people'
import type { TestServices } from '../support/services'
import { codesOf } from '../support/world'

interface Team {
  groupId: GroupId
  chair: Actor
}

/** A registered group in Kabupaten Mimika (or elsewhere) with a chair who has an account. */
async function team(services: TestServices, villageCode = '9404011003'): Promise<Team> {
  const { store, newId, now, config } = services
  const group = await store.transact((tx) =>
    registerGroup(
      tx,
      {
        ...codesOf(villageCode),
        name: `KIM ${newId().slice(-6)}`,
        scope: 'village',
        contact: {
          channels: {},
          publicChannels: [],
          publicChairName: false,
          publicAddress: false,
          publicLocation: false,
        },
        source: 'online',
        members: [{ name: 'Ketua Contoh', post: 'ketua' }],
        decree: null,
      },
      { now, today: '2026-11-22', newId, publicUrl: config.publicUrl },
    ),
  )
  const groupId = group.id as GroupId
  return { groupId, chair: await person(services, 'Ketua', { role: 'volunteer', groupId, post: 'ketua' }) }
}

let counter = 0
const freshLabel = () => `uji-${++counter}-${process.pid}`

async function request(services: TestServices, { groupId, chair }: Team, label: string): Promise<string> {
  const id = services.newId()
  await requestSubdomain(services, { actor: chair, groupId, id, label })
  return id
}

async function stored(services: TestServices, id: string) {
  const { subdomainRequests } = services.store.tables
  const [row] = await services.store.read.select().from(subdomainRequests).where(eq(subdomainRequests.id, id))
  if (!row) throw new Error('no such request')
  return row
}

async function labelRow(services: TestServices, label: string) {
  const { subdomainLabels } = services.store.tables
  const [row] = await services.store.read
    .select()
    .from(subdomainLabels)
    .where(eq(subdomainLabels.label, label))
  return row
}

const registrarGrant = { role: 'registrar' } as const

/** Takes a request up to the stage. */
async function upTo(services: TestServices, id: string, status: 'endorsed' | 'active'): Promise<void> {
  const officer = await person(services, 'Petugas', mimikaOfficer)
  await endorseSubdomain(services, { actor: officer, subdomainId: id, version: 1 })
  if (status === 'endorsed') return
  const registrar = await person(services, 'Registrar', registrarGrant)
  await activateSubdomains(services, { actor: registrar, chosen: [{ requestId: id, version: 2 }] })
}

onEachEngine('kim.id names', (given) => {
  test('of 50 groups that ask for one name in the same moment exactly one holds it, and all others are told kindly', async () => {
    const services = given()
    const teams: Team[] = []
    for (let at = 0; at < 50; at++) teams.push(await team(services, at % 2 ? '9404011003' : '9404011001'))
    const label = freshLabel()
    const results = await Promise.allSettled(teams.map((one) => request(services, one, label)))
    const losers = results.filter((result) => result.status === 'rejected')
    expect(losers).toHaveLength(49)
    for (const { reason } of losers)
      expect(reason).toMatchObject({ code: 'label_taken', status: 409, field: 'label' })
    const { subdomainRequests } = services.store.tables
    const holders = await services.store.read
      .select()
      .from(subdomainRequests)
      .where(eq(subdomainRequests.label, label))
    expect(holders).toHaveLength(1)
    expect((await labelRow(services, label))?.requestId).toBe(holders[0]?.id)
    const loser = teams.find((one) => one.groupId !== holders[0]?.groupId)
    if (!loser) throw new Error('everyone won')
    const screen = await groupSubdomainScreen(services, loser.chair, loser.groupId, label)
    expect(screen.checked).toMatchObject({ available: false, message: expect.stringContaining('lebih dulu') })
    expect(screen.suggestions.length).toBeGreaterThan(0)
  })

  test('the same form sent twice at once asks once', async () => {
    const services = given()
    const one = await team(services)
    const [id, label] = [services.newId(), freshLabel()]
    const send = () => requestSubdomain(services, { actor: one.chair, groupId: one.groupId, id, label })
    await Promise.all([send(), send(), send()])
    const { auditEvents } = services.store.tables
    const events = await services.store.read.select().from(auditEvents).where(eq(auditEvents.subjectId, id))
    expect(events).toHaveLength(1)
  })

  test('a group has one open request, also when chair and secretary ask at once', async () => {
    const services = given()
    const one = await team(services)
    const secretary = await person(services, 'Sekretaris', {
      role: 'volunteer',
      groupId: one.groupId,
      post: 'sekretaris',
    })
    const results = await Promise.allSettled([
      request(services, one, freshLabel()),
      request(services, { ...one, chair: secretary }, freshLabel()),
    ])
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = results.find((result) => result.status === 'rejected')
    expect(refused?.reason).toMatchObject({ code: 'request_open' })
  })

  test('from request through endorsement to activation, everyone concerned is told and each step is in the audit trail', async () => {
    const services = given()
    const one = await team(services)
    const officer = await person(services, 'Petugas', mimikaOfficer)
    const registrar = await person(services, 'Registrar', registrarGrant)
    const label = freshLabel()
    const id = await request(services, one, label)
    await endorseSubdomain(services, { actor: officer, subdomainId: id, version: 1 })
    await activateSubdomains(services, { actor: registrar, chosen: [{ requestId: id, version: 2 }] })
    expect(await stored(services, id)).toMatchObject({
      status: 'active',
      openFor: null,
      activeFor: one.groupId,
    })
    expect(await labelRow(services, label)).toMatchObject({ state: 'active', until: null })
    const { notices, auditEvents } = services.store.tables
    const titlesOf = async (actor: Actor) =>
      (await services.store.read.select().from(notices).where(eq(notices.accountId, actor.id)))
        .map((notice) => notice.title)
        .filter((title) => title.includes(label))
    expect(await titlesOf(officer)).toHaveLength(1)
    expect(await titlesOf(registrar)).toHaveLength(1)
    expect((await titlesOf(one.chair)).sort()).toEqual([
      `${label}.kim.id didukung Dinas Kominfo`,
      `${label}.kim.id sudah aktif`,
    ])
    const events = await services.store.read.select().from(auditEvents).where(eq(auditEvents.subjectId, id))
    expect(events.map((event) => event.action).sort()).toEqual([
      'subdomain.active',
      'subdomain.endorsed',
      'subdomain.requested',
    ])
  })

  test('a name refused by the office or by the registrar is free at once, and the reason reaches the group', async () => {
    const services = given()
    const [one, other] = [await team(services), await team(services)]
    const officer = await person(services, 'Petugas', mimikaOfficer)
    const registrar = await person(services, 'Registrar', registrarGrant)
    const label = freshLabel()
    const first = await request(services, one, label)
    await refuseAtOffice(services, {
      actor: officer,
      subdomainId: first,
      version: 1,
      reason: 'Nama dusun saja.',
    })
    expect(await labelRow(services, label)).toBeUndefined()
    const screen = await groupSubdomainScreen(services, one.chair, one.groupId, '')
    expect(screen.past[0]).toMatchObject({ status: 'refused', reason: 'Nama dusun saja.' })
    const second = await request(services, other, label)
    await endorseSubdomain(services, { actor: officer, subdomainId: second, version: 1 })
    await refuseAtRegistrar(services, {
      actor: registrar,
      chosen: [{ requestId: second, version: 2 }],
      reason: 'Mirip nama instansi.',
    })
    await request(services, one, label)
    expect((await labelRow(services, label))?.state).toBe('held')
  })

  test('a withdrawn name is free; an active one cannot be withdrawn', async () => {
    const services = given()
    const [one, other] = [await team(services), await team(services)]
    const label = freshLabel()
    const id = await request(services, one, label)
    await withdrawSubdomain(services, { actor: one.chair, groupId: one.groupId, subdomainId: id, version: 1 })
    const taken = await request(services, other, label)
    await upTo(services, taken, 'active')
    const late = withdrawSubdomain(services, {
      actor: other.chair,
      groupId: other.groupId,
      subdomainId: taken,
      version: 3,
    })
    await expect(late).rejects.toMatchObject({ code: 'decided_already' })
  })

  test('a name that was given up stays a year for its group alone, then anyone may have it', async () => {
    const services = given()
    const [one, other] = [await team(services), await team(services)]
    const label = freshLabel()
    const id = await request(services, one, label)
    await upTo(services, id, 'active')
    await giveUpSubdomain(services, { actor: one.chair, groupId: one.groupId, subdomainId: id, version: 3 })
    await expect(request(services, other, label)).rejects.toMatchObject({ code: 'label_taken' })
    expect(await checkAvailability(services, other.chair, label, other.groupId)).toMatchObject({
      available: false,
    })
    expect(await checkAvailability(services, one.chair, label, one.groupId)).toMatchObject({
      available: true,
    })
    const started = services.now
    services.now = started + 364 * DAY
    await expect(request(services, other, label)).rejects.toMatchObject({ code: 'label_taken' })
    services.now = started + 365 * DAY
    await request(services, other, label)
    services.now = started
  })

  test('a group that asks for its reserved name back and withdraws keeps the rest of the year', async () => {
    const services = given()
    const [one, other] = [await team(services), await team(services)]
    const label = freshLabel()
    const id = await request(services, one, label)
    await upTo(services, id, 'active')
    const activated = async () => (await registrarDashboard(services)).months.bars.at(-1)?.words
    const before = await activated()
    await giveUpSubdomain(services, { actor: one.chair, groupId: one.groupId, subdomainId: id, version: 3 })
    expect(await activated()).toBe(before)
    const until = (await labelRow(services, label))?.until
    const again = await request(services, one, label)
    await withdrawSubdomain(services, {
      actor: one.chair,
      groupId: one.groupId,
      subdomainId: again,
      version: 1,
    })
    expect(await labelRow(services, label)).toMatchObject({ state: 'reserved', until })
    await expect(request(services, other, label)).rejects.toMatchObject({ code: 'label_taken' })
  })

  test('while a new name is decided the old one stays active; then it is reserved', async () => {
    const services = given()
    const one = await team(services)
    const [old, fresh] = [freshLabel(), freshLabel()]
    const first = await request(services, one, old)
    await upTo(services, first, 'active')
    const second = await request(services, one, fresh)
    expect((await stored(services, first)).status).toBe('active')
    await upTo(services, second, 'active')
    expect(await stored(services, first)).toMatchObject({ status: 'released', activeFor: null })
    expect(await labelRow(services, old)).toMatchObject({
      state: 'reserved',
      until: services.now + 365 * DAY,
    })
    expect((await stored(services, second)).status).toBe('active')
  })

  test('when two decide at once the second is told and nothing is overwritten', async () => {
    const services = given()
    const one = await team(services)
    const [a, b] = [await person(services, 'A', mimikaOfficer), await person(services, 'B', mimikaOfficer)]
    const id = await request(services, one, freshLabel())
    const results = await Promise.allSettled([
      endorseSubdomain(services, { actor: a, subdomainId: id, version: 1 }),
      refuseAtOffice(services, { actor: b, subdomainId: id, version: 1, reason: 'Terlalu umum.' }),
    ])
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    const loser = results.find((result) => result.status === 'rejected')
    expect(loser?.reason).toMatchObject({ status: 409 })
    expect((await stored(services, id)).version).toBe(2)
  })

  test('several are activated together or not at all', async () => {
    const services = given()
    const [one, other] = [await team(services), await team(services)]
    const registrar = await person(services, 'Registrar', registrarGrant)
    const ids = [
      await request(services, one, freshLabel()),
      await request(services, other, freshLabel()),
    ] as const
    for (const id of ids) await upTo(services, id, 'endorsed')
    const stale = activateSubdomains(services, {
      actor: registrar,
      chosen: [
        { requestId: ids[0], version: 2 },
        { requestId: ids[1], version: 1 },
      ],
    })
    await expect(stale).rejects.toMatchObject({ code: 'changed_meanwhile' })
    expect((await stored(services, ids[0])).status).toBe('endorsed')
    const chosen = ids.map((requestId) => ({ requestId, version: 2 }))
    expect(await activateSubdomains(services, { actor: registrar, chosen })).toHaveLength(2)
  })

  test('an officer of another regency, a stranger and a plain member cannot act; who asked does not decide', async () => {
    const services = given()
    const one = await team(services)
    const id = await request(services, one, freshLabel())
    const pacitan = await person(services, 'Pacitan', {
      role: 'regency_officer',
      provinceCode: '35',
      regencyCode: '3501',
    })
    const act = { subdomainId: id, version: 1 }
    await expect(endorseSubdomain(services, { actor: pacitan, ...act })).rejects.toMatchObject({
      status: 404,
    })
    const province = await person(services, 'Provinsi', { role: 'province_officer', provinceCode: '94' })
    await expect(endorseSubdomain(services, { actor: province, ...act })).rejects.toMatchObject({
      status: 404,
    })
    const stranger = await team(services)
    await expect(
      withdrawSubdomain(services, { actor: stranger.chair, groupId: stranger.groupId, ...act }),
    ).rejects.toMatchObject({ status: 404 })
    await expect(groupSubdomainScreen(services, stranger.chair, one.groupId, '')).rejects.toMatchObject({
      status: 404,
    })
    const member = await person(services, 'Anggota', {
      role: 'volunteer',
      groupId: one.groupId,
      post: 'anggota',
    })
    await expect(
      withdrawSubdomain(services, { actor: member, groupId: one.groupId, ...act }),
    ).rejects.toMatchObject({ code: 'not_chair' })
    const both = {
      ...one.chair,
      grants: [...one.chair.grants, { ...mimikaOfficer, groupId: null, post: null }],
    }
    await expect(endorseSubdomain(services, { actor: both, ...act })).rejects.toMatchObject({
      code: 'own_request',
    })
    const registrar = await person(services, 'Registrar', registrarGrant)
    await expect(
      activateSubdomains(services, { actor: registrar, chosen: [{ requestId: id, version: 1 }] }),
    ).rejects.toMatchObject({ code: 'not_endorsed' })
  })

  test('lists show the region’s own requests and nobody else’s', async () => {
    const services = given()
    const label = freshLabel()
    await request(services, await team(services, '3501012001'), label)
    const filter = { status: 'requested' as SubdomainStatus, q: label, provinceCode: '', page: 1 }
    const mimika = await person(services, 'Mimika', mimikaOfficer)
    expect((await officeSubdomainsScreen(services, mimika, filter)).rows).toEqual([])
    const eastJava = await person(services, 'Jatim', { role: 'province_officer', provinceCode: '35' })
    const seen = await officeSubdomainsScreen(services, eastJava, filter)
    expect(seen.rows.map((row) => row.label)).toEqual([label])
    expect(seen.mayDecide).toBe(false)
    const registrar = await person(services, 'Registrar', registrarGrant)
    expect((await registrarScreen(services, registrar, filter)).rows).toHaveLength(1)
    expect((await registrarScreen(services, registrar, { ...filter, provinceCode: '94' })).rows).toEqual([])
  })

  test('a suspended group asks for nothing and gets nothing activated, and the registrar sees why', async () => {
    const services = given()
    const one = await team(services)
    const id = await request(services, one, freshLabel())
    await upTo(services, id, 'endorsed')
    await setStatus(services, one.groupId, 'suspended')
    const registrar = await person(services, 'Registrar', registrarGrant)
    await expect(
      activateSubdomains(services, { actor: registrar, chosen: [{ requestId: id, version: 2 }] }),
    ).rejects.toMatchObject({ code: 'group_not_registered' })
    const { label } = await stored(services, id)
    const filter = { status: 'endorsed' as SubdomainStatus, q: label, provinceCode: '', page: 1 }
    const [row] = (await registrarScreen(services, registrar, filter)).rows
    expect(row?.group.status).toBe('suspended')
    await withdrawSubdomain(services, { actor: one.chair, groupId: one.groupId, subdomainId: id, version: 2 })
    await expect(request(services, one, freshLabel())).rejects.toMatchObject({ code: 'group_not_registered' })
  })

  test('reserved words and names of provinces and regencies are kept back; districts’ names are not', async () => {
    const services = given()
    const one = await team(services)
    for (const label of ['www', 'ns3', 'mimika', 'kab-pacitan', 'papua-tengah']) {
      await expect(request(services, one, label)).rejects.toMatchObject({
        code: 'label_kept_back',
        field: 'label',
      })
    }
    expect(await checkAvailability(services, one.chair, 'Mimika-Baru.kim.id', one.groupId)).toEqual({
      label: 'mimika-baru',
      available: true,
      message: expect.stringContaining('mimika-baru.kim.id'),
    })
  })

  test('the export holds what is endorsed and in good standing, as a table and as a zone, and is in the audit trail', async () => {
    const services = given()
    const [ready, waiting] = [freshLabel(), freshLabel()]
    const id = await request(services, await team(services), ready)
    await upTo(services, id, 'endorsed')
    await request(services, await team(services), waiting)
    const registrar = await person(services, 'Registrar', registrarGrant)
    const csv = await exportNames(services, registrar, 'csv')
    const rows = parse(csv.body, { delimiter: ';', bom: true, columns: true }) as Record<string, string>[]
    const row = rows.find((one) => one.nama === ready)
    expect(row).toMatchObject({ alamat: `${ready}.kim.id`, kabupaten_kota: 'Mimika', diminta: '2026-11-22' })
    expect(rows.some((one) => one.nama === waiting)).toBe(false)
    const zone = await exportNames(services, registrar, 'zone')
    const records = zone.body.split('\n').filter((line) => line.includes(' IN CNAME '))
    expect(records.map((line) => line.split(/\s+/)[0]).sort()).toEqual(rows.map((one) => one.nama).sort())
    const { auditEvents } = services.store.tables
    const events = await services.store.read
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.action, 'subdomain.exported'), eq(auditEvents.actorId, registrar.id)))
    expect(events.map((event) => event.subjectId).sort()).toEqual(['csv', 'zone'])
  })
})
