import type { Place } from '~/features/regions/places'
import type { IdentityForm } from './identity-form.schema'
import { wrongFields } from './registration.errors'
import type { IdentityAnswers } from './registration.schema'

type Typed = Pick<IdentityForm, 'scope' | 'scopeNote' | 'foundedOn' | 'address' | 'latitude' | 'longitude'>

/** The part of the identity form that is kept among the answers; name and village have columns of their own. */
export function identityAnswers({
  scope,
  scopeNote,
  foundedOn,
  address,
  latitude,
  longitude,
}: Typed): IdentityAnswers {
  return { scope, scopeNote, foundedOn, address, latitude, longitude }
}

/** The four code columns of a place. */
export function codesOf({ province, regency, district, village }: Place) {
  return {
    provinceCode: province.code,
    regencyCode: regency.code,
    districtCode: district.code,
    villageCode: village.code,
  }
}

/** @throws wrong_fields when a group would be founded after today */
export function assertFounded(foundedOn: string | undefined, today: string): void {
  if (foundedOn && foundedOn > today) {
    throw wrongFields({ foundedOn: 'Tanggal berdiri belum terjadi. Periksa tahunnya.' })
  }
}
