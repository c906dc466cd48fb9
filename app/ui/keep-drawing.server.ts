import { createHash } from 'node:crypto'
import { renderToStaticMarkup } from 'react-dom/server'
import type { KeepDrawing } from './drawn'
import { remembering } from './map/remember'

/** As many as the maps, charts and mosaics of some fifty pages. */
const KEPT = 200
const drawings = remembering<{ html: string }>(KEPT)

/** Remembers drawings by all that they show; ids inside begin with the drawing's own mark, so that two never collide. */
export const keepDrawing: KeepDrawing = (key, element) => {
  const mark = createHash('sha256').update(key).digest('base64url').slice(0, 22)
  return drawings(mark, () => ({ html: renderToStaticMarkup(element, { identifierPrefix: mark }) })).html
}
