import { useLoaderData } from '@remix-run/react'
import { pageLoader } from '~/routes/door'
import { ButtonLink } from '~/ui/button'
import { Page } from '~/ui/page'

export const meta = () => [{ title: 'Beranda saya · Simpul KIM' }]

export const loader = pageLoader({ access: 'signedIn' }, ({ actor }) => ({ name: actor.name }))

export default function Home() {
  const { name } = useLoaderData<typeof loader>()
  return (
    <Page title={`Halo, ${name}`}>
      <ButtonLink to="/kelompok/baru">Daftarkan KIM</ButtonLink>
    </Page>
  )
}
