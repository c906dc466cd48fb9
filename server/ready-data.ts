import { ensureActivityCounts } from '~/features/activities/check-activity-counts.server'
import { seedTopics } from '~/features/activities/seed-topics.server'
import { ensureCoverage } from '~/features/coverage/rebuild-coverage.server'
import { seedCommunityKinds } from '~/features/mapping/seed-kinds.server'
import { seedPartnerKinds } from '~/features/partners/seed-partner-kinds.server'
import { loadRegions } from '~/features/regions/load-regions.server'
import { seedLegalBases } from '~/features/settings/seed-legal-bases.server'
import type { Services } from '~/platform/services'

/** What stands in the database before anyone comes: regions, legal bases, topics, kinds of communities, counts. Done once, then quick. */
export async function readyData(services: Services, say: (line: string) => void): Promise<void> {
  await loadRegions(services, say)
  await seedLegalBases(services)
  await seedTopics(services)
  await seedCommunityKinds(services)
  await seedPartnerKinds(services)
  await ensureCoverage(services, say)
  await ensureActivityCounts(services, say)
}
