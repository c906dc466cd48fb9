import { importTemplate } from '~/features/imports/import-files.server'
import { pageLoader } from '~/routes/door'

/** An empty list of KIM to fill in. */
export const loader = pageLoader(
  { access: { can: 'group.import' } },
  () =>
    new Response(importTemplate(), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="contoh-daftar-kim.csv"',
      },
    }),
)
