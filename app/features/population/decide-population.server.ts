import { and, eq, sql } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import { type Actor, actingAs, mayIn } from '~/features/identity/actor'
import type { Tx } from '~/platform/db/store'
import { changedMeanwhile, notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import type { Tables } from '~/tables'
import { notApplicable } from './population.errors'

interface Deciding {
  actor: Actor
  requestId: string
  importId: string
  version: number
}

/** Rows of a statement: their values stay below the 32,766 that SQLite takes. */
const BATCH = 1000

/**
 * Takes the figures of a file, all or none; what was known of the same regions and year is replaced.
 * @throws notFound out of scope; population_finished, changed_meanwhile 409
 */
export function applyPopulation(services: Services, deciding: Deciding): Promise<number> {
  return decide(services, deciding, 'applied')
}

/** Throws a file away. @throws like `applyPopulation` */
export function discardPopulation(services: Services, deciding: Deciding): Promise<number> {
  return decide(services, deciding, 'discarded')
}

async function decide(
  { store, clock, newId }: Services,
  { actor, requestId, importId, version }: Deciding,
  to: 'applied' | 'discarded',
): Promise<number> {
  const now = clock()
  return store.transact(
    async (tx) => {
      const { populationImports } = tx.tables
      const [found] = await tx.db.select().from(populationImports).where(eq(populationImports.id, importId))
      if (!found || !mayIn(actor, 'population.import', found)) throw notFound()
      const { status, problems, rows } = found
      if (status !== 'checked') throw notApplicable()
      if (to === 'applied' && (problems.length > 0 || rows.length === 0)) throw notApplicable()
      const [moved] = await tx.db
        .update(populationImports)
        .set({ status: to, version: version + 1, ...(to === 'applied' ? { appliedAt: now } : {}) })
        .where(
          and(
            eq(populationImports.id, importId),
            eq(populationImports.version, version),
            eq(populationImports.status, 'checked'),
          ),
        )
        .returning({ id: populationImports.id })
      if (!moved) throw changedMeanwhile()
      if (to === 'applied') await writeFigures(tx, found)
      await recordAudit(tx, {
        id: newId(),
        at: now,
        actor: actingAs(actor, 'population.import', found),
        action: to === 'applied' ? 'population.applied' : 'population.discarded',
        subject: { kind: 'population_import', id: importId },
        region: found,
        delta: { status: [status, to], rows: [null, rows.length] },
        requestId,
      })
      return rows.length
    },
    { shows: 'nothing' },
  )
}

async function writeFigures(
  { db, tables: { populationFigures } }: Tx,
  { id: importId, year, source, rows }: Tables['populationImports']['$inferSelect'],
): Promise<void> {
  // In one order, so that two offices that bring the same regions never wait for each other in a ring.
  const sorted = [...rows].sort((a, b) => (a.regionCode < b.regionCode ? -1 : 1))
  for (let at = 0; at < sorted.length; at += BATCH) {
    await db
      .insert(populationFigures)
      .values(sorted.slice(at, at + BATCH).map((row) => ({ ...row, year, source, importId })))
      .onConflictDoUpdate({
        target: [populationFigures.regionCode, populationFigures.year],
        set: {
          total: sql`excluded.total`,
          target: sql`excluded.target`,
          source: sql`excluded.source`,
          importId: sql`excluded.import_id`,
        },
      })
  }
}
