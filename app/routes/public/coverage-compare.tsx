import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { comparison } from '~/features/coverage/compare.server'
import { coverageQuery } from '~/features/coverage/coverage.schema'
import { NATION_WORD } from '~/features/coverage/coverage-address'
import type { RegionPage } from '~/features/coverage/region-page.server'
import { CompareForm } from '~/features/coverage/ui/compare-form'
import { Comparison } from '~/features/coverage/ui/comparison'
import { NATION } from '~/features/regions/places'
import { pageLoader } from '~/routes/door'
import { EmptyState } from '~/ui/callout'
import { Page } from '~/ui/page'

const typed = z.string().max(20).catch('').default('')
const query = z.object({
  a: typed,
  b: typed,
  dan: typed,
  ukuran: coverageQuery.ukuran,
  tanggal: typed,
})

/** Two regions, or one region on two days, side by side. */
export const loader = pageLoader({ access: 'public', query }, async ({ query, services }) => {
  const { a, b, tanggal, dan, ukuran: measure } = query
  const asked = { a, b, measure, date: tanggal || undefined, other: dan || undefined }
  const { left, right, choices, unknown } = await comparison(services, asked)
  return {
    left,
    right,
    unknown,
    form: {
      choices,
      a: chosen(left),
      b: b && chosen(right),
      date: left?.screen.cutOff.date ?? tanggal,
      other: dan,
      measure,
    },
  }
})

/** A side as the form names it. */
function chosen(page: RegionPage | null): string {
  const code = page?.screen.region.code ?? ''
  return code === NATION ? NATION_WORD : code
}

export const handle = { scripts: false }

export const meta: MetaFunction = () => [{ title: 'Bandingkan cakupan KIM · Simpul KIM' }]

export default function CoverageCompare() {
  const { left, right, unknown, form } = useLoaderData<typeof loader>()
  return (
    <Page
      wide
      title="Bandingkan cakupan KIM"
      lead="Dua wilayah pada satu tanggal, atau satu wilayah pada dua tanggal."
      back={{ to: '/peta', label: 'Peta' }}
    >
      <CompareForm {...form} />
      {left && right ? (
        <Comparison left={left} right={right} />
      ) : unknown.length > 0 ? (
        <EmptyState title="Wilayah tidak ditemukan">
          {unknown.map((typed) => `“${typed}”`).join(' dan ')} bukan kode provinsi, kabupaten, kota atau
          kecamatan. Periksa kodenya atau pilih wilayah dari daftar di atas.
        </EmptyState>
      ) : (
        <EmptyState title="Pilih dua yang dibandingkan">
          {left
            ? `Pilih wilayah kedua atau tanggal kedua untuk dibandingkan dengan ${left.screen.region.name}.`
            : 'Pilih dua wilayah, atau satu wilayah dengan dua tanggal.'}
        </EmptyState>
      )}
    </Page>
  )
}
