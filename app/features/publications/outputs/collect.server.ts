import type { OutputKey } from '../outputs'
import type { Collect } from './asked'
import { collectDistrictCoverage } from './district-coverage.server'
import { collectGroupRecap } from './group-recap.server'

/** Every output and how its facts are gathered. */
export const collectors: Record<OutputKey, Collect> = {
  kim: collectGroupRecap,
  kecamatan: collectDistrictCoverage,
}
