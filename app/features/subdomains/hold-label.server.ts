import { and, eq, inArray, lte, or } from 'drizzle-orm'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import { AppError } from '~/platform/errors'
import { RESERVATION } from './availability.server'

/**
 * Takes a name for a request: the primary key decides who was first, also between two in the same moment.
 * A reservation that has run out, or that is the group's own, gives way.
 * @throws label_taken 409
 */
export async function holdLabel(
  { db, tables: { subdomainLabels, subdomainRequests } }: Tx,
  { label, requestId, groupId, now }: { label: string; requestId: string; groupId: string; now: Instant },
): Promise<void> {
  const own = await db
    .select({ id: subdomainRequests.id })
    .from(subdomainRequests)
    .where(and(eq(subdomainRequests.groupId, groupId), eq(subdomainRequests.label, label)))
  const [held] = await db
    .insert(subdomainLabels)
    .values({ label, requestId, state: 'held' })
    .onConflictDoUpdate({
      target: subdomainLabels.label,
      set: { requestId, state: 'held' },
      setWhere: and(
        eq(subdomainLabels.state, 'reserved'),
        or(
          lte(subdomainLabels.until, now),
          inArray(
            subdomainLabels.requestId,
            own.map((request) => request.id),
          ),
        ),
      ),
    })
    .returning({ label: subdomainLabels.label })
  if (held) return
  throw new AppError(
    'label_taken',
    409,
    `Maaf, ${label}.kim.id baru saja atau sudah lebih dulu diambil. Yang meminta lebih dulu yang mendapat. Pilih salah satu saran yang masih bebas, atau tulis nama lain.`,
    'label',
  )
}

/** Lets go of a name that did not become active: free at once, or back to what is left of the group's reservation. */
export async function freeLabel(
  { db, tables: { subdomainLabels } }: Tx,
  { label, requestId, now }: { label: string; requestId: string; now: Instant },
): Promise<void> {
  const mine = and(eq(subdomainLabels.label, label), eq(subdomainLabels.requestId, requestId))
  const [row] = await db.select().from(subdomainLabels).where(mine)
  if (row?.until && row.until > now) {
    await db.update(subdomainLabels).set({ state: 'reserved' }).where(mine)
  } else {
    await db.delete(subdomainLabels).where(mine)
  }
}

/** Keeps a name that was active with its group for a year. */
export async function reserveLabel(
  { db, tables: { subdomainLabels } }: Tx,
  { label, requestId, now }: { label: string; requestId: string; now: Instant },
): Promise<void> {
  await db
    .update(subdomainLabels)
    .set({ state: 'reserved', until: now + RESERVATION })
    .where(and(eq(subdomainLabels.label, label), eq(subdomainLabels.requestId, requestId)))
}

/** The name is in use from now on. */
export async function activateLabel(
  { db, tables: { subdomainLabels } }: Tx,
  { label, requestId }: { label: string; requestId: string },
): Promise<void> {
  await db
    .update(subdomainLabels)
    .set({ state: 'active', until: null })
    .where(and(eq(subdomainLabels.label, label), eq(subdomainLabels.requestId, requestId)))
}
