import { useLoaderData } from '@remix-run/react'
import { AuditQuery } from '~/features/audit/audit.schema'
import { auditPage } from '~/features/audit/audit-page.server'
import { AuditTrail } from '~/features/audit/ui/audit-trail'
import { pageLoader } from '~/routes/door'
import { Page } from '~/ui/page'

export const loader = pageLoader(
  { access: { can: 'admin.manage' }, query: AuditQuery },
  ({ query, actor, services }) => auditPage(services, actor, query),
)

export const meta = () => [{ title: 'Jejak audit · Simpul KIM' }]

export const handle = { scripts: false }

export default function AdminAudit() {
  return (
    <Page
      wide
      title="Jejak audit"
      lead="Semua perubahan di portal, tidak dapat diubah atau dihapus. Keutuhannya diperiksa dengan perintah npm run audit:verify."
      back={{ to: '/admin', label: 'Pengelola' }}
    >
      <AuditTrail path="/admin/jejak" {...useLoaderData<typeof loader>()} />
    </Page>
  )
}
