import { pickerState } from '~/features/regions/picker.queries.server'
import { localDate } from '~/platform/calendar'
import type { Services } from '~/platform/services'
import { groupsOfVillage } from './application-screens.queries.server'

/**
 * What a page shows on which an application is begun: first the choice of a village, then the form.
 * @param within only villages of this regency
 */
export async function newApplicationScreen(
  services: Services,
  query: { cari: string; wilayah: string },
  { within }: { within?: string } = {},
) {
  const picker = await pickerState(services, query, { within })
  return {
    /** Made with the empty form: sending it twice makes one application. */
    id: services.newId(),
    picker,
    within,
    groups: picker.chosen ? await groupsOfVillage(services, picker.chosen.code) : [],
    // The latest date anywhere in the country; the use case knows the zone of the place.
    today: localDate(services.clock(), 'WIT'),
  }
}

export type NewApplicationScreen = Awaited<ReturnType<typeof newApplicationScreen>>
