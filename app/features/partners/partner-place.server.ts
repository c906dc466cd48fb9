import { fullName } from '~/features/regions/places'
import { searchRegions } from '~/features/regions/search-regions.server'
import type { Services } from '~/platform/services'
import type { NewPartnerForm } from './partner-form.schema'
import { placeUnclear } from './partners.errors'
import { WHOLE_COUNTRY } from './partners.schema'

const OFFERED = 6

/** A place as the columns to filter by, each empty where the place is wider. */
export function placeColumns(placeCode: string | null) {
  const upTo = (length: number) => (placeCode && placeCode.length >= length ? placeCode.slice(0, length) : '')
  return {
    placeCode,
    placeProvinceCode: upTo(2),
    placeRegencyCode: upTo(4),
    placeDistrictCode: upTo(6),
  }
}

/**
 * The region that the person meant: the one chosen in the list, or the other that was typed; null for the country.
 * @throws partner_place_unclear 422 with regions to choose from
 */
export async function placeMeant(
  services: Services,
  { placeCode, elsewhere, elsewhereCode }: Pick<NewPartnerForm, 'placeCode' | 'elsewhere' | 'elsewhereCode'>,
): Promise<string | null> {
  if (!elsewhere) return placeCode === WHOLE_COUNTRY ? null : placeCode
  const regions = await searchRegions(services, elsewhere, { limit: OFFERED })
  const meant =
    regions.find(({ code }) => code === elsewhereCode) ?? (regions.length === 1 ? regions[0] : undefined)
  if (!meant) throw placeUnclear(regions.map((region) => ({ value: region.code, label: fullName(region) })))
  return meant.code
}
