import { formatNumber } from '~/ui/format'
import { drawMosaic, Mosaic, type TileState } from '~/ui/map/mosaic'
import { mapHref } from '../coverage-address'
import type { DistrictVillages } from '../coverage-screen.queries.server'
import type { MeasureKey } from '../measures'

const words: Record<TileState, string> = {
  active: 'ada KIM aktif',
  registered: 'ada KIM terdaftar, tidak aktif',
  none: 'belum ada KIM',
}

/** Every village as a tile: with an active group, with registered ones only, with none. */
export function VillageMosaic({
  districts,
  named,
  measure,
  date,
}: {
  districts: DistrictVillages[]
  named: boolean
  measure: MeasureKey
  date: string | undefined
}) {
  const drawing = drawMosaic(
    districts.map(({ code, name, villages }) => ({
      code,
      name,
      href: named ? undefined : mapHref(code, { measure, date }),
      villages: villages.map((village) => ({
        ...village,
        href: mapHref(village.code, { measure, date }),
        title: `${village.name}: ${words[village.state]}${village.groups > 1 ? ` (${formatNumber(village.groups)} KIM)` : ''}`,
      })),
    })),
  )
  return <Mosaic drawing={drawing} named={named} />
}
