import { invitedCandidate } from '~/features/mapping/invited-candidate.server'
import { pickerState } from '~/features/regions/picker.queries.server'
import { localDate } from '~/platform/calendar'
import type { Services } from '~/platform/services'
import { groupsOfVillage } from './application-screens.queries.server'

/**
 * What a page shows on which an application is begun: first the choice of a village, then the form.
 * @param within only villages of this regency
 * @param invitation token of a link by which a candidate was invited: name and village are filled in
 */
export async function newApplicationScreen(
  services: Services,
  query: { cari: string; wilayah: string },
  { within, invitation }: { within?: string; invitation?: string } = {},
) {
  const invited = invitation ? await invitedCandidate(services, invitation) : null
  const wilayah = query.wilayah || (invited?.open && !query.cari ? invited.villageCode : '')
  const picker = await pickerState(services, { ...query, wilayah }, { within })
  return {
    /** Made with the empty form: sending it twice makes one application. */
    id: services.newId(),
    picker,
    within,
    /** The candidate of a mapping that was invited, and the token of its link. */
    invited:
      invited?.open && invitation ? { name: invited.name, office: invited.office, token: invitation } : null,
    groups: picker.chosen ? await groupsOfVillage(services, picker.chosen.code) : [],
    // The latest date anywhere in the country; the use case knows the zone of the place.
    today: localDate(services.clock(), 'WIT'),
  }
}

export type NewApplicationScreen = Awaited<ReturnType<typeof newApplicationScreen>>
