import { and, desc, eq } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import { type Actor, mayIn } from '~/features/identity/actor'
import { isUniqueViolation } from '~/platform/db/errors'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { mappingOpen } from './mapping.errors'
import type { NewMappingForm } from './mapping.schema'

interface Input {
  actor: Actor
  value: NewMappingForm
  requestId?: string
}

/**
 * Plans a regency's next mapping; it starts from the last one that was settled.
 * Sending the same form twice makes one.
 * @throws not_found for another region; mapping_open 409 while one is planned or running
 */
export async function openMapping(services: Services, { actor, value, requestId }: Input): Promise<void> {
  const { store, clock, newId } = services
  const { id, regencyCode, title, beginsOn, endsOn } = value
  const region = { provinceCode: regencyCode.slice(0, 2), regencyCode }
  if (!mayIn(actor, 'mapping.edit', region)) throw notFound()
  const now = clock()
  try {
    await store.transact(async (tx) => {
      const { mappings } = tx.tables
      const [made] = await tx.db.select({ id: mappings.id }).from(mappings).where(eq(mappings.id, id))
      if (made) return
      const [last] = await tx.db
        .select({ id: mappings.id })
        .from(mappings)
        .where(and(eq(mappings.regencyCode, regencyCode), eq(mappings.status, 'settled')))
        .orderBy(desc(mappings.createdAt), desc(mappings.id))
        .limit(1)
      await tx.db.insert(mappings).values({
        id,
        status: 'draft',
        statusSince: now,
        title,
        beginsOn,
        endsOn,
        previousId: last?.id,
        createdBy: actor.id,
        createdAt: now,
        ...region,
      })
      await recordAudit(tx, {
        id: newId(),
        at: now,
        actor: { id: actor.id, role: 'regency_officer' },
        action: 'mapping.opened',
        subject: { kind: 'mapping', id },
        region,
        delta: { title: [null, title], beginsOn: [null, beginsOn], endsOn: [null, endsOn] },
        requestId,
      })
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw mappingOpen()
    throw error
  }
}
