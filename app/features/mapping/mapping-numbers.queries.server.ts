import { and, count, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Reading } from './find-mapping.server'
import { type FollowUp, followUps, type RowClass, rowClasses } from './mapping.schema'
import { inForceInside } from './villages.queries.server'

/** How many rows of each class and of each follow-up, and how many in all. */
export interface MappingNumbers {
  classes: Record<RowClass, number>
  followUps: Record<FollowUp, number>
  rows: number
}

export function noNumbers(): MappingNumbers {
  return {
    classes: { kim: 0, a: 0, b: 0 },
    followUps: { form: 0, strengthen: 0, partner: 0, watch: 0, none: 0 },
    rows: 0,
  }
}

/** What a mapping holds, by district code. */
export async function numbersByDistrict(
  { db, tables: { mappingCounts } }: Reading,
  mappingId: string,
): Promise<Map<string, MappingNumbers>> {
  const rows = await db.select().from(mappingCounts).where(eq(mappingCounts.mappingId, mappingId))
  const districts = new Map<string, MappingNumbers>()
  for (const { districtCode, class: rowClass, followUp, rows: counted } of rows) {
    const numbers = districts.get(districtCode) ?? noNumbers()
    numbers.classes[rowClass] += counted
    numbers.followUps[followUp] += counted
    numbers.rows += counted
    districts.set(districtCode, numbers)
  }
  return districts
}

/** The sum of several. */
export function sumOf(all: Iterable<MappingNumbers>): MappingNumbers {
  const sum = noNumbers()
  for (const { classes, followUps: proposed, rows } of all) {
    for (const one of rowClasses) sum.classes[one] += classes[one]
    for (const one of followUps) sum.followUps[one] += proposed[one]
    sum.rows += rows
  }
  return sum
}

/** Villages in which the mapping holds anything, each with how many KIM and how many candidates. */
export async function villagesMapped(
  { db, tables: { mappingRows } }: Reading,
  mappingId: string,
): Promise<Map<string, { groups: number; candidates: number }>> {
  const rows = await db
    .select({ code: mappingRows.villageCode, class: mappingRows.class, rows: count() })
    .from(mappingRows)
    .where(and(eq(mappingRows.mappingId, mappingId), eq(mappingRows.state, 'live')))
    .groupBy(mappingRows.class, mappingRows.villageCode)
  const villages = new Map<string, { groups: number; candidates: number }>()
  for (const row of rows) {
    const village = villages.get(row.code) ?? { groups: 0, candidates: 0 }
    village[row.class === 'kim' ? 'groups' : 'candidates'] += Number(row.rows)
    villages.set(row.code, village)
  }
  return villages
}

/** The villages of a regency in which the mapping holds nothing, by code. The cost is the villages, not the rows. */
export async function emptyVillages(
  { db, tables: { regions, mappingRows } }: Reading,
  { id, regencyCode }: { id: string; regencyCode: string },
): Promise<Set<string>> {
  const there = db
    .select({ id: mappingRows.id })
    .from(mappingRows)
    .where(
      and(
        eq(mappingRows.mappingId, id),
        eq(mappingRows.state, 'live'),
        eq(mappingRows.villageCode, regions.code),
      ),
    )
    // Looked up for each village: without it PostgreSQL's kept plan reads all rows of the mapping.
    .limit(1)
  const rows = await db
    .select({ code: regions.code })
    .from(regions)
    .where(and(inForceInside(regions, regencyCode), eq(regions.level, 'village'), isNull(there)))
  return new Set(rows.map(({ code }) => code))
}

/** What invitations of a mapping brought: candidates invited, applications begun, and KIM registered. */
export async function broughtBy(
  { db, tables: { mappingInvitations, applications } }: Reading,
  mappingId: string,
): Promise<{ invited: number; applications: number; groups: number }> {
  const [row] = await db
    .select({
      invited: sql<number>`count(distinct ${mappingInvitations.rowId})`,
      applications: sql<number>`count(distinct case when ${isNotNull(applications.id)} then ${mappingInvitations.rowId} end)`,
      groups: sql<number>`count(distinct case when ${isNotNull(applications.groupId)} then ${mappingInvitations.rowId} end)`,
    })
    .from(mappingInvitations)
    .leftJoin(applications, eq(applications.id, mappingInvitations.applicationId))
    .where(eq(mappingInvitations.mappingId, mappingId))
  return {
    invited: Number(row?.invited ?? 0),
    applications: Number(row?.applications ?? 0),
    groups: Number(row?.groups ?? 0),
  }
}
