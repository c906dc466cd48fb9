import { inArray } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import { type Actor, actingAs, mayIn, reach } from '~/features/identity/actor'
import { readTable } from '~/features/imports/read-table'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { tidy } from '~/platform/text'
import { headingsMissing } from './population.errors'
import type { PopulationImportId } from './population.schema'
import { codeIn, findHeadings, type KnownRegion, readFigures } from './read-figures'

interface Uploading {
  actor: Actor
  requestId: string
  /** Made with the form: sent twice it is kept once. */
  id: PopulationImportId
  source: string
  year: number
  file: File
}

/**
 * Reads a file of population figures and keeps it with what is wrong in it; nothing holds before it is accepted.
 * @throws what `readTable` says about the file; population_headings 422
 */
export async function uploadPopulation(
  { store, clock, newId }: Services,
  { actor, requestId, id, source, year, file }: Uploading,
): Promise<void> {
  const found = findHeadings(await readTable(file))
  if (!found) throw headingsMissing()
  const codes = [...new Set(found.rows.map(({ cells }) => codeIn(cells[found.columns.code])))]
  const { figures, problems } = readFigures(found, await knownRegions(store, actor, codes))
  const office = officeOf(actor)
  const now = clock()
  await store.transact(
    async (tx) => {
      const [kept] = await tx.db
        .insert(tx.tables.populationImports)
        .values({
          id,
          status: 'checked',
          fileName: tidy(file.name).slice(0, 150) || 'tanpa nama',
          source,
          year,
          sheet: found.sheet,
          rows: figures,
          problems,
          createdBy: actor.id,
          createdAt: now,
          ...office,
        })
        .onConflictDoNothing()
        .returning({ id: tx.tables.populationImports.id })
      if (!kept) return
      await recordAudit(tx, {
        id: newId(),
        at: now,
        actor: actingAs(actor, 'population.import', office),
        action: 'population.uploaded',
        subject: { kind: 'population_import', id },
        region: office,
        delta: { rows: [null, figures.length], source: [null, source] },
        requestId,
      })
    },
    { shows: 'nothing' },
  )
}

/** The scope of the office that brings figures: the widest that the actor holds. */
function officeOf(actor: Actor): { provinceCode: string; regencyCode: string } {
  const { national, provinceCodes, regencyCodes } = reach(actor, 'population.import')
  if (national) return { provinceCode: '', regencyCode: '' }
  const [province] = provinceCodes
  if (province) return { provinceCode: province, regencyCode: '' }
  const [regency] = regencyCodes
  if (!regency) throw notFound()
  return { provinceCode: regency.slice(0, 2), regencyCode: regency }
}

async function knownRegions(
  { read, tables: { regions } }: Services['store'],
  actor: Actor,
  codes: string[],
): Promise<Map<string, KnownRegion>> {
  const rows = codes.length === 0 ? [] : await read.select().from(regions).where(inArray(regions.code, codes))
  return new Map(
    rows.map(({ code, level, validUntil, provinceCode, regencyCode }) => [
      code,
      {
        level,
        inForce: validUntil === null,
        mine: mayIn(actor, 'population.import', { provinceCode, regencyCode: regencyCode ?? '' }),
      },
    ]),
  )
}
