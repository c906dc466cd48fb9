import type { Services } from '~/platform/services'
import { choiceLists } from './choices.schema'
import { initialChoices } from './initial-choices'

/** Fills lists that are empty; what an administrator changed later stays as it is. */
export async function seedChoices({ store }: Pick<Services, 'store'>): Promise<void> {
  for (const list of choiceLists) {
    const table = store.tables[list]
    const [any] = await store.read.select({ code: table.code }).from(table).limit(1)
    if (any) continue
    await store.transact(async ({ db }) => {
      await db
        .insert(table)
        .values(initialChoices[list].map((choice) => ({ ...choice, validFrom: '2020-01-01' })))
        .onConflictDoNothing()
    })
  }
}
