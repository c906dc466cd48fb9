import { useLoaderData } from '@remix-run/react'
import { partnershipKindWords, partnershipStatusWords } from '~/features/partnerships/partnerships.messages'
import { partnershipsScreen } from '~/features/partnerships/partnerships.queries.server'
import { partnershipKinds } from '~/features/partnerships/partnerships.schema'
import { partnershipStatuses } from '~/features/partnerships/partnerships.state'
import {
  isFiltered,
  KIM,
  partnershipsHref,
  partnershipsQuery,
} from '~/features/partnerships/partnerships-list.schema'
import { PartnershipTable } from '~/features/partnerships/ui/partnership-table'
import { RegionFilter } from '~/features/regions/ui/region-filter'
import { pageLoader } from '~/routes/door'
import { Button, ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/callout'
import { FilterField, FilterSelect } from '~/ui/filter'
import { Link } from '~/ui/link'
import { Page } from '~/ui/page'
import { Pager } from '~/ui/pager'

export const meta = () => [{ title: 'Kemitraan · Simpul KIM' }]

export const handle = { scripts: false }

export const loader = pageLoader(
  { access: { can: 'partnership.read' }, query: partnershipsQuery },
  async ({ query, actor, services }) => ({ query, ...(await partnershipsScreen(services, actor, query)) }),
)

export default function Partnerships() {
  const { query, rows, previous, next, oneOffice } = useLoaderData<typeof loader>()
  const download = 'inline-flex min-h-11 items-center px-1 text-sm'
  return (
    <Page
      wide
      title="Kemitraan"
      lead="Kesepakatan dinas dengan mitra dan KIM: dari usulan sampai berakhir."
      actions={
        <>
          <Link to="/dinas/kemitraan/jejaring" className={download}>
            Jejaring
          </Link>
          <a href={partnershipsHref(query, {}, '/dinas/kemitraan/unduh/csv')} className={download} download>
            Unduh CSV
          </a>
          <a href={partnershipsHref(query, {}, '/dinas/kemitraan/unduh/xlsx')} className={download} download>
            Unduh XLSX
          </a>
          <ButtonLink to="/dinas/kemitraan/baru">Usulkan kemitraan</ButtonLink>
        </>
      }
    >
      <Filters />
      {rows.length === 0 ? <Nothing /> : <PartnershipTable rows={rows} withOffice={!oneOffice} />}
      <Pager
        previous={previous && partnershipsHref(query, { sebelum: previous })}
        next={next && partnershipsHref(query, { setelah: next })}
      />
    </Page>
  )
}

function Filters() {
  const { query, filter, kinds, topics } = useLoaderData<typeof loader>()
  return (
    <form
      key={partnershipsHref(query)}
      method="get"
      action="/dinas/kemitraan"
      aria-label="Saring daftar kemitraan"
      className="border-b border-line pb-5"
    >
      {query.mitra && <input type="hidden" name="mitra" value={query.mitra} />}
      {query.kim && <input type="hidden" name="kim" value={query.kim} />}
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
        <FilterField name="q" type="search" label="Perihal, nomor atau nama mitra" defaultValue={query.q} />
        <FilterSelect
          name="keadaan"
          label="Keadaan"
          all="Semua keadaan"
          defaultValue={query.keadaan}
          options={[
            { value: 'berlaku', label: 'Berlaku, juga yang segera berakhir' },
            ...partnershipStatuses.map((value) => ({ value, label: partnershipStatusWords[value].label })),
          ]}
        />
        <FilterSelect
          name="jenis"
          label="Jenis mitra"
          all="Semua jenis"
          defaultValue={query.jenis}
          options={[
            { value: KIM, label: 'KIM' },
            ...kinds.map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
        <FilterSelect
          name="topik"
          label="Topik"
          all="Semua topik"
          defaultValue={query.topik}
          options={topics.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <FilterSelect
          name="naskah"
          label="Bentuk naskah"
          all="Semua bentuk"
          defaultValue={query.naskah}
          options={partnershipKinds.map((value) => ({ value, label: partnershipKindWords[value] }))}
        />
        <RegionFilter state={filter} />
      </div>
      <div className="mt-3 flex flex-wrap gap-3">
        <Button variant="secondary">Terapkan</Button>
        {isFiltered(query) && (
          <ButtonLink to="/dinas/kemitraan" variant="quiet">
            Hapus saringan
          </ButtonLink>
        )}
      </div>
    </form>
  )
}

function Nothing() {
  const { query } = useLoaderData<typeof loader>()
  if (isFiltered(query)) {
    return (
      <EmptyState
        title="Tidak ada kemitraan yang cocok"
        action={
          <ButtonLink to="/dinas/kemitraan" variant="secondary">
            Hapus saringan
          </ButtonLink>
        }
      >
        Coba satu kata saja, atau longgarkan saringannya.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title="Belum ada kemitraan"
      action={<ButtonLink to="/dinas/kemitraan/baru">Usulkan kemitraan</ButtonLink>}
    >
      Mulai dari mitra atau KIM yang sudah tercatat: tulis apa yang dikerjakan bersama dan sampai kapan. Dinas
      diingatkan sebelum masanya habis.
    </EmptyState>
  )
}
