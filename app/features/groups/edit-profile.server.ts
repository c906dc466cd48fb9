import { type Delta, recordAudit } from '~/features/audit/record-audit.server'
import { actingAs } from '~/features/identity/actor'
import { assertAllowed } from '~/platform/decision'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { type ActingOnGroup, changeGroup, lockGroup } from './act-on-group.server'
import { canEditProfile } from './groups.policy'
import { channelKinds } from './groups.schema'
import type { Profile } from './profile-form.schema'

/**
 * Changes a group's contacts, address and consents. The public page reads them afresh at every look,
 * so that a consent that is withdrawn holds from the next moment.
 * @throws notFound outside the group; not_chair 403; group_closed, changedMeanwhile 409
 */
export async function editProfile(
  { store, clock, newId }: Services,
  { actor, requestId, groupId, version, profile }: ActingOnGroup & { profile: Profile },
): Promise<void> {
  await store.transact(async (tx) => {
    const group = await lockGroup(tx, groupId)
    if (!group) throw notFound()
    assertAllowed(canEditProfile(actor, group))
    await changeGroup(tx, group, version, profile)
    await recordAudit(tx, {
      id: newId(),
      at: clock(),
      actor: actingAs(actor, 'group.manage', group),
      action: 'group.profile_changed',
      subject: { kind: 'group', id: groupId },
      region: group,
      delta: profileDelta(group, profile),
      requestId,
    })
  })
}

/** What changed, for the audit trail: consents as they are, contacts and places only by their kind, never their value. */
export function profileDelta(before: Profile, after: Profile): Delta {
  const delta: Delta = {}
  const changedChannels = channelKinds.filter(
    (kind) => before.contact.channels[kind] !== after.contact.channels[kind],
  )
  if (changedChannels.length > 0) delta.channels = [null, changedChannels.join(', ')]
  if (before.address !== after.address) delta.address = [presence(before.address), presence(after.address)]
  if (before.latitude !== after.latitude || before.longitude !== after.longitude) {
    delta.location = [presence(before.latitude), presence(after.latitude)]
  }
  const shown = ({ contact }: Profile) => [...contact.publicChannels].sort().join(', ')
  if (shown(before) !== shown(after)) delta.publicChannels = [shown(before), shown(after)]
  for (const consent of ['publicChairName', 'publicAddress', 'publicLocation'] as const) {
    if (before.contact[consent] !== after.contact[consent]) {
      delta[consent] = [before.contact[consent], after.contact[consent]]
    }
  }
  return delta
}

function presence(value: string | number | null): 'kosong' | 'terisi' {
  return value === null ? 'kosong' : 'terisi'
}
