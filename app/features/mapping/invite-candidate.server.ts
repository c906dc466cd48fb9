import { and, eq, isNotNull, isNull, notInArray } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import type { Actor } from '~/features/identity/actor'
import { hashSecret } from '~/features/identity/sessions.server'
import { sendLetter } from '~/features/notifications/notify.server'
import { officeName, withWord } from '~/features/regions/places'
import { findPlace } from '~/features/regions/places.queries.server'
import { DAY } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import { AppError } from '~/platform/errors'
import { newToken } from '~/platform/ids'
import type { Services } from '~/platform/services'
import { findMapping, findRow } from './find-mapping.server'

const VALID_DAYS = 14

interface Inviting {
  actor: Actor
  mappingId: string
  rowId: string
  requestId?: string
}

/**
 * Invites a candidate to register as a KIM: a link with which the application starts filled in and stays linked to the
 * row. It leaves by e-mail where the contact is one; earlier links of the row stop working.
 * @returns the link, to be shown once
 * @throws not_found; mapping_row_is_kim, candidate_applied, mapping_not_started 409
 */
export async function inviteCandidate(
  { store, clock, newId, config }: Services,
  { actor, mappingId, rowId, requestId }: Inviting,
): Promise<{ link: string; name: string; emailed: boolean }> {
  const now = clock()
  return store.transact(async (tx) => {
    const { mappingInvitations } = tx.tables
    const mapping = await findMapping(tx, actor, mappingId, 'mapping.edit')
    if (mapping.status === 'draft') throw notStarted()
    const row = await findRow(tx, mappingId, rowId)
    if (row.state !== 'live' || row.class === 'kim') throw noCandidate()
    if (await hasApplied(tx, rowId)) throw applied()
    await tx.db
      .update(mappingInvitations)
      .set({ revokedAt: now })
      .where(
        and(
          eq(mappingInvitations.rowId, rowId),
          isNull(mappingInvitations.revokedAt),
          isNull(mappingInvitations.applicationId),
        ),
      )
    const token = newToken()
    const id = newId()
    await tx.db.insert(mappingInvitations).values({
      id,
      rowId,
      mappingId,
      tokenHash: hashSecret(token),
      createdBy: actor.id,
      createdAt: now,
      expiresAt: now + VALID_DAYS * DAY,
    })
    const link = `${config.publicUrl}/undangan-kim/${token}`
    const emailed = row.contact?.includes('@') ?? false
    const place = await findPlace(tx, row.villageCode)
    if (emailed && row.contact && place) {
      await sendLetter(
        tx,
        {
          to: row.contact,
          subject: 'Undangan mendaftar sebagai KIM',
          body: `Halo ${row.contactName ?? row.name},\n\n${officeName(place.regency)} mengundang ${row.name} di ${withWord(place.village)} untuk mendaftar sebagai Komunitas Informasi Masyarakat (KIM).\n\nBuka tautan ini; formulirnya sudah terisi sebagian. Berlaku ${VALID_DAYS} hari dan sekali pakai:\n\n${link}\n\nMendaftar itu sukarela dan tidak dipungut biaya.`,
        },
        { newId, now },
      )
    }
    await recordAudit(tx, {
      id: newId(),
      at: now,
      actor: { id: actor.id, role: 'regency_officer' },
      action: 'mapping.candidateInvited',
      subject: { kind: 'mapping_row', id: rowId },
      region: mapping,
      delta: { name: [null, row.name] },
      requestId,
    })
    return { link, name: row.contactName ?? row.name, emailed }
  })
}

/** True while an application that came of an invitation is under way, or has become a KIM. */
async function hasApplied({ db, tables }: Tx, rowId: string): Promise<boolean> {
  const { mappingInvitations, applications } = tables
  const [open] = await db
    .select({ id: applications.id })
    .from(mappingInvitations)
    .innerJoin(applications, eq(applications.id, mappingInvitations.applicationId))
    .where(
      and(
        eq(mappingInvitations.rowId, rowId),
        isNotNull(mappingInvitations.applicationId),
        notInArray(applications.status, ['withdrawn', 'rejected']),
      ),
    )
    .limit(1)
  return open !== undefined
}

const notStarted = () =>
  new AppError('mapping_not_started', 409, 'Pemetaan ini belum dimulai. Mulai dahulu, baru undang calonnya.')

const noCandidate = () =>
  new AppError('mapping_row_is_kim', 409, 'Baris ini bukan calon lagi, jadi tidak perlu diundang.')

const applied = () =>
  new AppError(
    'candidate_applied',
    409,
    'Calon ini sudah memulai pendaftaran. Lihat tahapnya di halaman ini; undangan baru tidak diperlukan.',
  )
