import { useLoaderData } from '@remix-run/react'
import { Wakefulness } from '~/features/coverage/ui/wakefulness-page'
import { wakefulnessScreen } from '~/features/coverage/wakefulness.queries.server'
import { wakefulnessQuery } from '~/features/coverage/wakefulness.schema'
import { pageLoader } from '~/routes/door'
import { Page } from '~/ui/page'

export const meta = () => [{ title: 'Keaktifan KIM · Simpul KIM' }]

export const handle = { scripts: false }

export const loader = pageLoader(
  { access: { can: 'activity.read' }, query: wakefulnessQuery },
  ({ query, actor, services }) => wakefulnessScreen(services, actor, query),
)

export default function OfficeWakefulness() {
  const screen = useLoaderData<typeof loader>()
  return (
    <Page
      wide
      title="Keaktifan KIM"
      lead="Dihitung dari kegiatan terakhir yang dikonfirmasi. Keadaan berubah mengikuti kalender, tanpa perlu disimpan siapa pun."
    >
      <Wakefulness screen={screen} />
    </Page>
  )
}
