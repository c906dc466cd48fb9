import { and, eq, inArray, isNull } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acceptHandover } from '~/features/groups/accept-handover.server'
import { closeGroup } from '~/features/groups/close-group.server'
import { confirmHandover } from '~/features/groups/confirm-handover.server'
import { cancelHandover, declineHandover } from '~/features/groups/end-handover.server'
import { inviteChair } from '~/features/groups/invite-chair.server'
import { proposeHandover } from '~/features/groups/propose-handover.server'
import { renewHandoverLink } from '~/features/groups/renew-handover-link.server'
import type { Actor } from '~/features/identity/actor'
import { chairAccountOf, grantRole } from '~/features/identity/grants.server'
import { isAppError } from '~/platform/errors'
import { onEachEngine } from '../support/engines'
import { aGroup, again, groupRow } from '../support/kept-groups'
import { mimikaOfficer, person } from '../support/people'
import type { TestServices } from '../support/services'

const requestId = 'uji'

async function boardOf({ store }: TestServices, groupId: string) {
  const { boardMembers } = store.tables
  return store.read
    .select()
    .from(boardMembers)
    .where(and(eq(boardMembers.groupId, groupId), isNull(boardMembers.until)))
}

async function handoversOf({ store }: TestServices, groupId: string) {
  const { chairHandovers } = store.tables
  return store.read.select().from(chairHandovers).where(eq(chairHandovers.groupId, groupId))
}

async function openHandover(services: TestServices, groupId: string) {
  const open = (await handoversOf(services, groupId)).filter(({ status }) =>
    ['proposed', 'accepted'].includes(status),
  )
  expect(open.length).toBeLessThanOrEqual(1)
  return open[0]
}

async function chairGrants({ store }: TestServices, groupId: string) {
  const { grants } = store.tables
  return store.read
    .select()
    .from(grants)
    .where(and(eq(grants.groupId, groupId), eq(grants.post, 'ketua'), isNull(grants.revokedAt)))
}

function accept(services: TestServices, invitationId: string, account: Actor) {
  const { store, now, newId, config } = services
  return store.transact((tx) =>
    acceptHandover(tx, {
      invitationId,
      accountId: account.id,
      now,
      newId,
      publicUrl: config.publicUrl,
    }),
  )
}

function proposal(services: TestServices, actor: Actor, groupId: string) {
  return {
    actor,
    requestId,
    groupId,
    id: services.newId(),
    name: 'Petrus Contoh',
    contact: `${services.newId()}@contoh.id`,
    reason: 'Masa bakti selesai',
  }
}

