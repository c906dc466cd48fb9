import { useLoaderData } from '@remix-run/react'
import { changesScreen } from '~/features/reporting/changes.queries.server'
import { changesQuery } from '~/features/reporting/office-reports.schema'
import { ChangesPage } from '~/features/reporting/ui/changes-page'
import { pageLoader } from '~/routes/door'

export const meta = () => [{ title: 'Perubahan setelah disetujui · Simpul KIM' }]

export const handle = { scripts: false }

export const loader = pageLoader(
  { access: { can: 'report.read' }, query: changesQuery },
  ({ query, actor, services }) => changesScreen(services, actor, query),
)

export default function ReportChanges() {
  return <ChangesPage screen={useLoaderData<typeof loader>()} />
}
