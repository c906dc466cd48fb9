import { and, count, eq, isNull, like } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { approveApplication } from '~/features/registration/approve-application.server'
import { judgeApplication } from '~/features/registration/judge-application.server'
import { rejectApplication } from '~/features/registration/reject-application.server'
import { returnApplication } from '~/features/registration/return-application.server'
import { application, completeAnswers, villagesOf } from '../support/applications'
import { onEachEngine } from '../support/engines'
import { mimikaOfficer, person } from '../support/people'
import type { TestServices } from '../support/services'

const acceptAll = { judgements: {}, acceptsRest: true }

/** Two officers of Mimika and a volunteer, who are other people in each test. */
async function cast(services: TestServices) {
  return {
    officer: await person(services, 'Rina Petugas', mimikaOfficer),
    colleague: await person(services, 'Dedi Petugas', mimikaOfficer),
    volunteer: await person(services, 'Yohana Relawan'),
  }
}

/** The nth village of a regency, so that tests that count serials do not share one. */
async function village(services: TestServices, regencyCode = '9404', nth = 0) {
  const at = (await villagesOf(services, regencyCode, nth + 1))[nth]
  if (!at) throw new Error('no village')
  return at
}

async function stored({ store }: TestServices, applicationId: string) {
  const { applications } = store.tables
  const [row] = await store.read.select().from(applications).where(eq(applications.id, applicationId))
  if (!row) throw new Error('no such application')
  return row
}

async function serialsOf({ store }: TestServices, villageCode: string): Promise<number[]> {
  const { groups } = store.tables
  const rows = await store.read
    .select({ number: groups.number })
    .from(groups)
    .where(like(groups.number, `${villageCode}%`))
  return rows.map(({ number }) => Number(number.slice(10))).sort((a, b) => a - b)
}

const upTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1)

