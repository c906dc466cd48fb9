import { and, desc, eq, gt, isNull, ne } from 'drizzle-orm'
import { type Actor, chairs } from '~/features/identity/actor'
import type { Instant } from '~/platform/clock'
import type { Services } from '~/platform/services'
import type { Tables } from '~/tables'
import { type GroupId, posts } from './groups.schema'
import { findOwnGroup, membersOf } from './own-group.queries.server'

/** Who may act for a group, for its people; its chair also sees the open invitations. @throws notFound for others */
export async function membersScreen(services: Services, actor: Actor, groupId: GroupId) {
  const { store, clock } = services
  const { group, place } = await findOwnGroup(services, actor, groupId)
  const { invitations } = store.tables
  const mayChange = chairs(actor, groupId) && group.status !== 'closed'
  const [members, open] = await Promise.all([
    membersOf(services, groupId),
    mayChange
      ? store.read
          .select({
            id: invitations.id,
            name: invitations.name,
            post: invitations.post,
            expiresAt: invitations.expiresAt,
          })
          .from(invitations)
          .where(openFor(store.tables, groupId, actor.id, clock()))
          .orderBy(desc(invitations.createdAt), desc(invitations.id))
      : [],
  ])
  const rank = ({ post }: { post: (typeof members)[number]['post'] }) => posts.indexOf(post ?? 'anggota')
  return {
    group: { id: group.id, name: group.name, status: group.status },
    zone: place.zone,
    me: actor.id,
    mayChange,
    members: members.sort((a, b) => rank(a) - rank(b)),
    open,
  }
}

/**
 * Invitations of members that can still be accepted. Those of a former chair cannot: an invitation is worth what its
 * maker may do today.
 */
export function openFor({ invitations }: Tables, groupId: string, chairId: string, now: Instant) {
  return and(
    eq(invitations.groupId, groupId),
    eq(invitations.invitedBy, chairId),
    ne(invitations.post, 'ketua'),
    isNull(invitations.acceptedAt),
    isNull(invitations.revokedAt),
    gt(invitations.expiresAt, now),
  )
}
