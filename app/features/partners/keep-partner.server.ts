import { createHash } from 'node:crypto'
import { and, eq, isNull, ne, or } from 'drizzle-orm'
import { changedFields, type Delta, recordAudit } from '~/features/audit/record-audit.server'
import { choiceNames, choicesOn } from '~/features/choices/choices.queries.server'
import { placeOf, roleFor } from '~/features/coordination/offices'
import { likeness } from '~/features/groups/name-likeness'
import type { Actor } from '~/features/identity/actor'
import { localDate } from '~/platform/calendar'
import { likeAnywhere } from '~/platform/db/like'
import type { Tx } from '~/platform/db/store'
import type { Services } from '~/platform/services'
import { searchKey } from '~/platform/text'
import { changePartner, findOwnPartner, type Partner } from './find-partner.server'
import { ownOffice } from './own-office'
import {
  columnsOf,
  type EditPartnerForm,
  type NewPartnerForm,
  type PartnerActForm,
} from './partner-form.schema'
import { placeColumns, placeMeant } from './partner-place.server'
import { kindNotInForce, likelyDuplicate, partnerIdUsed } from './partners.errors'
import { columnsOfOffice, officeOf, partnersInView } from './partners-in-view.server'

interface By {
  actor: Actor
  requestId?: string
}

/**
 * Writes a partner down for the actor's office. Sent twice it is stored once.
 * @throws not_found for an office that is not the actor's; partner_id_used 409; partner_kind_not_in_force,
 *   partner_place_unclear, partner_likely_duplicate 422
 */
export async function addPartner(
  services: Services,
  { actor, requestId, value }: By & { value: NewPartnerForm },
): Promise<void> {
  const { store, clock } = services
  const now = clock()
  const office = ownOffice(actor, 'partner.edit', value.office)
  const place = placeColumns(await placeMeant(services, value))
  const told = { ...columnsOf(value), ...place, ...columnsOfOffice(office) }
  const sentHash = createHash('sha256').update(JSON.stringify(told)).digest('hex')
  await store.transact(async (tx) => {
    const { partners } = tx.tables
    if (await wasStored(tx, value.id, sentHash)) return
    await assertKind(tx, value.kindCode, localDate(now, 'WIB'))
    if (!value.isOther) await assertNew(tx, actor, value.name)
    const [added] = await tx.db
      .insert(partners)
      .values({
        ...told,
        id: value.id,
        nameKey: searchKey(value.name),
        sentHash,
        createdBy: actor.id,
        createdAt: now,
      })
      .onConflictDoNothing()
      .returning({ id: partners.id })
    if (!added) {
      await wasStored(tx, value.id, sentHash)
      return
    }
    await audit(tx, services, {
      actor,
      requestId,
      action: 'partner.added',
      partner: { id: value.id, ...told },
      delta: { name: [null, value.name], kindCode: [null, value.kindCode] },
    })
  })
}

/** True when this very form was stored before. @throws partner_id_used when it said something else */
async function wasStored({ db, tables: { partners } }: Tx, id: string, sentHash: string): Promise<boolean> {
  const [before] = await db.select({ sentHash: partners.sentHash }).from(partners).where(eq(partners.id, id))
  if (before && before.sentHash !== sentHash) throw partnerIdUsed()
  return before !== undefined
}

/** @throws partner_kind_not_in_force 422 */
async function assertKind(tx: Tx, kindCode: string, today: string): Promise<void> {
  const kinds = await choicesOn(tx, 'partnerKinds', today)
  if (!kinds.some(({ code }) => code === kindCode)) throw kindNotInForce()
}

/** How alike two names are before a person is asked. */
const ALIKE = 0.7

