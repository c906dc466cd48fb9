import { z } from 'zod'
import { fullName, levelNames, withWord } from '~/features/regions/places'
import type { RegionLevel } from '~/features/regions/regions.tables'
import { searchRegions } from '~/features/regions/search-regions.server'
import { pageLoader } from '~/routes/door'

const levels: RegionLevel[] = ['province', 'regency', 'district', 'village']

/**
 * `GET /wilayah/cari?q=&tingkat=&di=` suggests regions by name: `{hasil: [{kode, nama, tingkat, lengkap}]}`.
 * `tingkat` (provinsi, kabupaten_kota, kecamatan, desa_kelurahan) and `di` (a code) narrow it.
 */
export const loader = pageLoader(
  {
    access: 'public',
    query: z.object({
      q: z
        .string()
        .transform((typed) => typed.slice(0, 80))
        .catch(''),
      tingkat: z.string().catch(''),
      di: z
        .string()
        .regex(/^\d{2,10}$/)
        .optional()
        .catch(undefined),
    }),
  },
  async ({ query: { q, tingkat, di }, services }) => {
    const level = levels.find((name) => levelNames[name] === tingkat)
    const found = await searchRegions(services, q, { levels: level && [level], within: di })
    const hasil = found.map((region) => ({
      kode: region.code,
      nama: withWord(region),
      tingkat: levelNames[region.level],
      lengkap: fullName(region),
    }))
    return Response.json({ hasil }, { headers: { 'Cache-Control': 'public, max-age=3600' } })
  },
)