onEachEngine('handing over the chair', (given) => {
  test('from the chair’s word to the office’s seal: board, grants, certificate and notices change together', async () => {
    const services = given()
    const { store, newId } = services
    const group = await aGroup(services)
    const officer = await person(services, 'Petugas', mimikaOfficer)
    const successor = await person(services, 'Markus', {
      role: 'volunteer',
      groupId: group.id,
      post: 'sekretaris',
    })
    const secretary = (await boardOf(services, group.id)).find(({ post }) => post === 'sekretaris')

    const { link } = await proposeHandover(services, {
      ...proposal(services, group.chair, group.id),
      memberId: secretary?.id,
    })
    expect(link).toMatch(/^http:\/\/localhost:3000\/undangan\/[\w-]{40,}$/)
    const proposed = await openHandover(services, group.id)
    expect(proposed).toMatchObject({ successorName: 'Markus Contoh', status: 'proposed', startedBy: 'chair' })
    const handoverId = proposed?.id ?? ''
    const act = { actor: officer, requestId, groupId: group.id, handoverId }
    await expect(confirmHandover(services, { ...act, version: 1 })).rejects.toMatchObject({
      code: 'not_accepted',
    })

    expect(await accept(services, proposed?.invitationId ?? '', successor)).toBe(true)
    expect(await chairAccountOf({ ...store, db: store.read }, group.id)).toBe(group.chair.id)
    await confirmHandover(services, { ...act, version: 2 })

    const board = await boardOf(services, group.id)
    expect(board.map(({ name, post }) => `${name}: ${post}`).sort()).toEqual([
      'Markus Contoh: ketua',
      'Siti Contoh: bendahara',
      'Yohana Contoh: anggota',
    ])
    expect((await again(services, successor)).grants).toMatchObject([{ groupId: group.id, post: 'ketua' }])
    expect((await again(services, group.chair)).grants).toMatchObject([
      { groupId: group.id, post: 'anggota' },
    ])
    const { certificates, notices, jobs } = store.tables
    const versions = await store.read
      .select()
      .from(certificates)
      .where(eq(certificates.groupId, group.id))
      .orderBy(certificates.version)
    expect(versions.map(({ facts }) => facts.chairName)).toEqual(['Yohana Contoh', 'Markus Contoh'])
    expect(
      await store.read
        .select()
        .from(jobs)
        .where(eq(jobs.id, `certificate:${versions[1]?.id}`)),
    ).toHaveLength(1)
    const told = await store.read
      .select()
      .from(notices)
      .where(inArray(notices.accountId, [successor.id, group.chair.id]))
    expect(told.map(({ title }) => title)).toContain('Anda sekarang ketua KIM Contoh')
    expect(told.map(({ title }) => title)).toContain('Serah terima ketua KIM Contoh sudah disahkan')
    // The former chair agreed to be named in public; the new one has not been asked.
    expect((await groupRow(services, group.id)).contact.publicChairName).toBe(false)
    await expect(
      proposeHandover(services, {
        ...proposal(services, await again(services, group.chair), group.id),
        id: newId(),
      }),
    ).rejects.toMatchObject({ code: 'not_chair' })
  })

  test('of many proposals at one moment one is open, and the others are told', async () => {
    const services = given()
    const group = await aGroup(services)
    const officer = await person(services, 'Petugas', mimikaOfficer)
    const outcomes = await Promise.allSettled(
      Array.from({ length: 12 }, (_, at) =>
        proposeHandover(services, proposal(services, at % 2 ? group.chair : officer, group.id)),
      ),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected')
        expect(outcome.reason).toMatchObject({ code: 'handover_open', status: 409 })
    }
    expect(await handoversOf(services, group.id)).toHaveLength(1)
  })

  test('one form sent twice is one handover, and only the newest link works', async () => {
    const services = given()
    const group = await aGroup(services)
    const form = proposal(services, group.chair, group.id)
    const first = await proposeHandover(services, form)
    const second = await proposeHandover(services, form)
    expect(second.link).not.toBe(first.link)
    const handovers = await handoversOf(services, group.id)
    expect(handovers).toHaveLength(1)
    await renewHandoverLink(services, {
      actor: group.chair,
      groupId: group.id,
      handoverId: form.id,
      version: handovers[0]?.version ?? 0,
    })
    const { invitations } = services.store.tables
    const live = await services.store.read
      .select()
      .from(invitations)
      .where(and(eq(invitations.groupId, group.id), isNull(invitations.revokedAt)))
    expect(live.map(({ id }) => id)).toEqual([(await openHandover(services, group.id))?.invitationId])
  })

  test('who starts a handover does not confirm it, unless no other officer of the regency could', async () => {
    const services = given()
    const nabire = { role: 'regency_officer', provinceCode: '94', regencyCode: '9401' } as const
    const lone = await person(services, 'Petugas tunggal', nabire)
    const group = await aGroup(services, {
      villageCode: await aVillageOf(services, '9401'),
      chairHasAccount: false,
    })
    const successor = await person(services, 'Petrus')
    await proposeHandover(services, proposal(services, lone, group.id))
    const handover = await openHandover(services, group.id)
    expect(handover?.startedBy).toBe('office')
    await accept(services, handover?.invitationId ?? '', successor)
    const act = { requestId, groupId: group.id, handoverId: handover?.id ?? '', version: 2 }

    const second = await person(services, 'Petugas kedua', nabire)
    await expect(confirmHandover(services, { ...act, actor: lone })).rejects.toMatchObject({
      code: 'own_proposal',
    })
    await services.store.transact(async ({ db, tables: { accounts } }) => {
      await db.update(accounts).set({ status: 'disabled' }).where(eq(accounts.id, second.id))
    })
    await confirmHandover(services, { ...act, actor: lone })
    const { auditEvents } = services.store.tables
    const [event] = await services.store.read
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.action, 'handover.confirmed'), eq(auditEvents.subjectId, group.id)))
    expect(JSON.parse(event?.delta ?? '{}')).toMatchObject({ confirmedByProposer: [null, true] })
    // A chair whom the office replaced is no longer of the board.
    expect((await boardOf(services, group.id)).map(({ name }) => name).sort()).toEqual([
      'Markus Contoh',
      'Petrus Contoh',
      'Siti Contoh',
    ])
  })

  test('nobody confirms oneself, and the chair cannot accept in the successor’s place', async () => {
    const services = given()
    const group = await aGroup(services)
    const officer = await person(services, 'Petugas', mimikaOfficer)
    await proposeHandover(services, proposal(services, group.chair, group.id))
    const handover = await openHandover(services, group.id)
    await expect(accept(services, handover?.invitationId ?? '', group.chair)).rejects.toMatchObject({
      code: 'already_chair',
    })
    await accept(services, handover?.invitationId ?? '', officer)
    await expect(
      confirmHandover(services, {
        actor: officer,
        requestId,
        groupId: group.id,
        handoverId: handover?.id ?? '',
        version: 2,
      }),
    ).rejects.toMatchObject({ code: 'own_chair' })
  })

  test('outside the region and outside the group there is no handover', async () => {
    const services = given()
    const group = await aGroup(services)
    const stranger = await person(services, 'Orang lain')
    const outside = await person(services, 'Petugas Pacitan', {
      role: 'regency_officer',
      provinceCode: '35',
      regencyCode: '3501',
    })
    await proposeHandover(services, proposal(services, group.chair, group.id))
    const handover = await openHandover(services, group.id)
    for (const actor of [stranger, outside]) {
      const act = { actor, requestId, groupId: group.id, handoverId: handover?.id ?? '', version: 1 }
      for (const attempt of [
        () => proposeHandover(services, proposal(services, actor, group.id)),
        () => confirmHandover(services, act),
        () => declineHandover(services, { ...act, reason: 'x' }),
        () => cancelHandover(services, act),
        () => renewHandoverLink(services, act),
      ]) {
        await expect(attempt()).rejects.toMatchObject({ status: 404 })
      }
    }
    // Another group's handover is not reached through one's own group.
    const own = await aGroup(services)
    await expect(
      cancelHandover(services, {
        actor: own.chair,
        requestId,
        groupId: own.id,
        handoverId: handover?.id ?? '',
        version: 1,
      }),
    ).rejects.toMatchObject({ status: 404 })
  })

  test('an invited chair cannot become the second one', async () => {
    const services = given()
    const { store, now, newId } = services
    const group = await aGroup(services, { chairHasAccount: false })
    const officer = await person(services, 'Petugas', mimikaOfficer)
    const act = { actor: officer, requestId, groupId: group.id }
    await inviteChair(services, { ...act, contact: '0812 3456 7890' })
    const takeChair = async () => {
      const { id: accountId } = await person(services, 'Yohana')
      return store.transact((tx) =>
        grantRole(
          tx,
          { accountId, role: 'volunteer', groupId: group.id, post: 'ketua', grantedBy: officer.id },
          { now, newId },
        ),
      )
    }
    await takeChair()
    await expect(takeChair()).rejects.toMatchObject({ code: 'chair_taken' })
    await expect(inviteChair(services, { ...act, contact: 'x@contoh.id' })).rejects.toMatchObject({
      code: 'chair_has_account',
    })
    expect(await chairGrants(services, group.id)).toHaveLength(1)
  })

  const step = fc.record({
    deed: fc.constantFrom(
      'propose',
      'office',
      'accept',
      'accept',
      'confirm',
      'confirm',
      'decline',
      'cancel',
      'close',
    ),
    /** Which of the people does it. */
    who: fc.nat({ max: 3 }),
    /** Some act on what was on the screen a while ago. */
    stale: fc.boolean(),
  })

  test('a group never has two chairs or none, in whatever order people act, also at once', async () => {
    const services = given()
    const officers = [
      await person(services, 'Petugas satu', mimikaOfficer),
      await person(services, 'Petugas dua', mimikaOfficer),
    ]
    let confirmed = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { maxLength: 10 }),
        async (rounds) => {
          const group = await aGroup(services, { villageCode: await aVillageOf(services, '9404') })
          const people = [
            group.chair,
            await person(services, 'A'),
            await person(services, 'B'),
            await person(services, 'C'),
          ]
          const perform = async ({ deed, who, stale }: { deed: string; who: number; stale: boolean }) => {
            const handover = await openHandover(services, group.id)
            const officer = officers[who % 2]
            const member = people[who]
            if (!officer || !member) return
            const actor = await again(services, member)
            const version = (handover?.version ?? 1) - (stale && who === 3 ? 1 : 0)
            const about = {
              requestId,
              groupId: group.id,
              handoverId: handover?.id ?? services.newId(),
              version,
            }
            if (deed === 'propose') await proposeHandover(services, proposal(services, actor, group.id))
            if (deed === 'office') await proposeHandover(services, proposal(services, officer, group.id))
            if (deed === 'accept') await accept(services, handover?.invitationId ?? '', actor)
            if (deed === 'confirm') {
              await confirmHandover(services, { ...about, actor: officer })
              confirmed++
            }
            if (deed === 'decline') await declineHandover(services, { ...about, actor: officer, reason: 'x' })
            if (deed === 'cancel') await cancelHandover(services, { ...about, actor })
            if (deed === 'close' && stale && who === 0) {
              const { version: current } = await groupRow(services, group.id)
              await closeGroup(services, {
                actor: officer,
                requestId,
                groupId: group.id,
                version: current,
                reason: 'Bubar',
              })
            }
          }
          for (const round of rounds) {
            const outcomes = await Promise.allSettled(round.map(perform))
            for (const outcome of outcomes) {
              if (outcome.status === 'rejected' && !isAppError(outcome.reason)) throw outcome.reason
            }
            const chairs = (await boardOf(services, group.id)).filter(({ post }) => post === 'ketua')
            expect(chairs).toHaveLength(1)
            expect(await chairGrants(services, group.id)).toHaveLength(1)
            const open = await openHandover(services, group.id)
            if ((await groupRow(services, group.id)).status === 'closed') expect(open).toBeUndefined()
          }
        },
      ),
      {
        numRuns: 20,
        // One run that gets to the end, whatever chance brings.
        examples: [
          [
            [
              [{ deed: 'propose', who: 0, stale: false }],
              [{ deed: 'accept', who: 1, stale: false }],
              [{ deed: 'confirm', who: 1, stale: false }],
            ],
          ],
        ],
      },
    )
    // The runs did get somewhere.
    expect(confirmed).toBeGreaterThan(0)
  }, 120_000)
})

/** A village of the regency in turn, so that none runs out of numbers. */
let turn = 0
async function aVillageOf({ store }: TestServices, regencyCode: string): Promise<string> {
  const { regions } = store.tables
  const rows = await store.read
    .select({ code: regions.code })
    .from(regions)
    .where(and(eq(regions.regencyCode, regencyCode), eq(regions.level, 'village')))
    .orderBy(regions.code)
    .limit(40)
  return rows[turn++ % rows.length]?.code ?? ''
}
