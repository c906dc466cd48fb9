import { and, count, eq, inArray, isNull, sum } from 'drizzle-orm'
import { NATION } from '~/features/regions/places'
import type { Services } from '~/platform/services'

/** How much the portal keeps, and whether counts are being made anew. */
export async function adminNumbers({ store }: Services) {
  const { documents, activityPhotos, groups, coverageSteps, jobs } = store.tables
  const [[files], [photos], [registered], [national], [recounts], [failed]] = await Promise.all([
    store.read.select({ many: count(), bytes: sum(documents.bytes) }).from(documents),
    store.read
      .select({ many: count(), bytes: sum(activityPhotos.bytes) })
      .from(activityPhotos)
      .where(isNull(activityPhotos.removedAt)),
    store.read.select({ many: count() }).from(groups),
    store.read.select({ many: count() }).from(coverageSteps).where(eq(coverageSteps.regionCode, NATION)),
    store.read
      .select({ many: count() })
      .from(jobs)
      .where(and(inArray(jobs.status, ['queued', 'running']), eq(jobs.kind, 'coverage.recount'))),
    store.read
      .select({ many: count() })
      .from(jobs)
      .where(and(eq(jobs.status, 'dead'), eq(jobs.kind, 'coverage.recount'))),
  ])
  return {
    documents: { many: Number(files?.many ?? 0), bytes: Number(files?.bytes ?? 0) },
    photos: { many: Number(photos?.many ?? 0), bytes: Number(photos?.bytes ?? 0) },
    groups: Number(registered?.many ?? 0),
    /** Days on which the counts of the country change. */
    countedDays: Number(national?.many ?? 0),
    recounts: { unfinished: Number(recounts?.many ?? 0), failed: Number(failed?.many ?? 0) },
  }
}
