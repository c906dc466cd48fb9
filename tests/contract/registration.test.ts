import { and, eq, isNull } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import type { Actor } from '~/features/identity/actor'
import { approveApplication } from '~/features/registration/approve-application.server'
import { createApplication } from '~/features/registration/create-application.server'
import { FormationForm } from '~/features/registration/formation-form.schema'
import { NewApplicationForm } from '~/features/registration/identity-form.schema'
import { returnApplication } from '~/features/registration/return-application.server'
import { saveAnswers } from '~/features/registration/save-answers.server'
import { saveFormation } from '~/features/registration/save-formation.server'
import { saveIdentity } from '~/features/registration/save-identity.server'
import { submitApplication } from '~/features/registration/submit-application.server'
import { takeApplication } from '~/features/registration/take-application.server'
import { withdrawApplication } from '~/features/registration/withdraw-application.server'
import { onEachEngine } from '../support/engines'
import { mimikaOfficer, person } from '../support/people'
import type { TestServices } from '../support/services'
import { makePdf } from '../support/world'

const KARANG_SENANG = '9404011003'
const members = [
  { name: 'Yohana Kum', post: 'ketua' as const },
  { name: 'Budi Alom', post: 'sekretaris' as const },
  { name: 'Maria Beanal', post: 'bendahara' as const },
]
const board = { members, adultsAttested: true }
const contact = {
  channels: { whatsapp: '+6281234567890' },
  publicChannels: [],
  publicChairName: false,
  publicAddress: false,
  publicLocation: false,
}
const formation = {
  after: 'next' as const,
  meetingOn: '2026-01-03',
  meetingMinutes: 'Hadir 25 warga.',
  decreeNumber: '12/SK/2026',
  decreeDate: '2026-01-05',
  decreeIssuerKind: 'village_head' as const,
  remove: [],
}

let nth = 0
/** A form of its own for each test: an own name, so that no test meets another's group. */
function newForm(
  { newId }: TestServices,
  change: Partial<z.input<typeof NewApplicationForm>> = {},
): NewApplicationForm {
  return NewApplicationForm.parse({
    id: newId(),
    villageCode: KARANG_SENANG,
    name: `KIM ${'abcdefghijklmnop'[nth++ % 16]?.repeat(7)} ${nth * 7919}`,
    scope: 'village',
    foundedOn: '2026-01-03',
    address: 'Balai kampung',
    isDifferent: true,
    ...change,
  })
}

async function stored({ store }: TestServices, id: string) {
  const [row] = await store.read
    .select()
    .from(store.tables.applications)
    .where(eq(store.tables.applications.id, id))
  if (!row) throw new Error(`no application ${id}`)
  return row
}

async function documentsOf({ store }: TestServices, applicationId: string) {
  const { documents } = store.tables
  return store.read
    .select()
    .from(documents)
    .where(and(eq(documents.applicationId, applicationId), isNull(documents.replacedAt)))
}

const pdfFile = async (text: string, name = 'berkas.pdf') =>
  new File([new Uint8Array(await makePdf(text))], name, { type: 'application/pdf' })

async function draftOf(
  services: TestServices,
  actor: Actor,
  change: Partial<z.input<typeof NewApplicationForm>> = {},
) {
  const value = newForm(services, change)
  await createApplication(services, { actor, value, source: 'online' })
  return value.id
}

/** A draft with every step filled in. */
async function completeDraft(services: TestServices, actor: Actor): Promise<string> {
  const id = await draftOf(services, actor)
  await saveFormation(services, {
    actor,
    applicationId: id,
    value: {
      ...formation,
      version: 1,
      decreeFile: await pdfFile('SK'),
      statutesFile: await pdfFile('AD/ART'),
    },
  })
  const step = { actor, applicationId: id }
  await saveAnswers(services, { ...step, version: 2, section: 'board', value: board })
  await saveAnswers(services, { ...step, version: 3, section: 'contact', value: contact })
  return id
}

