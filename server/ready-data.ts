import { ensureActivityCounts } from '~/features/activities/check-activity-counts.server'
import { seedChoices } from '~/features/choices/seed-choices.server'
import { ensureCoverage } from '~/features/coverage/rebuild-coverage.server'
import { ensureEventRegencies } from '~/features/events/check-event-counts.server'
import { ensureFindings } from '~/features/mapping/check-findings.server'
import { loadRegions } from '~/features/regions/load-regions.server'
import { seedLegalBases } from '~/features/settings/seed-legal-bases.server'
import type { Services } from '~/platform/services'

/** What stands in the database before anyone comes: regions, legal bases, lists to choose from, counts. Done once, then quick. */
export async function readyData(services: Services, say: (line: string) => void): Promise<void> {
  await loadRegions(services, say)
  await seedLegalBases(services)
  await seedChoices(services)
  await ensureCoverage(services, say)
  await ensureActivityCounts(services, say)
  await ensureFindings(services)
  await ensureEventRegencies(services)
}
