import { and, asc, desc, eq, inArray, lte } from 'drizzle-orm'
import { type Actor, mayIn } from '~/features/identity/actor'
import { inReach } from '~/features/identity/in-reach.server'
import { withWord } from '~/features/regions/places'
import { nameRegions } from '~/features/regions/regions.queries.server'
import type { Database } from '~/platform/db/store'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import type { Tables } from '~/tables'

export interface PopulationFigure {
  year: number
  total: number
  /** Aged 16 to 64. */
  target: number
  source: string
}

/** The newest figures of regions up to a year, by code; a region without any is left out. */
export async function populationOf(
  { db, tables: { populationFigures } }: { db: Database; tables: Tables },
  regionCodes: string[],
  year: number,
): Promise<Map<string, PopulationFigure>> {
  const rows = await db
    .select()
    .from(populationFigures)
    .where(and(inArray(populationFigures.regionCode, regionCodes), lte(populationFigures.year, year)))
    .orderBy(asc(populationFigures.year))
  return new Map(
    rows.map(({ regionCode, year: of, total, target, source }) => [
      regionCode,
      { year: of, total, target, source },
    ]),
  )
}

const LISTED = 50

/** What offices in reach imported, newest first. */
export async function populationImportsScreen({ store, newId, clock }: Services, actor: Actor) {
  const { populationImports: imports } = store.tables
  const rows = await store.read
    .select({
      id: imports.id,
      fileName: imports.fileName,
      source: imports.source,
      year: imports.year,
      status: imports.status,
      createdAt: imports.createdAt,
      problems: imports.problems,
    })
    .from(imports)
    .where(inReach(actor, 'population.import', imports))
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(LISTED)
  return {
    formId: newId(),
    thisYear: new Date(clock()).getUTCFullYear(),
    rows: rows.map(({ problems, ...row }) => ({ ...row, problemCount: problems.length })),
  }
}

const SHOWN = 100

/** A file of figures with what is wrong with it, or what it will bring. @throws notFound out of scope */
export async function populationImportScreen({ store }: Services, actor: Actor, id: string) {
  const { populationImports, populationFigures } = store.tables
  const [found] = await store.read.select().from(populationImports).where(eq(populationImports.id, id))
  if (!found || !mayIn(actor, 'population.import', found)) throw notFound()
  const { rows, problems, ...about } = found
  const shown = rows.slice(0, SHOWN)
  const codes = shown.map(({ regionCode }) => regionCode)
  const reading = { db: store.read, tables: store.tables }
  const [names, before] = await Promise.all([
    nameRegions(reading, codes),
    codes.length === 0
      ? []
      : store.read
          .select()
          .from(populationFigures)
          .where(and(inArray(populationFigures.regionCode, codes), eq(populationFigures.year, found.year))),
  ])
  return {
    ...about,
    rowCount: rows.length,
    problemCount: problems.length,
    problems: problems.slice(0, SHOWN),
    rows: shown.map((row) => {
      const named = names.find(({ code }) => code === row.regionCode)
      const earlier = before.find(({ regionCode }) => regionCode === row.regionCode)
      return {
        ...row,
        name: named ? withWord(named) : row.regionCode,
        before: earlier ? { total: earlier.total, target: earlier.target } : null,
      }
    }),
  }
}
