import { and, eq, isNull } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { acceptWithAccount, acceptWithNewAccount } from '~/features/identity/accept-invitation.server'
import type { Actor } from '~/features/identity/actor'
import { createInvitation } from '~/features/identity/create-invitation.server'
import { endGrant } from '~/features/identity/end-grant.server'
import { giveOffice } from '~/features/identity/give-office.server'
import { inviteOfficer } from '~/features/identity/invite-officer.server'
import type { OfficeRole } from '~/features/identity/office.policy'
import { provinceOfficersScreen } from '~/features/identity/officers.queries.server'
import { revokeInvitation } from '~/features/identity/revoke-invitation.server'
import { setAccountStatus } from '~/features/identity/set-account-status.server'
import { provinceChoices } from '~/features/regions/office-places.queries.server'
import { DAY } from '~/platform/clock'
import { onEachEngine } from '../support/engines'
import { actorOf, browser, freshAddress, freshPhone, newcomer, outcomes, PASSWORD } from '../support/identity'
import { person } from '../support/people'
import type { TestServices } from '../support/services'

const papuaTengah = { role: 'province_officer', provinceCode: '94' } as const
const jawaTimur = { role: 'province_officer', provinceCode: '35' } as const

async function invite(services: TestServices, by: Actor, role: OfficeRole, place?: string): Promise<string> {
  const { link } = await inviteOfficer(services, by, {
    id: services.newId(),
    name: 'Yang Diundang',
    contact: undefined,
    role,
    place,
    requestId: 'uji',
  })
  return link.split('/undangan/')[1] ?? ''
}

async function acceptAnew(services: TestServices, token: string): Promise<string> {
  const { session } = await acceptWithNewAccount(services, {
    token,
    id: services.newId(),
    name: 'Yang Menerima',
    contact: freshPhone(),
    password: PASSWORD,
    clientAddress: freshAddress(),
    browser,
    requestId: 'uji',
  })
  return session
}

async function openGrant({ store }: TestServices, accountId: string): Promise<string> {
  const { grants } = store.tables
  const [grant] = await store.read
    .select({ id: grants.id })
    .from(grants)
    .where(and(eq(grants.accountId, accountId), isNull(grants.revokedAt)))
  return grant?.id ?? ''
}

