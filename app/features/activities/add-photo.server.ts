import { createHash } from 'node:crypto'
import { and, count, eq, isNull } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import type { Actor } from '~/features/identity/actor'
import type { Tx } from '~/platform/db/store'
import { assertAllowed } from '~/platform/decision'
import { isAppError, notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { acceptPhoto } from './accept-photo.server'
import { canChange } from './activities.policy'
import { MAX_PHOTOS } from './activities.schema'
import { photoErrors } from './photos.errors'
import { type Activity, lockActivity, recordEvent } from './store-activity.server'

interface Adding {
  actor: Actor
  requestId: string
  activityId: string
  /** Made by the browser: sent twice it is stored once, and what was removed since stays removed. */
  photoId: string
  photo: Blob
  /** The id follows from the bytes: whoever sends a removed one again means to have it back. */
  restores?: boolean
}

/**
 * Adds a photo to an activity, together with it or days later. One of a confirmed activity marks it as changed since.
 * @returns whether it is new, or was stored by an earlier sending
 * @throws notFound for others' groups; activity_withdrawn 409; photo_too_many and the 422 of `acceptPhoto`
 */
export async function addPhoto(
  services: Services,
  { actor, requestId, activityId, photoId, photo, restores = false }: Adding,
): Promise<{ stored: boolean }> {
  const { store, clock, newId } = services
  await assertMayAdd(services, actor, activityId)
  const accepted = await acceptPhoto(services, photo)
  const now = clock()
  return store.transact(async (tx) => {
    const { activityPhotos } = tx.tables
    const activity = await lockActivity(tx, activityId)
    if (!activity) throw notFound()
    assertAllowed(canChange(actor, activity))
    const [before] = await tx.db.select().from(activityPhotos).where(eq(activityPhotos.id, photoId))
    if (before && before.activityId !== activityId) throw notFound()
    if (before && !(restores && before.removedAt !== null)) return { stored: false }
    if ((await countPhotos(tx, activityId)) >= MAX_PHOTOS) throw photoErrors.tooMany()
    const fresh = { ...accepted, uploadedBy: actor.id, uploadedAt: now, removedAt: null }
    await (before
      ? tx.db.update(activityPhotos).set(fresh).where(eq(activityPhotos.id, photoId))
      : tx.db.insert(activityPhotos).values({ id: photoId, activityId, ...fresh }))
    await noteChange(tx, { activity, actor, kind: 'photo_added', at: now, newId })
    await recordAudit(tx, {
      id: newId(),
      at: now,
      actor: { id: actor.id, role: 'volunteer' },
      action: 'activity.photoAdded',
      subject: { kind: 'activity', id: activityId },
      region: activity,
      delta: { photo: [null, photoId] },
      requestId,
    })
    return { stored: true }
  })
}

/**
 * Adds the photos that came in one form, as many as can be. Their ids follow from their bytes, so that sending the
 * form twice stores them once, and one that was removed comes back.
 * @returns how many are new or back, and for each that was refused, why
 * @throws notFound, activity_withdrawn
 */
export async function addPhotos(
  services: Services,
  { photos, ...adding }: Omit<Adding, 'photo' | 'photoId' | 'restores'> & { photos: Blob[] },
): Promise<{ added: number; refused: string[] }> {
  let added = 0
  const refused: string[] = []
  for (const [at, photo] of photos.entries()) {
    try {
      const photoId = idFromBytes(adding.activityId, new Uint8Array(await photo.arrayBuffer()))
      const { stored } = await addPhoto(services, { ...adding, photo, photoId, restores: true })
      if (stored) added += 1
    } catch (error) {
      if (!isAppError(error) || error.status !== 422) throw error
      refused.push(`Foto ke-${at + 1}: ${error.message}`)
    }
  }
  return { added, refused }
}

/** Before any picture is opened: nobody else's bytes are worked on. */
async function assertMayAdd({ store }: Services, actor: Actor, activityId: string): Promise<void> {
  const { activities } = store.tables
  const [activity] = await store.read.select().from(activities).where(eq(activities.id, activityId))
  if (!activity) throw notFound()
  assertAllowed(canChange(actor, activity))
}

/** A photo came or went: who decides must have seen it, and everyone who reads a confirmed activity is told. */
export async function noteChange(
  tx: Tx,
  {
    activity,
    actor,
    kind,
    at,
    newId,
  }: {
    activity: Activity
    actor: Actor
    kind: 'photo_added' | 'photo_removed'
    at: number
    newId: () => string
  },
): Promise<void> {
  const { activities } = tx.tables
  await tx.db
    .update(activities)
    .set({ version: activity.version + 1, editedSinceConfirmed: activity.status === 'confirmed' })
    .where(eq(activities.id, activity.id))
  await recordEvent(tx, {
    id: newId(),
    activityId: activity.id,
    kind,
    byAccount: actor.id,
    byOffice: false,
    at,
  })
}

async function countPhotos({ db, tables: { activityPhotos } }: Tx, activityId: string): Promise<number> {
  const [row] = await db
    .select({ total: count() })
    .from(activityPhotos)
    .where(and(eq(activityPhotos.activityId, activityId), isNull(activityPhotos.removedAt)))
  return Number(row?.total ?? 0)
}

/** A UUID made of a hash (RFC 9562, version 8). */
function idFromBytes(activityId: string, bytes: Uint8Array): string {
  const hash = createHash('sha256').update(activityId).update(bytes).digest('hex')
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `a${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-')
}
