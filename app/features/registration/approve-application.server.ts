import { and, eq, isNull } from 'drizzle-orm'
import { registerGroup } from '~/features/groups/register-group.server'
import { grantRole } from '~/features/identity/grants.server'
import { candidateBecameGroup } from '~/features/mapping/candidate-became-group.server'
import { localDate } from '~/platform/calendar'
import type { Tx } from '~/platform/db/store'
import { assertAllowed } from '~/platform/decision'
import type { Services } from '~/platform/services'
import { formatRegistrationNumber } from '~/ui/format'
import { type Application, actingOffice } from './find-for-review.server'
import { moveApplication, openAct } from './move-application.server'
import { newGroupFrom } from './new-group-from'
import {
  applicantOf,
  type Deciding,
  decidedBefore,
  decisionBy,
  recordDecision,
} from './record-decision.server'
import { canApprove, canDecide } from './review.policy'
import { acceptRest, itemsOf, judgementsOf, verdictsOf } from './verdicts.server'

/**
 * Approves an application: the group comes into being with its number, board, decree and certificate,
 * and whoever sent the application online becomes its chair in the portal.
 * @returns the group's id and nomor registrasi
 * @throws not_found 404, own_application 403, office_only_reads 403, decided_meanwhile and its like 409
 * @throws marked_items 422, unjudged_items 422 unless `acceptsRest`
 * @throws village_full 409 and whatever else `registerGroup` refuses; then nothing has changed
 */
export async function approveApplication(
  services: Services,
  act: Deciding & { acceptsRest: boolean },
): Promise<{ groupId: string; number: string }> {
  const { store, clock, newId, config } = services
  const { actor, applicationId } = act
  const now = clock()
  return store.transact(async (tx) => {
    const approved = await decidedBefore(tx, act, 'approved')
    if (approved) return registeredAs(tx, approved)
    const { application, place } = await openAct(tx, act, now, canDecide)
    const items = await itemsOf(tx, applicationId)
    const before = await judgementsOf(tx, applicationId)
    const said = { ...before, ...act.judgements }
    assertAllowed(canApprove(verdictsOf(said), items, { acceptRest: act.acceptsRest }))
    await moveApplication(tx, { application, actor, place }, decisionBy(act, 'approved', null, now))
    const group = await registerGroup(tx, newGroupFrom(application), {
      now,
      today: localDate(now, place.zone),
      newId,
      publicUrl: config.publicUrl,
    })
    await handToGroup(tx, application, group.id)
    await candidateBecameGroup(tx, {
      applicationId,
      group: { id: group.id, name: application.groupName },
      now,
    })
    if (application.source === 'online') {
      await grantRole(
        tx,
        {
          accountId: applicantOf(application),
          role: 'volunteer',
          groupId: group.id,
          post: 'ketua',
          grantedBy: actor.id,
        },
        { now, newId },
      )
    }
    const number = formatRegistrationNumber(group.number)
    const paper = application.source === 'paper'
    await recordDecision(
      tx,
      {
        act,
        application,
        place,
        outcome: 'approved',
        before,
        after: acceptRest(said, items),
        note: `Nomor registrasi ${number}.`,
        message: {
          title: `${application.groupName} terdaftar dengan nomor ${number}`,
          body: `${actingOffice(actor, application, place)} menyetujui permohonan ${application.reference ?? ''}. Nomor registrasinya ${number}. Tanda Daftar KIM sedang dibuat dan dapat diunduh dari halaman kelompok. Langkah berikutnya: ajukan alamat kim.id di halaman yang sama.`,
          href: paper ? `/dinas/kelompok/${group.id}` : `/kelompok/${group.id}`,
        },
        now,
      },
      services,
    )
    return { groupId: group.id, number: group.number }
  })
}

/** The application and the documents in force point to the group from now on. */
async function handToGroup({ db, tables }: Tx, application: Application, groupId: string): Promise<void> {
  const { applications, documents } = tables
  await db.update(applications).set({ groupId }).where(eq(applications.id, application.id))
  await db
    .update(documents)
    .set({ groupId })
    .where(and(eq(documents.applicationId, application.id), isNull(documents.replacedAt)))
}

async function registeredAs(
  { db, tables: { groups } }: Tx,
  application: Application,
): Promise<{ groupId: string; number: string }> {
  const [group] = await db
    .select({ groupId: groups.id, number: groups.number })
    .from(groups)
    .where(eq(groups.id, application.groupId ?? ''))
  if (!group) throw new Error(`approved application ${application.id} has no group`)
  return group
}
