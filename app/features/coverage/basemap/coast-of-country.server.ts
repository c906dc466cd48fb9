import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { Coast } from '~/ui/map/coast'
import { drawMap } from '~/ui/map/draw-map'
import { coastline, nationFrame } from './basemap.server'

/** The picture under the map of the country, the same whatever is counted: `coast-960.svg` and `coast-360.svg`. */
export function coastOfCountry(width: number): string {
  const drawing = drawMap({ frame: nationFrame, coastline: coastline('coarse'), regions: [], width })
  const { height, land, neighbours } = drawing
  const sheet = { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height }
  return `${renderToStaticMarkup(createElement('svg', sheet, createElement(Coast, { land, neighbours })))}\n`
}
