import { useLoaderData } from '@remix-run/react'
import { ActivityStateWords } from '~/features/coverage/ui/activity-state-words'
import { listedStates } from '~/features/coverage/wakefulness.schema'
import { officeListScreen } from '~/features/groups/office-list.queries.server'
import { officeListHref, officeListQuery } from '~/features/groups/office-list.schema'
import { DecreeTermWords, GroupStatusBadge } from '~/features/groups/ui/badges'
import { OfficeListFilter } from '~/features/groups/ui/office-list-filter'
import { filteredCode } from '~/features/regions/filter.schema'
import { pageLoader } from '~/routes/door'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/callout'
import { DataTable, Pagination } from '~/ui/data'
import { formatDay, formatNumber, formatRegistrationNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page } from '~/ui/page'

export const meta = () => [{ title: 'Data KIM · Simpul KIM' }]

export const handle = { scripts: false }

export const loader = pageLoader(
  { access: { can: 'office.read' }, query: officeListQuery },
  async ({ query, actor, services }) => ({
    query,
    ...(await officeListScreen(services, actor, {
      text: query.q,
      regionCode: filteredCode(query),
      status: query.status,
      flag: query.sk,
      activity: query.keaktifan && listedStates[query.keaktifan],
      sort: query.urut,
      page: query.halaman,
    })),
  }),
)

export default function OfficeGroups() {
  const { query, rows, page, pageCount, total, filter, oneRegency } = useLoaderData<typeof loader>()
  const asked = query.q || query.status || query.sk || query.keaktifan || filter.code
  return (
    <Page wide title="Data KIM" lead="Semua KIM yang sudah bernomor di wilayah kerja Anda.">
      <OfficeListFilter query={query} filter={filter} />
      {rows.length === 0 ? (
        <EmptyState
          title={asked ? 'Tidak ada KIM yang cocok' : 'Belum ada KIM terdaftar di wilayah Anda'}
          action={
            asked ? (
              <ButtonLink to="/dinas/kelompok" variant="secondary">
                Hapus saringan
              </ButtonLink>
            ) : (
              <ButtonLink to="/dinas/antrean">Buka antrean permohonan</ButtonLink>
            )
          }
        >
          {asked
            ? 'Coba satu kata saja dari namanya, atau longgarkan saringannya.'
            : 'KIM muncul di sini setelah permohonannya disetujui, dientri dari kertas, atau diimpor dari daftar yang sudah ada.'}
        </EmptyState>
      ) : (
        <>
          <p className="py-3 text-sm text-soft" role="status">
            {formatNumber(total)} KIM
          </p>
          <DataTable
            caption="KIM di wilayah kerja Anda"
            rows={rows}
            keyOf={(row) => row.id}
            columns={[
              {
                header: 'Nama',
                cell: (row) => (
                  <>
                    <Link to={`/dinas/kelompok/${row.id}`} className="[overflow-wrap:anywhere]">
                      {row.name}
                    </Link>
                    <span className="block text-sm font-normal text-soft">
                      {row.place}
                      {!oneRegency && `, ${row.regency}`}
                    </span>
                  </>
                ),
              },
              {
                header: 'Nomor registrasi',
                cell: (row) => (
                  <span className="whitespace-nowrap">{formatRegistrationNumber(row.number)}</span>
                ),
              },
              {
                header: 'Status',
                cell: (row) => <GroupStatusBadge status={row.status} suspendedUntil={row.suspendedUntil} />,
              },
              {
                header: 'Keaktifan',
                cell: (row) => <ActivityStateWords state={row.activity} lastOn={row.lastOn} />,
              },
              {
                header: 'SK berlaku sampai',
                cell: (row) => <DecreeTermWords term={row.term} validUntil={row.validUntil} />,
              },
              { header: 'Terdaftar', cell: (row) => formatDay(row.registeredAt, row.zone) },
            ]}
          />
          <Pagination
            page={page}
            pageCount={pageCount}
            total={total}
            hrefFor={(to) => officeListHref(query, { halaman: to })}
          />
        </>
      )}
    </Page>
  )
}
