import { useLoaderData } from '@remix-run/react'
import { type PartnerRow, partnersScreen } from '~/features/partners/partners.queries.server'
import { partnersHref, partnersQuery } from '~/features/partners/partners-list.schema'
import { RegionFilter } from '~/features/regions/ui/region-filter'
import { pageLoader } from '~/routes/door'
import { Button, ButtonLink } from '~/ui/button'
import { Badge, EmptyState } from '~/ui/callout'
import { type Column, DataTable } from '~/ui/data'
import { FilterField, FilterSelect } from '~/ui/filter'
import { formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page } from '~/ui/page'
import { Pager } from '~/ui/pager'

export const meta = () => [{ title: 'Mitra · Simpul KIM' }]

export const handle = { scripts: false }

export const loader = pageLoader(
  { access: { can: 'partner.read' }, query: partnersQuery },
  async ({ query, actor, services }) => ({ query, ...(await partnersScreen(services, actor, query)) }),
)

const columns: Column<PartnerRow>[] = [
  {
    header: 'Mitra',
    cell: ({ id, name, hasEnded }) => (
      <>
        <Link to={`/dinas/mitra/${id}`} className="inline-flex min-h-11 items-center sm:min-h-0">
          {name}
        </Link>{' '}
        {hasEnded && <Badge>Diakhiri</Badge>}
      </>
    ),
  },
  { header: 'Jenis', cell: ({ kind }) => kind },
  { header: 'Wilayah', cell: ({ place }) => place },
  { header: 'Dikelola', cell: ({ office }) => office },
  { header: 'Kemitraan berlaku', numeric: true, cell: ({ inForce }) => formatNumber(inForce) },
]

export default function Partners() {
  const { query, rows, previous, next, filter, kinds } = useLoaderData<typeof loader>()
  const isFiltered = Boolean(query.q || query.jenis || query.kecamatan || query.kabupaten || query.provinsi)
  const download = 'inline-flex min-h-11 items-center px-1 text-sm'
  return (
    <Page
      wide
      title="Mitra"
      lead="Lembaga dan komunitas yang bekerja sama dengan dinas. Kontaknya hanya untuk dinas."
      actions={
        <>
          <a href={partnersHref(query, {}, '/dinas/mitra/unduh/csv')} className={download} download>
            Unduh CSV
          </a>
          <a href={partnersHref(query, {}, '/dinas/mitra/unduh/xlsx')} className={download} download>
            Unduh XLSX
          </a>
          <ButtonLink to="/dinas/mitra/baru">Catat mitra</ButtonLink>
        </>
      }
    >
      <form
        key={partnersHref(query)}
        method="get"
        action="/dinas/mitra"
        aria-label="Saring daftar mitra"
        className="border-b border-line pb-5"
      >
        <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
          <FilterField name="q" type="search" label="Nama mitra" defaultValue={query.q} />
          <FilterSelect
            name="jenis"
            label="Jenis"
            all="Semua jenis"
            defaultValue={query.jenis}
            options={kinds.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <RegionFilter state={filter} />
          <FilterSelect
            name="lama"
            label="Keadaan"
            all="Yang masih aktif"
            defaultValue={query.lama}
            options={[{ value: '1', label: 'Semua, juga yang diakhiri' }]}
          />
        </div>
        <div className="mt-3 flex flex-wrap gap-3">
          <Button variant="secondary">Terapkan</Button>
          {isFiltered && (
            <ButtonLink to="/dinas/mitra" variant="quiet">
              Hapus saringan
            </ButtonLink>
          )}
        </div>
      </form>
      {rows.length === 0 ? (
        <EmptyState
          title={isFiltered ? 'Tidak ada mitra yang cocok' : 'Belum ada mitra'}
          action={<ButtonLink to="/dinas/mitra/baru">Catat mitra</ButtonLink>}
        >
          {isFiltered
            ? 'Coba satu kata saja dari namanya, atau longgarkan saringannya.'
            : 'Catat media, kampus, komunitas atau perangkat daerah yang bekerja sama dengan dinas; sesudah itu kemitraannya dapat diusulkan.'}
        </EmptyState>
      ) : (
        <DataTable caption="Mitra" columns={columns} rows={rows} keyOf={({ id }) => id} />
      )}
      <Pager
        previous={previous && partnersHref(query, { sebelum: previous })}
        next={next && partnersHref(query, { setelah: next })}
      />
    </Page>
  )
}
