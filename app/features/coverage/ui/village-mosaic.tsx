import type { VillagesFound } from '~/features/mapping/settled-findings.queries.server'
import { Drawn } from '~/ui/drawn'
import { formatNumber } from '~/ui/format'
import { drawMosaic, Mosaic, type TileState, tileWords } from '~/ui/map/mosaic'
import { mapHref } from '../coverage-address'
import type { DistrictVillages } from '../coverage-screen.queries.server'
import type { MeasureKey } from '../measures'

/** What tiles stand for where a mapping is shown. */
const mappingWords: Record<TileState, string> = {
  active: 'ada KIM',
  registered: 'ada calon KIM, belum ada KIM',
  none: 'tidak ada KIM dan calon',
}

interface VillageMosaicProps {
  districts: DistrictVillages[]
  named: boolean
  measure: MeasureKey
  date: string | undefined
  /** What a settled mapping found, where that is shown. */
  found?: VillagesFound | null
}

/** Every village as a tile: with an active group, with registered ones only, with none; or what a mapping found there. */
export function VillageMosaic({ found, ...shown }: VillageMosaicProps) {
  const byCode = found ? Object.fromEntries(found.villages) : null
  return <Drawn as={Villages} of={{ ...shown, found: byCode }} className="mosaic" />
}

type FoundThere = { hasGroup: boolean; hasCandidate: boolean }

function Villages({
  districts,
  named,
  measure,
  date,
  found,
}: Omit<VillageMosaicProps, 'found'> & { found: Record<string, FoundThere> | null }) {
  const words = found ? mappingWords : tileWords
  const drawing = drawMosaic(
    districts.map(({ code, name, villages }) => ({
      code,
      name,
      href: named ? undefined : mapHref(code, { measure, date }),
      villages: villages.map((village) => {
        const state = found ? stateOf(found[village.code]) : village.state
        const many = !found && village.groups > 1 ? ` (${formatNumber(village.groups)} KIM)` : ''
        return {
          ...village,
          state,
          href: mapHref(village.code, { measure, date }),
          title: `${village.name}: ${words[state]}${many}`,
        }
      }),
    })),
    words,
  )
  return <Mosaic drawing={drawing} named={named} />
}

function stateOf(village: FoundThere | undefined): TileState {
  if (village?.hasGroup) return 'active'
  return village?.hasCandidate ? 'registered' : 'none'
}
