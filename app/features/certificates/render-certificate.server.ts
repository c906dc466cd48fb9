import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { chairAccountOf } from '~/features/identity/grants.server'
import { notify } from '~/features/notifications/notify.server'
import type { JobHandler } from '~/platform/jobs/worker'
import { drawCertificate } from './draw-certificate.server'

const Payload = z.object({ certificateId: z.string() })

/**
 * The job behind `issueCertificate`: draws the PDF, keeps it under its hash, and tells the chair once.
 * A version that has meanwhile been superseded is still made, so that its link does not lie, but nobody is told.
 */
export const renderCertificate: JobHandler = async ({ store, storage, newId, clock, config }, payload) => {
  const { certificateId } = Payload.parse(payload)
  const { certificates } = store.tables
  const [certificate] = await store.read.select().from(certificates).where(eq(certificates.id, certificateId))
  if (!certificate) throw new Error(`no certificate ${certificateId}`)
  if (certificate.sha256) return
  const { facts, groupId } = certificate
  const pdf = await drawCertificate(facts)
  const sha256 = await storage.put(pdf)
  await store.transact(async (tx) => {
    const [stored] = await tx.db
      .update(tx.tables.certificates)
      .set({ sha256, bytes: pdf.length })
      .where(and(eq(tx.tables.certificates.id, certificateId), isNull(tx.tables.certificates.sha256)))
      .returning({ supersededAt: tx.tables.certificates.supersededAt })
    if (!stored || stored.supersededAt !== null) return
    const chair = await chairAccountOf(tx, groupId)
    if (!chair) return
    await notify(
      tx,
      {
        accountId: chair,
        title: 'Tanda daftar KIM sudah jadi',
        body: `Tanda daftar versi ${facts.version} untuk ${facts.groupName} sudah dapat dibuka, diunduh dan dicetak dari halaman kelompok.`,
        href: `/kelompok/${groupId}`,
      },
      { newId, now: clock(), publicUrl: config.publicUrl },
    )
  })
}
