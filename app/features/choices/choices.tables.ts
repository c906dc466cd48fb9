import type { Kit } from '~/platform/db/kit'

/**
 * Lists to choose from that administrators change: topics of activities, kinds of partners, kinds of communities.
 * A choice has the days between which it can be made; one that ended stays readable on what carries it.
 */
export function defineChoicesTables(kit: Kit) {
  const list = (name: string) =>
    kit.table(name, {
      /** Lower case and hyphens: `perguruan-tinggi`. */
      code: kit.text('code').primaryKey(),
      name: kit.text('name').notNull(),
      /** Where the choice comes from, for those who ask. */
      source: kit.text('source'),
      /** Local dates. */
      validFrom: kit.text('valid_from').notNull(),
      validUntil: kit.text('valid_until'),
    })
  return {
    topics: list('activity_topics'),
    partnerKinds: list('partner_kinds'),
    communityKinds: list('community_kinds'),
  }
}
