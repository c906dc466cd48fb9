import { setImmediate } from 'node:timers/promises'
import { and, between, count, eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { recordAudit } from '~/features/audit/record-audit.server'
import type { Tx } from '~/platform/db/store'
import { AppError, changedMeanwhile, isAppError } from '~/platform/errors'
import { partId } from '~/platform/ids'
import type { JobInHand, LongJobHandler } from '~/platform/jobs/worker'
import type { Services } from '~/platform/services'
import { searchKey } from '~/platform/text'
import type { Tables } from '~/tables'
import { listWithMapping } from './check-list.server'
import { addToCounts } from './count-rows.server'
import { holdWhereRunning, type Mapping } from './find-mapping.server'
import { type NewMappingRow, ROWS_A_STATEMENT } from './insert-rows.server'
import { readListFile } from './list-file.server'
import { changeList, type MappingImport } from './lists.server'
import { mappingNotRunning } from './mapping.errors'
import type { ListedRow } from './read-list-row'
import { walkList } from './walk-list.server'

const Payload = z.object({ importId: z.string(), version: z.number() })
const unseen = { shows: 'nothing' } as const

/**
 * Takes a checked list in: every row that is new, all or none. Its rows arrive in pieces, so that others can write in
 * between, and nobody sees one before a last short transaction makes all of them live. The list is read once more,
 * against the mapping as it is then; when something no longer fits, nothing comes in and the office is told.
 */
export const applyList: LongJobHandler = async (services, payload, job) => {
  const { importId, version } = Payload.parse(payload)
  const found = await listWithMapping(services, importId)
  if (found?.list.status !== 'applying' || found.list.version !== version) return
  const { list, mapping } = found
  try {
    await arrive(services, list, mapping, job)
    await services.store.transact((tx) => becomeLive(tx, services, list))
  } catch (error) {
    if (!isAppError(error)) throw error
    await sweep(services, list)
    await services.store.transact((tx) =>
      changeList(tx, list, version, { status: 'checked', refusal: error.message }),
    )
  }
}

/** Writes the rows where nobody sees them. Done again after a cut it writes those that are missing. */
async function arrive(
  services: Services,
  list: MappingImport,
  mapping: Mapping,
  job: JobInHand,
): Promise<void> {
  const { store, clock } = services
  const now = clock()
  const reading = { db: store.read, tables: store.tables }
  const bytes = await readListFile(services, list)
  let piece: NewMappingRow[] = []
  let written = 0
  const write = async () => {
    if (piece.length === 0) return
    await store.transact(async (tx) => {
      await holdApplying(tx, list)
      await tx.db.insert(tx.tables.mappingRows).values(piece).onConflictDoNothing()
    }, unseen)
    written += piece.length
    piece = []
    await job.progress(written, list.counts?.fresh ?? 0)
  }
  for await (const { row, problems, fresh } of walkList(
    reading,
    mapping,
    { layout: list.layout, bytes },
    now,
  )) {
    if (problems.length > 0) throw outdated(row)
    if (fresh) piece.push(rowOf(fresh, mapping, list, { row, now }))
    if (piece.length === ROWS_A_STATEMENT) await write()
  }
  await write()
}

/** Another run of the same work may have ended it meanwhile. @throws changed_meanwhile 409 */
async function holdApplying({ db, tables: { mappingImports } }: Tx, list: MappingImport): Promise<void> {
  const [held] = await db
    .update(mappingImports)
    .set({ status: 'applying' })
    .where(
      and(
        eq(mappingImports.id, list.id),
        eq(mappingImports.version, list.version),
        eq(mappingImports.status, 'applying'),
      ),
    )
    .returning({ id: mappingImports.id })
  if (!held) throw changedMeanwhile()
}

async function becomeLive(tx: Tx, { clock, newId }: Services, list: MappingImport): Promise<void> {
  const { db, tables } = tx
  const { mappingRows } = tables
  const now = clock()
  await changeList(tx, list, list.version, { status: 'applied', appliedAt: now })
  const mapping = await holdWhereRunning(tx, eq(tables.mappings.id, list.mappingId))
  if (!mapping) throw mappingNotRunning()
  const districts = await db
    .selectDistinct({ code: mappingRows.districtCode })
    .from(mappingRows)
    .where(ofList(tables, list, 'arriving'))
  for (const { code } of districts) await districtBecomesLive(tx, list, code)
  const cells = await db
    .select({
      mappingId: mappingRows.mappingId,
      districtCode: mappingRows.districtCode,
      class: mappingRows.class,
      followUp: mappingRows.followUp,
      rows: count(),
    })
    .from(mappingRows)
    .where(ofList(tables, list, 'live'))
    .groupBy(mappingRows.mappingId, mappingRows.districtCode, mappingRows.class, mappingRows.followUp)
  await addToCounts(tx, cells)
  await recordAudit(tx, {
    id: newId(),
    at: now,
    actor: { id: list.createdBy, role: 'regency_officer' },
    action: 'mapping.listApplied',
    subject: { kind: 'mapping', id: mapping.id },
    region: mapping,
    delta: { rows: [null, cells.reduce((sum, { rows }) => sum + rows, 0)] },
  })
}

/** Without what was written by hand meanwhile. One district at a time, because others read in between. */
async function districtBecomesLive({ db, tables }: Tx, list: MappingImport, code: string): Promise<void> {
  const { mappingRows } = tables
  const here = between(mappingRows.villageCode, code, code.padEnd(10, '9'))
  const arriving = and(ofList(tables, list, 'arriving'), here)
  const living = db
    .select({ villageCode: mappingRows.villageCode, nameKey: mappingRows.nameKey })
    .from(mappingRows)
    .where(and(eq(mappingRows.mappingId, list.mappingId), eq(mappingRows.state, 'live'), here))
  await db
    .delete(mappingRows)
    .where(and(arriving, sql`(${mappingRows.villageCode}, ${mappingRows.nameKey}) in ${living}`))
  await db.update(mappingRows).set({ state: 'live' }).where(arriving)
  await setImmediate()
}

/** Deletes what arrived of a list that does not come in, in pieces too. */
async function sweep({ store }: Services, list: MappingImport): Promise<void> {
  const { mappingRows } = store.tables
  for (;;) {
    const rows = await store.read
      .select({ id: mappingRows.id })
      .from(mappingRows)
      .where(ofList(store.tables, list, 'arriving'))
      .limit(ROWS_A_STATEMENT)
    if (rows.length === 0) return
    await store.transact(async (tx) => {
      await holdApplying(tx, list)
      await tx.db.delete(mappingRows).where(
        inArray(
          mappingRows.id,
          rows.map(({ id }) => id),
        ),
      )
    }, unseen)
  }
}

function ofList({ mappingRows }: Tables, { id, mappingId }: MappingImport, state: 'arriving' | 'live') {
  return and(eq(mappingRows.mappingId, mappingId), eq(mappingRows.state, state), eq(mappingRows.importId, id))
}

function rowOf(
  listed: ListedRow,
  mapping: Mapping,
  list: MappingImport,
  { row, now }: { row: number; now: number },
): NewMappingRow {
  return {
    ...listed,
    id: partId(list.id, String(row)),
    mappingId: mapping.id,
    state: 'arriving',
    source: 'import',
    nameKey: searchKey(listed.name),
    importId: list.id,
    createdBy: list.createdBy,
    createdAt: now,
    updatedAt: now,
    provinceCode: mapping.provinceCode,
    regencyCode: mapping.regencyCode,
  }
}

function outdated(row: number): AppError {
  return new AppError(
    'list_outdated',
    409,
    `Wilayah, jenis atau pemetaan berubah sejak daftar ini diperiksa (baris ${row}). Tidak ada yang masuk. Tekan “Periksa ulang”, lalu lihat hasilnya.`,
  )
}
