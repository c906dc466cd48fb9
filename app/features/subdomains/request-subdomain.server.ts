import { eq } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import type { GroupId } from '~/features/groups/groups.schema'
import type { Actor } from '~/features/identity/actor'
import { officersOf } from '~/features/identity/grants.server'
import { notify } from '~/features/notifications/notify.server'
import type { Tx } from '~/platform/db/store'
import { assertAllowed } from '~/platform/decision'
import { AppError, notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { namesKeptBack } from './availability.server'
import { holdLabel } from './hold-label.server'
import { canSpeak, isInGoodStanding } from './subdomains.policy'

interface Input {
  actor: Actor
  groupId: GroupId
  /** Made with the form: sending it twice asks once. */
  id: string
  /** Its form has been checked. */
  label: string
  requestId?: string
}

/**
 * Asks for a kim.id name, which is held from this moment until it is decided.
 * @throws label_taken, label_kept_back, request_open (409), group_not_registered, not_chair
 */
export async function requestSubdomain(services: Services, input: Input): Promise<void> {
  const { actor, groupId, id, label } = input
  const { store, clock, newId, config } = services
  assertAllowed(canSpeak(actor, groupId))
  await store.transact(async (tx) => {
    const now = clock()
    const { groups } = tx.tables
    const [group] = await tx.db.select().from(groups).where(eq(groups.id, groupId))
    if (!group) throw notFound()
    assertAllowed(isInGoodStanding(group.status))
    const keptBack = (await namesKeptBack(tx, [label], now)).get(label)
    if (keptBack) throw new AppError('label_kept_back', 422, keptBack, 'label')
    const { provinceCode, regencyCode, districtCode, villageCode } = group
    const isNew = await insertRequest(tx, {
      id,
      groupId,
      label,
      status: 'requested',
      requestedBy: actor.id,
      requestedAt: now,
      openFor: groupId,
      provinceCode,
      regencyCode,
      districtCode,
      villageCode,
    })
    if (!isNew) return
    await holdLabel(tx, { label, requestId: id, groupId, now })
    for (const accountId of await officersOf(tx, regencyCode)) {
      await notify(
        tx,
        {
          accountId,
          title: `Permintaan nama ${label}.kim.id`,
          body: `${group.name} meminta nama ${label}.kim.id. Dukung atau tolak dengan alasan; nama ini ditahan untuk mereka selama diputuskan.`,
          href: '/dinas/subdomain',
        },
        { newId, now, publicUrl: config.publicUrl },
      )
    }
    await recordAudit(tx, {
      id: newId(),
      at: now,
      actor: { id: actor.id, role: 'volunteer' },
      action: 'subdomain.requested',
      subject: { kind: 'subdomain', id },
      region: { provinceCode, regencyCode },
      delta: { label: [null, label], status: [null, 'requested'] },
      requestId: input.requestId,
    })
  })
}

/**
 * Stores the request; false when this very form has been taken already, also a moment ago.
 * @throws request_open 409 when the group has another open request
 */
async function insertRequest(
  { db, tables: { subdomainRequests } }: Tx,
  request: Tx['tables']['subdomainRequests']['$inferInsert'],
): Promise<boolean> {
  const [inserted] = await db
    .insert(subdomainRequests)
    .values(request)
    .onConflictDoNothing()
    .returning({ id: subdomainRequests.id })
  if (inserted) return true
  const [stored] = await db.select().from(subdomainRequests).where(eq(subdomainRequests.id, request.id))
  if (stored && stored.groupId === request.groupId && stored.label === request.label) return false
  throw new AppError(
    'request_open',
    409,
    stored
      ? 'Formulir ini sudah pernah dikirim dengan isi lain. Muat ulang halaman untuk melihat permintaan Anda.'
      : 'Kelompok Anda masih punya permintaan yang sedang diputuskan. Tunggu keputusannya, atau tarik dulu permintaan itu.',
  )
}
