import { createHash } from 'node:crypto'
import { and, eq, isNull, ne } from 'drizzle-orm'
import { changedFields } from '~/features/audit/record-audit.server'
import { choicesOn } from '~/features/choices/choices.queries.server'
import { type AcceptedFile, acceptFile } from '~/features/documents/accept-file.server'
import { attachDocument } from '~/features/documents/attach-document.server'
import type { Actor } from '~/features/identity/actor'
import { inReach } from '~/features/identity/in-reach.server'
import { ownOffice } from '~/features/partners/own-office'
import { columnsOfOffice, officeOf, partnersInView } from '~/features/partners/partners-in-view.server'
import { isUniqueViolation } from '~/platform/db/errors'
import type { Tx } from '~/platform/db/store'
import type { Services } from '~/platform/services'
import { searchKey } from '~/platform/text'
import { countPartnership } from './count-partnerships.server'
import {
  auditPartnership,
  type By,
  changePartnership,
  findOwnPartnership,
  todayAt,
} from './find-partnership.server'
import { followCalendar } from './move-partnership.server'
import { columnsOf, type EditPartnershipForm, type NewPartnershipForm } from './partnership-form.schema'
import {
  alreadyInForce,
  counterpartUnknown,
  partnershipIdUsed,
  partnershipOver,
  renewedAlready,
  topicUnknown,
} from './partnerships.errors'
import { isInForce } from './partnerships.state'

/**
 * Writes a proposed partnership down for the actor's office, with its file. Sent twice it is stored once.
 * @throws not_found for an office or a former term that is not the actor's; partnership_id_used,
 *   partnership_renewed 409; partnership_counterpart, partnership_topic and what `acceptFile` refuses, 422
 */
export async function proposePartnership(
  services: Services,
  { actor, requestId, value }: By & { value: NewPartnershipForm },
): Promise<void> {
  const office = ownOffice(actor, 'partnership.edit', value.office)
  const file = value.file && (await acceptFile(services, value.file, 'file'))
  try {
    await services.store.transact((tx) =>
      insert(tx, services, { by: { actor, requestId }, office, value, file }),
    )
  } catch (error) {
    if (isUniqueViolation(error)) throw renewedAlready()
    throw error
  }
}

interface Proposing {
  by: By
  office: string
  value: NewPartnershipForm
  file: AcceptedFile | undefined
}

async function insert(tx: Tx, services: Services, { by, office, value, file }: Proposing): Promise<void> {
  const { partnerships, partnershipSteps } = tx.tables
  const now = services.clock()
  const { id, topics, renewedFromId = null } = value
  const told = { ...columnsOf(value), ...columnsOfOffice(office), renewedFromId }
  const fields = { ...told, topics: [...topics].sort(), counterpart: value.counterpart, file: file?.sha256 }
  const sentHash = createHash('sha256').update(JSON.stringify(fields)).digest('hex')
  const before = await sentBefore(tx, id)
  if (before) return assertSame(before, sentHash)
  const counterpart = await findCounterpart(tx, by.actor, value.counterpart)
  if (renewedFromId) await findOwnPartnership(tx, by.actor, renewedFromId)
  await assertTopics(tx, topics, todayAt(office, now))
  const row = {
    id,
    ...told,
    ...counterpart,
    status: 'proposed' as const,
    statusSince: now,
    searchKey: searchKeyOf(told),
    sentHash,
    createdBy: by.actor.id,
    createdAt: now,
  }
  const [added] = await tx.db
    .insert(partnerships)
    .values(row)
    .onConflictDoNothing({ target: partnerships.id })
    .returning({ id: partnerships.id })
  if (!added) return assertSame((await sentBefore(tx, id)) ?? '', sentHash)
  await writeTopics(tx, id, topics)
  await tx.db.insert(partnershipSteps).values({
    id: services.newId(),
    partnershipId: id,
    status: 'proposed',
    at: now,
    byAccount: by.actor.id,
  })
  if (file) await attach(tx, services, { partnershipId: id, file, by })
  await countPartnership(tx, row, null, 'proposed')
  await auditPartnership(tx, services, {
    by,
    action: 'partnership.proposed',
    partnership: row,
    delta: { title: [null, told.title], number: [null, told.number], status: [null, 'proposed'] },
  })
}

