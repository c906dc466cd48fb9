import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { Actor } from '~/features/identity/actor'
import { inReach } from '~/features/identity/in-reach.server'
import { officeName, type Place, withWord } from '~/features/regions/places'
import { findPlace } from '~/features/regions/places.queries.server'
import { settingAt } from '~/features/settings/settings.queries.server'
import { localDate } from '~/platform/calendar'
import type { Instant } from '~/platform/clock'
import type { Database, Tx } from '~/platform/db/store'
import type { Decision } from '~/platform/decision'
import { notFound } from '~/platform/errors'
import type { Tables } from '~/tables'
import { canReview, reviewingRole } from './review.policy'

export interface Reading {
  db: Database
  tables: Tables
}

export type Application = Tables['applications']['$inferSelect']

/**
 * An application as an office may see it: sent at least once, in the office's own region.
 * @throws not_found for everything else
 */
export async function findForReview(
  { db, tables: { applications } }: Reading,
  actor: Actor,
  applicationId: string,
): Promise<Application> {
  const [application] = await db
    .select()
    .from(applications)
    .where(
      and(
        eq(applications.id, applicationId),
        isNotNull(applications.submittedAt),
        inReach(actor, 'registration.review', applications),
      ),
    )
  if (!application) throw notFound()
  return application
}

/**
 * The same, and from here to the end of the transaction nobody else changes it: who comes second waits,
 * then reads what the first has written. Use it for every act that writes.
 * @throws not_found
 */
export async function holdForReview(tx: Tx, actor: Actor, applicationId: string): Promise<Application> {
  const { applications } = tx.tables
  // Changes nothing, but takes the row's lock on PostgreSQL; SQLite has one writer anyway.
  await tx.db
    .update(applications)
    .set({ version: sql`${applications.version}` })
    .where(eq(applications.id, applicationId))
  return findForReview(tx, actor, applicationId)
}

/** The place of an application; the foreign key holds that there is one. */
export async function placeOf(reading: Reading, application: Application): Promise<Place> {
  const place = await findPlace(reading, application.villageCode)
  if (!place) throw new Error(`application ${application.id} has no place`)
  return place
}

/** May the actor take, judge and decide this application, under the settings in force there today? */
export async function mayReview(
  reading: Reading,
  { actor, application, place, now }: { actor: Actor; application: Application; place: Place; now: Instant },
): Promise<Decision> {
  const today = localDate(now, place.zone)
  const provinceDecides = await settingAt(reading, 'provinceDecides', application, today)
  return canReview(actor, application, { provinceDecides })
}

/** The office in whose name the actor acts here, in words that the group may read. */
export function actingOffice(actor: Actor, application: Application, place: Place): string {
  return reviewingRole(actor, application) === 'province_officer'
    ? `Dinas Kominfo ${withWord(place.province)}`
    : officeName(place.regency)
}
