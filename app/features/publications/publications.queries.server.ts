import { and, desc, eq, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Actor, groupIdsOf } from '~/features/identity/actor'
import { inReach } from '~/features/identity/in-reach.server'
import { notFound } from '~/platform/errors'
import { jobProgress } from '~/platform/jobs/progress'
import type { Services } from '~/platform/services'
import { jobOf, type Publication } from './make-publication.server'
import { madeOn } from './offices'

const PAGE = 20

/** Where a page of the list begins: the moment and the id of the last one before it. */
export const PublicationCursor = z
  .string()
  .regex(/^\d{1,15}_[0-9a-f-]{36}$/)
  .transform((text) => ({ at: Number(text.split('_')[0]), id: text.split('_')[1] ?? '' }))
export type PublicationCursor = z.output<typeof PublicationCursor>

/** The snapshots of the offices in reach, newest first, one page. */
export async function listPublications(
  { store }: Services,
  actor: Actor,
  after: PublicationCursor | undefined,
) {
  const { publications } = store.tables
  const rows = await store.read
    .select()
    .from(publications)
    .where(
      and(
        isNull(publications.groupId),
        inReach(actor, 'publication.read', publications),
        after ? olderThan(publications, after) : undefined,
      ),
    )
    .orderBy(desc(publications.madeAt), desc(publications.id))
    .limit(PAGE + 1)
  const shown = rows.slice(0, PAGE)
  const last = rows.length > PAGE ? shown.at(-1) : undefined
  return { rows: shown.map(summary), next: last ? `${last.madeAt}_${last.id}` : null }
}

function olderThan(
  { madeAt, id }: Services['store']['tables']['publications'],
  after: PublicationCursor,
): SQL | undefined {
  return or(lt(madeAt, after.at), and(eq(madeAt, after.at), lt(id, after.id)))
}

function summary(publication: Publication) {
  const { id, number, title, place, period, office, files } = publication
  return { id, number, title, place, period, office, madeOn: madeOn(publication), isReady: files !== null }
}
/** The snapshots of a group itself, newest first, and how far their making has come. The caller has checked who asks. */
export async function publicationsOfGroup({ store }: Services, groupId: string) {
  const { publications } = store.tables
  const rows = await store.read
    .select()
    .from(publications)
    .where(eq(publications.groupId, groupId))
    .orderBy(desc(publications.madeAt), desc(publications.id))
    .limit(PAGE)
  return Promise.all(
    rows.map(async (row) => ({ ...summary(row), progress: await progressOf({ store }, row) })),
  )
}

/** How far the making of a snapshot has come; undefined when it is made. */
async function progressOf({ store }: Pick<Services, 'store'>, { id, files }: Publication) {
  return files ? undefined : jobProgress(store, jobOf(id))
}

/**
 * A snapshot for the offices in reach, and a group's own for its people.
 * @throws notFound for an unknown one and for one out of scope alike
 */
export async function readablePublication(
  { store }: Services,
  actor: Actor,
  id: string,
): Promise<Publication> {
  const { publications } = store.tables
  const own = inArray(publications.groupId, groupIdsOf(actor))
  // Everywhere is no condition at all: it must not fall out of the `or`.
  const office = inReach(actor, 'publication.read', publications) ?? sql`1 = 1`
  const [found] = await store.read
    .select()
    .from(publications)
    .where(and(eq(publications.id, id), or(own, office)))
  if (!found) throw notFound()
  return found
}

/** A snapshot of an office with how far its making has come. */
export async function publicationScreen(services: Services, actor: Actor, id: string) {
  const publication = await readablePublication(services, actor, id)
  return { ...publication, progress: await progressOf(services, publication) }
}

/** What anyone may learn of a number: that the document exists, from whom, and the hashes of what was issued. */
export async function verifyPublication({ store }: Services, number: string) {
  const { publications } = store.tables
  const [found] = await store.read.select().from(publications).where(eq(publications.number, number))
  if (!found) return null
  const { title, place, period, office, factsSha256, files } = found
  return { number, title, place, period, office, madeOn: madeOn(found), factsSha256, files }
}
