import { redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { listQuery, readCode } from '~/features/coverage/coverage.schema'
import { downloadHref, listHref, mapHref } from '~/features/coverage/coverage-address'
import { coverageList } from '~/features/coverage/coverage-list.queries.server'
import { lists } from '~/features/coverage/list-kinds'
import { officeListHref } from '~/features/coverage/office-list'
import { CoverageListTable } from '~/features/coverage/ui/coverage-list-table'
import { ListChoice } from '~/features/coverage/ui/list-choice'
import { RegionPath } from '~/features/coverage/ui/region-path'
import { notFound } from '~/platform/errors'
import { pageLoader } from '~/routes/door'
import { EmptyState } from '~/ui/callout'
import { Pagination } from '~/ui/data'
import { formatDate, formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page } from '~/ui/page'

/** The list behind a number of the coverage pages. */
export const loader = pageLoader(
  { access: 'public', params: z.object({ code: z.string() }), query: z.object(listQuery) },
  async ({ params, query, actor, services }) => {
    const code = readCode(params.code)
    if (!code) throw notFound()
    if (params.code.includes('.')) throw redirect(listHref(code, query.isi, query.tanggal, query.halaman))
    const list = await coverageList(services, {
      code,
      kind: query.isi,
      date: query.tanggal,
      page: query.halaman,
    })
    if (!list) throw notFound()
    const { date, today } = list.cutOff
    return {
      ...list,
      linked: date === today ? undefined : date,
      officeHref: officeListHref(actor, query.isi, code),
    }
  },
)

export const handle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? `${lists[data.kind].title}, ${data.region.name}` : 'Daftar'} · Simpul KIM` },
]

export default function CoverageListPage() {
  const { region, cutOff, kind, total, page, pageCount, rows, names, linked, officeHref } =
    useLoaderData<typeof loader>()
  const { title, unit, empty, todayOnly } = lists[kind]
  const { code } = region
  const file = 'inline-flex min-h-11 items-center px-1'
  return (
    <>
      <RegionPath region={region} chosen={{ date: linked }} />
      <Page
        wide
        title={title}
        lead={
          <>
            {region.name}, keadaan per <strong>{formatDate(cutOff.date)}</strong>.{' '}
            <Link to={mapHref(code, { date: linked })} className="inline-flex min-h-6 items-center">
              {region.level === 'village' ? 'Lihat KIM di sini' : 'Lihat petanya'}
            </Link>
          </>
        }
        actions={
          <p className="flex flex-wrap gap-x-4 text-sm">
            <a href={downloadHref(code, 'csv', { kind, date: linked })} className={file}>
              Unduh CSV
            </a>
            <a href={downloadHref(code, 'xlsx', { kind, date: linked })} className={file}>
              Unduh XLSX
            </a>
          </p>
        }
      >
        {region.level !== 'village' && <ListChoice code={code} kind={kind} date={linked} />}
        {todayOnly && (
          <p className="mb-3 max-w-prose text-sm text-soft">
            Daftar ini hanya diketahui untuk hari ini; keadaan tanggal yang lalu tidak disimpan.
          </p>
        )}
        {officeHref && (
          <p className="mb-3">
            <Link to={officeHref} className="inline-flex min-h-11 items-center font-semibold">
              Buka daftar lengkap untuk dinas
            </Link>
          </p>
        )}
        {total === 0 ? (
          <EmptyState title="Daftar ini kosong">{empty}</EmptyState>
        ) : (
          <>
            <p className="mb-2 border-b border-edge pb-2 text-sm text-soft" role="status">
              {formatNumber(total)} {unit}
            </p>
            <CoverageListTable kind={kind} rows={rows} names={names} date={linked} />
            <Pagination
              page={page}
              pageCount={pageCount}
              total={total}
              hrefFor={(to) => listHref(code, kind, linked, to)}
            />
          </>
        )}
      </Page>
    </>
  )
}
