import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { GroupId } from '~/features/groups/groups.schema'
import { groupReportsScreen } from '~/features/reporting/group-reports.queries.server'
import { GroupReportsPage } from '~/features/reporting/ui/group-reports-page'
import { pageLoader } from '~/routes/door'

export const meta = () => [{ title: 'Laporan berkala · Simpul KIM' }]

export const handle = { scripts: false }

export const loader = pageLoader(
  { access: 'signedIn', params: z.object({ groupId: GroupId }) },
  ({ params, actor, services }) => groupReportsScreen(services, actor, params.groupId),
)

export default function GroupReports() {
  return <GroupReportsPage screen={useLoaderData<typeof loader>()} />
}
