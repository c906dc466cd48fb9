import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { countAttempt, forgiveAttempt, sweepAttempts } from '~/features/identity/attempts.server'
import { changeContact, changePassword } from '~/features/identity/change-profile.server'
import { endGrant } from '~/features/identity/end-grant.server'
import { endOtherSessions, endOwnSession } from '~/features/identity/end-session.server'
import { ownSessions } from '~/features/identity/sessions.queries.server'
import { setAccountStatus } from '~/features/identity/set-account-status.server'
import { signIn } from '~/features/identity/sign-in.server'
import { signUp } from '~/features/identity/sign-up.server'
import { DAY, MINUTE } from '~/platform/clock'
import { onEachEngine } from '../support/engines'
import { actorOf, browser, freshAddress, freshPhone, newcomer, outcomes, PASSWORD } from '../support/identity'
import { person } from '../support/people'
import type { TestServices } from '../support/services'

function tryPassword(
  services: TestServices,
  contact: string,
  password: string,
  { clientAddress = freshAddress(), sessionId = null as string | null } = {},
) {
  const form = new FormData()
  form.set('contact', contact)
  form.set('password', password)
  return signIn(services, {
    form,
    url: 'http://localhost/masuk',
    clientAddress,
    browser: { userAgent: null, sessionId },
  })
}

