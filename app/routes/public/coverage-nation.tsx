import { redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { coverageQuery, sliderQuery } from '~/features/coverage/coverage.schema'
import { mapHref } from '~/features/coverage/coverage-address'
import { dateOnSlider, regionPage } from '~/features/coverage/region-page.server'
import { CoveragePage } from '~/features/coverage/ui/coverage-page'
import { NATION } from '~/features/regions/places'
import { WaitingSection } from '~/features/registration/ui/waiting-section'
import { waitingIn } from '~/features/registration/waiting.queries.server'
import { notFound } from '~/platform/errors'
import { pageLoader } from '~/routes/door'

/** The map of the country. */
export const loader = pageLoader(
  { access: 'public', query: z.object({ ...coverageQuery, ...sliderQuery }) },
  async ({ query, actor, services }) => {
    const { ukuran: measure, tanggal: date, bulan, dari } = query
    if (bulan !== undefined) {
      const chosen = await dateOnSlider(services, NATION, { months: bulan, from: dari })
      throw redirect(mapHref(NATION, { measure, date: chosen }))
    }
    const page = await regionPage(services, { code: NATION, measure, date })
    if (page?.kind !== 'region') throw notFound()
    return { ...page, waiting: await waitingIn(services, actor, NATION) }
  },
)

export const handle = { scripts: false }

export const meta: MetaFunction = () => [
  { title: 'Peta KIM Indonesia · Simpul KIM' },
  {
    name: 'description',
    content:
      'Di mana Komunitas Informasi Masyarakat terdaftar dan aktif: peta dan angka sampai desa, untuk setiap tanggal dalam 24 bulan terakhir.',
  },
]

export default function CoverageNation() {
  const { waiting, ...page } = useLoaderData<typeof loader>()
  return (
    <CoveragePage page={page}>
      {waiting && <WaitingSection rows={waiting} belowWords={page.screen.belowWords} />}
    </CoveragePage>
  )
}
