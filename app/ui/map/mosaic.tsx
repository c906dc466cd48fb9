import { useId } from 'react'
import { formatNumber } from '~/ui/format'

/** How a village stands: with an active group, with none but registered ones, with none at all. */
export type TileState = 'active' | 'registered' | 'none'

/** What the tiles stand for unless told otherwise. */
export const tileWords: Record<TileState, string> = {
  active: 'ada KIM aktif',
  registered: 'ada KIM terdaftar, tidak aktif',
  none: 'belum ada KIM',
}

export interface MosaicVillage {
  code: string
  name: string
  href: string
  state: TileState
  /** All that the tooltip and the screen reader say: `Donorojo: KIM Sinar Desa, aktif`. */
  title: string
}

/** A district with its villages in the order in which they are drawn. */
export interface MosaicGroup {
  code: string
  name: string
  href?: string
  villages: readonly MosaicVillage[]
}

export interface MosaicDrawing {
  words: Record<TileState, string>
  blocks: (MosaicGroup & { counts: Record<TileState, number> })[]
  counts: Record<TileState, number>
}

/**
 * Villages as tiles of one size in blocks, one for each district: what a map shows below the regency, where outlines
 * are rarely known and the eye would count square kilometres instead of villages.
 *
 * @example
 * <Mosaic drawing={drawMosaic([{ code: '350101', name: 'Donorojo', villages: [{ code: '3501012001', name: 'Sendang',
 *   href: '/peta/3501012001', state: 'active', title: 'Sendang: KIM Sendang Jaya, aktif' }] }])} />
 */
export function drawMosaic(groups: readonly MosaicGroup[], words = tileWords): MosaicDrawing {
  const blocks = groups.map((group) => ({ ...group, counts: count(group.villages) }))
  return { words, blocks, counts: count(groups.flatMap(({ villages }) => villages)) }
}

function count(villages: readonly MosaicVillage[]): Record<TileState, number> {
  const counts = { active: 0, registered: 0, none: 0 }
  for (const { state } of villages) counts[state]++
  return counts
}

const states: TileState[] = ['active', 'registered', 'none']

/** Small tiles for the villages of a regency, `named` ones for those of a district; it stands in a `mosaic` box. */
export function Mosaic({ drawing, named = false }: { drawing: MosaicDrawing; named?: boolean }) {
  return (
    <>
      <MosaicLegend drawing={drawing} />
      <div className={named ? '' : 'mosaic-blocks'}>
        {drawing.blocks.map((block) => (
          <Block key={block.code} block={block} named={named} />
        ))}
      </div>
    </>
  )
}

function Block({ block, named }: { block: MosaicDrawing['blocks'][number]; named: boolean }) {
  const id = useId()
  const { name, href, villages, counts } = block
  const filled = counts.active + counts.registered
  return (
    <section aria-labelledby={id} className="mosaic-block">
      <h3 id={id} className="text-base">
        {href ? (
          <a href={href} className="inline-flex min-h-11 items-center no-underline hover:underline">
            {name}
          </a>
        ) : (
          name
        )}{' '}
        <span className="font-normal text-soft text-sm">
          {formatNumber(filled)} dari {formatNumber(villages.length)}
        </span>
      </h3>
      <ul className={named ? 'mosaic-named' : 'mosaic-tiles'}>
        {villages.map((village) => (
          <li key={village.code}>
            <a
              href={village.href}
              title={village.title}
              aria-label={village.title}
              className={`tile tile-${village.state}`}
            >
              {named && village.name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function MosaicLegend({ drawing: { counts, words } }: { drawing: MosaicDrawing }) {
  return (
    <ul className="mb-4 flex flex-wrap gap-x-6 gap-y-2" aria-label="Arti petak">
      {states.map((state) => (
        <li key={state} className="flex items-center gap-2">
          <span className={`tile tile-${state} tile-key`} />
          {words[state]}: <strong className="font-semibold">{formatNumber(counts[state])}</strong>
        </li>
      ))}
    </ul>
  )
}
