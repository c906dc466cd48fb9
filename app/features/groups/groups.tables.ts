import { sql } from 'drizzle-orm'
import type { Kit } from '~/platform/db/kit'
import type { GroupScope, IssuerKind, Post } from './groups.schema'
import type { GroupStatus } from './groups.state'

interface Needs {
  regions: ReturnType<typeof import('~/features/regions/regions.tables').defineRegionsTables>['regions']
}

/** Registered groups (KIM), their board through time and the decrees that name it. */
export function defineGroupsTables(kit: Kit, { regions }: Needs) {
  const groups = kit.table(
    'groups',
    {
      id: kit.id().primaryKey(),
      /** Nomor registrasi: 12 digits, issued once. */
      number: kit.text('number').notNull(),
      /** Nomor induk nasional, issued elsewhere and entered later. */
      nationalNumber: kit.text('national_number'),
      name: kit.text('name').notNull(),
      /** The name as it is searched and sorted: lower case, no accents, single spaces. */
      nameKey: kit.text('name_key').notNull(),
      scope: kit.text('scope').$type<GroupScope>().notNull(),
      scopeNote: kit.text('scope_note'),
      status: kit.text('status').$type<GroupStatus>().notNull(),
      statusReason: kit.text('status_reason'),
      statusSince: kit.instant('status_since').notNull(),
      /** Local date on which a suspension ends. */
      suspendedUntil: kit.text('suspended_until'),
      foundedOn: kit.text('founded_on'),
      address: kit.text('address'),
      /** Rounded to two decimals, about one kilometre. */
      latitude: kit.real('latitude'),
      longitude: kit.real('longitude'),
      contact: kit.json<import('./groups.schema').Contact>('contact').notNull(),
      source: kit.text('source').$type<'online' | 'paper' | 'import'>().notNull(),
      registeredAt: kit.instant('registered_at').notNull(),
      provinceCode: kit.text('province_code').notNull(),
      regencyCode: kit.text('regency_code').notNull(),
      districtCode: kit.text('district_code').notNull(),
      villageCode: kit
        .text('village_code')
        .notNull()
        .references(() => regions.code),
      version: kit.integer('version').notNull().default(1),
    },
    (t) => [
      kit.uniqueIndex('groups_number').on(t.number),
      kit.index('groups_name').on(t.nameKey, t.id),
      kit.index('groups_province').on(t.provinceCode, t.nameKey, t.id),
      kit.index('groups_regency').on(t.regencyCode, t.nameKey, t.id),
      kit.index('groups_district').on(t.districtCode, t.nameKey, t.id),
      kit.index('groups_village').on(t.villageCode, t.nameKey, t.id),
      kit.index('groups_registered_at').on(t.registeredAt),
      kit.index('groups_suspended_until').on(t.suspendedUntil),
    ],
  )
  const boardMembers = kit.table(
    'board_members',
    {
      id: kit.id().primaryKey(),
      groupId: kit
        .text('group_id')
        .notNull()
        .references(() => groups.id),
      name: kit.text('name').notNull(),
      post: kit.text('post').$type<Post>().notNull(),
      /** Local dates; `until` is empty while the post is held. */
      since: kit.text('since').notNull(),
      until: kit.text('until'),
    },
    (t) => [
      kit.index('board_members_group').on(t.groupId, t.until),
      // Whatever order things happen in, a group never has two chairs.
      kit.uniqueIndex('board_members_one_chair').on(t.groupId).where(sql`post = 'ketua' and until is null`),
    ],
  )
  /** Surat Keputusan; one may name several groups. */
  const decrees = kit.table(
    'decrees',
    {
      id: kit.id().primaryKey(),
      number: kit.text('number').notNull(),
      date: kit.text('date').notNull(),
      issuerKind: kit.text('issuer_kind').$type<IssuerKind>().notNull(),
      issuerName: kit.text('issuer_name'),
      validUntil: kit.text('valid_until'),
      regencyCode: kit.text('regency_code').notNull(),
    },
    (t) => [
      kit.uniqueIndex('decrees_identity').on(t.regencyCode, t.number, t.date, t.issuerKind),
      kit.index('decrees_valid_until').on(t.validUntil),
    ],
  )
  const groupDecrees = kit.table(
    'group_decrees',
    {
      id: kit.id().primaryKey(),
      groupId: kit
        .text('group_id')
        .notNull()
        .references(() => groups.id),
      decreeId: kit
        .text('decree_id')
        .notNull()
        .references(() => decrees.id),
      /** The newest is the one in force; the others are history. */
      attachedAt: kit.instant('attached_at').notNull(),
      replacedAt: kit.instant('replaced_at'),
    },
    (t) => [
      kit.index('group_decrees_group').on(t.groupId, t.replacedAt),
      kit.index('group_decrees_decree').on(t.decreeId),
    ],
  )
  return { groups, boardMembers, decrees, groupDecrees }
}