onEachEngine('accounts', (given) => {
  test('of many who sign up with one number at once, one gets it', async () => {
    const services = given()
    const contact = freshPhone()
    const { done, codes } = await outcomes(
      Array.from({ length: 12 }, (_, at) =>
        signUp(services, {
          id: services.newId(),
          name: `Orang ${at}`,
          contact,
          password: PASSWORD,
          clientAddress: freshAddress(),
          browser,
          requestId: 'uji',
        }),
      ),
    )
    expect(done).toHaveLength(1)
    expect(codes).toEqual(Array(11).fill('contact_taken'))
  })

  test('the same form sent twice makes one account and signs in both times', async () => {
    const services = given()
    const form = {
      id: services.newId(),
      name: 'Dua Kali',
      contact: freshPhone(),
      password: PASSWORD,
      clientAddress: freshAddress(),
      browser,
      requestId: 'uji',
    }
    const { done, codes } = await outcomes([signUp(services, form), signUp(services, form)])
    expect(codes).toEqual([])
    for (const token of done) expect((await actorOf(services, token))?.id).toBe(form.id)
  })

  test('somebody else’s account id in the form opens nothing', async () => {
    const services = given()
    const victim = await newcomer(services, 'Korban')
    const attempt = signUp(services, {
      id: victim.id,
      name: 'Penyusup',
      contact: freshPhone(),
      password: PASSWORD,
      clientAddress: freshAddress(),
      browser,
      requestId: 'uji',
    })
    await expect(attempt).rejects.toMatchObject({ code: 'contact_taken' })
  })

  test('a wrong password and an unknown person get the same words', async () => {
    const services = given()
    const someone = await newcomer(services, 'Ada')
    const wrong = await tryPassword(services, someone.contact, 'bukan sandinya ini').catch((e: Error) => e)
    const unknown = await tryPassword(services, freshPhone(), 'bukan sandinya ini').catch((e: Error) => e)
    const nonsense = await tryPassword(services, '???', 'bukan sandinya ini').catch((e: Error) => e)
    expect(wrong).toMatchObject({ code: 'sign_in_failed', status: 401 })
    expect(unknown).toEqual(wrong)
    expect(nonsense).toEqual(wrong)
  })

  test('signing in replaces the session that the browser held, and no table holds the token', async () => {
    const services = given()
    const someone = await newcomer(services, 'Putar')
    const before = await actorOf(services, someone.token)
    const token = await tryPassword(services, someone.contact, PASSWORD, {
      sessionId: before?.sessionId ?? null,
    })
    expect(await actorOf(services, someone.token)).toBeNull()
    expect((await actorOf(services, token))?.id).toBe(someone.id)
    const rows = await services.store.read.select().from(services.store.tables.sessions)
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  test('a session runs out after thirty days without use', async () => {
    const services = given()
    const { token } = await newcomer(services, 'Lama Pergi')
    const start = services.now
    services.now = start + 31 * DAY
    expect(await actorOf(services, token)).toBeNull()
    services.now = start
  })

  test('a new password ends every other session and keeps this browser signed in', async () => {
    const services = given()
    const someone = await newcomer(services, 'Ganti')
    const elsewhere = await tryPassword(services, someone.contact, PASSWORD)
    const actor = await actorOf(services, someone.token)
    if (!actor) throw new Error('not signed in')
    const input = { clientAddress: freshAddress(), browser, requestId: 'uji' }
    await expect(
      changePassword(services, actor, {
        ...input,
        presentPassword: 'salah sekali',
        password: 'danau sentani biru',
      }),
    ).rejects.toMatchObject({ code: 'present_password_wrong', field: 'presentPassword' })
    const fresh = await changePassword(services, actor, {
      ...input,
      presentPassword: PASSWORD,
      password: 'danau sentani biru',
    })
    expect(await actorOf(services, someone.token)).toBeNull()
    expect(await actorOf(services, elsewhere)).toBeNull()
    expect((await actorOf(services, fresh))?.id).toBe(someone.id)
    await expect(tryPassword(services, someone.contact, PASSWORD)).rejects.toMatchObject({
      code: 'sign_in_failed',
    })
    await expect(tryPassword(services, someone.contact, 'danau sentani biru')).resolves.toBeTypeOf('string')
  })

  test('a person ends their own sessions and nobody else’s', async () => {
    const services = given()
    const one = await newcomer(services, 'Satu')
    const other = await newcomer(services, 'Lain')
    const phone = await tryPassword(services, one.contact, PASSWORD)
    const actor = await actorOf(services, one.token)
    const stranger = await actorOf(services, other.token)
    if (!actor || !stranger) throw new Error('not signed in')
    const [theirs] = await ownSessions(services, stranger)
    await expect(endOwnSession(services, actor, theirs?.publicId ?? '')).rejects.toMatchObject({
      status: 404,
    })
    await endOtherSessions(services, actor)
    expect(await actorOf(services, phone)).toBeNull()
    expect(await actorOf(services, one.token)).not.toBeNull()
    expect(await actorOf(services, other.token)).not.toBeNull()
  })

  test('a contact belongs to one account, and the last one cannot be removed', async () => {
    const services = given()
    const one = await newcomer(services, 'Pertama')
    const two = await newcomer(services, 'Kedua')
    const actor = await actorOf(services, two.token)
    if (!actor) throw new Error('not signed in')
    const input = { version: 1, presentPassword: PASSWORD, clientAddress: freshAddress(), requestId: 'uji' }
    const change = (email?: string, phone?: string, version = 1) =>
      changeContact(services, actor, { ...input, version, email, phone })
    await expect(change(undefined, one.contact)).rejects.toMatchObject({
      code: 'contact_taken',
      field: 'phone',
    })
    await expect(change(undefined, undefined)).rejects.toMatchObject({ code: 'contact_missing' })
    await expect(change('bukan', two.contact)).rejects.toMatchObject({
      code: 'contact_invalid',
      field: 'email',
    })
    const email = `${services.newId()}@contoh.id`
    await change(email.toUpperCase(), two.contact)
    await expect(tryPassword(services, email, PASSWORD)).resolves.toBeTypeOf('string')
    await expect(change(email, two.contact)).rejects.toMatchObject({ code: 'changed_meanwhile' })
  })

  test('the request after a role ended no longer has it, and a disabled account is out at once', async () => {
    const services = given()
    const { store } = services
    const admin = await person(services, 'Admin', { role: 'admin' })
    const someone = await newcomer(services, 'Petugas')
    await store.transact(async ({ db, tables }) => {
      await db.insert(tables.grants).values({
        id: services.newId(),
        accountId: someone.id,
        role: 'regency_officer',
        provinceCode: '94',
        regencyCode: '9404',
        grantedAt: services.now,
      })
    })
    expect((await actorOf(services, someone.token))?.grants).toHaveLength(1)
    const [grant] = await store.read
      .select()
      .from(store.tables.grants)
      .where(eq(store.tables.grants.accountId, someone.id))
    await endGrant(services, admin, { grantId: grant?.id ?? '', requestId: 'uji' })
    expect((await actorOf(services, someone.token))?.grants).toEqual([])
    await setAccountStatus(services, admin, {
      accountId: someone.id,
      status: 'disabled',
      version: 1,
      requestId: 'uji',
    })
    expect(await actorOf(services, someone.token)).toBeNull()
    await expect(tryPassword(services, someone.contact, PASSWORD)).rejects.toMatchObject({
      code: 'account_disabled',
    })
    await expect(tryPassword(services, someone.contact, 'salah sekali ini')).rejects.toMatchObject({
      code: 'sign_in_failed',
    })
  })
})

onEachEngine('limits of attempts', (given) => {
  const attempt = (name: string, address: string) => ({ trying: 'signIn', name, address }) as const

  test('of forty tries at once exactly ten are let through', async () => {
    const services = given()
    const one = attempt('serentak', freshAddress())
    const { done, codes } = await outcomes(Array.from({ length: 40 }, () => countAttempt(services, one)))
    expect(done).toHaveLength(10)
    expect(new Set(codes)).toEqual(new Set(['too_many_attempts']))
  })

  test('guessing from elsewhere does not lock the person at home out', async () => {
    const services = given()
    const [there, home] = [freshAddress(), freshAddress()]
    await outcomes(Array.from({ length: 40 }, () => countAttempt(services, attempt('korban', there))))
    await expect(countAttempt(services, attempt('korban', home))).resolves.toBeUndefined()
  })

  test('many addresses on one name meet the wide limit, and it opens again by itself', async () => {
    const services = given()
    const start = services.now
    await outcomes(
      Array.from({ length: 100 }, () => countAttempt(services, attempt('ramai', freshAddress()))),
    )
    await expect(countAttempt(services, attempt('ramai', freshAddress()))).rejects.toMatchObject({
      status: 429,
    })
    services.now = start + 15 * MINUTE
    await expect(countAttempt(services, attempt('ramai', freshAddress()))).resolves.toBeUndefined()
    services.now = start
  })

  test('one address with many names meets its limit, but successes are given back', async () => {
    const services = given()
    const office = freshAddress()
    for (let at = 0; at < 150; at++) {
      await countAttempt(services, attempt(`pegawai ${at}`, office))
      await forgiveAttempt(services, attempt(`pegawai ${at}`, office))
    }
    const { done } = await outcomes(
      Array.from({ length: 130 }, (_, at) => countAttempt(services, attempt(`tebakan ${at}`, office))),
    )
    expect(done).toHaveLength(100)
  })

  test('the refusal says when to try again', async () => {
    const services = given()
    const one = attempt('kapan', freshAddress())
    await outcomes(Array.from({ length: 10 }, () => countAttempt(services, one)))
    services.now += 5 * MINUTE
    await expect(countAttempt(services, one)).rejects.toThrow('10 menit lagi')
    services.now -= 5 * MINUTE
  })

  test('the table names nobody, and old windows are swept', async () => {
    const services = given()
    const { store } = services
    await countAttempt(services, attempt('+6281299999999', '198.51.100.7'))
    const rows = await store.read.select().from(store.tables.attempts)
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toMatch(/6281299999999|198\.51\.100/)
    services.now += DAY
    await sweepAttempts(services)
    expect(await store.read.select().from(store.tables.attempts)).toEqual([])
    services.now -= DAY
  })
})
