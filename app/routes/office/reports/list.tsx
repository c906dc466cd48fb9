import { useLoaderData } from '@remix-run/react'
import { reportListQuery } from '~/features/reporting/office-reports.schema'
import { reportListScreen } from '~/features/reporting/report-list.queries.server'
import { ReportListPage } from '~/features/reporting/ui/report-list-page'
import { pageLoader } from '~/routes/door'

export const meta = () => [{ title: 'Daftar laporan · Simpul KIM' }]

export const handle = { scripts: false }

export const loader = pageLoader(
  { access: { can: 'report.read' }, query: reportListQuery },
  async ({ query, actor, services }) => ({ query, screen: await reportListScreen(services, actor, query) }),
)

export default function ReportList() {
  return <ReportListPage {...useLoaderData<typeof loader>()} />
}
