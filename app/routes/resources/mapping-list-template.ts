import { listTemplate } from '~/features/mapping/lists.queries.server'
import { pageLoader } from '~/routes/door'

/** An empty list of communities to fill in. */
export const loader = pageLoader(
  { access: { can: 'mapping.edit' } },
  () =>
    new Response(listTemplate(), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="contoh-daftar-kelompok.csv"',
      },
    }),
)
