import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { isAppError } from '~/platform/errors'
import type { LongJobHandler } from '~/platform/jobs/worker'
import type { Services } from '~/platform/services'
import type { Mapping } from './find-mapping.server'
import { readListFile } from './list-file.server'
import { changeList, type MappingImport } from './lists.server'
import type { ImportCounts } from './mapping.schema'
import type { ListProblem } from './read-list-row'
import { walkList } from './walk-list.server'

const Payload = z.object({ importId: z.string(), version: z.number() })

/** Problems that are kept for the screen and the file; after as many wrong rows nobody reads on. */
const KEPT_PROBLEMS = 2000
const MAX_WRONG_ROWS = 1000
/** Rows after which the page is told how far it has come. */
const STEP = 2000
const BATCH = 500

/** The dry run: reads a list against its mapping and keeps what is wrong, by cell. Nothing enters the mapping. */
export const checkList: LongJobHandler = async (services, payload, job) => {
  const { importId, version } = Payload.parse(payload)
  const found = await listWithMapping(services, importId)
  if (found?.list.status !== 'checking' || found.list.version !== version) return
  const counts: ImportCounts = { rows: 0, fresh: 0, repeated: 0, wrongRows: 0, stopped: false }
  const problems: ListProblem[] = []
  const reading = { db: services.store.read, tables: services.store.tables }
  try {
    const bytes = await readListFile(services, found.list)
    const wrong = new Set<number>()
    let last = 0
    for await (const { row, problems: told, fresh } of walkList(
      reading,
      found.mapping,
      { layout: found.list.layout, bytes },
      services.clock(),
    )) {
      // Merged cells are told of after the rows, and name one of them.
      if (row > last) counts.rows++
      last = Math.max(last, row)
      if (told.length > 0) wrong.add(row)
      else if (fresh) counts.fresh++
      else counts.repeated++
      problems.push(...told.slice(0, KEPT_PROBLEMS - problems.length))
      if (counts.rows % STEP === 0) await job.progress(counts.rows, 0)
      if (wrong.size < MAX_WRONG_ROWS) continue
      counts.stopped = true
      break
    }
    counts.wrongRows = wrong.size
  } catch (error) {
    if (!isAppError(error)) throw error
    return finish(services, found.list, { status: 'refused', refusal: error.message, counts: null }, [])
  }
  await finish(services, found.list, { status: 'checked', refusal: null, counts }, problems)
}

async function finish(
  { store }: Services,
  list: MappingImport,
  result: Pick<MappingImport, 'status' | 'refusal' | 'counts'>,
  problems: ListProblem[],
): Promise<void> {
  await store.transact(
    async (tx) => {
      const { mappingImportProblems } = tx.tables
      await changeList(tx, list, list.version, result)
      await tx.db.delete(mappingImportProblems).where(eq(mappingImportProblems.importId, list.id))
      for (let at = 0; at < problems.length; at += BATCH) {
        await tx.db
          .insert(mappingImportProblems)
          .values(
            problems.slice(at, at + BATCH).map((one, by) => ({ importId: list.id, at: at + by, ...one })),
          )
      }
    },
    { shows: 'nothing' },
  )
}

/** A list and its mapping, for the jobs. */
export async function listWithMapping(
  { store }: Services,
  importId: string,
): Promise<{ list: MappingImport; mapping: Mapping } | undefined> {
  const { mappingImports, mappings } = store.tables
  const [found] = await store.read
    .select({ list: mappingImports, mapping: mappings })
    .from(mappingImports)
    .innerJoin(mappings, eq(mappings.id, mappingImports.mappingId))
    .where(eq(mappingImports.id, importId))
  return found
}
