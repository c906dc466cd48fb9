import { findOfficePlace } from '~/features/regions/office-places.queries.server'
import type { Database } from '~/platform/db/store'
import { AppError } from '~/platform/errors'
import type { Tables } from '~/tables'
import { type Office, type OfficeRole, placeFits, placeLevel } from './office.policy'

/**
 * Reads the office that a form names: a role, and the code of a province or regency where the role needs one.
 * @throws place_wrong 422 at `place` when the place does not exist or is not of the role's level
 */
export async function readOffice(
  reading: { db: Database; tables: Tables },
  { role, place }: { role: OfficeRole; place: string | undefined },
): Promise<Office> {
  const level = placeLevel(role)
  const found = place ? await findOfficePlace(reading, place) : null
  const office: Office = {
    role,
    provinceCode: found?.provinceCode ?? null,
    regencyCode: found?.regencyCode ?? null,
  }
  if ((place === undefined || found !== null) && placeFits(office)) return office
  throw new AppError(
    'place_wrong',
    422,
    level === 'nation'
      ? 'Peran ini berlaku untuk seluruh Indonesia. Kosongkan wilayahnya.'
      : level === 'province'
        ? 'Pilih provinsinya (bukan kabupaten atau kota).'
        : 'Pilih kabupaten atau kotanya.',
    'place',
  )
}
