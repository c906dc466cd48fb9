import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { comparison } from '~/features/coverage/compare.server'
import { coverageQuery, readCode } from '~/features/coverage/coverage.schema'
import { provinceNames } from '~/features/coverage/names-of-level.queries.server'
import { CompareForm } from '~/features/coverage/ui/compare-form'
import { Comparison } from '~/features/coverage/ui/comparison'
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
  const asked = {
    a: readCode(a),
    b: readCode(b),
    measure,
    date: tanggal || undefined,
    other: dan || undefined,
  }
  const { left, right } = await comparison(services, asked)
  const provinces = await provinceNames(services)
  return {
    left,
    right,
    form: {
      provinces,
      a: asked.a ?? '',
      b: asked.b ?? '',
      date: left?.screen.cutOff.date ?? tanggal,
      other: dan,
      measure,
    },
  }
})

export const handle = { scripts: false }

export const meta: MetaFunction = () => [{ title: 'Bandingkan cakupan KIM · Simpul KIM' }]

export default function CoverageCompare() {
  const { left, right, form } = useLoaderData<typeof loader>()
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
