import type { Kit } from '~/platform/db/kit'

/**
 * How many confirmed activities there were by region, month and mark, and how many people they say they reached.
 * Kept in the transaction of the fact; see `count-activities.server.ts`.
 */
export function defineActivityCountsTables(kit: Kit) {
  const activityCounts = kit.table(
    'activity_counts',
    {
      /** The nation (`00`), a province, a regency or a district: where the groups are. */
      regionCode: kit.text('region_code').notNull(),
      /** Of the day on which it happened, `2026-11`. */
      month: kit.text('month').notNull(),
      /** `all`, or what an activity carries: `function:akses`, `channel:cetak`, `topic:stunting`. */
      mark: kit.text('mark').notNull(),
      activities: kit.integer('activities').notNull(),
      /** Sum of the reach of those that know it. */
      reach: kit.integer('reach').notNull(),
      /** The part of `reach` that is estimated, and how many activities estimate it. */
      estimatedReach: kit.integer('estimated_reach').notNull(),
      estimated: kit.integer('estimated').notNull(),
      /** Activities that do not know whom they reached. */
      withoutReach: kit.integer('without_reach').notNull(),
    },
    (t) => [kit.primaryKey({ columns: [t.regionCode, t.month, t.mark] })],
  )
  return { activityCounts }
}
