import { z } from 'zod'
import { listGroupFacts } from '~/features/groups/list-group-facts.server'
import { RegionCode } from '~/features/regions/regions.schema'
import { jsonBadRequest, jsonNotFound, publicJson } from '~/platform/http/json.server'
import { pageLoader } from '~/routes/door'

const wholeNumber = z.string().regex(/^[1-9]\d{0,8}$/)

/**
 * `GET /api/v1/kim?wilayah=<kode>&q=<nama atau nomor>&halaman=<1…>`: `{data: […], halaman, total}`, 25 a page, by name.
 * A page after the last one is an empty list, so that a reader may go on until nothing comes; a page that is not a
 * whole number from 1 is 400, an unknown region 404, both `{kode, pesan}`.
 */
export const loader = pageLoader(
  { access: 'public', query: z.record(z.string(), z.string()) },
  async ({ query, request, services }) => {
    const page = wholeNumber.safeParse(query.halaman || '1')
    if (!page.success) return jsonBadRequest('Halaman harus bilangan bulat mulai dari 1.')
    const region = RegionCode.optional().safeParse(query.wilayah || undefined)
    const list = region.success
      ? await listGroupFacts(services, { text: query.q, regionCode: region.data, page: Number(page.data) })
      : null
    return list
      ? publicJson(request, list)
      : jsonNotFound('Kode wilayah ini tidak dikenal. Gunakan kode Kemendagri 2, 4, 6 atau 10 angka.')
  },
)
