import { type Actor, groupIdsOf, mayIn, type Scoped } from '~/features/identity/actor'

/** What decides who may read a document: the application, the group or the partnership that it belongs to. */
export interface DocumentSubject {
  application: (Scoped & { createdBy: string; source: 'online' | 'paper'; submittedAt: number | null }) | null
  group: (Scoped & { id: string }) | null
  partnership: Scoped | null
}

/**
 * True for who sent it, for the group's own people, and for officers who may review in its region.
 * What belongs to a partnership is for offices alone. An online draft is its applicant's alone until it is submitted.
 */
export function mayReadDocument(actor: Actor, { application, group, partnership }: DocumentSubject): boolean {
  if (application) {
    if (application.createdBy === actor.id) return true
    const seen = application.source === 'paper' || application.submittedAt !== null
    if (seen && mayIn(actor, 'registration.review', application)) return true
  }
  if (group) {
    return groupIdsOf(actor).includes(group.id) || mayIn(actor, 'registration.review', group)
  }
  return partnership !== null && mayIn(actor, 'partnership.read', partnership)
}
