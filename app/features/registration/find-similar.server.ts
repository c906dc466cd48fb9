import { and, eq, inArray, ne, or } from 'drizzle-orm'
import { groupStatusWords } from '~/features/groups/groups.messages'
import { likelySameGroup } from '~/features/groups/name-likeness'
import type { Actor } from '~/features/identity/actor'
import type { Place } from '~/features/regions/places'
import type { Database } from '~/platform/db/store'
import type { Tables } from '~/tables'
import { applicationStatusWords } from './registration.messages'

export interface SimilarGroup {
  name: string
  /** "Terdaftar, nomor 940404200101" or "Permohonan: menunggu diperiksa". */
  state: string
  /** Of a registered group. */
  number: string | null
}

/**
 * Groups and open applications of the same village whose name probably means the same group.
 * Drafts of other people stay unseen.
 */
export async function findSimilar(
  { db, tables: { groups, applications } }: { db: Database; tables: Tables },
  actor: Actor,
  { name, place, applicationId }: { name: string; place: Place; applicationId: string },
): Promise<SimilarGroup[]> {
  const villageCode = place.village.code
  const registered = await db
    .select({ name: groups.name, number: groups.number, status: groups.status })
    .from(groups)
    .where(eq(groups.villageCode, villageCode))
  const open = await db
    .select({ name: applications.groupName, status: applications.status })
    .from(applications)
    .where(
      and(
        eq(applications.villageCode, villageCode),
        ne(applications.id, applicationId),
        or(
          inArray(applications.status, ['submitted', 'under_review', 'returned']),
          and(eq(applications.status, 'draft'), eq(applications.createdBy, actor.id)),
        ),
      ),
    )
  const placeNames = [place.village.name, place.district.name, place.regency.name]
  return [
    ...registered.map((group) => ({
      name: group.name,
      number: group.number,
      state: `${groupStatusWords[group.status].toLowerCase()}, nomor ${group.number}`,
    })),
    ...open.map((application) => ({
      name: application.name,
      number: null,
      state:
        application.status === 'draft'
          ? 'draf Anda sendiri'
          : `permohonan, ${applicationStatusWords[application.status].toLowerCase()}`,
    })),
  ].filter((other) => likelySameGroup(other.name, name, placeNames))
}
