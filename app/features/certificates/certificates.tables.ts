import type { Kit } from '~/platform/db/kit'
import type { CertificateFacts } from './certificates.schema'

interface Needs {
  groups: ReturnType<typeof import('~/features/groups/groups.tables').defineGroupsTables>['groups']
}

/** Each version of a group's Tanda Daftar KIM: the facts at its time, and the PDF once the job has made it. */
export function defineCertificatesTables(kit: Kit, { groups }: Needs) {
  const certificates = kit.table(
    'certificates',
    {
      id: kit.id().primaryKey(),
      groupId: kit
        .text('group_id')
        .notNull()
        .references(() => groups.id),
      version: kit.integer('version').notNull(),
      /** All that is printed, so that the same facts give the same bytes. */
      facts: kit.json<CertificateFacts>('facts').notNull(),
      issuedAt: kit.instant('issued_at').notNull(),
      /** Of the PDF; empty until the job has stored it. */
      sha256: kit.text('sha256'),
      bytes: kit.integer('bytes'),
      supersededAt: kit.instant('superseded_at'),
    },
    (t) => [kit.uniqueIndex('certificates_group_version').on(t.groupId, t.version)],
  )
  return { certificates }
}
