import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import type { Actor } from '~/features/identity/actor'
import { columnsProblem } from '~/features/imports/columns'
import type { Tx } from '~/platform/db/store'
import { AppError, changedMeanwhile, notFound } from '~/platform/errors'
import { enqueue } from '~/platform/jobs/enqueue'
import type { Services } from '~/platform/services'
import { tidy } from '~/platform/text'
import type { Tables } from '~/tables'
import { findMapping, holdRunning, type Mapping, type Reading } from './find-mapping.server'
import { listColumns } from './list-columns'
import type { ImportStatus, ListActForm } from './mapping.schema'
import { readLayout } from './read-layout.server'

export type MappingImport = Tables['mappingImports']['$inferSelect']

/** A list of a mapping. @throws not_found */
export async function findList(
  { db, tables: { mappingImports } }: Reading,
  mappingId: string,
  importId: string,
): Promise<MappingImport> {
  const [found] = await db
    .select()
    .from(mappingImports)
    .where(and(eq(mappingImports.id, importId), eq(mappingImports.mappingId, mappingId)))
  if (!found) throw notFound()
  return found
}

/** Changes a list if it still is what was seen. @throws changed_meanwhile 409 */
export async function changeList(
  { db, tables: { mappingImports } }: Tx,
  { id }: Pick<MappingImport, 'id'>,
  version: number,
  change: Partial<MappingImport>,
): Promise<MappingImport> {
  const [changed] = await db
    .update(mappingImports)
    .set({ ...change, version: version + 1 })
    .where(and(eq(mappingImports.id, id), eq(mappingImports.version, version)))
    .returning()
  if (!changed) throw changedMeanwhile()
  return changed
}

/** The job that checks a list or takes it in; each version of a list is worked on once. */
export const listJob = ({ id, version }: Pick<MappingImport, 'id' | 'version'>) =>
  `mapping.list:${id}:${version}`

/**
 * Keeps a list, its columns guessed; nothing of it is in the mapping yet. Sending the form twice keeps one.
 * @throws not_found; mapping_not_running, list_id_used 409; list_refused 422 (file) for what is no list
 */
export async function uploadList(
  services: Services,
  { id, file, ...acting }: Acting & { id: string; file: File },
): Promise<void> {
  const { store, storage, clock } = services
  const { actor, mappingId } = acting
  await findMapping({ db: store.read, tables: store.tables }, actor, mappingId, 'mapping.edit')
  const bytes = Buffer.from(await file.arrayBuffer())
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (await wasSent({ db: store.read, tables: store.tables }, { id, mappingId, sha256 })) return
  const layout = await readLayout(bytes)
  await storage.apart(id).put(bytes)
  await store.transact(async (tx) => {
    const mapping = await holdRunning(tx, actor, mappingId)
    const [kept] = await tx.db
      .insert(tx.tables.mappingImports)
      .values({
        id,
        mappingId,
        status: 'uploaded',
        fileName: tidy(file.name).slice(0, 150) || 'tanpa nama',
        sha256,
        layout,
        createdBy: actor.id,
        createdAt: clock(),
      })
      .onConflictDoNothing()
      .returning({ id: tx.tables.mappingImports.id })
    if (kept) return record(tx, services, { ...acting, mapping }, 'mapping.listUploaded')
    await wasSent(tx, { id, mappingId, sha256 })
  })
}

/** True when this very file was sent before. @throws not_found; list_id_used when the id belongs to another file */
async function wasSent(
  { db, tables: { mappingImports } }: Reading,
  { id, mappingId, sha256 }: Pick<MappingImport, 'id' | 'mappingId' | 'sha256'>,
): Promise<boolean> {
  const [found] = await db.select().from(mappingImports).where(eq(mappingImports.id, id))
  if (!found) return false
  if (found.mappingId !== mappingId) throw notFound()
  if (found.sha256 !== sha256) throw idUsed()
  return true
}

interface Acting {
  actor: Actor
  mappingId: string
  requestId?: string
}

