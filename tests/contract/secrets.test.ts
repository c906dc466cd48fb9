import { and, eq, isNull } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { firstAdminAddress, makeFirstAdmin } from '~/features/identity/first-admin.server'
import { issueResetCode } from '~/features/identity/issue-reset-code.server'
import { requestResetLink } from '~/features/identity/request-reset-link.server'
import { findCodeCandidates } from '~/features/identity/reset-codes.queries.server'
import { findResetLink, resetByCode, resetByLink } from '~/features/identity/reset-password.server'
import { DAY, HOUR } from '~/platform/clock'
import { onEachEngine } from '../support/engines'
import {
  actorOf,
  applyFrom,
  browser,
  freshAddress,
  freshPhone,
  linkIn,
  newcomer,
  outcomes,
} from '../support/identity'
import { mimikaOfficer, person } from '../support/people'
import type { TestServices } from '../support/services'

const IN_MIMIKA = '9404011003'
const IN_PACITAN = '3501012001'
const pacitanOfficer = { role: 'regency_officer', provinceCode: '35', regencyCode: '3501' } as const

async function letterTo(services: TestServices, email: string): Promise<string> {
  await requestResetLink(services, { contact: email, clientAddress: freshAddress() })
  const token = await linkIn(services, email, 'atur-ulang')
  if (!token) throw new Error('no letter was queued')
  return token
}

onEachEngine('reset by letter', (given) => {
  test('of many who use one link at once, one sets the password', async () => {
    const services = given()
    const email = `${services.newId()}@contoh.id`
    const someone = await newcomer(services, 'Lupa', email)
    const token = await letterTo(services, email)
    const { done, codes } = await outcomes(
      Array.from({ length: 8 }, (_, at) =>
        resetByLink(services, { token, password: `danau sentani ${at} biru`, browser, requestId: 'uji' }),
      ),
    )
    expect(done).toHaveLength(1)
    expect(codes).toEqual(Array(7).fill('reset_link_spent'))
    expect(await actorOf(services, someone.token)).toBeNull()
    expect((await actorOf(services, done[0] ?? ''))?.id).toBe(someone.id)
  })

  test('a link is void after one hour, and when a newer one was asked for', async () => {
    const services = given()
    const email = `${services.newId()}@contoh.id`
    await newcomer(services, 'Terlambat', email)
    const older = await letterTo(services, email)
    services.now += 1000
    const newer = await letterTo(services, email)
    expect(newer).not.toBe(older)
    expect(await findResetLink(services, older)).toBeNull()
    expect(await findResetLink(services, newer)).toEqual({ name: 'Terlambat' })
    services.now += HOUR
    expect(await findResetLink(services, newer)).toBeNull()
    const late = resetByLink(services, {
      token: newer,
      password: 'danau sentani biru',
      browser,
      requestId: 'uji',
    })
    await expect(late).rejects.toMatchObject({ code: 'reset_link_spent' })
    services.now -= HOUR + 1000
  })

  test('asking for an unknown person or for one without e-mail sends nothing and says nothing', async () => {
    const services = given()
    const { messages, oneTimeSecrets } = services.store.tables
    const someone = await newcomer(services, 'Tanpa Surat')
    const before = (await services.store.read.select().from(messages)).length
    for (const contact of [someone.contact, freshPhone(), 'tidak@ada.id', 'apa saja']) {
      await expect(
        requestResetLink(services, { contact, clientAddress: freshAddress() }),
      ).resolves.toBeUndefined()
    }
    expect((await services.store.read.select().from(messages)).length).toBe(before)
    const secrets = await services.store.read
      .select()
      .from(oneTimeSecrets)
      .where(eq(oneTimeSecrets.accountId, someone.id))
    expect(secrets).toEqual([])
  })
})

