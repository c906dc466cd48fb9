import { and, eq, isNull } from 'drizzle-orm'
import { recordAudit } from '~/features/audit/record-audit.server'
import { acceptFile } from '~/features/documents/accept-file.server'
import { holdDocument } from '~/features/documents/hold-document.server'
import type { Actor } from '~/features/identity/actor'
import { officersOf } from '~/features/identity/grants.server'
import { notify } from '~/features/notifications/notify.server'
import { addDays } from '~/platform/calendar'
import { isUniqueViolation } from '~/platform/db/errors'
import type { Tx } from '~/platform/db/store'
import { assertAllowed } from '~/platform/decision'
import { AppError, notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { formatDate } from '~/ui/format'
import { type Group, lockGroup, todayAt } from './act-on-group.server'
import { dateOutOfReach, renewalWaiting } from './groups.errors'
import { canSpeakFor } from './groups.policy'
import type { NewDecree } from './register-group.server'

interface Submitting {
  actor: Actor
  requestId: string
  groupId: string
  /** Made with the empty form: sending it twice makes one. */
  id: string
  decree: NewDecree
  file: File
}

const EARLIEST = '1980-01-01'
const LONGEST_DAYS = 20 * 366

/**
 * Sends a group's new decree to the office. The former one stays in force until the office confirms.
 * @throws notFound out of reach; not_chair 403; group_closed, renewal_waiting, decree_in_force, decree_differs 409;
 *   date_out_of_reach 422; the refusals of acceptFile
 */
export async function submitRenewal(
  services: Services,
  { actor, requestId, groupId, id, decree, file }: Submitting,
): Promise<void> {
  const { store, newId, clock, config } = services
  // Who may not send leaves no file behind.
  if (!actor.grants.some((grant) => grant.groupId === groupId)) throw notFound()
  const accepted = await acceptFile(services, file, 'file')
  const now = clock()
  try {
    await store.transact(async (tx) => {
      const group = await lockGroup(tx, groupId)
      if (!group) throw notFound()
      assertAllowed(canSpeakFor(actor, group))
      if (await isSent(tx, id)) return
      assertDates(decree, todayAt(group, now))
      await assertNew(tx, group, decree)
      const documentId = await holdDocument(tx, {
        groupId,
        kind: 'decree',
        file: accepted,
        uploadedBy: actor.id,
        now,
        newId,
      })
      await tx.db.insert(tx.tables.decreeRenewals).values({
        ...decree,
        id,
        groupId,
        status: 'submitted',
        documentId,
        submittedBy: actor.id,
        submittedAt: now,
        provinceCode: group.provinceCode,
        regencyCode: group.regencyCode,
      })
      for (const accountId of await officersOf(tx, group.regencyCode)) {
        await notify(
          tx,
          {
            accountId,
            title: `SK baru ${group.name} menunggu pengesahan`,
            body: `Ketua ${group.name} mengirim SK nomor ${decree.number}. Periksa berkasnya, lalu sahkan atau tolak dengan alasan.`,
            href: `/dinas/kelompok/${groupId}#sk`,
          },
          { newId, now, publicUrl: config.publicUrl },
        )
      }
      await recordAudit(tx, {
        id: newId(),
        at: now,
        actor: { id: actor.id, role: 'volunteer' },
        action: 'decree.submitted',
        subject: { kind: 'group', id: groupId },
        region: group,
        delta: { decree: [null, decree.number] },
        requestId,
      })
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw renewalWaiting()
    throw error
  }
}

async function isSent({ db, tables: { decreeRenewals } }: Tx, id: string): Promise<boolean> {
  const rows = await db
    .select({ id: decreeRenewals.id })
    .from(decreeRenewals)
    .where(eq(decreeRenewals.id, id))
  return rows.length > 0
}

function assertDates({ date, validUntil }: NewDecree, today: string): void {
  if (date > today) throw dateOutOfReach('date', 'Tanggal SK ada di masa depan. Periksa kembali SK-nya.')
  if (date < EARLIEST) throw dateOutOfReach('date', 'Tanggal SK terlalu lama. Periksa tahunnya.')
  if (!validUntil) return
  if (validUntil <= today) {
    throw dateOutOfReach('validUntil', 'SK ini sudah berakhir. Kirim SK yang masih berlaku.')
  }
  if (validUntil > addDays(date, LONGEST_DAYS)) {
    throw dateOutOfReach('validUntil', 'Masa berlakunya lebih dari dua puluh tahun. Periksa tahunnya.')
  }
}

/** The decree in force cannot replace itself, and one that other groups hold too ends for all on one day. */
async function assertNew(
  { db, tables: { decrees, groupDecrees } }: Tx,
  group: Group,
  decree: NewDecree,
): Promise<void> {
  const [stored] = await db
    .select()
    .from(decrees)
    .where(
      and(
        eq(decrees.regencyCode, group.regencyCode),
        eq(decrees.number, decree.number),
        eq(decrees.date, decree.date),
        eq(decrees.issuerKind, decree.issuerKind),
      ),
    )
  if (!stored) return
  const [own] = await db
    .select({ id: groupDecrees.id })
    .from(groupDecrees)
    .where(
      and(
        eq(groupDecrees.groupId, group.id),
        eq(groupDecrees.decreeId, stored.id),
        isNull(groupDecrees.replacedAt),
      ),
    )
  if (own) {
    throw new AppError(
      'decree_in_force',
      409,
      'SK dengan nomor dan tanggal ini sudah tercatat sebagai SK yang berlaku. Isi nomor SK yang baru.',
      'number',
    )
  }
  if (decree.validUntil && stored.validUntil && decree.validUntil !== stored.validUntil) {
    throw new AppError(
      'decree_differs',
      409,
      `SK ini sudah tercatat untuk KIM lain, berlaku sampai ${formatDate(stored.validUntil)}. Samakan tanggalnya, atau tanyakan kepada Dinas Kominfo bila yang tercatat keliru.`,
      'validUntil',
    )
  }
}