function record(
  tx: Tx,
  { newId, clock }: Services,
  { actor, mappingId, mapping, requestId }: Acting & { mapping: Mapping },
  action: 'mapping.listUploaded' | 'mapping.listChecked' | 'mapping.listDiscarded' | 'mapping.listAccepted',
  delta?: Record<string, [unknown, unknown]>,
): Promise<void> {
  return recordAudit(tx, {
    id: newId(),
    at: clock(),
    actor: { id: actor.id, role: 'regency_officer' },
    action,
    subject: { kind: 'mapping', id: mappingId },
    region: mapping,
    delta,
    requestId,
  })
}

async function askFor(tx: Tx, list: MappingImport, now: number): Promise<void> {
  await enqueue(tx, {
    key: listJob(list),
    kind: list.status === 'applying' ? 'mapping.applyList' : 'mapping.checkList',
    payload: { importId: list.id, version: list.version },
    now,
  })
}

/** No cell of a discarded list stays: neither what was wrong with it nor, once the job is done, its file. */
async function forget(tx: Tx, { id }: MappingImport, now: number): Promise<void> {
  const { mappingImportProblems } = tx.tables
  await tx.db.delete(mappingImportProblems).where(eq(mappingImportProblems.importId, id))
  const key = `mapping.removeListFile:${id}`
  await enqueue(tx, { key, kind: 'mapping.removeListFile', payload: { importId: id }, now })
}

const from: Record<ListActForm['intent'], readonly ImportStatus[]> = {
  apply: ['checked'],
  check: ['uploaded', 'checked'],
  discard: ['uploaded', 'checked', 'refused'],
}
const to = { apply: 'applying', check: 'checking', discard: 'discarded' } as const
const said = {
  apply: 'mapping.listAccepted',
  check: 'mapping.listChecked',
  discard: 'mapping.listDiscarded',
} as const

/**
 * Checks a list with the chosen columns, takes it in, or throws it away with all that was in it.
 * @throws not_found; mapping_incomplete 422; mapping_not_running, list_not_ready, changed_meanwhile 409
 */
export async function actOnList(
  services: Services,
  act: ListActForm & Acting & { importId: string },
): Promise<void> {
  const { actor, mappingId, importId, intent, version, requestId } = act
  const columns = act.intent === 'check' ? act.columns : undefined
  const wrong = columns && columnsProblem(listColumns, columns)
  if (wrong) throw new AppError('mapping_incomplete', 422, wrong)
  await services.store.transact(async (tx) => {
    const mapping = await holdRunning(tx, actor, mappingId)
    const found = await findList(tx, mappingId, importId)
    if (found.status === to[intent] || (intent === 'apply' && found.status === 'applied')) return
    if (!from[intent].includes(found.status)) throw notReady()
    if (intent === 'apply' && (found.counts?.wrongRows !== 0 || found.counts.fresh === 0)) throw notReady()
    const changed = await changeList(tx, found, version, {
      status: to[intent],
      refusal: null,
      ...(found.layout && columns && { layout: { ...found.layout, columns } }),
      ...(intent === 'discard' && { layout: null }),
    })
    if (intent === 'discard') await forget(tx, changed, services.clock())
    else await askFor(tx, changed, services.clock())
    const rows = intent === 'apply' ? { rows: [null, found.counts?.fresh ?? 0] as [null, number] } : undefined
    await record(tx, services, { actor, mappingId, mapping, requestId }, said[intent], rows)
  })
}

function idUsed(): AppError {
  return new AppError(
    'list_id_used',
    409,
    'Kiriman ini sudah tersimpan dengan berkas lain. Muat ulang halaman, lalu unggah berkas ini lagi.',
    'file',
  )
}

function notReady(): AppError {
  return new AppError(
    'list_not_ready',
    409,
    'Daftar ini belum siap atau sudah selesai. Muat ulang halaman untuk melihat keadaannya. Tidak ada yang masuk karena tombol ini.',
  )
}
