import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { MappingId } from '~/features/mapping/mapping.schema'
import { emptyVillagesScreen } from '~/features/mapping/mapping-screen.queries.server'
import { MappingPage } from '~/features/mapping/ui/mapping-frame'
import { withWord } from '~/features/regions/places'
import { pageLoader } from '~/routes/door'
import { EmptyState } from '~/ui/callout'
import { formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Section } from '~/ui/page'

export const meta = () => [{ title: 'Desa tanpa kelompok · Simpul KIM' }]

export const handle = { scripts: false }

export const loader = pageLoader(
  {
    access: { can: 'mapping.read' },
    params: z.object({ mappingId: MappingId }),
    query: z.object({
      kecamatan: z
        .string()
        .regex(/^\d{6}$/)
        .catch(''),
    }),
  },
  ({ params: { mappingId }, query, actor, services }) =>
    emptyVillagesScreen(services, actor, mappingId, query.kecamatan),
)

export default function EmptyVillages() {
  const { head, district, districts, villages } = useLoaderData<typeof loader>()
  const home = `/dinas/pemetaan/${head.id}`
  const empty = districts.reduce((sum, one) => sum + one.villages.length, 0)
  return (
    <MappingPage
      head={head}
      title={district ? `Desa tanpa kelompok di ${withWord(district)}` : 'Desa tanpa kelompok'}
      lead={`${formatNumber(empty)} dari ${formatNumber(villages)} desa, kelurahan atau kampung belum punya KIM dan belum ada calonnya dalam ${head.title}.`}
    >
      {district && (
        <p>
          <Link to={`${home}/desa-kosong`} className="inline-flex min-h-11 items-center">
            Semua kecamatan
          </Link>
        </p>
      )}
      {districts.length === 0 && (
        <EmptyState title="Tidak ada desa yang kosong">
          Di setiap desa sudah tercatat paling sedikit satu kelompok.
        </EmptyState>
      )}
      {districts.map((one) => (
        <Section key={one.code} title={`${withWord(one)}: ${formatNumber(one.villages.length)}`}>
          <ul className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
            {one.villages.map((village) => (
              <li
                key={village.code}
                className="flex min-h-11 items-center justify-between gap-3 border-b border-line"
              >
                <span>{withWord(village)}</span>
                {head.mayEdit && (
                  <Link
                    to={`${home}/baru?wilayah=${village.code}`}
                    aria-label={`Catat kelompok di ${withWord(village)}`}
                    className="inline-flex min-h-11 items-center text-sm"
                  >
                    Catat
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </MappingPage>
  )
}
