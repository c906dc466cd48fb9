import { defineActivitiesTables } from '~/features/activities/activities.tables'
import { defineActivityCountsTables } from '~/features/activities/activity-counts.tables'
import { defineAuditTables } from '~/features/audit/audit.tables'
import { defineBoundariesTables } from '~/features/boundaries/boundaries.tables'
import { defineCertificatesTables } from '~/features/certificates/certificates.tables'
import { defineChoicesTables } from '~/features/choices/choices.tables'
import { defineCoordinationTables } from '~/features/coordination/coordination.tables'
import { defineCoverageTables } from '~/features/coverage/coverage.tables'
import { defineDocumentsTables } from '~/features/documents/documents.tables'
import { defineEventsTables } from '~/features/events/events.tables'
import { defineGroupsTables } from '~/features/groups/groups.tables'
import { defineHandoversTables } from '~/features/groups/handovers.tables'
import { defineRenewalsTables } from '~/features/groups/renewals.tables'
import { defineIdentityTables } from '~/features/identity/identity.tables'
import { defineImportsTables } from '~/features/imports/imports.tables'
import { defineMappingTables } from '~/features/mapping/mapping.tables'
import { defineNotificationsTables } from '~/features/notifications/notifications.tables'
import { defineNumberingTables } from '~/features/numbering/numbering.tables'
import { definePartnersTables } from '~/features/partners/partners.tables'
import { definePartnershipsTables } from '~/features/partnerships/partnerships.tables'
import { definePopulationTables } from '~/features/population/population.tables'
import { definePublicationsTables } from '~/features/publications/publications.tables'
import { defineRegionsTables } from '~/features/regions/regions.tables'
import { defineRegistrationTables } from '~/features/registration/registration.tables'
import { defineReportingTables } from '~/features/reporting/reporting.tables'
import { defineSettingsTables } from '~/features/settings/settings.tables'
import { defineSubdomainsTables } from '~/features/subdomains/subdomains.tables'
import type { Kit } from '~/platform/db/kit'
import { defineJobsTables } from '~/platform/jobs/jobs.tables'

/** Every table of the portal, in the order in which they point to each other. */
export function defineTables(kit: Kit) {
  const regions = defineRegionsTables(kit)
  const groups = defineGroupsTables(kit, regions)
  const identity = defineIdentityTables(kit, groups)
  const choices = defineChoicesTables(kit)
  const needs = { ...regions, ...groups, ...identity, ...choices }
  const registration = defineRegistrationTables(kit, needs)
  const activities = defineActivitiesTables(kit, needs)
  const partners = definePartnersTables(kit, needs)
  const partnerships = definePartnershipsTables(kit, { ...needs, ...activities, ...partners })
  const documents = defineDocumentsTables(kit, { ...needs, ...registration, ...partnerships })
  return {
    ...needs,
    ...registration,
    ...partners,
    ...partnerships,
    ...documents,
    ...defineHandoversTables(kit, needs),
    ...defineRenewalsTables(kit, { ...needs, ...documents }),
    ...defineNumberingTables(kit),
    ...defineCertificatesTables(kit, needs),
    ...defineSubdomainsTables(kit, needs),
    ...activities,
    ...defineActivityCountsTables(kit),
    ...defineCoverageTables(kit, needs),
    ...defineReportingTables(kit, needs),
    ...defineCoordinationTables(kit, needs),
    ...defineEventsTables(kit, { ...needs, ...partnerships }),
    ...defineBoundariesTables(kit),
    ...definePopulationTables(kit, needs),
    ...definePublicationsTables(kit, needs),
    ...defineMappingTables(kit, { ...needs, ...registration }),
    ...defineAuditTables(kit),
    ...defineNotificationsTables(kit, needs),
    ...defineSettingsTables(kit),
    ...defineImportsTables(kit, needs),
    ...defineJobsTables(kit),
  }
}

export type Tables = ReturnType<typeof defineTables>