onEachEngine('invitations to an office', (given) => {
  test('a province invites to each of its own regencies and to none of another', async () => {
    const services = given()
    const officer = await person(services, 'Papua Tengah', papuaTengah)
    const provinces = await provinceChoices({ db: services.store.read, tables: services.store.tables })
    const all = provinces.flatMap(({ code, regencies }) =>
      regencies.map((regency) => ({ province: code, regency: regency.code })),
    )
    expect(all.length).toBe(46)
    for (const { province, regency } of all) {
      const { done, codes } = await outcomes([invite(services, officer, 'regency_officer', regency)])
      expect(done.length, regency).toBe(province === '94' ? 1 : 0)
      if (province !== '94') expect(codes).toEqual(['not_found'])
    }
    for (const role of ['province_officer', 'national_officer', 'registrar', 'admin'] as const) {
      await expect(
        invite(services, officer, role, role === 'province_officer' ? '94' : undefined),
      ).rejects.toMatchObject({ status: 404 })
    }
    const { open } = await provinceOfficersScreen(services, await person(services, 'Jatim', jawaTimur))
    expect(open).toEqual([])
  })

  test('a place that does not exist or is of the wrong level is refused at its field', async () => {
    const services = given()
    const admin = await person(services, 'Admin', { role: 'admin' })
    for (const [role, place] of [
      ['regency_officer', '94'],
      ['regency_officer', undefined],
      ['regency_officer', '9499'],
      ['province_officer', '9404'],
      ['admin', '94'],
      ['registrar', '0000'],
    ] as const) {
      await expect(invite(services, admin, role, place)).rejects.toMatchObject({
        code: 'place_wrong',
        field: 'place',
      })
    }
  })

  test('of many who accept at once, one gets the office and nobody else gets an account', async () => {
    const services = given()
    const officer = await person(services, 'Papua Tengah', papuaTengah)
    const token = await invite(services, officer, 'regency_officer', '9404')
    const { accounts } = services.store.tables
    const before = (await services.store.read.select({ id: accounts.id }).from(accounts)).length
    const { done, codes } = await outcomes(Array.from({ length: 8 }, () => acceptAnew(services, token)))
    expect(done).toHaveLength(1)
    expect(codes).toEqual(Array(7).fill('invitation_spent'))
    const after = (await services.store.read.select({ id: accounts.id }).from(accounts)).length
    expect(after).toBe(before + 1)
    expect((await actorOf(services, done[0] ?? ''))?.grants).toMatchObject([
      { role: 'regency_officer', provinceCode: '94', regencyCode: '9404' },
    ])
  })

  test('an account that is there already gets the office once, also when invited twice', async () => {
    const services = given()
    const officer = await person(services, 'Papua Tengah', papuaTengah)
    const someone = await newcomer(services, 'Sudah Ada')
    for (const _ of [1, 2]) {
      const actor = await actorOf(services, someone.token)
      if (!actor) throw new Error('not signed in')
      const token = await invite(services, officer, 'regency_officer', '9404')
      await acceptWithAccount(services, actor, { token, requestId: 'uji' })
    }
    expect((await actorOf(services, someone.token))?.grants).toHaveLength(1)
  })

  test('nobody accepts their own invitation', async () => {
    const services = given()
    const officer = await person(services, 'Papua Tengah', papuaTengah)
    const token = await invite(services, officer, 'regency_officer', '9404')
    const attempt = acceptWithAccount(services, officer, { token, requestId: 'uji' })
    await expect(attempt).rejects.toMatchObject({ code: 'own_invitation' })
    await expect(acceptAnew(services, token)).resolves.toBeTypeOf('string')
  })

  test('an invitation ends after fourteen days, when taken back, and with its maker’s office', async () => {
    const services = given()
    const admin = await person(services, 'Admin', { role: 'admin' })
    const officer = await person(services, 'Papua Tengah', papuaTengah)
    const outsider = await person(services, 'Jatim', jawaTimur)
    const old = await invite(services, officer, 'regency_officer', '9404')
    services.now += 14 * DAY
    await expect(acceptAnew(services, old)).rejects.toMatchObject({ code: 'invitation_spent' })
    services.now -= 14 * DAY

    const taken = await invite(services, officer, 'regency_officer', '9404')
    const { invitations } = services.store.tables
    const [latest] = await services.store.read
      .select()
      .from(invitations)
      .where(and(eq(invitations.invitedBy, officer.id), isNull(invitations.revokedAt)))
      .orderBy(invitations.id)
      .then((rows) => rows.slice(-1))
    const revoke = (by: Actor) =>
      revokeInvitation(services, by, { invitationId: latest?.id ?? '', requestId: 'uji' })
    await expect(revoke(outsider)).rejects.toMatchObject({ status: 404 })
    await revoke(officer)
    await expect(acceptAnew(services, taken)).rejects.toMatchObject({ code: 'invitation_spent' })
    await expect(revoke(officer)).rejects.toMatchObject({ code: 'invitation_spent' })

    const orphan = await invite(services, officer, 'regency_officer', '9404')
    await endGrant(services, admin, { grantId: await openGrant(services, officer.id), requestId: 'uji' })
    await expect(acceptAnew(services, orphan)).rejects.toMatchObject({ code: 'invitation_spent' })
  })

  test('no table and no audit event holds the token of a link', async () => {
    const services = given()
    const officer = await person(services, 'Papua Tengah', papuaTengah)
    const token = await invite(services, officer, 'regency_officer', '9404')
    const { invitations, auditEvents } = services.store.tables
    const rows = [
      await services.store.read.select().from(invitations),
      await services.store.read.select().from(auditEvents),
    ]
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  test('an invitation of a volunteer gives the post in the group, by which the group is theirs', async () => {
    const services = given()
    const officer = await person(services, 'Petugas', {
      role: 'regency_officer',
      provinceCode: '94',
      regencyCode: '9404',
    })
    const { token } = await services.store.transact((tx) =>
      createInvitation(
        tx,
        { name: 'Anggota Baru', role: 'volunteer', invitedBy: officer.id, post: 'anggota' },
        { now: services.now, newId: services.newId },
      ),
    )
    const session = await acceptAnew(services, token)
    expect((await actorOf(services, session))?.grants).toMatchObject([{ role: 'volunteer', post: 'anggota' }])
  })
})

onEachEngine('ending offices', (given) => {
  test('a province ends the offices of its own regencies and no others', async () => {
    const services = given()
    const officer = await person(services, 'Papua Tengah', papuaTengah)
    const mine = await person(services, 'Mimika', {
      role: 'regency_officer',
      provinceCode: '94',
      regencyCode: '9404',
    })
    const theirs = await person(services, 'Pacitan', {
      role: 'regency_officer',
      provinceCode: '35',
      regencyCode: '3501',
    })
    const peer = await person(services, 'Sejawat', papuaTengah)
    const end = async (who: Actor) =>
      endGrant(services, officer, { grantId: await openGrant(services, who.id), requestId: 'uji' })
    await expect(end(theirs)).rejects.toMatchObject({ status: 404 })
    await expect(end(peer)).rejects.toMatchObject({ status: 404 })
    await end(mine)
    const { officers } = await provinceOfficersScreen(services, officer)
    expect(officers.map(({ accountId }) => accountId)).not.toContain(mine.id)
    await expect(
      endGrant(services, officer, { grantId: services.newId(), requestId: 'uji' }),
    ).rejects.toMatchObject({
      status: 404,
    })
  })

  test('when all administrators end each other at once, one is left', async () => {
    const services = given()
    const admins = await Promise.all(
      Array.from({ length: 4 }, (_, at) => person(services, `Admin ${at}`, { role: 'admin' })),
    )
    const ids = await Promise.all(admins.map(({ id }) => openGrant(services, id)))
    const [first] = admins
    if (!first) throw new Error('no administrator')
    const { done, codes } = await outcomes(
      ids.map((grantId, at) =>
        endGrant(services, admins[(at + 1) % 4] ?? first, { grantId, requestId: 'uji' }),
      ),
    )
    expect(done).toHaveLength(3)
    expect(codes).toEqual(['last_admin'])
  })

  test('the last administrator is not disabled either, and nobody disables themselves', async () => {
    const services = given()
    const { grants } = services.store.tables
    const [last] = await services.store.read
      .select({ id: grants.accountId })
      .from(grants)
      .where(and(eq(grants.role, 'admin'), isNull(grants.revokedAt)))
    const ghost = await person(services, 'Bukan Siapa-siapa')
    const disable = (by: Actor, accountId: string) =>
      setAccountStatus(services, by, { accountId, status: 'disabled', version: 1, requestId: 'uji' })
    await expect(disable(ghost, last?.id ?? '')).rejects.toMatchObject({ code: 'last_admin' })
    await expect(disable(ghost, ghost.id)).rejects.toMatchObject({ code: 'own_account' })
  })

  test('an office is given once, and only with the place that its role asks for', async () => {
    const services = given()
    const admin = await person(services, 'Admin', { role: 'admin' })
    const someone = await newcomer(services, 'Calon')
    const give = (role: OfficeRole, place?: string) =>
      giveOffice(services, admin, { accountId: someone.id, role, place, requestId: 'uji' })
    await expect(give('province_officer')).rejects.toMatchObject({ code: 'place_wrong' })
    await give('province_officer', '94')
    await expect(give('province_officer', '94')).rejects.toMatchObject({ code: 'office_held' })
    await give('province_officer', '35')
    expect((await actorOf(services, someone.token))?.grants).toHaveLength(2)
  })
})
