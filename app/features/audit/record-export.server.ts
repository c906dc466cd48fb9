import type { Services } from '~/platform/services'
import { type AuditEntry, recordAudit } from './record-audit.server'

/** Keeps who took a list away, and by which filter. What public pages show stays as it is. */
export async function recordExport(
  { store, clock, newId }: Services,
  entry: Omit<AuditEntry, 'id' | 'at'>,
): Promise<void> {
  await store.transact((tx) => recordAudit(tx, { id: newId(), at: clock(), ...entry }), { shows: 'nothing' })
}
