import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { accountsScreen } from '~/features/identity/accounts.queries.server'
import { tidy } from '~/platform/text'
import { pageLoader } from '~/routes/door'
import { Button } from '~/ui/button'
import { Badge, EmptyState } from '~/ui/callout'
import { DataTable, Pagination } from '~/ui/data'
import { formatDay, formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page } from '~/ui/page'

export const meta = () => [{ title: 'Akun · Simpul KIM' }]

export const handle = { scripts: false }

const query = z.object({
  q: z.string().max(200).transform(tidy).catch(''),
  halaman: z.coerce.number().int().min(1).max(100_000).catch(1),
})

export const loader = pageLoader(
  { access: { can: 'admin.manage' }, query },
  async ({ services, query: { q, halaman } }) => ({
    q,
    ...(await accountsScreen(services, { q, page: halaman })),
  }),
)

export default function Accounts() {
  const { q, rows, total, page, pageCount } = useLoaderData<typeof loader>()
  return (
    <Page wide title="Akun" back={{ to: '/admin', label: 'Pengelola' }}>
      <form method="get" className="mb-6 flex max-w-xl gap-2">
        <label htmlFor="q" className="sr-only">
          Nama, e-mail atau nomor HP
        </label>
        <input
          id="q"
          name="q"
          type="search"
          defaultValue={q}
          placeholder="Nama, e-mail atau nomor HP lengkap"
          className="min-h-11 w-full rounded-md border border-edge bg-white px-3 py-2.5 text-base hover:border-teal-700"
        />
        <Button>Cari</Button>
      </form>
      {rows.length === 0 ? (
        <EmptyState title="Tidak ada akun yang cocok">
          Coba sebagian nama saja, atau nomor HP lengkap seperti 0812 3456 7890.
        </EmptyState>
      ) : (
        <>
          <p className="mb-2 text-sm text-soft">{formatNumber(total)} akun</p>
          <DataTable
            caption="Akun"
            keyOf={({ id }) => id}
            rows={rows}
            columns={[
              {
                header: 'Nama',
                cell: ({ id, name, disabled }) => (
                  <>
                    <Link to={`/admin/akun/${id}`}>{name}</Link> {disabled && <Badge>dinonaktifkan</Badge>}
                  </>
                ),
              },
              { header: 'Nomor HP', cell: ({ phone }) => phone ?? '–' },
              { header: 'E-mail', cell: ({ email }) => email ?? '–' },
              { header: 'Peran', cell: ({ roles }) => roles.join(', ') || 'belum ada' },
              { header: 'Dibuat', cell: ({ createdAt }) => formatDay(createdAt) },
            ]}
          />
        </>
      )}
      <Pagination
        page={page}
        pageCount={pageCount}
        total={total}
        hrefFor={(to) => `/admin/akun?${new URLSearchParams({ q, halaman: String(to) })}`}
      />
    </Page>
  )
}
