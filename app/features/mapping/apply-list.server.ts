import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { recordAudit } from '~/features/audit/record-audit.server'
import type { Tx } from '~/platform/db/store'
import { AppError, isAppError } from '~/platform/errors'
import type { LongJobHandler } from '~/platform/jobs/worker'
import type { Services } from '~/platform/services'
import { searchKey } from '~/platform/text'
import { listWithMapping } from './check-list.server'
import type { Mapping } from './find-mapping.server'
import { insertRows, type NewMappingRow, ROWS_A_STATEMENT } from './insert-rows.server'
import { changeList, type MappingImport } from './lists.server'
import { mappingNotRunning } from './mapping.errors'
import type { ListedRow } from './read-list-row'
import { walkList } from './walk-list.server'

const Payload = z.object({ importId: z.string(), version: z.number() })

/**
 * Takes a checked list in: every row that is new, all or none, in one transaction. The list is read once more, against
 * the mapping as it is then; when something no longer fits, nothing comes in and the office is told.
 */
export const applyList: LongJobHandler = async (services, payload) => {
  const { importId, version } = Payload.parse(payload)
  const found = await listWithMapping(services, importId)
  if (found?.list.status !== 'applying' || found.list.version !== version) return
  const bytes = await services.storage.read(found.list.sha256)
  try {
    await services.store.transact((tx) => takeIn(tx, services, found.list, bytes))
  } catch (error) {
    if (!isAppError(error)) throw error
    await services.store.transact((tx) =>
      changeList(tx, found.list, version, { status: 'checked', refusal: error.message }),
    )
  }
}

async function takeIn(tx: Tx, services: Services, list: MappingImport, bytes: Buffer): Promise<void> {
  const { mappings } = tx.tables
  const now = services.clock()
  await changeList(tx, list, list.version, { status: 'applied', appliedAt: now })
  const [mapping] = await tx.db
    .update(mappings)
    .set({ status: 'running' })
    .where(and(eq(mappings.id, list.mappingId), eq(mappings.status, 'running')))
    .returning()
  if (!mapping) throw mappingNotRunning()
  let taken = 0
  let batch: NewMappingRow[] = []
  for await (const { row, problems, fresh } of walkList(tx, mapping, { layout: list.layout, bytes }, now)) {
    if (problems.length > 0) throw outdated(row)
    if (fresh) batch.push(rowOf(fresh, mapping, list, { id: services.newId(), now }))
    if (batch.length < ROWS_A_STATEMENT) continue
    await insertRows(tx, batch)
    taken += batch.length
    batch = []
  }
  await insertRows(tx, batch)
  await recordAudit(tx, {
    id: services.newId(),
    at: now,
    actor: { id: list.createdBy, role: 'regency_officer' },
    action: 'mapping.listApplied',
    subject: { kind: 'mapping', id: mapping.id },
    region: mapping,
    delta: { rows: [null, taken + batch.length] },
  })
}

function rowOf(
  listed: ListedRow,
  mapping: Mapping,
  list: MappingImport,
  { id, now }: { id: string; now: number },
): NewMappingRow {
  return {
    ...listed,
    id,
    mappingId: mapping.id,
    state: 'live',
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
