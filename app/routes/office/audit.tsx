import { useLoaderData } from '@remix-run/react'
import { AuditQuery } from '~/features/audit/audit.schema'
import { auditPage } from '~/features/audit/audit-page.server'
import { AuditTrail } from '~/features/audit/ui/audit-trail'
import { pageLoader } from '~/routes/door'
import { Page } from '~/ui/page'

export const loader = pageLoader(
  { access: { can: 'audit.read' }, query: AuditQuery },
  ({ query, actor, services }) => auditPage(services, actor, query),
)

export const meta = () => [{ title: 'Jejak audit · Simpul KIM' }]

export const handle = { scripts: false }

export default function OfficeAudit() {
  return (
    <Page
      wide
      title="Jejak audit"
      lead="Siapa mengubah apa di wilayah Anda. Catatan ini tidak dapat diubah atau dihapus siapa pun."
      back={{ to: '/dinas', label: 'Dinas' }}
    >
      <AuditTrail path="/dinas/jejak" {...useLoaderData<typeof loader>()} />
    </Page>
  )
}
