import { and, eq, isNull } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import { type Actor, actingAs, mayIn } from '~/features/identity/actor'
import { readContact } from '~/features/identity/contact.server'
import { isUniqueViolation } from '~/platform/db/errors'
import type { Tx } from '~/platform/db/store'
import { assertAllowed } from '~/platform/decision'
import { AppError, notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { type Group, lockGroup, tellChair } from './act-on-group.server'
import { handoverOpen } from './groups.errors'
import { canSpeakFor, isOpen } from './groups.policy'
import { changeHandover, type Handover, inviteToChair, type SentInvitation } from './handovers.server'

interface Proposing {
  actor: Actor
  requestId: string
  groupId: string
  /** Made with the empty form: sending it twice starts one handover. */
  id: string
  /** The successor: someone of the board, or another name. */
  memberId?: string
  name?: string
  /** E-mail or mobile number, as typed. */
  contact: string
  reason: string
}

/**
 * Starts handing over the chair: by the chair, or by the office when the chair died or cannot be reached.
 * The chair stays in the chair until the office confirms.
 * Sent twice with one id it is still one handover, with a fresh link.
 * @returns the invitation with its link, to be shown once
 * @throws notFound out of reach; not_chair 403; group_closed, handover_open 409; contact_invalid, own_contact,
 *   successor_missing 422
 */
export async function proposeHandover(services: Services, input: Proposing): Promise<SentInvitation> {
  const contact = readContact(input.contact)
  const now = services.clock()
  try {
    return await services.store.transact(async (tx) => {
      const { actor } = input
      const group = await lockGroup(tx, input.groupId)
      if (!group) throw notFound()
      const startedBy = assertMayStart(actor, group)
      const successor = await successorOf(tx, input)
      if (contact.email ? contact.email === actor.email : contact.phone === actor.phone) throw ownContact()
      const sent = { group, name: successor.name, contact, invitedBy: actor.id, now }
      const former = await sameForm(tx, input)
      const { invitationId, invitation } = await inviteToChair(tx, services, sent)
      if (former) {
        await changeHandover(tx, former, former.version, { invitationId })
        return invitation
      }
      await tx.db.insert(tx.tables.chairHandovers).values({
        id: input.id,
        groupId: group.id,
        startedBy,
        successorName: successor.name,
        successorMemberId: successor.memberId,
        reason: input.reason,
        status: 'proposed',
        proposedBy: actor.id,
        proposedAt: now,
        invitationId,
        provinceCode: group.provinceCode,
        regencyCode: group.regencyCode,
        districtCode: group.districtCode,
        villageCode: group.villageCode,
      })
      if (startedBy === 'office') {
        await tellChair(tx, services, group, {
          title: `Dinas Kominfo memulai pergantian ketua ${group.name}`,
          body: `Alasannya: ${input.reason}\n\nSampai disahkan, Anda tetap ketua. Hubungi Dinas Kominfo bila ini keliru.`,
          now,
        })
      }
      await recordAudit(tx, {
        id: services.newId(),
        at: now,
        actor: startedBy === 'office' ? actingAs(actor, 'group.supervise', group) : chairActor(actor),
        action: startedBy === 'office' ? 'handover.started_by_office' : 'handover.proposed',
        subject: { kind: 'group', id: group.id },
        region: group,
        delta: { successor: [null, successor.name], reason: [null, input.reason] },
        requestId: input.requestId,
      })
      return invitation
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw handoverOpen()
    throw error
  }
}

function chairActor(actor: Actor) {
  return { id: actor.id, role: 'volunteer' }
}

/** The chair speaks for the group; otherwise an officer of its regency may start. */
function assertMayStart(actor: Actor, group: Group): 'chair' | 'office' {
  if (mayIn(actor, 'group.supervise', group) && !canSpeakFor(actor, group).allowed) {
    assertAllowed(isOpen(group))
    return 'office'
  }
  if (!actor.grants.some((grant) => grant.groupId === group.id)) throw notFound()
  assertAllowed(canSpeakFor(actor, group))
  return 'chair'
}

/** The same form sent again, while its handover still waits for the successor. */
async function sameForm(
  { db, tables: { chairHandovers } }: Tx,
  { id, groupId, actor }: Proposing,
): Promise<Handover | undefined> {
  const [former] = await db
    .select()
    .from(chairHandovers)
    .where(and(eq(chairHandovers.groupId, groupId), eq(chairHandovers.id, id)))
  return former?.status === 'proposed' && former.proposedBy === actor.id ? former : undefined
}

async function successorOf(
  { db, tables: { boardMembers } }: Tx,
  { groupId, memberId, name }: Proposing,
): Promise<{ name: string; memberId: string | null }> {
  if (!memberId) {
    if (!name) throw successorMissing()
    return { name, memberId: null }
  }
  const [member] = await db
    .select()
    .from(boardMembers)
    .where(and(eq(boardMembers.id, memberId), eq(boardMembers.groupId, groupId), isNull(boardMembers.until)))
  if (!member || member.post === 'ketua') throw successorMissing()
  return { name: member.name, memberId: member.id }
}

function successorMissing(): AppError {
  return new AppError(
    'successor_missing',
    422,
    'Pilih calon ketua dari daftar pengurus, atau tulis namanya.',
    'memberId',
  )
}

function ownContact(): AppError {
  return new AppError(
    'own_contact',
    422,
    'Ini kontak Anda sendiri. Tulis e-mail atau nomor HP calon ketua.',
    'contact',
  )
}
