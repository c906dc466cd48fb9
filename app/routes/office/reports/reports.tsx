import { useLoaderData } from '@remix-run/react'
import { officeReportsScreen } from '~/features/reporting/office-reports.queries.server'
import { reportPlaceQuery } from '~/features/reporting/office-reports.schema'
import { OfficeReportsPage } from '~/features/reporting/ui/office-reports-page'
import { pageLoader } from '~/routes/door'

export const meta = () => [{ title: 'Laporan berkala · Simpul KIM' }]

export const handle = { scripts: false }

export const loader = pageLoader(
  { access: { can: 'report.read' }, query: reportPlaceQuery },
  ({ query, actor, services }) => officeReportsScreen(services, actor, query),
)

export default function OfficeReports() {
  return <OfficeReportsPage screen={useLoaderData<typeof loader>()} />
}