/** @throws partner_likely_duplicate 422 with the partners that it may be */
async function assertNew(tx: Tx, actor: Actor, name: string, exceptId = ''): Promise<void> {
  const { partners } = tx.tables
  const key = searchKey(name)
  const beginnings = key.split(' ').map((word) => word.slice(0, 4))
  const rows = await tx.db
    .select({ id: partners.id, name: partners.name, nameKey: partners.nameKey, kindCode: partners.kindCode })
    .from(partners)
    .where(
      and(
        partnersInView(actor, partners),
        isNull(partners.endedAt),
        ne(partners.id, exceptId),
        or(...beginnings.map((beginning) => likeAnywhere(partners.nameKey, beginning))),
      ),
    )
  const alike = rows
    .map((row) => ({ ...row, likeness: likeness(row.nameKey, key) }))
    .filter((row) => row.likeness >= ALIKE)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, 5)
  if (alike.length === 0) return
  const kinds = await choiceNames(tx, 'partnerKinds')
  throw likelyDuplicate(
    alike.map((row) => ({
      value: row.id,
      label: `${row.name} (${kinds.get(row.kindCode) ?? row.kindCode})`,
    })),
  )
}

/**
 * Changes what is known of a partner.
 * @throws not_found for others' partners; changed_meanwhile 409; like `addPartner` 422
 */
export async function editPartner(
  services: Services,
  { actor, requestId, partnerId, value }: By & { partnerId: string; value: EditPartnerForm },
): Promise<void> {
  const now = services.clock()
  const told = { ...columnsOf(value), ...placeColumns(await placeMeant(services, value)) }
  await services.store.transact(async (tx) => {
    const before = await findOwnPartner(tx, actor, partnerId)
    if (before.kindCode !== value.kindCode) await assertKind(tx, value.kindCode, localDate(now, 'WIB'))
    if (!value.isOther && searchKey(value.name) !== before.nameKey) {
      await assertNew(tx, actor, value.name, partnerId)
    }
    await changePartner(tx, partnerId, value.version, { ...told, nameKey: searchKey(value.name) })
    await audit(tx, services, {
      actor,
      requestId,
      action: 'partner.edited',
      partner: before,
      delta: changesOf(before, told),
    })
  })
}

/** What changed, by name; of contacts only that they did, because they belong to people. */
function changesOf(
  before: Partner,
  after: ReturnType<typeof columnsOf> & { placeCode: string | null },
): Delta {
  const { name, kindCode, placeCode } = after
  const parts = (['contact', 'channels', 'note'] as const).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  )
  return {
    ...changedFields(before, { name, kindCode, placeCode }),
    ...(parts.length > 0 ? { parts: [null, parts] as const } : {}),
  }
}

/** Ends a partner, or brings it back; it stays readable either way. @throws not_found, changed_meanwhile 409 */
export async function actOnPartner(
  services: Services,
  { actor, requestId, partnerId, value }: By & { partnerId: string; value: PartnerActForm },
): Promise<void> {
  const endedAt = value.intent === 'end' ? services.clock() : null
  const endReason = value.intent === 'end' ? value.reason : null
  await services.store.transact(async (tx) => {
    const partner = await findOwnPartner(tx, actor, partnerId)
    await changePartner(tx, partnerId, value.version, { endedAt, endReason })
    await audit(tx, services, {
      actor,
      requestId,
      action: value.intent === 'end' ? 'partner.ended' : 'partner.reopened',
      partner,
      delta: { name: [partner.name, partner.name], reason: [partner.endReason, endReason] },
    })
  })
}

async function audit(
  tx: Tx,
  { clock, newId }: Services,
  event: By & {
    action: string
    partner: Pick<Partner, 'id' | 'provinceCode' | 'regencyCode'>
    delta: Delta
  },
): Promise<void> {
  const office = officeOf(event.partner)
  await recordAudit(tx, {
    id: newId(),
    at: clock(),
    actor: { id: event.actor.id, role: roleFor(office) },
    action: event.action,
    subject: { kind: 'partner', id: event.partner.id },
    region: placeOf(office) ?? undefined,
    delta: event.delta,
    requestId: event.requestId,
  })
}
