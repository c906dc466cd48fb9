import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { networkScreen, type Tie } from '~/features/partnerships/network.queries.server'
import { filteredCode, regionFilterQuery } from '~/features/regions/filter.schema'
import { RegionFilter } from '~/features/regions/ui/region-filter'
import { pageLoader } from '~/routes/door'
import { Button, ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/callout'
import { LinkDrawing } from '~/ui/chart/link-drawing'
import { type Column, DataTable } from '~/ui/data'
import { formatMoment, formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'

export const meta = () => [{ title: 'Jejaring kemitraan · Simpul KIM' }]

export const handle = { scripts: false }

export const loader = pageLoader(
  { access: { can: 'partnership.read' }, query: z.object(regionFilterQuery) },
  ({ query, actor, services }) => networkScreen(services, actor, filteredCode(query)),
)

const columns: Column<Tie>[] = [
  {
    header: 'Mitra',
    cell: ({ href, counterpart }) => (
      <Link to={href} className="inline-flex min-h-11 items-center sm:min-h-0">
        {counterpart}
      </Link>
    ),
  },
  { header: 'Jenis', cell: ({ kind }) => kind },
  { header: 'Dinas', cell: ({ office }) => office },
  { header: 'Kemitraan berlaku', numeric: true, cell: ({ many }) => formatNumber(many) },
]

export default function Network() {
  const { filter, ties, drawing, now } = useLoaderData<typeof loader>()
  const { left, groups, links, each } = drawing
  const partners = new Set(ties.map(({ counterpartId }) => counterpartId)).size
  const title = `Siapa bekerja dengan siapa${filter.title && `, ${filter.title}`}`
  const said = `${formatNumber(left.length)} dinas bekerja sama dengan ${formatNumber(partners)} mitra dan KIM.`
  return (
    <Page
      wide
      title="Jejaring kemitraan"
      lead={`Kemitraan yang berlaku, juga yang segera berakhir, pada ${formatMoment(now)}. Tebal garis: banyaknya kemitraan.`}
      back={{ to: '/dinas/kemitraan', label: 'Kemitraan' }}
    >
      {filter.fields.some(({ name }) => name !== 'kecamatan') && (
        <form
          method="get"
          aria-label="Pilih wilayah"
          className="no-print mb-6 flex flex-wrap items-end gap-4"
        >
          <RegionFilter
            state={{ ...filter, fields: filter.fields.filter(({ name }) => name !== 'kecamatan') }}
          />
          <Button variant="secondary">Terapkan</Button>
        </form>
      )}
      {ties.length === 0 ? (
        <EmptyState
          title="Belum ada kemitraan yang berlaku"
          action={<ButtonLink to="/dinas/kemitraan">Lihat kemitraan</ButtonLink>}
        >
          Begitu sebuah usulan dinyatakan berlaku, dinas dan mitranya tampil terhubung di sini.
        </EmptyState>
      ) : (
        <>
          <p className="mb-4">
            {said} {!each && 'Karena banyak, mitra digambar menurut jenisnya; satu per satu ada di tabel.'}
          </p>
          <p className="mb-2 text-sm text-soft sm:hidden print:hidden">
            Geser gambarnya ke samping untuk melihat semua.
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard. */}
          <section aria-label="Gambar jejaring" tabIndex={0} className="overflow-x-auto">
            <LinkDrawing title={title} description={said} left={left} groups={groups} links={links} />
          </section>
          <Section title="Yang sama dalam tabel">
            <DataTable
              caption={title}
              columns={columns}
              rows={ties}
              keyOf={({ officeCode, counterpartId }) => `${officeCode} ${counterpartId}`}
            />
          </Section>
        </>
      )}
    </Page>
  )
}
