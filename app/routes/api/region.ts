import { z } from 'zod'
import { coverageFacts } from '~/features/coverage/coverage-facts.queries.server'
import { regionFacts } from '~/features/regions/region-facts.queries.server'
import { RegionCode } from '~/features/regions/regions.schema'
import { jsonNotFound, publicJson } from '~/platform/http/json.server'
import { pageLoader } from '~/routes/door'

/**
 * `GET /api/v1/wilayah/<kode>`: a region by its Kemendagri code, with or without dots, `00` for the country:
 * `{kode, nama, tingkat, jenis, induk, anak: [{kode, nama, jenis, desa, kim}], cakupan: {tanggal, …}}`, or 404
 * `{kode, pesan}`; for a village `cakupan` is null.
 */
export const loader = pageLoader(
  { access: 'public', params: z.object({ code: z.string() }) },
  async ({ params, request, services }) => {
    const code = RegionCode.safeParse(params.code)
    const region = code.success ? await regionFacts(services, code.data) : null
    return region
      ? publicJson(request, { ...region, cakupan: await coverageFacts(services, region.kode) })
      : jsonNotFound(
          'Kode wilayah ini tidak dikenal. Gunakan kode Kemendagri 2, 4, 6 atau 10 angka, misalnya 9404 untuk Kabupaten Mimika.',
        )
  },
)
