import { eq } from 'drizzle-orm'
import type { Actor } from '~/features/identity/actor'
import type { Place } from '~/features/regions/places'
import type { Tx } from '~/platform/db/store'
import { AppError, changedMeanwhile } from '~/platform/errors'
import { formatMoment } from '~/ui/format'
import type { ApplicationStatus } from './registration.state'

const decidedWords: Partial<Record<ApplicationStatus, string>> = {
  approved: 'disetujui',
  rejected: 'ditolak',
  returned: 'dikembalikan untuk diperbaiki',
}

/** For the person who came second: who did what to the application, and that nothing was overwritten. */
export async function changedByOther(
  { db, tables: { applications, accounts } }: Tx,
  { applicationId, actor, place }: { applicationId: string; actor: Actor; place: Place },
): Promise<AppError> {
  const [application] = await db.select().from(applications).where(eq(applications.id, applicationId))
  if (!application) return changedMeanwhile()
  const { status, decidedAt } = application
  const name = async (accountId: string | null) => {
    if (accountId === actor.id) return 'Anda sendiri'
    if (accountId === null) return 'petugas lain'
    const [account] = await db
      .select({ name: accounts.name })
      .from(accounts)
      .where(eq(accounts.id, accountId))
    return account?.name ?? 'petugas lain'
  }
  const kept = 'Yang baru Anda kirim tidak disimpan dan tidak menimpa apa pun.'
  const decided = decidedWords[status]
  if (decided && decidedAt !== null) {
    return new AppError(
      'decided_meanwhile',
      409,
      `Permohonan ini sudah ${decided} oleh ${await name(application.decidedBy)} pada ${formatMoment(decidedAt, place.zone)}. ${kept} Muat ulang halaman untuk melihat keputusannya.`,
    )
  }
  if (status === 'withdrawn') {
    return new AppError(
      'withdrawn_meanwhile',
      409,
      `Permohonan ini baru saja ditarik oleh pemohon. ${kept} Tidak ada lagi yang perlu diputuskan.`,
    )
  }
  if (status === 'under_review' && application.assignedTo !== actor.id) {
    return new AppError(
      'taken_meanwhile',
      409,
      `Permohonan ini sekarang dipegang ${await name(application.assignedTo)}. ${kept} Muat ulang halaman untuk melihat keadaan terbaru.`,
    )
  }
  return changedMeanwhile()
}
