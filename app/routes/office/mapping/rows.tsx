import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { classWords, followUpWords } from '~/features/mapping/mapping.messages'
import {
  followUps,
  isFiltered,
  MappingId,
  rowClasses,
  rowsHref,
  rowsQuery,
} from '~/features/mapping/mapping.schema'
import { rowsScreen } from '~/features/mapping/rows.queries.server'
import { MappingPage } from '~/features/mapping/ui/mapping-frame'
import { RegionFilter } from '~/features/regions/ui/region-filter'
import { pageLoader } from '~/routes/door'
import { Button, ButtonLink } from '~/ui/button'
import { Badge, EmptyState } from '~/ui/callout'
import { DataTable } from '~/ui/data'
import { FilterField, FilterSelect } from '~/ui/filter'
import { formatDate, formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Pager } from '~/ui/pager'

export const meta = () => [{ title: 'Daftar kelompok · Simpul KIM' }]

export const handle = { scripts: false }

export const loader = pageLoader(
  { access: { can: 'mapping.read' }, params: z.object({ mappingId: MappingId }), query: rowsQuery },
  async ({ params: { mappingId }, query, actor, services }) => ({
    query,
    ...(await rowsScreen(services, actor, mappingId, query)),
  }),
)

export default function MappingRows() {
  const { query, head, filter, kinds, rows, total, previous, next } = useLoaderData<typeof loader>()
  const home = `/dinas/pemetaan/${head.id}`
  const here = `${home}/daftar`
  const link = 'inline-flex min-h-11 items-center px-2 font-semibold'
  return (
    <MappingPage
      head={head}
      title="Daftar kelompok"
      actions={(['csv', 'xlsx'] as const).map((format) => (
        // A plain link: a file is no page for the router.
        <a key={format} href={rowsHref(`${home}/unduh/${format}`, query)} download className={link}>
          Unduh {format.toUpperCase()}
        </a>
      ))}
    >
      <form
        key={rowsHref(here, query)}
        method="get"
        aria-label="Saring daftar kelompok"
        className="border-b border-line pb-5"
      >
        <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-5">
          <FilterField name="q" type="search" label="Nama kelompok" defaultValue={query.q} />
          <RegionFilter state={filter} />
          <FilterSelect
            name="kelas"
            label="Kelas"
            all="Semua kelas"
            defaultValue={query.kelas}
            options={rowClasses.map((value) => ({ value, label: classWords[value].label }))}
          />
          <FilterSelect
            name="tindak"
            label="Tindak lanjut"
            all="Semua usulan"
            defaultValue={query.tindak}
            options={followUps.map((value) => ({ value, label: followUpWords[value].label }))}
          />
          <FilterSelect
            name="jenis"
            label="Jenis"
            all="Semua jenis"
            defaultValue={query.jenis}
            options={kinds.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </div>
        <div className="mt-3 flex flex-wrap gap-3">
          <Button variant="secondary">Terapkan</Button>
          {isFiltered(query) && (
            <ButtonLink to={here} variant="quiet">
              Hapus saringan
            </ButtonLink>
          )}
        </div>
      </form>
      {rows.length === 0 ? (
        <EmptyState
          title={isFiltered(query) ? 'Tidak ada kelompok yang cocok' : 'Belum ada kelompok'}
          action={
            isFiltered(query) ? (
              <ButtonLink to={here} variant="secondary">
                Hapus saringan
              </ButtonLink>
            ) : (
              head.mayEdit && <ButtonLink to={`${home}/baru`}>Catat kelompok</ButtonLink>
            )
          }
        >
          {isFiltered(query)
            ? 'Coba satu kata saja dari namanya, atau longgarkan saringannya.'
            : 'Kelompok yang dicatat di desa atau diunggah dari daftar muncul di sini.'}
        </EmptyState>
      ) : (
        <>
          <p className="py-3 text-soft">{formatNumber(total)} kelompok dalam pemetaan ini, menurut desa.</p>
          <DataTable
            caption="Kelompok dalam pemetaan"
            rows={rows}
            keyOf={({ id }) => id}
            columns={[
              {
                header: 'Kelompok',
                cell: ({ id, name }) => (
                  <Link
                    to={`${home}/baris/${id}`}
                    className="inline-flex min-h-11 items-center [overflow-wrap:anywhere] sm:min-h-0"
                  >
                    {name}
                  </Link>
                ),
              },
              {
                header: 'Tempat',
                cell: ({ village, district }) => (
                  <>
                    {village}
                    <span className="block text-sm text-soft">{district}</span>
                  </>
                ),
              },
              {
                header: 'Kelas',
                cell: (row) => (
                  <Badge tone={row.class === 'kim' ? 'good' : 'info'}>{classWords[row.class].short}</Badge>
                ),
              },
              { header: 'Jenis', cell: ({ kind }) => kind ?? <span className="text-soft">–</span> },
              { header: 'Tindak lanjut', cell: ({ followUp }) => followUpWords[followUp].label },
              {
                header: 'Didata',
                cell: ({ surveyedOn }) =>
                  surveyedOn ? formatDate(surveyedOn) : <span className="text-soft">belum</span>,
              },
            ]}
          />
        </>
      )}
      <Pager
        previous={previous && rowsHref(here, query, { sebelum: previous })}
        next={next && rowsHref(here, query, { setelah: next })}
      />
    </MappingPage>
  )
}