async function submitted(services: TestServices, actor: Actor): Promise<string> {
  const id = await completeDraft(services, actor)
  await submitApplication(services, { actor, applicationId: id, version: 4 })
  return id
}

onEachEngine('registering a group', (given) => {
  test('the same form sent twice, even at once, makes one application', async () => {
    const services = given()
    const actor = await person(services, 'Yohana')
    const value = newForm(services)
    await Promise.all([1, 2].map(() => createApplication(services, { actor, value, source: 'online' })))
    await createApplication(services, { actor, value, source: 'online' })
    const { applications, applicationEvents } = services.store.tables
    const made = await services.store.read
      .select()
      .from(applications)
      .where(eq(applications.createdBy, actor.id))
    expect(made.map(({ id }) => id)).toEqual([value.id])
    const events = await services.store.read
      .select()
      .from(applicationEvents)
      .where(eq(applicationEvents.applicationId, value.id))
    expect(events).toHaveLength(1)
    const other = { ...value, name: 'KIM Lain Sekali' }
    await expect(
      createApplication(services, { actor, value: other, source: 'online' }),
    ).rejects.toMatchObject({
      code: 'already_created',
      status: 409,
    })
    expect((await stored(services, value.id)).groupName).toBe(value.name)
  })

  test('a village that does not exist is refused and nothing is written', async () => {
    const services = given()
    const actor = await person(services, 'Yohana')
    const value = newForm(services, { villageCode: '9404019999' })
    await expect(createApplication(services, { actor, value, source: 'online' })).rejects.toMatchObject({
      code: 'unknown_village',
      field: 'villageCode',
    })
    await expect(stored(services, value.id)).rejects.toThrow('no application')
  })

  test('a group founded in the future is refused at its field', async () => {
    const services = given()
    const actor = await person(services, 'Yohana')
    const value = newForm(services, { foundedOn: '2027-01-01' })
    await expect(createApplication(services, { actor, value, source: 'online' })).rejects.toMatchObject({
      fieldMessages: { foundedOn: expect.stringContaining('belum terjadi') },
    })
  })

  test('a likely duplicate is shown before going on, and someone else’s draft is not', async () => {
    const services = given()
    const [one, other] = [await person(services, 'Satu'), await person(services, 'Dua')]
    const villageCode = '9404162004'
    const first = newForm(services, { villageCode, name: 'KIM Cenderawasih' })
    await createApplication(services, { actor: one, value: first, source: 'online' })
    const likewise = newForm(services, {
      villageCode,
      name: 'Kelompok Cendrawasih',
      isDifferent: false,
    })
    await createApplication(services, { actor: other, value: likewise, source: 'online' })
    const again = newForm(services, { villageCode, name: 'CENDERAWASIH', isDifferent: false })
    await expect(
      createApplication(services, { actor: one, value: again, source: 'online' }),
    ).rejects.toMatchObject({
      code: 'likely_duplicate',
      status: 409,
      message: expect.stringContaining('KIM Cenderawasih'),
    })
    const confirmed = { ...again, isDifferent: true }
    await createApplication(services, { actor: one, value: confirmed, source: 'online' })
  })

  test('nobody but the applicant opens a draft', async () => {
    const services = given()
    const id = await draftOf(services, await person(services, 'Yohana'))
    const officer = await person(services, 'Rina', mimikaOfficer)
    const stranger = await person(services, 'Orang Lain')
    for (const actor of [officer, stranger]) {
      await expect(
        saveAnswers(services, { actor, applicationId: id, version: 1, section: 'board', value: board }),
      ).rejects.toMatchObject({ status: 404 })
    }
    expect((await stored(services, id)).answers.board).toBeUndefined()
  })

  test('an incomplete step is kept, and a newer version saved elsewhere is not overwritten', async () => {
    const services = given()
    const actor = await person(services, 'Yohana')
    const applicationId = await draftOf(services, actor)
    const half = { members: members.slice(0, 1), adultsAttested: false }
    const save = (version: number, value: typeof board) =>
      saveAnswers(services, { actor, applicationId, version, section: 'board', value })
    await save(1, half)
    await expect(save(1, board)).rejects.toMatchObject({ code: 'changed_meanwhile', status: 409 })
    expect((await stored(services, applicationId)).answers.board).toEqual(half)
    await save(1, half)
    expect((await stored(services, applicationId)).version).toBe(2)
    await save(2, board)
    expect((await stored(services, applicationId)).answers.board).toEqual(board)
  })

  test('two different savings at the same moment: one is kept whole, the other is told', async () => {
    const services = given()
    const actor = await person(services, 'Yohana')
    const applicationId = await draftOf(services, actor)
    const outcomes = await Promise.allSettled(
      members.map(({ name }) =>
        saveAnswers(services, {
          actor,
          applicationId,
          version: 1,
          section: 'board',
          value: { members: [{ name, post: 'ketua' }], adultsAttested: false },
        }),
      ),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await stored(services, applicationId)).version).toBe(2)
  })

  test('a file that lies holds back neither the text nor the other files', async () => {
    const services = given()
    const actor = await person(services, 'Yohana')
    const applicationId = await draftOf(services, actor)
    const saving = saveFormation(services, {
      actor,
      applicationId,
      value: {
        ...formation,
        version: 1,
        decreeFile: new File([new Uint8Array([1, 2, 3])], 'sk.pdf'),
        minutesFile: new File([], 'kosong.pdf'),
        statutesFile: await pdfFile('AD/ART'),
      },
    })
    await expect(saving).rejects.toMatchObject({
      status: 422,
      fieldMessages: {
        decreeFile: expect.stringContaining('bukan PDF'),
        minutesFile: expect.stringContaining('kosong'),
      },
    })
    expect((await stored(services, applicationId)).answers.formation?.decreeNumber).toBe('12/SK/2026')
    expect((await documentsOf(services, applicationId)).map(({ kind }) => kind)).toEqual(['statutes'])
  })

  test('a replaced or removed file stays as history, and the same bytes again change nothing', async () => {
    const services = given()
    const actor = await person(services, 'Yohana')
    const applicationId = await draftOf(services, actor)
    const save = (version: number, change: Partial<FormationForm>) =>
      saveFormation(services, { actor, applicationId, value: { ...formation, version, ...change } })
    const first = await pdfFile('SK pertama')
    await save(1, { decreeFile: first })
    const renewed = await pdfFile('SK kedua')
    await save(2, { decreeFile: renewed })
    const [second] = await documentsOf(services, applicationId)
    await save(2, { decreeFile: renewed })
    expect((await stored(services, applicationId)).version).toBe(3)
    expect((await documentsOf(services, applicationId)).map(({ id }) => id)).toEqual([second?.id])
    await save(3, { remove: ['decree'] })
    expect(await documentsOf(services, applicationId)).toEqual([])
    const { documents } = services.store.tables
    const all = await services.store.read
      .select()
      .from(documents)
      .where(eq(documents.applicationId, applicationId))
    expect(all).toHaveLength(2)
  })

  test('dates that cannot be are refused at their fields, and the decree cannot end before it began', async () => {
    const services = given()
    const actor = await person(services, 'Yohana')
    const applicationId = await draftOf(services, actor)
    const save = (change: Partial<FormationForm>) =>
      saveFormation(services, { actor, applicationId, value: { ...formation, version: 1, ...change } })
    await expect(save({ meetingOn: '2027-01-01', decreeDate: '2026-12-01' })).rejects.toMatchObject({
      fieldMessages: { meetingOn: expect.any(String), decreeDate: expect.any(String) },
    })
    await expect(save({ decreeValidUntil: '2026-01-05' })).rejects.toMatchObject({
      fieldMessages: { decreeValidUntil: expect.stringContaining('sesudah') },
    })
    await expect(save({ decreeValidUntil: '2036-01-06' })).rejects.toMatchObject({
      fieldMessages: { decreeValidUntil: expect.stringContaining('10 tahun') },
    })
    await save({ decreeValidUntil: '2036-01-05' })
    expect(FormationForm.safeParse({ version: 1, meetingOn: '1875-05-05' }).success).toBe(false)
  })

  test('an incomplete application is not submitted, and what is missing is named', async () => {
    const services = given()
    const actor = await person(services, 'Yohana')
    const id = await draftOf(services, actor)
    await expect(submitApplication(services, { actor, applicationId: id, version: 1 })).rejects.toMatchObject(
      {
        code: 'incomplete',
        message: expect.stringMatching(/nomor SK.*berkas SK.*AD\/ART.*ketua.*18 tahun/s),
      },
    )
    expect(await stored(services, id)).toMatchObject({ status: 'draft', reference: null })
  })

  test('an application sent twice is submitted once, with one reference, a limit and word to both sides', async () => {
    const services = given()
    const actor = await person(services, 'Yohana')
    const officer = await person(services, 'Rina', mimikaOfficer)
    const id = await completeDraft(services, actor)
    await Promise.all([1, 2].map(() => submitApplication(services, { actor, applicationId: id, version: 4 })))
    await submitApplication(services, { actor, applicationId: id, version: 4 })
    const application = await stored(services, id)
    expect(application).toMatchObject({ status: 'submitted', version: 5, submittedBy: actor.id })
    expect(application.reference).toMatch(/^P-2026-[2-9A-Z]{5}$/)
    // Sunday 22 November, 11.00 WIT, and five working days: the end of Friday.
    expect(application.dueAt).toBe(Date.UTC(2026, 10, 27, 15, 0, 0))
    const { notices } = services.store.tables
    for (const accountId of [actor.id, officer.id]) {
      const told = await services.store.read.select().from(notices).where(eq(notices.accountId, accountId))
      expect(told.filter(({ href }) => href.includes(id))).toHaveLength(1)
    }
  })

  test('a reference that exists already is never given twice', async () => {
    const services = given()
    const actor = await person(services, 'Yohana')
    const first = await submitted(services, actor)
    const { reference } = await stored(services, first)
    const alphabet = '234679ACDEFGHJKMNPQRTUVWXYZ'
    const clash = [...(reference?.slice(-5) ?? '')].map((letter) => alphabet.indexOf(letter))
    const drawn = [...clash, 0, 1, 2, 3, 4]
    const second = await completeDraft(services, actor)
    await submitApplication(services, {
      actor,
      applicationId: second,
      version: 4,
      random: () => drawn.shift() ?? 0,
    })
    expect((await stored(services, second)).reference).toBe('P-2026-23467')
  })

  test('after a return only what was marked can be changed, and it can be sent once that was saved', async () => {
    const services = given()
    const actor = await person(services, 'Yohana')
    const officer = await person(services, 'Rina', mimikaOfficer)
    const id = await submitted(services, actor)
    const { reference } = await stored(services, id)
    await takeApplication(services, { actor: officer, applicationId: id, expectedVersion: 5 })
    await returnApplication(services, {
      actor: officer,
      applicationId: id,
      expectedVersion: 6,
      judgements: { decree: { verdict: 'needs_fix', reason: 'Tidak terbaca.' } },
      note: null,
    })
    const { version } = await stored(services, id)
    const step = { actor, applicationId: id, version }
    const changed = { ...board, members: [...members, { name: 'Penyusup', post: 'anggota' as const }] }
    await expect(saveAnswers(services, { ...step, section: 'board', value: changed })).rejects.toMatchObject({
      code: 'item_locked',
    })
    await expect(
      saveIdentity(services, {
        actor,
        applicationId: id,
        value: { ...newForm(services), version, after: 'next' },
      }),
    ).rejects.toMatchObject({ code: 'item_locked' })
    await expect(
      saveFormation(services, {
        actor,
        applicationId: id,
        value: { ...formation, version, statutesFile: await pdfFile('AD/ART lain') },
      }),
    ).rejects.toMatchObject({ code: 'item_locked' })
    await expect(submitApplication(services, step)).rejects.toMatchObject({ code: 'not_corrected' })

    await saveFormation(services, {
      actor,
      applicationId: id,
      value: { ...formation, decreeNumber: 'diganti', version, decreeFile: await pdfFile('SK terbaca') },
    })
    const corrected = await stored(services, id)
    expect(corrected.answers.formation?.decreeNumber).toBe('12/SK/2026')
    await submitApplication(services, { actor, applicationId: id, version: corrected.version })
    expect(await stored(services, id)).toMatchObject({ status: 'submitted', reference })
    const { applicationReviews } = services.store.tables
    const reviews = await services.store.read
      .select()
      .from(applicationReviews)
      .where(eq(applicationReviews.applicationId, id))
    const verdictOf = (item: string) => reviews.find((review) => review.item === item)?.verdict
    expect([verdictOf('decree'), verdictOf('statutes'), verdictOf('board')]).toEqual([
      'corrected',
      'accepted',
      'accepted',
    ])
  })

  test('a submitted application cannot be changed, and can be taken back once', async () => {
    const services = given()
    const actor = await person(services, 'Yohana')
    const id = await submitted(services, actor)
    const step = { actor, applicationId: id, version: 5 }
    await expect(
      saveAnswers(services, { ...step, section: 'board', value: { ...board, members: members.slice(1) } }),
    ).rejects.toMatchObject({ code: 'not_editable', status: 409 })
    await expect(
      saveFormation(services, {
        actor,
        applicationId: id,
        value: { ...formation, version: 5, decreeFile: await pdfFile('Lain') },
      }),
    ).rejects.toMatchObject({ code: 'not_editable' })
    await withdrawApplication(services, step)
    await withdrawApplication(services, step)
    expect(await stored(services, id)).toMatchObject({ status: 'withdrawn', version: 6 })
    await expect(submitApplication(services, { ...step, version: 6 })).rejects.toMatchObject({
      code: 'not_submittable',
    })
  })

  test('an office enters paper applications for its own villages only, and another officer decides', async () => {
    const services = given()
    const officer = await person(services, 'Rina', mimikaOfficer)
    const colleague = await person(services, 'Dedi', mimikaOfficer)
    const outside = newForm(services, { villageCode: '3501012001' })
    await expect(
      createApplication(services, { actor: officer, value: outside, source: 'paper' }),
    ).rejects.toMatchObject({ code: 'outside_own_regency' })
    const value = newForm(services)
    await createApplication(services, { actor: officer, value, source: 'paper' })
    const files = { decreeFile: await pdfFile('SK'), statutesFile: await pdfFile('AD/ART') }
    const step = { actor: colleague, applicationId: value.id }
    await saveFormation(services, { ...step, value: { ...formation, version: 1, ...files } })
    await saveAnswers(services, { ...step, version: 2, section: 'board', value: board })
    await saveAnswers(services, { ...step, version: 3, section: 'contact', value: contact })
    await submitApplication(services, { actor: officer, applicationId: value.id, version: 4 })
    const act = { applicationId: value.id, judgements: {}, acceptsRest: true }
    await expect(
      takeApplication(services, { actor: officer, applicationId: value.id, expectedVersion: 5 }),
    ).rejects.toMatchObject({ status: 403 })
    await takeApplication(services, { actor: colleague, applicationId: value.id, expectedVersion: 5 })
    await approveApplication(services, { ...act, actor: colleague, expectedVersion: 6 })
    expect(await stored(services, value.id)).toMatchObject({ status: 'approved', source: 'paper' })
  })
})