/** The hash under which this id was stored; nothing when it is new. */
async function sentBefore({ db, tables: { partnerships } }: Tx, id: string): Promise<string | undefined> {
  const [row] = await db
    .select({ sentHash: partnerships.sentHash })
    .from(partnerships)
    .where(eq(partnerships.id, id))
  return row?.sentHash
}

function assertSame(before: string, sentHash: string): void {
  if (before !== sentHash) throw partnershipIdUsed()
}

/** The other side, and the district in which it lies. @throws partnership_counterpart 422 */
async function findCounterpart({ db, tables: { partners, groups } }: Tx, actor: Actor, counterpart: string) {
  const [kind, id = ''] = counterpart.split(':')
  if (kind === 'kim') {
    const [group] = await db
      .select({ districtCode: groups.districtCode })
      .from(groups)
      .where(and(eq(groups.id, id), ne(groups.status, 'closed'), inReach(actor, 'office.read', groups)))
    if (group) return { groupId: id, partnerId: null, ...group }
  } else {
    const [partner] = await db
      .select({ districtCode: partners.placeDistrictCode })
      .from(partners)
      .where(and(eq(partners.id, id), isNull(partners.endedAt), partnersInView(actor, partners)))
    if (partner) return { groupId: null, partnerId: id, ...partner }
  }
  throw counterpartUnknown()
}

/** @throws partnership_topic 422 */
async function assertTopics(tx: Tx, topics: string[], today: string): Promise<void> {
  const known = new Set((await choicesOn(tx, 'topics', today)).map(({ code }) => code))
  if (topics.some((code) => !known.has(code))) throw topicUnknown()
}

async function writeTopics({ db, tables }: Tx, partnershipId: string, topics: string[]): Promise<void> {
  const { partnershipTopics } = tables
  await db.delete(partnershipTopics).where(eq(partnershipTopics.partnershipId, partnershipId))
  const rows = [...new Set(topics)].map((topicCode) => ({ partnershipId, topicCode }))
  if (rows.length > 0) await db.insert(partnershipTopics).values(rows)
}

function searchKeyOf({ title, number }: { title: string; number: string | null }): string {
  return searchKey(`${title} ${number ?? ''}`)
}

async function attach(
  tx: Tx,
  { clock, newId }: Services,
  { partnershipId, file, by }: { partnershipId: string; file: AcceptedFile; by: By },
): Promise<boolean> {
  const { attached } = await attachDocument(tx, {
    owner: { partnershipId },
    kind: 'partnership',
    file,
    uploadedBy: by.actor.id,
    now: clock(),
    newId,
  })
  return attached
}

/**
 * Changes what is written of a partnership that is not over; a new last day brings the calendar's status at once.
 * @throws not_found; partnership_over, changed_meanwhile 409; partnership_in_force, partnership_topic and what
 *   `acceptFile` refuses, 422
 */
export async function editPartnership(
  services: Services,
  { partnershipId, value, ...by }: By & { partnershipId: string; value: EditPartnershipForm },
): Promise<void> {
  const file = value.file && (await acceptFile(services, value.file, 'file'))
  await services.store.transact(async (tx) => {
    const { partnership: before } = await findOwnPartnership(tx, by.actor, partnershipId)
    if (before.status === 'ended' || before.status === 'broken_off') throw partnershipOver()
    const { partnershipTopics } = tx.tables
    const held = await tx.db
      .select({ code: partnershipTopics.topicCode })
      .from(partnershipTopics)
      .where(eq(partnershipTopics.partnershipId, partnershipId))
    const fresh = value.topics.filter((code) => !held.some((topic) => topic.code === code))
    const today = todayAt(officeOf(before), services.clock())
    await assertTopics(tx, fresh, today)
    const told = columnsOf(value)
    if (isInForce(before.status) && told.startsOn > today) throw alreadyInForce()
    const after = await changePartnership(tx, before, value.version, {
      ...told,
      searchKey: searchKeyOf(told),
    })
    await writeTopics(tx, partnershipId, value.topics)
    const attached = file ? await attach(tx, services, { partnershipId, file, by }) : false
    await auditPartnership(tx, services, {
      by,
      action: 'partnership.edited',
      partnership: before,
      delta: { ...changedFields(before, told), ...(attached ? { document: [null, 'partnership'] } : {}) },
    })
    await followCalendar(tx, services, after)
  })
}
