import type { Kit } from '~/platform/db/kit'
import type { SubdomainStatus } from './subdomains.state'

interface Needs {
  groups: ReturnType<typeof import('~/features/groups/groups.tables').defineGroupsTables>['groups']
  accounts: ReturnType<typeof import('~/features/identity/identity.tables').defineIdentityTables>['accounts']
}

/** Requests for a kim.id name, and who holds each name now. */
export function defineSubdomainsTables(kit: Kit, { groups, accounts }: Needs) {
  const subdomainRequests = kit.table(
    'subdomain_requests',
    {
      id: kit.id().primaryKey(),
      groupId: kit
        .text('group_id')
        .notNull()
        .references(() => groups.id),
      label: kit.text('label').notNull(),
      status: kit.text('status').$type<SubdomainStatus>().notNull(),
      requestedBy: kit
        .text('requested_by')
        .notNull()
        .references(() => accounts.id),
      requestedAt: kit.instant('requested_at').notNull(),
      endorsedBy: kit.text('endorsed_by').references(() => accounts.id),
      endorsedAt: kit.instant('endorsed_at'),
      decidedBy: kit.text('decided_by').references(() => accounts.id),
      decidedAt: kit.instant('decided_at'),
      reason: kit.text('reason'),
      /** When the group withdrew the request or gave the name up. */
      endedAt: kit.instant('ended_at'),
      provinceCode: kit.text('province_code').notNull(),
      regencyCode: kit.text('regency_code').notNull(),
      districtCode: kit.text('district_code').notNull(),
      villageCode: kit.text('village_code').notNull(),
      /** The group's id while the request awaits a decision: its unique index allows one open request a group. */
      openFor: kit.text('open_for'),
      /** The group's id while the name is active: its unique index allows one active name a group. */
      activeFor: kit.text('active_for'),
      version: kit.integer('version').notNull().default(1),
    },
    (t) => [
      kit.uniqueIndex('subdomain_requests_open').on(t.openFor),
      kit.uniqueIndex('subdomain_requests_active').on(t.activeFor),
      kit.index('subdomain_requests_group').on(t.groupId, t.status),
      kit.index('subdomain_requests_status').on(t.status, t.requestedAt),
      kit.index('subdomain_requests_regency').on(t.regencyCode, t.status),
      kit.index('subdomain_requests_requested_by').on(t.requestedBy),
      kit.index('subdomain_requests_endorsed_by').on(t.endorsedBy),
      kit.index('subdomain_requests_decided_by').on(t.decidedBy),
    ],
  )
  /** The primary key decides who was first. */
  const subdomainLabels = kit.table(
    'subdomain_labels',
    {
      label: kit.text('label').primaryKey(),
      requestId: kit
        .text('request_id')
        .notNull()
        .references(() => subdomainRequests.id),
      state: kit.text('state').$type<'held' | 'active' | 'reserved'>().notNull(),
      /**
       * When the reservation of a name that was given up ends. Kept while the same group asks for it back,
       * so that a refusal or a withdrawal restores the reservation.
       */
      until: kit.instant('until'),
    },
    (t) => [kit.index('subdomain_labels_request').on(t.requestId)],
  )
  return { subdomainRequests, subdomainLabels }
}
