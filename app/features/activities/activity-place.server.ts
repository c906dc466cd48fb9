import { fullName } from '~/features/regions/places'
import { searchRegions } from '~/features/regions/search-regions.server'
import type { Services } from '~/platform/services'
import { placeUnclear } from './activities.errors'
import type { ActivityContent } from './activities.schema'
import { contentFrom } from './activity-form.schema'

const OFFERED = 6

/**
 * What the form told, with the village that the person meant: the one that the form came with, or the other that was typed.
 * @throws placeUnclear with villages to choose from
 */
export async function contentWithPlace(
  services: Services,
  value: Parameters<typeof contentFrom>[0],
): Promise<ActivityContent> {
  const { elsewhere, elsewhereCode } = value
  const content = contentFrom(value)
  if (!elsewhere) return content
  const villages = await searchRegions(services, elsewhere, { levels: ['village'], limit: OFFERED })
  const meant =
    villages.find(({ code }) => code === elsewhereCode) ?? (villages.length === 1 ? villages[0] : undefined)
  if (!meant)
    throw placeUnclear(villages.map((village) => ({ value: village.code, label: fullName(village) })))
  return { ...content, placeCode: meant.code }
}