onEachEngine('deciding an application', (given) => {
  describe('numbers', () => {
    test('two hundred approvals at once over ten villages give gapless serials in each village', async () => {
      const services = given()
      const { officer, volunteer } = await cast(services)
      const villages = await villagesOf(services, '9404', 10)
      const waiting = await Promise.all(
        Array.from({ length: 200 }, (_, nth) => {
          const at = villages[nth % 10]
          if (!at) throw new Error('no village')
          return application(services, { at, by: volunteer })
        }),
      )
      await Promise.all(
        waiting.map((it) => approveApplication(services, { actor: officer, ...it, ...acceptAll })),
      )
      for (const { villageCode } of villages) {
        expect(await serialsOf(services, villageCode)).toEqual(upTo(20))
      }
    }, 120_000)

    test('the hundredth of a village is refused with a sentence, and nothing of it is written', async () => {
      const services = given()
      const { volunteer } = await cast(services)
      const at = await village(services, '9401')
      const home = await person(services, 'Petugas Nabire', { ...mimikaOfficer, regencyCode: '9401' })
      await services.store.transact(async ({ db, tables }) => {
        await db
          .insert(tables.numberCounters)
          .values({ villageCode: at.villageCode, lastSerial: 98 })
          .onConflictDoNothing()
      })
      const last = await application(services, { at, by: volunteer })
      const { number } = await approveApplication(services, { actor: home, ...last, ...acceptAll })
      expect(number).toBe(`${at.villageCode}99`)
      const hundredth = await application(services, { at, by: volunteer })
      const trail = await countRows(services)
      await expect(
        approveApplication(services, { actor: home, ...hundredth, ...acceptAll }),
      ).rejects.toMatchObject({ code: 'village_full', status: 409, message: expect.stringContaining('99') })
      expect(await stored(services, hundredth.applicationId)).toMatchObject({
        status: 'under_review',
        version: 1,
        decidedBy: null,
        groupId: null,
      })
      expect(await countRows(services)).toEqual(trail)
    })

    test('an approval that fails after its number was drawn gives the serial back', async () => {
      const services = given()
      const { officer, volunteer } = await cast(services)
      const at = await village(services, '9404', 11)
      const decree = completeAnswers('SK-BERSAMA')
      const first = await application(services, { at, by: volunteer, answers: decree })
      await approveApplication(services, { actor: officer, ...first, ...acceptAll })
      const clashing = {
        ...decree,
        formation: { ...decree.formation, decreeValidUntil: '2030-12-31' },
      }
      const failing = await application(services, { at, by: volunteer, answers: clashing })
      await expect(
        approveApplication(services, { actor: officer, ...failing, ...acceptAll }),
      ).rejects.toMatchObject({ code: 'decree_differs' })
      const next = await application(services, { at, by: volunteer, answers: decree })
      const { number } = await approveApplication(services, { actor: officer, ...next, ...acceptAll })
      expect(number).toBe(`${at.villageCode}02`)
      expect(await serialsOf(services, at.villageCode)).toEqual([1, 2])
    })

    test('a code that ends later changes no number, and no number is issued under it any more', async () => {
      const services = given()
      const { officer, volunteer } = await cast(services)
      const at = await village(services, '9404', 12)
      const before = await application(services, { at, by: volunteer })
      const { groupId, number } = await approveApplication(services, {
        actor: officer,
        ...before,
        ...acceptAll,
      })
      const after = await application(services, { at, by: volunteer })
      const change = (validUntil: string | null) =>
        services.store.transact(async ({ db, tables: { regions } }) => {
          await db.update(regions).set({ validUntil }).where(eq(regions.code, at.villageCode))
        })
      await change('2026-11-21')
      await expect(
        approveApplication(services, { actor: officer, ...after, ...acceptAll }),
      ).rejects.toMatchObject({ code: 'village_not_in_force' })
      const { groups } = services.store.tables
      expect(await services.store.read.select().from(groups).where(eq(groups.id, groupId))).toMatchObject([
        { number },
      ])
      await change(null)
    })
  })

  describe('approval', () => {
    test('makes the group with its board, decree, documents, certificate and chair, and tells the applicant', async () => {
      const services = given()
      const { officer, volunteer } = await cast(services)
      const at = await village(services)
      const it = await application(services, { at, by: volunteer, groupName: 'KIM Ujung Pena' })
      const document = await attach(services, it.applicationId, volunteer.id)
      const { groupId, number } = await approveApplication(services, {
        actor: officer,
        ...it,
        ...acceptAll,
        requestId: 'permintaan-1',
      })
      const { store } = services
      const t = store.tables
      expect(await store.read.select().from(t.groups).where(eq(t.groups.id, groupId))).toMatchObject([
        {
          number,
          name: 'KIM Ujung Pena',
          nameKey: 'kim ujung pena',
          status: 'registered',
          source: 'online',
          ...at,
        },
      ])
      const board = await store.read.select().from(t.boardMembers).where(eq(t.boardMembers.groupId, groupId))
      expect(board.map(({ post }) => post).sort()).toEqual(['bendahara', 'ketua', 'sekretaris'])
      const [held] = await store.read
        .select({ decree: t.decrees })
        .from(t.groupDecrees)
        .innerJoin(t.decrees, eq(t.decrees.id, t.groupDecrees.decreeId))
        .where(and(eq(t.groupDecrees.groupId, groupId), isNull(t.groupDecrees.replacedAt)))
      expect(held?.decree).toMatchObject({ number: it.applicationId, validUntil: '2029-03-09' })
      expect(await store.read.select().from(t.documents).where(eq(t.documents.id, document))).toMatchObject([
        { groupId, applicationId: it.applicationId },
      ])
      expect(
        await store.read.select().from(t.certificates).where(eq(t.certificates.groupId, groupId)),
      ).toMatchObject([{ version: 1, supersededAt: null }])
      expect(await store.read.select().from(t.grants).where(eq(t.grants.groupId, groupId))).toMatchObject([
        { accountId: volunteer.id, role: 'volunteer', post: 'ketua', grantedBy: officer.id },
      ])
      expect(await stored(services, it.applicationId)).toMatchObject({
        status: 'approved',
        groupId,
        decidedBy: officer.id,
      })
      expect(
        await store.read.select().from(t.notices).where(eq(t.notices.accountId, volunteer.id)),
      ).toMatchObject([{ href: `/kelompok/${groupId}`, body: expect.stringContaining(number.slice(0, 4)) }])
      expect(
        await store.read.select().from(t.auditEvents).where(eq(t.auditEvents.subjectId, it.applicationId)),
      ).toMatchObject([
        {
          action: 'registration.approved',
          actorId: officer.id,
          actorRole: 'regency_officer',
          regencyCode: '9404',
          requestId: 'permintaan-1',
        },
      ])
      const letters = await store.read
        .select({ letters: count() })
        .from(t.messages)
        .where(eq(t.messages.toAddress, volunteer.email ?? ''))
      expect(letters).toEqual([{ letters: 1 }])
    })

    test('a paper application gives nobody the chair in the portal', async () => {
      const services = given()
      const { officer, colleague } = await cast(services)
      const at = await village(services)
      const it = await application(services, { at, by: colleague, source: 'paper' })
      const { groupId } = await approveApplication(services, { actor: officer, ...it, ...acceptAll })
      const { grants } = services.store.tables
      expect(await services.store.read.select().from(grants).where(eq(grants.groupId, groupId))).toEqual([])
    })

    test('a board without exactly one chair is refused and nothing is written', async () => {
      const services = given()
      const { officer, volunteer } = await cast(services)
      const at = await village(services)
      const answers = completeAnswers('SK-TANPA-KETUA')
      answers.board = { members: [{ name: 'Markus', post: 'sekretaris' }], adultsAttested: true }
      const it = await application(services, { at, by: volunteer, answers })
      const before = await countRows(services)
      await expect(
        approveApplication(services, { actor: officer, ...it, ...acceptAll }),
      ).rejects.toMatchObject({ code: 'no_single_chair' })
      expect(await countRows(services)).toEqual(before)
    })

    test('what nobody has judged must be accepted in so many words', async () => {
      const services = given()
      const { officer, volunteer } = await cast(services)
      const at = await village(services)
      const it = await application(services, { at, by: volunteer })
      const approval = { actor: officer, ...it, judgements: {}, acceptsRest: false }
      await expect(approveApplication(services, approval)).rejects.toMatchObject({ code: 'unjudged_items' })
    })
  })

  describe('two people', () => {
    test('who approve at once make one group, and the second is told who decided', async () => {
      const services = given()
      const { officer, colleague, volunteer } = await cast(services)
      const at = await village(services, '9404', 13)
      const it = await application(services, { at, by: volunteer })
      const attempts = await Promise.allSettled(
        [officer, colleague].map((actor) => approveApplication(services, { actor, ...it, ...acceptAll })),
      )
      const refused = attempts.filter((attempt) => attempt.status === 'rejected')
      expect(refused).toHaveLength(1)
      const winner = attempts[0]?.status === 'fulfilled' ? officer : colleague
      expect(refused[0]?.reason).toMatchObject({
        code: 'decided_meanwhile',
        status: 409,
        message: expect.stringContaining(`disetujui oleh ${winner.name}`),
      })
      expect(await serialsOf(services, at.villageCode)).toEqual([1])
      expect((await stored(services, it.applicationId)).decidedBy).toBe(winner.id)
    })

    test('a rejection that comes after a return overwrites nothing', async () => {
      const services = given()
      const { officer, colleague, volunteer } = await cast(services)
      const at = await village(services)
      const it = await application(services, { at, by: volunteer })
      await returnApplication(services, {
        actor: officer,
        ...it,
        judgements: { board: { verdict: 'needs_fix', reason: 'Bendahara belum diisi.' } },
        note: null,
      })
      await expect(
        rejectApplication(services, {
          actor: colleague,
          ...it,
          judgements: {},
          reason: 'Tidak memenuhi syarat.',
        }),
      ).rejects.toMatchObject({
        code: 'decided_meanwhile',
        message: expect.stringContaining('dikembalikan untuk diperbaiki oleh Rina Petugas'),
      })
      expect(await stored(services, it.applicationId)).toMatchObject({
        status: 'returned',
        decidedBy: officer.id,
        decisionReason: null,
      })
    })

    test('the same decision sent twice by one person is made once and answered twice', async () => {
      const services = given()
      const { officer, volunteer } = await cast(services)
      const at = await village(services, '9404', 14)
      const it = await application(services, { at, by: volunteer })
      const approval = { actor: officer, ...it, ...acceptAll }
      const answers = await Promise.all([1, 2, 3].map(() => approveApplication(services, approval)))
      expect(new Set(answers.map(({ number }) => number)).size).toBe(1)
      expect(await serialsOf(services, at.villageCode)).toEqual([1])
    })

    test('judging from a page that is out of date changes nothing', async () => {
      const services = given()
      const { officer, colleague, volunteer } = await cast(services)
      const at = await village(services)
      const it = await application(services, { at, by: volunteer, assignedTo: officer.id })
      const accepted = { identity: { verdict: 'accepted', reason: null } } as const
      await judgeApplication(services, { actor: officer, ...it, judgements: accepted })
      const late = judgeApplication(services, {
        actor: colleague,
        ...it,
        judgements: { identity: { verdict: 'needs_fix', reason: 'Terlambat' } },
      })
      await expect(late).rejects.toMatchObject({ code: 'taken_meanwhile', status: 409 })
      expect(await verdicts(services, it.applicationId)).toEqual({ identity: 'accepted' })
    })
  })

  describe('who may not', () => {
    test('nobody decides on an application that they sent or entered', async () => {
      const services = given()
      const { officer } = await cast(services)
      const at = await village(services)
      const sent = await application(services, { at, by: officer, source: 'paper' })
      const act = { actor: officer, ...sent, judgements: {} }
      const attempts = [
        () => approveApplication(services, { ...act, acceptsRest: true }),
        () => rejectApplication(services, { ...act, reason: 'Tidak jadi.' }),
        () => judgeApplication(services, act),
      ]
      for (const attempt of attempts) {
        await expect(attempt()).rejects.toMatchObject({ code: 'own_application', status: 403 })
      }
      expect((await stored(services, sent.applicationId)).version).toBe(1)
    })

    test('an office of another regency or province does not learn that the application exists', async () => {
      const services = given()
      const { volunteer } = await cast(services)
      const at = await village(services)
      const it = await application(services, { at, by: volunteer })
      const outsiders = [
        await person(services, 'Tetangga', { ...mimikaOfficer, regencyCode: '9401' }),
        await person(services, 'Jawa Timur', { role: 'province_officer', provinceCode: '35' }),
        volunteer,
      ]
      for (const actor of outsiders) {
        await expect(approveApplication(services, { actor, ...it, ...acceptAll })).rejects.toMatchObject({
          code: 'not_found',
          status: 404,
        })
      }
    })

    test('the province reads until the setting lets it decide', async () => {
      const services = given()
      const { volunteer } = await cast(services)
      const at = await village(services, '9403')
      const province = await person(services, 'Provinsi', { role: 'province_officer', provinceCode: '94' })
      const it = await application(services, { at, by: volunteer })
      const approval = { actor: province, ...it, ...acceptAll }
      await expect(approveApplication(services, approval)).rejects.toMatchObject({
        code: 'office_only_reads',
      })
      await services.store.transact(async ({ db, tables }) => {
        await db.insert(tables.settings).values({
          id: services.newId(),
          key: 'provinceDecides',
          regionCode: '9403',
          value: true,
          validFrom: '2026-01-01',
          setAt: services.now,
        })
      })
      await expect(approveApplication(services, approval)).resolves.toMatchObject({
        number: expect.stringContaining(at.villageCode),
      })
    })

    test('a draft that was never sent is not there for the office', async () => {
      const services = given()
      const { officer, volunteer } = await cast(services)
      const at = await village(services)
      const draft = await application(services, { at, by: volunteer, status: 'draft', submittedAt: null })
      await expect(
        approveApplication(services, { actor: officer, ...draft, ...acceptAll }),
      ).rejects.toMatchObject({ status: 404 })
    })
  })

  describe('return and rejection', () => {
    test('only what is marked goes back; all else is accepted, also what nobody had judged', async () => {
      const services = given()
      const { officer, volunteer } = await cast(services)
      const at = await village(services)
      const it = await application(services, { at, by: volunteer })
      await attach(services, it.applicationId, volunteer.id)
      await returnApplication(services, {
        actor: officer,
        ...it,
        judgements: {
          identity: { verdict: 'accepted', reason: null },
          decree: { verdict: 'needs_fix', reason: 'Berkas tidak terbaca.' },
        },
        note: 'Terima kasih.',
      })
      expect(await verdicts(services, it.applicationId)).toEqual({
        identity: 'accepted',
        formation: 'accepted',
        board: 'accepted',
        contact: 'accepted',
        decree: 'needs_fix',
      })
      const { notices, applicationEvents } = services.store.tables
      const [notice] = await services.store.read
        .select()
        .from(notices)
        .where(eq(notices.accountId, volunteer.id))
      expect(notice).toMatchObject({ href: `/kelompok/pendaftaran/${it.applicationId}` })
      expect(notice?.body).toContain('- Berkas SK pengesahan: Berkas tidak terbaca.')
      expect(notice?.body).not.toContain('Pengurus:')
      const events = await services.store.read
        .select()
        .from(applicationEvents)
        .where(eq(applicationEvents.applicationId, it.applicationId))
      expect(events).toMatchObject([{ status: 'returned', byWhom: 'Dinas Kominfo Kabupaten Mimika' }])
    })

    test('a return without a mark is refused', async () => {
      const services = given()
      const { officer, volunteer } = await cast(services)
      const at = await village(services)
      const it = await application(services, { at, by: volunteer })
      await expect(
        returnApplication(services, { actor: officer, ...it, judgements: {}, note: null }),
      ).rejects.toMatchObject({ code: 'nothing_marked' })
    })

    test('what is marked cannot be approved', async () => {
      const services = given()
      const { officer, volunteer } = await cast(services)
      const at = await village(services)
      const it = await application(services, { at, by: volunteer })
      const judgements = { board: { verdict: 'needs_fix', reason: 'Belum lengkap.' } } as const
      await expect(
        approveApplication(services, { actor: officer, ...it, judgements, acceptsRest: true }),
      ).rejects.toMatchObject({ code: 'marked_items' })
    })

    test.each(['submitted', 'returned', 'approved', 'rejected', 'withdrawn'] as const)(
      'an application that is %s is not decided',
      async (status) => {
        const services = given()
        const { officer, volunteer } = await cast(services)
        const at = await village(services, '9404')
        if (!at) throw new Error('no village')
        const it = await application(services, { at, by: volunteer, status })
        await expect(
          rejectApplication(services, { actor: officer, ...it, judgements: {}, reason: 'Tidak.' }),
        ).rejects.toMatchObject({ status: 409 })
        expect((await stored(services, it.applicationId)).status).toBe(status)
      },
    )
  })
})

async function verdicts({ store }: TestServices, applicationId: string) {
  const { applicationReviews } = store.tables
  const rows = await store.read
    .select()
    .from(applicationReviews)
    .where(eq(applicationReviews.applicationId, applicationId))
  return Object.fromEntries(rows.map(({ item, verdict }) => [item, verdict]))
}

async function attach({ store, newId, now }: TestServices, applicationId: string, uploadedBy: string) {
  const id = newId()
  await store.transact(async ({ db, tables }) => {
    await db.insert(tables.documents).values({
      id,
      kind: 'decree',
      applicationId,
      mime: 'application/pdf',
      bytes: 1000,
      pages: 1,
      sha256: 'x',
      uploadedBy,
      uploadedAt: now,
    })
  })
  return id
}

/** How many rows an approval could have left behind. */
async function countRows({ store }: TestServices) {
  const t = store.tables
  const tables = [t.groups, t.boardMembers, t.groupDecrees, t.certificates, t.notices, t.auditEvents, t.jobs]
  const counted = await Promise.all(tables.map((table) => store.read.select({ rows: count() }).from(table)))
  return counted.map(([row]) => row?.rows)
}
