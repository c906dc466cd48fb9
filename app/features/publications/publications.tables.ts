import type { Kit } from '~/platform/db/kit'
import type { OutputParameters, PublicationFiles } from './publications.schema'

interface Needs {
  groups: ReturnType<typeof import('~/features/groups/groups.tables').defineGroupsTables>['groups']
  accounts: ReturnType<typeof import('~/features/identity/identity.tables').defineIdentityTables>['accounts']
}

/**
 * Numbered snapshots of the portal's outputs (rekap). What one states lies in the storage under the hash of its facts,
 * and is never changed; the files that are drawn from them lie beside them.
 */
export function definePublicationsTables(kit: Kit, { groups, accounts }: Needs) {
  const publications = kit.table(
    'publications',
    {
      /** Made by the form: sent twice it is made once. */
      id: kit.id().primaryKey(),
      /** `R-9404-2026-0001`: the office, the year and a serial without gaps. */
      number: kit.text('number').notNull(),
      output: kit.text('output').notNull(),
      title: kit.text('title').notNull(),
      /** The region that it tells of, `00` for the country, in a code and in words. */
      regionCode: kit.text('region_code').notNull(),
      place: kit.text('place').notNull(),
      /** "Keadaan per 25 November 2026". */
      period: kit.text('period').notNull(),
      /** Who made it: "Dinas Kominfo Kabupaten Mimika", or the name of a group. */
      office: kit.text('office').notNull(),
      parameters: kit.json<OutputParameters>('parameters').notNull(),
      /** The group whose own output it is; empty for an office's. */
      groupId: kit.text('group_id').references(() => groups.id),
      madeBy: kit
        .text('made_by')
        .notNull()
        .references(() => accounts.id),
      madeAt: kit.instant('made_at').notNull(),
      /** Of the facts; empty until the job has gathered them. */
      factsSha256: kit.text('facts_sha256'),
      /** PDF, XLSX and CSV; empty until the job has drawn them. */
      files: kit.json<PublicationFiles | null>('files'),
      /** Of the office that made it, empty where it is the country's or a province's. */
      provinceCode: kit.text('province_code').notNull(),
      regencyCode: kit.text('regency_code').notNull(),
    },
    (t) => [
      kit.uniqueIndex('publications_number').on(t.number),
      kit.index('publications_latest').on(t.madeAt, t.id),
      kit.index('publications_province').on(t.provinceCode, t.madeAt, t.id),
      kit.index('publications_regency').on(t.regencyCode, t.madeAt, t.id),
      kit.index('publications_group').on(t.groupId, t.madeAt, t.id),
      kit.index('publications_made_by').on(t.madeBy),
    ],
  )
  return { publications }
}
