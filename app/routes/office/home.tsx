import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { coordinationHome } from '~/features/coordination/home.queries.server'
import { AttentionHome, CoordinationHome } from '~/features/coordination/ui/coordination-home'
import { belowSorts } from '~/features/home/below'
import { officeDashboard } from '~/features/home/office-dashboard.queries.server'
import { officeDuties } from '~/features/home/office-duties.queries.server'
import { OfficeDashboardSections } from '~/features/home/ui/office-dashboard'
import { OfficeDuties } from '~/features/home/ui/office-duties'
import { officeHome } from '~/features/registration/office-home.queries.server'
import { OfficeHomePage } from '~/features/registration/ui/office-home-page'
import { pageLoader } from '~/routes/door'

export const meta = () => [{ title: 'Dinas · Simpul KIM' }]

/** Links and numbers only: an office on a slow line gets a tenth of the bytes. */
export const handle = { scripts: false }

const query = z.object({ urut: z.enum(belowSorts).catch('kode'), wilayah: z.string().max(13).catch('') })

export const loader = pageLoader(
  { access: { can: 'office.read' }, query },
  async ({ actor, services, query: { urut, wilayah } }) => {
    const [home, coordination, duties, dashboard] = await Promise.all([
      officeHome(services, actor),
      coordinationHome(services, actor),
      officeDuties(services, actor),
      officeDashboard(services, actor, urut, wilayah),
    ])
    return { home, coordination, duties, dashboard }
  },
)

export default function OfficeHome() {
  const { home, coordination, duties, dashboard } = useLoaderData<typeof loader>()
  const overdue = (home.byRegency ?? []).filter((regency) => regency.overdue > 0)
  return (
    <OfficeHomePage home={home} first={<AttentionHome home={coordination} />}>
      <OfficeDuties duties={duties} />
      <CoordinationHome home={coordination} />
      {dashboard && <OfficeDashboardSections dashboard={dashboard} overdue={overdue} />}
    </OfficeHomePage>
  )
}
