import type { OutputKey } from '../outputs'
import { collectAccountability } from './accountability.server'
import { collectActivityRecap } from './activity-recap.server'
import type { Collect } from './asked'
import { collectDistrictCoverage } from './district-coverage.server'
import { collectGroupRecap } from './group-recap.server'
import { collectPartnershipList } from './partnership-list.server'
import { collectReachIndicator } from './reach-indicator.server'
import { collectYearlyReport } from './yearly-report.server'

/** Every output and how its facts are gathered. */
export const collectors: Record<OutputKey, Collect> = {
  kim: collectGroupRecap,
  kegiatan: collectActivityRecap,
  sasaran: collectReachIndicator,
  kecamatan: collectDistrictCoverage,
  kemitraan: collectPartnershipList,
  tahunan: collectYearlyReport,
  pertanggungjawaban: collectAccountability,
}
