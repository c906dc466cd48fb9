import type { Kit } from '~/platform/db/kit'
import type { DocumentKind } from './documents.schema'

interface Needs {
  applications: ReturnType<
    typeof import('~/features/registration/registration.tables').defineRegistrationTables
  >['applications']
  groups: ReturnType<typeof import('~/features/groups/groups.tables').defineGroupsTables>['groups']
  partnerships: ReturnType<
    typeof import('~/features/partnerships/partnerships.tables').definePartnershipsTables
  >['partnerships']
  accounts: ReturnType<typeof import('~/features/identity/identity.tables').defineIdentityTables>['accounts']
}

/** Files that people sent, checked and re-encoded; the bytes lie in the storage under their hash. */
export function defineDocumentsTables(kit: Kit, { applications, groups, partnerships, accounts }: Needs) {
  const documents = kit.table(
    'documents',
    {
      id: kit.id().primaryKey(),
      kind: kit.text('kind').$type<DocumentKind>().notNull(),
      applicationId: kit.text('application_id').references(() => applications.id),
      groupId: kit.text('group_id').references(() => groups.id),
      partnershipId: kit.text('partnership_id').references(() => partnerships.id),
      mime: kit.text('mime').notNull(),
      bytes: kit.integer('bytes').notNull(),
      /** Pages of a PDF, 1 for a picture. */
      pages: kit.integer('pages').notNull(),
      sha256: kit.text('sha256').notNull(),
      uploadedBy: kit
        .text('uploaded_by')
        .notNull()
        .references(() => accounts.id),
      uploadedAt: kit.instant('uploaded_at').notNull(),
      /** Set when a newer file of the same kind took its place. */
      replacedAt: kit.instant('replaced_at'),
    },
    (t) => [
      kit.index('documents_application').on(t.applicationId, t.kind, t.replacedAt),
      kit.index('documents_group').on(t.groupId, t.kind, t.replacedAt),
      kit.index('documents_partnership').on(t.partnershipId, t.kind, t.replacedAt),
      kit.index('documents_uploaded_by').on(t.uploadedBy),
    ],
  )
  return { documents }
}
