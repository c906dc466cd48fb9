import { eq } from 'drizzle-orm'
import { AppError } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { auditChoice, type ByAdmin } from './audit-choice.server'
import { type AddChoiceForm, type ChoiceList, choiceCodeOf } from './choices.schema'

/**
 * Adds something to choose from a day on. Sent twice it is added once.
 * @throws choice_exists 422 (name) when another has this name, or had it first
 */
export async function addChoice(
  services: Services,
  list: ChoiceList,
  { actor, requestId, ...form }: ByAdmin<AddChoiceForm>,
): Promise<void> {
  const { name, source, validFrom, validUntil = null } = form
  const code = choiceCodeOf(name)
  await services.store.transact(async (tx) => {
    const table = tx.tables[list]
    const added = await tx.db
      .insert(table)
      .values({ code, name, source: source || null, validFrom, validUntil })
      .onConflictDoNothing()
      .returning({ code: table.code })
    if (added.length === 0) {
      const [there] = await tx.db.select().from(table).where(eq(table.code, code))
      if (there?.name === name && there.validFrom === validFrom && there.validUntil === validUntil) return
      throw nameTaken()
    }
    await auditChoice(tx, services, list, {
      actor,
      requestId,
      code,
      happened: 'added',
      delta: { name: [null, name], validFrom: [null, validFrom], validUntil: [null, validUntil] },
    })
  })
}

function nameTaken(): AppError {
  return new AppError(
    'choice_exists',
    422,
    'Nama ini sudah ada atau pernah ada. Pakai yang sudah ada (hari terakhirnya dapat diubah), atau pilih nama lain.',
    'name',
  )
}