onEachEngine('reset by the office’s code', (given) => {
  const use = (services: TestServices, contact: string, code: string, clientAddress = freshAddress()) =>
    resetByCode(services, {
      contact,
      code,
      password: 'danau sentani biru',
      clientAddress,
      browser,
      requestId: 'uji',
    })

  test('an office helps the people of its own regency, and no others exist for it', async () => {
    const services = given()
    const officer = await person(services, 'Petugas Mimika', mimikaOfficer)
    const stranger = await person(services, 'Petugas Pacitan', pacitanOfficer)
    const unknown = await newcomer(services, 'Marselina Tanpa Kelompok')
    const someone = await newcomer(services, 'Marselina Contoh')
    await applyFrom(services, someone.id, IN_MIMIKA)
    const names = async (words: string) =>
      (await findCodeCandidates(services, officer, words)).map((found) => found.name)
    expect(await names('marselina')).toEqual(['Marselina Contoh'])
    expect(await names(someone.contact)).toEqual(['Marselina Contoh'])
    expect(await names(unknown.contact)).toEqual([])
    expect(await names('%%%')).toEqual([])
    expect(await findCodeCandidates(services, stranger, 'marselina')).toEqual([])
    const issue = (by: typeof officer, accountId: string) =>
      issueResetCode(services, by, { accountId, requestId: 'uji' })
    await expect(issue(stranger, someone.id)).rejects.toMatchObject({ status: 404 })
    await expect(issue(officer, unknown.id)).rejects.toMatchObject({ status: 404 })
    await expect(issue(officer, someone.id)).resolves.toMatchObject({ name: 'Marselina Contoh' })
  })

  test('nobody takes an office over with a code, not even when the office came after the code', async () => {
    const services = given()
    const officer = await person(services, 'Petugas Mimika', mimikaOfficer)
    const colleague = await newcomer(services, 'Rekan Kantor')
    await applyFrom(services, colleague.id, IN_MIMIKA)
    const { code } = await issueResetCode(services, officer, { accountId: colleague.id, requestId: 'uji' })
    await services.store.transact(async ({ db, tables }) => {
      await db.insert(tables.grants).values({
        id: services.newId(),
        accountId: colleague.id,
        ...mimikaOfficer,
        grantedAt: services.now,
      })
    })
    await expect(use(services, colleague.contact, code)).rejects.toMatchObject({ code: 'reset_code_wrong' })
    expect(await findCodeCandidates(services, officer, 'rekan kantor')).toEqual([])
    const again = issueResetCode(services, officer, { accountId: colleague.id, requestId: 'uji' })
    await expect(again).rejects.toMatchObject({ status: 404 })
  })

  test('a code works once, for its own account, for a day, and only the latest', async () => {
    const services = given()
    const officer = await person(services, 'Petugas Pacitan', pacitanOfficer)
    const someone = await newcomer(services, 'Warga')
    const other = await newcomer(services, 'Warga Lain')
    for (const { id } of [someone, other]) await applyFrom(services, id, IN_PACITAN)
    const issue = () => issueResetCode(services, officer, { accountId: someone.id, requestId: 'uji' })
    const first = await issue()
    const second = await issue()
    expect(second.code).toMatch(/^\d{8}$/)
    await expect(use(services, someone.contact, first.code)).rejects.toMatchObject({
      code: 'reset_code_wrong',
    })
    await expect(use(services, other.contact, second.code)).rejects.toMatchObject({
      code: 'reset_code_wrong',
    })
    const { done, codes } = await outcomes(
      Array.from({ length: 5 }, () => use(services, someone.contact, second.code)),
    )
    expect(done).toHaveLength(1)
    expect(codes).toEqual(Array(4).fill('reset_code_wrong'))
    const third = await issue()
    services.now += DAY
    await expect(use(services, someone.contact, third.code)).rejects.toMatchObject({
      code: 'reset_code_wrong',
    })
    services.now -= DAY
  })

  test('guessing codes stops after ten tries, and the table holds neither code nor its bare hash', async () => {
    const services = given()
    const officer = await person(services, 'Petugas Mimika', mimikaOfficer)
    const someone = await newcomer(services, 'Ditebak')
    await applyFrom(services, someone.id, IN_MIMIKA)
    const { code } = await issueResetCode(services, officer, { accountId: someone.id, requestId: 'uji' })
    const secrets = await services.store.read.select().from(services.store.tables.oneTimeSecrets)
    expect(JSON.stringify(secrets)).not.toContain(code)
    const guesser = freshAddress()
    const { codes } = await outcomes(
      Array.from({ length: 14 }, (_, at) =>
        use(services, someone.contact, String(at).padStart(8, '0'), guesser),
      ),
    )
    expect(codes.filter((reason) => reason === 'too_many_attempts')).toHaveLength(4)
    await expect(use(services, someone.contact, code, guesser)).rejects.toMatchObject({ status: 429 })
    await expect(use(services, someone.contact, code)).resolves.toBeTypeOf('string')
  })

  test('each code is on the trail with the officer and without the person’s contact', async () => {
    const services = given()
    const officer = await person(services, 'Petugas Mimika', mimikaOfficer)
    const someone = await newcomer(services, 'Tercatat')
    await applyFrom(services, someone.id, IN_MIMIKA)
    const { code } = await issueResetCode(services, officer, { accountId: someone.id, requestId: 'uji' })
    const { auditEvents } = services.store.tables
    const [event] = await services.store.read
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.action, 'resetCode.issued'), eq(auditEvents.subjectId, someone.id)))
    expect(event).toMatchObject({ actorId: officer.id, actorRole: 'regency_officer', regencyCode: '9404' })
    expect(JSON.stringify(event)).not.toContain(code)
    expect(JSON.stringify(event)).not.toContain(someone.contact.slice(1))
  })
})

onEachEngine('the first administrator', (given) => {
  const make = (services: TestServices, token: string) =>
    makeFirstAdmin(services, {
      token,
      id: services.newId(),
      name: 'Administrator',
      contact: freshPhone(),
      password: 'rahasia paling dalam',
      browser,
      requestId: 'uji',
    })

  test('is made once: a volunteer who came first is no hindrance, a newer address voids the older, of many at once one succeeds', async () => {
    const services = given()
    await newcomer(services, 'Relawan Lebih Dahulu')
    const tokenOf = (address: string | null) => address?.split('/awal/')[1] ?? ''
    const older = tokenOf(await firstAdminAddress(services))
    const newer = tokenOf(await firstAdminAddress(services))
    await expect(make(services, older)).rejects.toMatchObject({ status: 404 })
    const { done, codes } = await outcomes(Array.from({ length: 8 }, () => make(services, newer)))
    expect(done).toHaveLength(1)
    expect(codes).toEqual(Array(7).fill('not_found'))
    expect((await actorOf(services, done[0] ?? ''))?.grants.map(({ role }) => role)).toEqual(['admin'])
    expect(await firstAdminAddress(services)).toBeNull()
    await expect(make(services, newer)).rejects.toMatchObject({ status: 404 })
    const { grants } = services.store.tables
    const admins = await services.store.read
      .select()
      .from(grants)
      .where(and(eq(grants.role, 'admin'), isNull(grants.revokedAt)))
    expect(admins).toHaveLength(1)
  })
})
