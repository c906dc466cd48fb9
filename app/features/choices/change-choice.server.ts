import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '~/platform/db/store'
import { AppError, changedMeanwhile, notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { auditChoice, type ByAdmin } from './audit-choice.server'
import type { ChoiceList, EndChoiceForm, RenameChoiceForm } from './choices.schema'

/**
 * Gives a choice another name; what carries it shows the new one, its code stays.
 * @throws not_found; changed_meanwhile when someone else renamed it first
 */
export async function renameChoice(
  services: Services,
  list: ChoiceList,
  { actor, requestId, code, was, name }: ByAdmin<RenameChoiceForm>,
): Promise<void> {
  await services.store.transact(async (tx) => {
    const table = tx.tables[list]
    await findChoice(tx, list, code)
    const renamed = await tx.db
      .update(table)
      .set({ name })
      .where(and(eq(table.code, code), eq(table.name, was)))
      .returning({ code: table.code })
    if (renamed.length === 0) throw changedMeanwhile()
    const delta = { name: [was, name] as const }
    await auditChoice(tx, services, list, { actor, requestId, code, happened: 'renamed', delta })
  })
}

/**
 * Says on which day it can be chosen for the last time, or that it can without end. What carries it keeps it.
 * @throws not_found; choice_ends_before_start 422 (validUntil); changed_meanwhile when someone else said so first
 */
export async function endChoice(
  services: Services,
  list: ChoiceList,
  { actor, requestId, code, ...days }: ByAdmin<EndChoiceForm>,
): Promise<void> {
  const { was = null, validUntil = null } = days
  await services.store.transact(async (tx) => {
    const table = tx.tables[list]
    const { validFrom } = await findChoice(tx, list, code)
    if (validUntil !== null && validUntil < validFrom) throw endsBeforeStart()
    const ended = await tx.db
      .update(table)
      .set({ validUntil })
      .where(and(eq(table.code, code), was === null ? isNull(table.validUntil) : eq(table.validUntil, was)))
      .returning({ code: table.code })
    if (ended.length === 0) throw changedMeanwhile()
    const delta = { validUntil: [was, validUntil] as const }
    await auditChoice(tx, services, list, { actor, requestId, code, happened: 'ended', delta })
  })
}

async function findChoice({ db, tables }: Tx, list: ChoiceList, code: string) {
  const table = tables[list]
  const [found] = await db.select().from(table).where(eq(table.code, code))
  if (!found) throw notFound()
  return found
}

function endsBeforeStart(): AppError {
  return new AppError(
    'choice_ends_before_start',
    422,
    'Hari terakhir tidak boleh sebelum hari mulai berlaku.',
    'validUntil',
  )
}
