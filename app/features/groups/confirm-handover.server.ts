import { and, eq, isNull, ne } from 'drizzle-orm'
import { issueCertificate } from '~/features/certificates/issue-certificate.server'
import type { Actor } from '~/features/identity/actor'
import { revokeChairInvitations } from '~/features/identity/create-invitation.server'
import {
  chairAccountOf,
  grantRole,
  hasAnotherOfficer,
  revokeChair,
  revokeMembership,
} from '~/features/identity/grants.server'
import { notify } from '~/features/notifications/notify.server'
import type { Tx } from '~/platform/db/store'
import { assertAllowed } from '~/platform/decision'
import { changedMeanwhile } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { searchKey } from '~/platform/text'
import { auditGroup, changeGroup, type Group, lockSupervised, todayAt } from './act-on-group.server'
import { canConfirmHandover, isOpen } from './groups.policy'
import { changeHandover, findHandover, type Handover } from './handovers.server'

interface Confirming {
  actor: Actor
  requestId: string
  groupId: string
  handoverId: string
  version: number
}

/**
 * Confirms a handover: board, grants, certificate, audit and notices change in one transaction,
 * so that the group has exactly one chair at every moment.
 * A chair who handed over stays a member; one whom the office replaced does not.
 * The new chair's name is not public until the new chair agrees (UU 27/2022 Pasal 22).
 * @throws notFound outside the officer's region; own_proposal, own_chair 403;
 *   not_accepted, handover_over, group_closed, changedMeanwhile 409
 */
export async function confirmHandover(
  services: Services,
  { actor, requestId, groupId, handoverId, version }: Confirming,
): Promise<void> {
  const { newId, config, clock, store } = services
  const now = clock()
  await store.transact(async (tx) => {
    const group = await lockSupervised(tx, actor, groupId)
    assertAllowed(isOpen(group))
    const handover = await findHandover(tx, { groupId, handoverId })
    const anotherOfficer = await hasAnotherOfficer(tx, group.regencyCode, actor.id)
    assertAllowed(canConfirmHandover(actor, handover, anotherOfficer))
    const { successorAccountId } = handover
    if (!successorAccountId) throw changedMeanwhile()
    await changeHandover(tx, handover, version, { status: 'confirmed', decidedBy: actor.id, decidedAt: now })

    const formerAccountId = await chairAccountOf(tx, groupId)
    const staysMember = handover.startedBy === 'chair'
    const formerName = await changeBoard(tx, services, { group, handover, staysMember })
    await revokeChair(tx, groupId, now)
    await revokeMembership(tx, { groupId, accountId: successorAccountId, now })
    const given = { role: 'volunteer', groupId, grantedBy: actor.id } as const
    await grantRole(tx, { ...given, accountId: successorAccountId, post: 'ketua' }, { now, newId })
    if (formerAccountId && staysMember) {
      await grantRole(tx, { ...given, accountId: formerAccountId, post: 'anggota' }, { now, newId })
    }
    await revokeChairInvitations(tx, groupId, now)
    await changeGroup(tx, group, group.version, { contact: { ...group.contact, publicChairName: false } })
    await issueCertificate(tx, { groupId, now, newId, publicUrl: config.publicUrl })

    const sending = { newId, now, publicUrl: config.publicUrl }
    await notify(
      tx,
      {
        accountId: successorAccountId,
        title: `Anda sekarang ketua ${group.name}`,
        body: 'Dinas Kominfo sudah mengesahkan serah terima, dan Tanda Daftar baru dengan nama Anda sedang disiapkan. Nama Anda belum tampil di halaman publik; Anda dapat mengizinkannya di profil KIM.',
        href: `/kelompok/${groupId}`,
      },
      sending,
    )
    if (formerAccountId) {
      await notify(
        tx,
        {
          accountId: formerAccountId,
          title: `Serah terima ketua ${group.name} sudah disahkan`,
          body: `${handover.successorName} sekarang ketua. Terima kasih sudah memimpin KIM ini.`,
          href: '/kelompok',
        },
        sending,
      )
    }
    await auditGroup(tx, services, {
      actor,
      requestId,
      group,
      action: 'handover.confirmed',
      delta: {
        chair: [formerName, handover.successorName],
        ...(handover.proposedBy === actor.id && { confirmedByProposer: [null, true] }),
      },
      now,
    })
  })
}

/** Ends the former chair's row and the successor's former post, and seats the successor. Answers the former name. */
async function changeBoard(
  tx: Tx,
  { newId, clock }: Services,
  { group, handover, staysMember }: { group: Group; handover: Handover; staysMember: boolean },
): Promise<string | null> {
  const { boardMembers } = tx.tables
  const today = todayAt(group, clock())
  const current = and(eq(boardMembers.groupId, group.id), isNull(boardMembers.until))
  const [former] = await tx.db
    .update(boardMembers)
    .set({ until: today })
    .where(and(current, eq(boardMembers.post, 'ketua')))
    .returning()
  const others = await tx.db
    .select()
    .from(boardMembers)
    .where(and(current, ne(boardMembers.post, 'ketua')))
  const wanted = searchKey(handover.successorName)
  const successor =
    others.find((member) => member.id === handover.successorMemberId) ??
    others.find((member) => searchKey(member.name) === wanted)
  if (successor) {
    await tx.db.update(boardMembers).set({ until: today }).where(eq(boardMembers.id, successor.id))
  }
  const since = { groupId: group.id, since: today }
  await tx.db
    .insert(boardMembers)
    .values({ ...since, id: newId(), name: handover.successorName, post: 'ketua' })
  if (former && staysMember) {
    await tx.db.insert(boardMembers).values({ ...since, id: newId(), name: former.name, post: 'anggota' })
  }
  return former?.name ?? null
}
