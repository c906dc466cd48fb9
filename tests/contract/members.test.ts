import { and, eq, inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { ActivityId } from '~/features/activities/activities.schema'
import { postActivity } from '~/features/activities/post-activity.server'
import { closeGroup } from '~/features/groups/close-group.server'
import { endMembership } from '~/features/groups/end-membership.server'
import { GroupId } from '~/features/groups/groups.schema'
import { inviteMember } from '~/features/groups/invite-member.server'
import { membersScreen } from '~/features/groups/members.queries.server'
import { revokeMemberInvitation } from '~/features/groups/revoke-member-invitation.server'
import { acceptWithAccount, acceptWithNewAccount } from '~/features/identity/accept-invitation.server'
import type { Actor } from '~/features/identity/actor'
import { grantRole, revokeMembership } from '~/features/identity/grants.server'
import { invitationScreen } from '~/features/identity/invitation.queries.server'
import { DAY } from '~/platform/clock'
import { aMemberOf, anActivity } from '../support/activities'
import { onEachEngine } from '../support/engines'
import { setStatus } from '../support/groups'
import { actorOf, browser, freshAddress, freshPhone, newcomer, outcomes, PASSWORD } from '../support/identity'
import { aGroup, again, groupRow } from '../support/kept-groups'
import { mimikaOfficer, person } from '../support/people'
import type { TestServices } from '../support/services'

const requestId = 'uji'
const VILLAGE = '9404011003'

/** Invites by the real way and answers the token of the link. */
async function invite(
  services: TestServices,
  actor: Actor,
  groupId: string,
  more: { id?: string; contact?: string } = {},
): Promise<string> {
  const { link } = await inviteMember(services, {
    actor,
    requestId,
    groupId,
    id: services.newId(),
    name: 'Yance Contoh',
    contact: undefined,
    post: 'bendahara',
    ...more,
  })
  return link.split('/undangan/')[1] ?? ''
}

function acceptAnew(services: TestServices, token: string) {
  return acceptWithNewAccount(services, {
    token,
    id: services.newId(),
    name: 'Yance Contoh',
    contact: freshPhone(),
    password: PASSWORD,
    clientAddress: freshAddress(),
    browser,
    requestId,
  })
}

async function signedIn(services: TestServices, session: string): Promise<Actor> {
  const actor = await actorOf(services, session)
  if (!actor) throw new Error('not signed in')
  return actor
}

function post(services: TestServices, actor: Actor, groupId: string) {
  return postActivity(services, {
    actor,
    requestId,
    groupId,
    id: ActivityId.parse(services.newId()),
    content: anActivity(VILLAGE),
  })
}

function screen(services: TestServices, actor: Actor, groupId: string) {
  return membersScreen(services, actor, GroupId.parse(groupId))
}

function openInvitations(services: TestServices, chair: Actor, groupId: string) {
  return screen(services, chair, groupId).then(({ open }) => open)
}

function end(services: TestServices, actor: Actor, groupId: string, accountId: string) {
  return endMembership(services, { actor, requestId, groupId, accountId })
}

onEachEngine('members of a group', (given) => {
  test('an invited person makes an account, logs an activity, and can no more once the chair ends it', async () => {
    const services = given()
    const group = await aGroup(services)
    const token = await invite(services, group.chair, group.id)
    expect(await invitationScreen(services, token)).toMatchObject({
      open: true,
      what: 'Bendahara KIM Contoh',
    })
    const { session, groupId } = await acceptAnew(services, token)
    expect(groupId).toBe(group.id)
    const member = await signedIn(services, session)
    expect(member.grants).toMatchObject([{ role: 'volunteer', groupId: group.id, post: 'bendahara' }])
    await expect(post(services, member, group.id)).resolves.toEqual({ stored: true })
    const seen = await screen(services, member, group.id)
    expect(seen.members.map(({ name, post }) => [name, post])).toEqual([
      ['Yohana Contoh', 'ketua'],
      ['Yance Contoh', 'bendahara'],
    ])
    expect(seen).toMatchObject({ mayChange: false, open: [] })

    await end(services, group.chair, group.id, member.id)
    const left = await signedIn(services, session)
    expect(left.grants).toEqual([])
    await expect(post(services, left, group.id)).rejects.toMatchObject({ status: 404 })
    await expect(screen(services, left, group.id)).rejects.toMatchObject({ status: 404 })
    await expect(end(services, group.chair, group.id, member.id)).rejects.toMatchObject({ status: 404 })

    const { auditEvents, notices } = services.store.tables
    const trail = await services.store.read
      .select({ action: auditEvents.action, regencyCode: auditEvents.regencyCode })
      .from(auditEvents)
      .where(inArray(auditEvents.actorId, [group.chair.id, member.id]))
    for (const action of ['member.invited', 'invitation.accepted', 'member.ended']) {
      expect(trail).toContainEqual({ action, regencyCode: '9404' })
    }
    const told = await services.store.read
      .select({ href: notices.href })
      .from(notices)
      .where(eq(notices.accountId, group.chair.id))
    expect(told).toEqual([{ href: `/kelompok/${group.id}/anggota` }])
  })

  test('an account that is there already joins, and is told so when it belongs', async () => {
    const services = given()
    const group = await aGroup(services)
    const someone = await newcomer(services, 'Sudah Ada')
    const accept = async (token: string) =>
      acceptWithAccount(services, await signedIn(services, someone.token), { token, requestId })
    await expect(accept(await invite(services, group.chair, group.id))).resolves.toEqual({
      groupId: group.id,
    })
    const second = await invite(services, group.chair, group.id)
    await expect(accept(second)).rejects.toMatchObject({ code: 'already_member' })
    expect((await signedIn(services, someone.token)).grants).toHaveLength(1)
    // The link is still there for whom it was meant.
    await expect(acceptAnew(services, second)).resolves.toMatchObject({ groupId: group.id })
  })

  test('of two invitations that one account accepts at once, one makes it a member', async () => {
    const services = given()
    const group = await aGroup(services)
    const someone = await newcomer(services, 'Cepat')
    const actor = await signedIn(services, someone.token)
    const tokens = [
      await invite(services, group.chair, group.id),
      await invite(services, group.chair, group.id),
    ]
    const { done, codes } = await outcomes(
      tokens.map((token) => acceptWithAccount(services, actor, { token, requestId })),
    )
    expect(done).toHaveLength(1)
    expect(codes).toEqual(['already_member'])
    expect((await signedIn(services, someone.token)).grants).toHaveLength(1)
  })

  test('only the chair invites, takes back and ends, and finds only what belongs to the group', async () => {
    const services = given()
    const group = await aGroup(services)
    const elsewhere = await aGroup(services, { name: 'KIM Lain' })
    const secretary = await aMemberOf(services, group.id)
    const officer = await person(services, 'Petugas', mimikaOfficer)
    await invite(services, group.chair, group.id)
    const [open] = await openInvitations(services, group.chair, group.id)
    const revoke = (actor: Actor, groupId: string) =>
      revokeMemberInvitation(services, { actor, requestId, groupId, invitationId: open?.id ?? '' })
    for (const actor of [secretary, officer, elsewhere.chair]) {
      await expect(invite(services, actor, group.id)).rejects.toMatchObject({ status: 404 })
      await expect(revoke(actor, group.id)).rejects.toMatchObject({ status: 404 })
      await expect(end(services, actor, group.id, secretary.id)).rejects.toMatchObject({ status: 404 })
    }
    await expect(screen(services, elsewhere.chair, group.id)).rejects.toMatchObject({ status: 404 })
    await expect(screen(services, officer, group.id)).rejects.toMatchObject({ status: 404 })
    await expect(revoke(elsewhere.chair, elsewhere.id)).rejects.toMatchObject({ status: 404 })
    await expect(end(services, elsewhere.chair, elsewhere.id, secretary.id)).rejects.toMatchObject({
      status: 404,
    })
    await expect(end(services, group.chair, group.id, group.chair.id)).rejects.toMatchObject({
      code: 'own_membership',
    })
    expect((await screen(services, group.chair, group.id)).members).toHaveLength(2)
  })

  test('an invitation ends when taken back, after fourteen days, and with the first who accepts', async () => {
    const services = given()
    const group = await aGroup(services)
    const spent = { code: 'invitation_spent' }
    const taken = await invite(services, group.chair, group.id)
    const [open] = await openInvitations(services, group.chair, group.id)
    const revoke = () =>
      revokeMemberInvitation(services, {
        actor: group.chair,
        requestId,
        groupId: group.id,
        invitationId: open?.id ?? '',
      })
    await revoke()
    expect(await openInvitations(services, group.chair, group.id)).toEqual([])
    await expect(acceptAnew(services, taken)).rejects.toMatchObject(spent)
    await expect(revoke()).rejects.toMatchObject(spent)

    const old = await invite(services, group.chair, group.id)
    services.now += 14 * DAY
    expect(await openInvitations(services, group.chair, group.id)).toEqual([])
    await expect(acceptAnew(services, old)).rejects.toMatchObject(spent)
    services.now -= 14 * DAY

    const contested = await invite(services, group.chair, group.id)
    const { done, codes } = await outcomes([1, 2, 3].map(() => acceptAnew(services, contested)))
    expect(done).toHaveLength(1)
    expect(codes).toEqual(Array(2).fill('invitation_spent'))
  })

  test('an invitation ends with its maker’s chair and with the group', async () => {
    const services = given()
    const group = await aGroup(services)
    const successor = await person(services, 'Penerus')
    const orphan = await invite(services, group.chair, group.id)
    const { now, newId } = services
    await services.store.transact(async (tx) => {
      await revokeMembership(tx, { groupId: group.id, accountId: group.chair.id, now })
      const given = { role: 'volunteer', groupId: group.id, grantedBy: null } as const
      await grantRole(tx, { ...given, accountId: successor.id, post: 'ketua' }, { now, newId })
    })
    await expect(acceptAnew(services, orphan)).rejects.toMatchObject({ code: 'invitation_spent' })
    // Whoever still held the old grants in a page that was open may do nothing more.
    await expect(invite(services, group.chair, group.id)).rejects.toMatchObject({ status: 404 })

    const chair = await again(services, successor)
    expect(await openInvitations(services, chair, group.id)).toEqual([])
    const late = await invite(services, chair, group.id)
    const { version } = await groupRow(services, group.id)
    const officer = await person(services, 'Petugas', mimikaOfficer)
    await closeGroup(services, { actor: officer, requestId, groupId: group.id, version, reason: 'Bubar.' })
    await expect(acceptAnew(services, late)).rejects.toMatchObject({ code: 'invitation_spent' })
    await expect(invite(services, chair, group.id)).rejects.toMatchObject({ code: 'group_closed' })
    expect(await screen(services, chair, group.id)).toMatchObject({ mayChange: false, open: [] })
  })

  test('the chair of a suspended group still invites and ends', async () => {
    const services = given()
    const group = await aGroup(services)
    await setStatus(services, group.id, 'suspended')
    const { session } = await acceptAnew(services, await invite(services, group.chair, group.id))
    const member = await signedIn(services, session)
    expect((await screen(services, group.chair, group.id)).mayChange).toBe(true)
    await end(services, group.chair, group.id, member.id)
    expect((await signedIn(services, session)).grants).toEqual([])
  })

  test('the form sent twice makes one invitation, and a group has at most thirty open ones', async () => {
    const services = given()
    const group = await aGroup(services)
    const id = services.newId()
    await invite(services, group.chair, group.id, { id })
    await expect(invite(services, group.chair, group.id, { id })).rejects.toMatchObject({
      code: 'invitation_repeated',
    })
    const { done, codes } = await outcomes(
      Array.from({ length: 31 }, () => invite(services, group.chair, group.id)),
    )
    expect(done).toHaveLength(29)
    expect(codes).toEqual(Array(2).fill('invitations_many'))
    // Taking them back makes no room before the next day: each has sent its letter.
    for (const { id: invitationId } of await openInvitations(services, group.chair, group.id)) {
      await revokeMemberInvitation(services, {
        actor: group.chair,
        requestId,
        groupId: group.id,
        invitationId,
      })
    }
    await expect(invite(services, group.chair, group.id)).rejects.toMatchObject({ code: 'invitations_many' })
    const tomorrow = { ...services, clock: () => services.clock() + DAY }
    await invite(tomorrow, group.chair, group.id)
  })

  test('the link goes out by e-mail, and neither token nor contact is in the audit trail', async () => {
    const services = given()
    const group = await aGroup(services)
    const contact = `${services.newId()}@contoh.id`
    const token = await invite(services, group.chair, group.id, { contact })
    await expect(invite(services, group.chair, group.id, { contact: 'bukan' })).rejects.toMatchObject({
      code: 'contact_invalid',
      field: 'contact',
    })
    const { messages, invitations, auditEvents } = services.store.tables
    const [letter] = await services.store.read.select().from(messages).where(eq(messages.toAddress, contact))
    expect(letter?.body).toContain(`/undangan/${token}`)
    const kept = [
      await services.store.read.select().from(invitations).where(eq(invitations.groupId, group.id)),
      await services.store.read.select().from(auditEvents),
    ]
    expect(JSON.stringify(kept)).not.toContain(token)
    const trail = await services.store.read
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.actorId, group.chair.id), eq(auditEvents.action, 'member.invited')))
    expect(trail).toHaveLength(1)
    expect(JSON.stringify(trail)).not.toContain(contact)
  })
})
