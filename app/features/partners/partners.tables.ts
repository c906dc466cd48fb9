import type { Kit } from '~/platform/db/kit'
import type { PartnerChannels, PartnerContact } from './partners.schema'

interface Needs {
  regions: ReturnType<typeof import('~/features/regions/regions.tables').defineRegionsTables>['regions']
  accounts: ReturnType<typeof import('~/features/identity/identity.tables').defineIdentityTables>['accounts']
  partnerKinds: ReturnType<
    typeof import('~/features/choices/choices.tables').defineChoicesTables
  >['partnerKinds']
}

/** Whom offices work with (mitra), other than groups. */
export function definePartnersTables(kit: Kit, { regions, accounts, partnerKinds }: Needs) {
  const partners = kit.table(
    'partners',
    {
      /** Made by the form: sent twice it is stored once. */
      id: kit.id().primaryKey(),
      name: kit.text('name').notNull(),
      /** The name as it is searched and sorted: lower case, no accents, single spaces. */
      nameKey: kit.text('name_key').notNull(),
      kindCode: kit
        .text('kind_code')
        .notNull()
        .references(() => partnerKinds.code),
      /** The office that keeps the partner: both empty for the nation, the regency empty for a province. */
      provinceCode: kit.text('province_code').notNull(),
      regencyCode: kit.text('regency_code').notNull(),
      /** Where the partner works, of any level; null for the whole country. */
      placeCode: kit.text('place_code').references(() => regions.code),
      /** The same place as codes to filter by, each empty where the place is wider. */
      placeProvinceCode: kit.text('place_province_code').notNull(),
      placeRegencyCode: kit.text('place_regency_code').notNull(),
      placeDistrictCode: kit.text('place_district_code').notNull(),
      contact: kit.json<PartnerContact>('contact').notNull(),
      channels: kit.json<PartnerChannels>('channels').notNull(),
      note: kit.text('note'),
      /** SHA-256 of what was first sent, so that the same id with other content is noticed. */
      sentHash: kit.text('sent_hash').notNull(),
      createdBy: kit
        .text('created_by')
        .notNull()
        .references(() => accounts.id),
      createdAt: kit.instant('created_at').notNull(),
      /** Set when nobody works with it any more; it stays readable. */
      endedAt: kit.instant('ended_at'),
      endReason: kit.text('end_reason'),
      version: kit.integer('version').notNull().default(1),
    },
    (t) => [
      kit.index('partners_name').on(t.nameKey, t.id),
      kit.index('partners_province').on(t.provinceCode, t.nameKey, t.id),
      kit.index('partners_regency').on(t.regencyCode, t.nameKey, t.id),
      kit.index('partners_kind').on(t.kindCode, t.nameKey, t.id),
      kit.index('partners_place').on(t.placeCode),
      kit.index('partners_place_province').on(t.placeProvinceCode, t.nameKey, t.id),
      kit.index('partners_place_regency').on(t.placeRegencyCode, t.nameKey, t.id),
      kit.index('partners_place_district').on(t.placeDistrictCode, t.nameKey, t.id),
      kit.index('partners_created_by').on(t.createdBy),
    ],
  )
  return { partners }
}
