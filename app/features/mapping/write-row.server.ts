import { eq } from 'drizzle-orm'
import { choicesOn } from '~/features/choices/choices.queries.server'
import { readContact } from '~/features/identity/contact.server'
import { localDate } from '~/platform/calendar'
import type { Instant } from '~/platform/clock'
import type { Tx } from '~/platform/db/store'
import type { Tables } from '~/tables'
import type { Mapping, MappingRow } from './find-mapping.server'
import { kindNotInForce, surveyedAhead, villageOutside } from './mapping.errors'
import { contentFields, type EditRowForm, type NewRowForm, type RowContent } from './mapping.schema'

type Typed = Pick<
  NewRowForm | EditRowForm,
  | 'contactName'
  | 'contact'
  | 'channels'
  | 'audience'
  | 'topics'
  | 'strength'
  | 'gap'
  | 'followUp'
  | 'surveyedBy'
  | 'surveyedOn'
>

/** What the mapping found, as it is stored. @throws contact_invalid 422 */
export function findingsOf(typed: Typed) {
  const contact = typed.contact ? readContact(typed.contact) : null
  return {
    contactName: typed.contactName ?? null,
    contact: contact ? (contact.email ?? contact.phone) : null,
    channels: typed.channels ?? null,
    audience: typed.audience ?? null,
    topics: typed.topics ?? null,
    strength: typed.strength ?? null,
    gap: typed.gap ?? null,
    followUp: typed.followUp,
    surveyedBy: typed.surveyedBy ?? null,
    surveyedOn: typed.surveyedOn ?? null,
  }
}

/**
 * The village of a row, inside the mapping's regency; its kind and its day must fit.
 * @throws village_outside, kind_not_in_force, surveyed_ahead 422
 */
export async function assertFits(
  tx: Tx,
  mapping: Mapping,
  { villageCode, kindCode, surveyedOn }: { villageCode: string; kindCode?: string; surveyedOn?: string },
  now: Instant,
  before?: MappingRow,
): Promise<Tables['regions']['$inferSelect']> {
  const { regions } = tx.tables
  const [village] = await tx.db.select().from(regions).where(eq(regions.code, villageCode))
  const ended = village?.validUntil && before?.villageCode !== villageCode
  if (village?.level !== 'village' || village.regencyCode !== mapping.regencyCode || ended) {
    throw villageOutside()
  }
  const today = localDate(now, village.zone)
  if (surveyedOn && surveyedOn > today) throw surveyedAhead()
  if (kindCode && kindCode !== before?.kindCode) {
    const kinds = await choicesOn(tx, 'communityKinds', surveyedOn ?? today)
    if (!kinds.some(({ code }) => code === kindCode)) throw kindNotInForce()
  }
  return village
}

/** What a row says, without where it stands and how it came in. */
export function contentOf(row: RowContent): RowContent {
  const { name, kindCode, contactName, contact, channels, audience, topics, strength, gap } = row
  const { followUp, surveyedBy, surveyedOn } = row
  const what = { name, class: row.class, kindCode, contactName, contact, channels, audience, topics }
  return { ...what, strength, gap, followUp, surveyedBy, surveyedOn }
}

/** What changed, for the audit trail; of a contact only that it changed. */
export function changesBetween(
  before: RowContent,
  after: RowContent,
): Record<string, readonly [unknown, unknown]> {
  return Object.fromEntries(
    contentFields
      .filter((field) => before[field] !== after[field])
      .map((field) => {
        const hidden = field === 'contact' || field === 'contactName'
        const shown = (value: unknown) => (hidden ? (value ? 'ada' : null) : value)
        return [field, [shown(before[field]), shown(after[field])] as const]
      }),
  )
}
