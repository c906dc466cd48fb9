import { useLoaderData } from '@remix-run/react'
import { officeHome } from '~/features/registration/office-home.queries.server'
import { OfficeHomePage } from '~/features/registration/ui/office-home-page'
import { pageLoader } from '~/routes/door'

export const meta = () => [{ title: 'Dinas · Simpul KIM' }]

export const loader = pageLoader({ access: { can: 'office.read' } }, ({ actor, services }) =>
  officeHome(services, actor),
)

export default function OfficeHome() {
  return <OfficeHomePage home={useLoaderData<typeof loader>()} />
}
