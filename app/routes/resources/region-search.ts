import { z } from 'zod'
import { fullName, levelNames, withWord } from '~/features/regions/places'
import type { RegionLevel } from '~/features/regions/regions.tables'
import { searchRegions } from '~/features/regions/search-regions.server'
import { pageLoader } from '~/routes/door'

const levels: RegionLevel[] = ['province', 'regency', 'district', 'village']

/**
 * `GET /wilayah/cari?q=&tingkat=&sampai=&di=` suggests regions by name: `{hasil: [{kode, nama, tingkat, lengkap}]}`.
 * `tingkat` (provinsi, kabupaten_kota, kecamatan, desa_kelurahan) wants this level only, `sampai` this level and
 * those above, `di` (a code) what lies inside.
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
      sampai: z.string().catch(''),
      di: z
        .string()
        .regex(/^\d{2,10}$/)
        .optional()
        .catch(undefined),
    }),
  },
  async ({ query: { q, tingkat, sampai, di }, services }) => {
    const only = levels.filter((level) => levelNames[level] === tingkat)
    const last = levels.findIndex((level) => levelNames[level] === sampai)
    const wanted = only.length > 0 ? only : last >= 0 ? levels.slice(0, last + 1) : levels
    const found = await searchRegions(services, q, { levels: wanted, within: di })
    const hasil = found.map((region) => ({
      kode: region.code,
      nama: withWord(region),
      tingkat: levelNames[region.level],
      lengkap: fullName(region),
    }))
    return Response.json({ hasil }, { headers: { 'Cache-Control': 'public, max-age=3600' } })
  },
)
