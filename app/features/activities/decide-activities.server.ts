import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { recordAudits } from '~/features/audit/record-audit.server'
import { countingCoverage } from '~/features/coverage/count-coverage.server'
import { type Actor, actingAs } from '~/features/identity/actor'
import { notify } from '~/features/notifications/notify.server'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import { assertAllowed } from '~/platform/decision'
import { changedMeanwhile, notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { canDecide } from './activities.policy'
import { countingActivities } from './count-activities.server'
import { type Activity, recordEvents } from './store-activity.server'

/** One activity as it was on the officer's screen. */
export interface Chosen {
  id: string
  version: number
}

interface Deciding {
  actor: Actor
  requestId: string
  chosen: Chosen[]
}

export interface Decided {
  done: number
  /** What changed since it was on the screen, or cannot be decided by this officer: nothing happened to it. */
  left: { id: string; title: string; why: string }[]
}

/**
 * Confirms activities: from now on they count; of those that were changed since, the mark goes and they count on.
 * What cannot be confirmed is left and told, the rest is done.
 * @throws notFound when one lies outside the officer's region; the refusal itself when only one was chosen
 */
export function confirmActivities(services: Services, deciding: Deciding): Promise<Decided> {
  return decide(services, { ...deciding, to: 'confirmed', comment: null })
}

/**
 * Asks the groups back, with a comment that they answer by sending again; until then the activities do not count.
 * @throws like `confirmActivities`
 */
export function askBack(services: Services, deciding: Deciding & { comment: string }): Promise<Decided> {
  return decide(services, { ...deciding, to: 'returned' })
}

async function decide(
  services: Services,
  {
    actor,
    requestId,
    chosen,
    to,
    comment,
  }: Deciding & { to: 'confirmed' | 'returned'; comment: string | null },
): Promise<Decided> {
  const { store, clock, newId, config } = services
  const now = clock()
  const versions = new Map(chosen.map(({ id, version }) => [id, version]))
  return store.transact(async (tx) => {
    const { activities } = tx.tables
    const found = await tx.db
      .select()
      .from(activities)
      .where(inArray(activities.id, [...versions.keys()]))
      .orderBy(asc(activities.id))
    if (found.length < versions.size) throw notFound()
    const left: Decided['left'] = []
    const willing = found.filter((activity) => {
      const decision = canDecide(actor, activity, to)
      if (decision.allowed && activity.version === versions.get(activity.id)) return true
      const error = decision.allowed ? changedMeanwhile() : decision.error
      if (error.status === 404 || found.length === 1) throw error
      left.push({ id: activity.id, title: activity.title, why: error.message })
      return false
    })
    const counted = willing.filter(({ status }) => (status === 'confirmed') !== (to === 'confirmed'))
    const done = await countingActivities(
      tx,
      counted.map(({ id }) => id),
      () => countingCoverage(tx, counted, () => moveAll(tx, willing, to, now)),
    )
    for (const activity of willing) {
      if (!done.has(activity.id)) {
        left.push({ id: activity.id, title: activity.title, why: changedMeanwhile().message })
      }
    }
    const moved = willing.filter(({ id }) => done.has(id))
    await recordEvents(
      tx,
      moved.map(({ id }) => ({
        id: newId(),
        activityId: id,
        kind: to,
        comment,
        byAccount: actor.id,
        byOffice: true,
        at: now,
      })),
    )
    await tellReporters(tx, services, { moved, to, comment, now, publicUrl: config.publicUrl })
    await recordAudits(
      tx,
      moved.map((activity) => ({
        id: newId(),
        at: now,
        actor: actingAs(actor, 'activity.confirm', activity),
        action: to === 'confirmed' ? 'activity.confirmed' : 'activity.returned',
        subject: { kind: 'activity', id: activity.id },
        region: activity,
        delta: {
          status: [activity.status, to],
          ...(activity.editedSinceConfirmed ? { editedSinceConfirmed: [true, false] } : {}),
        },
        requestId,
      })),
    )
    if (found.length === 1 && moved.length === 0) assertAllowed({ allowed: false, error: changedMeanwhile() })
    return { done: moved.length, left }
  })
}

/** Moves those that are still as they were read, alike ones by one statement; answers their ids. */
async function moveAll(
  { db, tables: { activities } }: Tx,
  willing: Activity[],
  to: 'confirmed' | 'returned',
  now: Instant,
): Promise<Set<string>> {
  const done = new Set<string>()
  const alike = new Map<string, Activity[]>()
  for (const activity of willing) {
    const key = `${activity.status} ${activity.version}`
    alike.set(key, [...(alike.get(key) ?? []), activity])
  }
  for (const [first, ...others] of alike.values()) {
    if (!first) continue
    const { status, version } = first
    const ids = [first, ...others].map(({ id }) => id)
    const moved = await db
      .update(activities)
      .set({
        status: to,
        ...(status === to ? {} : { statusSince: now }),
        version: version + 1,
        editedSinceConfirmed: false,
      })
      .where(and(inArray(activities.id, ids), eq(activities.version, version), eq(activities.status, status)))
      .returning({ id: activities.id })
    for (const { id } of moved) done.add(id)
  }
  return done
}

/** One notice for each who reported, however many of theirs were decided at once. */
async function tellReporters(
  tx: Tx,
  { newId }: Pick<Services, 'newId'>,
  {
    moved,
    to,
    comment,
    now,
    publicUrl,
  }: {
    moved: Activity[]
    to: 'confirmed' | 'returned'
    comment: string | null
    now: Instant
    publicUrl: string
  },
): Promise<void> {
  for (const [accountId, [first, ...others]] of await byReader(tx, moved)) {
    if (!first) continue
    const which = others.length === 0 ? `“${first.title}”` : `${others.length + 1} kegiatan`
    const group = `/kelompok/${first.groupId}/kegiatan`
    const onceMore = [first, ...others].every(({ status }) => status === to)
    await notify(
      tx,
      {
        accountId,
        href: others.length === 0 ? `${group}/${first.id}` : group,
        ...(to === 'returned'
          ? {
              title: `Dinas menanyakan ${which}`,
              body: `${comment ?? ''}\n\nBuka catatannya, lengkapi, lalu kirim lagi.`,
            }
          : onceMore
            ? {
                title: `Dinas tetap mengonfirmasi ${which}`,
                body: 'Perubahannya sudah dilihat. Kegiatan ini tetap ikut dihitung.',
              }
            : {
                title: `Dinas mengonfirmasi ${which}`,
                body: 'Terima kasih sudah mencatat. Kegiatan ini sekarang ikut dihitung.',
              }),
      },
      { newId, now, publicUrl },
    )
  }
}

/** By whom to tell: who reported it, or the chair when that person has left the group; nobody else can open it. */
async function byReader({ db, tables: { grants } }: Tx, moved: Activity[]): Promise<Map<string, Activity[]>> {
  const members = await db
    .select({ groupId: grants.groupId, accountId: grants.accountId, post: grants.post })
    .from(grants)
    .where(
      and(
        inArray(grants.groupId, [...new Set(moved.map(({ groupId }) => groupId))]),
        isNull(grants.revokedAt),
      ),
    )
  const found = new Map<string, Activity[]>()
  for (const activity of moved) {
    const own = members.filter(({ groupId }) => groupId === activity.groupId)
    const reader =
      own.find(({ accountId }) => accountId === activity.reportedBy) ??
      own.find(({ post }) => post === 'ketua')
    if (!reader) continue
    found.set(reader.accountId, [...(found.get(reader.accountId) ?? []), activity])
  }
  return found
}
