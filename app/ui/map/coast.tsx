import type { MapDrawing } from './draw-map'

/** On screen and on paper alike. */
export const coastColours = { land: '#ebe8e1', neighbours: '#f5f4f1' }

/** What lies under the regions of a map: the country, paler its neighbours, and the sea shows through. */
export function Coast({ land, neighbours }: Pick<MapDrawing, 'land' | 'neighbours'>) {
  return (
    <>
      <path fill={coastColours.neighbours} d={neighbours} />
      <path fill={coastColours.land} stroke="#fff" strokeWidth="0.4" d={land} />
    </>
  )
}
