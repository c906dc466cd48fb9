import { redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { coverageQuery, readCode, sliderQuery } from '~/features/coverage/coverage.schema'
import { mapHref } from '~/features/coverage/coverage-address'
import { dateOnSlider, regionPage } from '~/features/coverage/region-page.server'
import { CoveragePage } from '~/features/coverage/ui/coverage-page'
import { VillagePage } from '~/features/coverage/ui/village-page'
import { NATION } from '~/features/regions/places'
import { WaitingSection } from '~/features/registration/ui/waiting-section'
import { waitingIn } from '~/features/registration/waiting.queries.server'
import { notFound } from '~/platform/errors'
import { pageLoader } from '~/routes/door'

/** The map of a province or a regency, the mosaic of a district, the groups of a village. */
export const loader = pageLoader(
  {
    access: 'public',
    params: z.object({ code: z.string() }),
    query: z.object({ ...coverageQuery, ...sliderQuery }),
  },
  async ({ params, query, actor, services }) => {
    const { ukuran: measure, tanggal: date, bulan, dari } = query
    const code = readCode(params.code)
    if (!code) throw notFound()
    if (bulan !== undefined) {
      const chosen = await dateOnSlider(services, code, { months: bulan, from: dari })
      throw redirect(mapHref(code, { measure, date: chosen }))
    }
    // One address for each page: without dots, and the country under its own.
    if (code !== params.code || code === NATION) throw redirect(mapHref(code, { measure, date }))
    const page = await regionPage(services, { code, measure, date })
    if (!page) throw notFound()
    return page.kind === 'village' ? page : { ...page, waiting: await waitingIn(services, actor, code) }
  },
)

export const handle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [{ title: 'Peta KIM · Simpul KIM' }]
  const region = data.kind === 'village' ? data.village.region : data.screen.region
  const title = `Peta KIM ${region.name}`
  return [
    { title: `${title} · Simpul KIM` },
    {
      name: 'description',
      content: `Di mana KIM terdaftar dan aktif di ${region.name}: peta, angka dan daftarnya, untuk setiap tanggal dalam 24 bulan terakhir.`,
    },
    { property: 'og:title', content: title },
    { property: 'og:type', content: 'website' },
    { property: 'og:locale', content: 'id_ID' },
  ]
}

export default function CoverageRegion() {
  const page = useLoaderData<typeof loader>()
  if (page.kind === 'village') return <VillagePage page={page} />
  return (
    <CoveragePage page={page}>
      {page.waiting && <WaitingSection rows={page.waiting} belowWords={page.screen.belowWords} />}
    </CoveragePage>
  )
}
