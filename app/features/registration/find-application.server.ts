import { asc, eq } from 'drizzle-orm'
import { documentsOfApplication } from '~/features/documents/documents.queries.server'
import type { Actor } from '~/features/identity/actor'
import { findPlace } from '~/features/regions/places.queries.server'
import type { Database } from '~/platform/db/store'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import type { Tables } from '~/tables'
import { mayOpenApplication } from './applicant.policy'

interface Reading {
  db: Database
  tables: Tables
}

/**
 * An application that the actor may fill in, with its place and what the office said.
 * @throws notFound for an unknown one and for someone else's alike
 */
export async function findOwnApplication({ db, tables }: Reading, actor: Actor, applicationId: string) {
  const { applications, applicationReviews } = tables
  const [application] = await db.select().from(applications).where(eq(applications.id, applicationId))
  if (!application || !mayOpenApplication(actor, application)) throw notFound()
  const place = await findPlace({ db, tables }, application.villageCode)
  if (!place) throw new Error(`application ${applicationId} has no place`)
  const verdicts = await db
    .select({
      item: applicationReviews.item,
      verdict: applicationReviews.verdict,
      reason: applicationReviews.reason,
    })
    .from(applicationReviews)
    .where(eq(applicationReviews.applicationId, applicationId))
  return { application, place, verdicts }
}

export type OwnApplication = Awaited<ReturnType<typeof findOwnApplication>>

/** The same with its documents and its timeline, for a screen. */
export async function readOwnApplication({ store }: Services, actor: Actor, applicationId: string) {
  const reading = { db: store.read, tables: store.tables }
  const { applicationEvents } = store.tables
  const own = await findOwnApplication(reading, actor, applicationId)
  const documents = await documentsOfApplication(reading, applicationId)
  const events = await store.read
    .select()
    .from(applicationEvents)
    .where(eq(applicationEvents.applicationId, applicationId))
    .orderBy(asc(applicationEvents.at), asc(applicationEvents.id))
  return { ...own, documents, events }
}
