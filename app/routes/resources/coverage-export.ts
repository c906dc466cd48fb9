import { z } from 'zod'
import { coverageQuery, readCode } from '~/features/coverage/coverage.schema'
import { exportCoverage } from '~/features/coverage/export-coverage.server'
import { listKinds } from '~/features/coverage/list-kinds'
import { notFound } from '~/platform/errors'
import { fileResponse } from '~/platform/http/outflow'
import { fileFormats } from '~/platform/spreadsheet/file'
import { pageLoader } from '~/routes/door'

/** The table of a coverage page as a file, or with `?isi=` a list behind one of its numbers. */
export const loader = pageLoader(
  {
    access: 'public',
    params: z.object({ code: z.string(), format: z.enum(fileFormats) }),
    query: z.object({ isi: z.enum(listKinds).optional().catch(undefined), tanggal: coverageQuery.tanggal }),
  },
  async ({ params, query, services, outflow }) => {
    const code = readCode(params.code)
    const file =
      code &&
      (await exportCoverage(services, { code, kind: query.isi, date: query.tanggal, format: params.format }))
    if (!file) throw notFound()
    return fileResponse(outflow(), file)
  },
)
