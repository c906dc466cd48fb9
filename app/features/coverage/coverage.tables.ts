import type { Kit } from '~/platform/db/kit'

interface Needs {
  groups: ReturnType<typeof import('~/features/groups/groups.tables').defineGroupsTables>['groups']
}

/**
 * What maps and dashboards count, for any date: a region's counts change on single days, so each row says what they
 * are from that day until the next row of the region. Kept in the transaction of the fact; see docs/adr/0017.
 */
export function defineCoverageTables(kit: Kit, { groups }: Needs) {
  /** From which local date until which (exclusive) a group was registered: neither suspended nor closed. */
  const groupSpans = kit.table(
    'group_spans',
    {
      groupId: kit
        .text('group_id')
        .notNull()
        .references(() => groups.id),
      from: kit.text('from_date').notNull(),
      until: kit.text('until_date'),
    },
    (t) => [kit.primaryKey({ columns: [t.groupId, t.from] })],
  )
  /** The latest confirmed activity of a group; a group without one has no row. */
  const groupActivity = kit.table(
    'group_activity',
    {
      groupId: kit
        .text('group_id')
        .primaryKey()
        .references(() => groups.id),
      lastOn: kit.text('last_on').notNull(),
      confirmed: kit.integer('confirmed').notNull(),
      provinceCode: kit.text('province_code').notNull(),
      regencyCode: kit.text('regency_code').notNull(),
    },
    (t) => [
      kit.index('group_activity_province').on(t.provinceCode, t.lastOn),
      kit.index('group_activity_regency').on(t.regencyCode, t.lastOn),
    ],
  )
  /** Of the nation (`00`), provinces, regencies and districts; what a village shows is read from its groups. */
  const coverageSteps = kit.table(
    'coverage_steps',
    {
      regionCode: kit.text('region_code').notNull(),
      /** Local date from which the counts hold. */
      from: kit.text('from_date').notNull(),
      groups: kit.integer('groups').notNull(),
      activeGroups: kit.integer('active_groups').notNull(),
      lessActiveGroups: kit.integer('less_active_groups').notNull(),
      villagesWithGroup: kit.integer('villages_with_group').notNull(),
      villagesActive: kit.integer('villages_active').notNull(),
      districtsWithGroup: kit.integer('districts_with_group').notNull(),
      districtsActive: kit.integer('districts_active').notNull(),
      /** Confirmed activities since the beginning. */
      activities: kit.integer('activities').notNull(),
    },
    (t) => [kit.primaryKey({ columns: [t.regionCode, t.from] })],
  )
  return { groupSpans, groupActivity, coverageSteps }
}
