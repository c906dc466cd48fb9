import { addDays } from '~/platform/calendar'
import type { Services } from '~/platform/services'
import { formatDate } from '~/ui/format'
import {
  type ActingOnGroup,
  auditGroup,
  lockSupervised,
  moveGroup,
  tellChair,
  todayAt,
} from './act-on-group.server'
import { dateOutOfReach } from './groups.errors'

/** A guard against slips of the hand: nobody means to suspend a group for longer. */
const LONGEST_DAYS = 5 * 366

interface Suspending extends ActingOnGroup {
  reason: string
  /** Local date: on this day the group is registered again by itself. */
  until: string
}

/**
 * Suspends a group until a day, after which it is registered again by itself.
 * @throws notFound outside the officer's region; date_out_of_reach 422; group_closed, already_there, changedMeanwhile 409
 */
export async function suspendGroup(
  services: Services,
  { actor, requestId, groupId, version, reason, until }: Suspending,
): Promise<void> {
  const now = services.clock()
  await services.store.transact(async (tx) => {
    const group = await lockSupervised(tx, actor, groupId)
    const today = todayAt(group, now)
    if (until <= today) {
      throw dateOutOfReach('until', 'Pilih tanggal sesudah hari ini.')
    }
    if (until > addDays(today, LONGEST_DAYS)) {
      throw dateOutOfReach('until', 'Tanggal ini terlalu jauh, paling lama lima tahun. Periksa tahunnya.')
    }
    await moveGroup(tx, group, 'suspended', { version, now, reason, until })
    await tellChair(tx, services, group, {
      title: `${group.name} dibekukan sementara`,
      body: `Dinas Kominfo membekukan ${group.name} sementara. Alasannya: ${reason}\n\nPembekuan berakhir dengan sendirinya pada ${formatDate(until)}. Hubungi Dinas Kominfo bila ada yang ingin Anda jelaskan.`,
      now,
    })
    await auditGroup(tx, services, {
      actor,
      requestId,
      group,
      action: 'group.suspended',
      delta: {
        status: [group.status, 'suspended'],
        suspendedUntil: [null, until],
        reason: [null, reason],
      },
      now,
    })
  })
}
