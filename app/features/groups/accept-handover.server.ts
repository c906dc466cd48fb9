import { and, eq } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import { chairAccountOf, officersOf } from '~/features/identity/grants.server'
import { notify } from '~/features/notifications/notify.server'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import { AppError, changedMeanwhile } from '~/platform/errors'

interface Accepting {
  invitationId: string
  /** The successor, signed in. */
  accountId: string
  now: Instant
  newId: () => string
  publicUrl: string
}

/**
 * Records that the successor takes the chair, when the invitation belongs to a handover.
 * The grant is given only when the office confirms; until then the old chair stays in the chair.
 * @returns false when the invitation is of another kind and is the caller's to fulfil
 * @throws handover_closed 409, already_chair 409, changedMeanwhile 409
 */
export async function acceptHandover(
  tx: Tx,
  { invitationId, accountId, now, newId, publicUrl }: Accepting,
): Promise<boolean> {
  const { chairHandovers, groups } = tx.tables
  const [found] = await tx.db
    .select({ handover: chairHandovers, groupName: groups.name })
    .from(chairHandovers)
    .innerJoin(groups, eq(groups.id, chairHandovers.groupId))
    .where(eq(chairHandovers.invitationId, invitationId))
  if (!found) return false
  const { handover, groupName } = found
  if (handover.status !== 'proposed') throw handoverClosed()
  if ((await chairAccountOf(tx, handover.groupId)) === accountId) throw alreadyChair()
  const [accepted] = await tx.db
    .update(chairHandovers)
    .set({
      status: 'accepted',
      successorAccountId: accountId,
      acceptedAt: now,
      version: handover.version + 1,
    })
    .where(and(eq(chairHandovers.id, handover.id), eq(chairHandovers.version, handover.version)))
    .returning({ id: chairHandovers.id })
  if (!accepted) throw changedMeanwhile()
  await recordAudit(tx, {
    id: newId(),
    at: now,
    actor: { id: accountId, role: 'successor' },
    action: 'handover.accepted',
    subject: { kind: 'group', id: handover.groupId },
    region: handover,
    delta: { handover: ['proposed', 'accepted'] },
  })
  const officers = await officersOf(tx, handover.regencyCode)
  for (const officer of officers) {
    await notify(
      tx,
      {
        accountId: officer,
        title: `Serah terima ketua ${groupName} menunggu pengesahan`,
        body: `${handover.successorName} sudah menyatakan bersedia menjadi ketua ${groupName}. Periksa, lalu sahkan atau tolak dengan alasan.`,
        href: '/dinas/ketua',
      },
      { newId, now, publicUrl },
    )
  }
  if (handover.startedBy === 'chair') {
    await notify(
      tx,
      {
        accountId: handover.proposedBy,
        title: `${handover.successorName} bersedia menjadi ketua ${groupName}`,
        body: 'Sekarang Dinas Kominfo memeriksa dan mengesahkan. Sampai saat itu Anda tetap ketua.',
        href: `/kelompok/${handover.groupId}/ketua`,
      },
      { newId, now, publicUrl },
    )
  }
  return true
}

function handoverClosed(): AppError {
  return new AppError(
    'handover_closed',
    409,
    'Serah terima ini sudah tidak berlaku: dibatalkan, atau sudah dijawab. Tidak ada yang berubah. Tanyakan kepada ketua KIM atau Dinas Kominfo bila Anda seharusnya menjadi ketua.',
  )
}

function alreadyChair(): AppError {
  return new AppError(
    'already_chair',
    409,
    'Anda masuk sebagai ketua yang sekarang. Keluar dahulu, lalu minta calon ketua membuka tautan ini dengan akunnya sendiri.',
  )
}
