import { and, eq, type SQL } from 'drizzle-orm'
import type { Actor } from '~/features/identity/actor'
import { inReach } from '~/features/identity/in-reach.server'
import type { Permission } from '~/features/identity/permissions'
import type { Database, Tx } from '~/platform/db/store'
import { notFound } from '~/platform/errors'
import type { Tables } from '~/tables'
import { mappingMoved, mappingNotRunning } from './mapping.errors'

export interface Reading {
  db: Database
  tables: Tables
}

export type Mapping = Tables['mappings']['$inferSelect']
export type MappingRow = Tables['mappingRows']['$inferSelect']

/** A mapping where the actor holds the permission. @throws not_found also outside its region */
export async function findMapping(
  { db, tables: { mappings } }: Reading,
  actor: Actor,
  mappingId: string,
  permission: Permission = 'mapping.read',
): Promise<Mapping> {
  const [found] = await db
    .select()
    .from(mappings)
    .where(and(eq(mappings.id, mappingId), inReach(actor, permission, mappings)))
  if (!found) throw notFound()
  return found
}

/**
 * A running mapping that the actor may fill, held until the transaction ends: nobody settles it under a row that is
 * being written. Writers of rows do not wait for each other longer than that.
 * @throws not_found, mapping_not_running 409
 */
export async function holdRunning(tx: Tx, actor: Actor, mappingId: string): Promise<Mapping> {
  const found = await findMapping(tx, actor, mappingId, 'mapping.edit')
  const held = await holdWhereRunning(tx, eq(tx.tables.mappings.id, found.id))
  if (!held) throw mappingNotRunning()
  return held
}

/** Holds a mapping like `holdRunning`, whoever acts; nothing where it does not run. */
export async function holdWhereRunning(
  { db, tables: { mappings } }: Tx,
  which: SQL,
): Promise<Mapping | undefined> {
  const [held] = await db
    .update(mappings)
    .set({ status: 'running' })
    .where(and(which, eq(mappings.status, 'running')))
    .returning()
  return held
}

/** Changes a mapping if it still is what was on the screen. @throws mapping_moved 409 */
export async function changeMapping(
  { db, tables: { mappings } }: Tx,
  { id }: Pick<Mapping, 'id'>,
  version: number,
  change: Partial<Mapping>,
): Promise<Mapping> {
  const [changed] = await db
    .update(mappings)
    .set({ ...change, version: version + 1 })
    .where(and(eq(mappings.id, id), eq(mappings.version, version)))
    .returning()
  if (!changed) throw mappingMoved()
  return changed
}

/** A row of a mapping, whatever became of it. @throws not_found */
export async function findRow(
  { db, tables: { mappingRows } }: Reading,
  mappingId: string,
  rowId: string,
): Promise<MappingRow> {
  const [found] = await db
    .select()
    .from(mappingRows)
    .where(and(eq(mappingRows.id, rowId), eq(mappingRows.mappingId, mappingId)))
  if (!found || found.state === 'arriving') throw notFound()
  return found
}

/** Changes a row if it still is what was on the screen; false when someone was quicker. */
export async function changeRow(
  { db, tables: { mappingRows } }: Tx,
  { id }: Pick<MappingRow, 'id'>,
  version: number,
  change: Partial<MappingRow>,
): Promise<MappingRow | undefined> {
  const [changed] = await db
    .update(mappingRows)
    .set({ ...change, version: version + 1 })
    .where(and(eq(mappingRows.id, id), eq(mappingRows.version, version)))
    .returning()
  return changed
}
