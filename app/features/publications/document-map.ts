import type { MapDrawing } from '~/ui/map/draw-map'

/** A map ready to be drawn on paper: shapes, circles and words, no geography left. */
export interface DocumentMap {
  title: string
  /** What it says, for whom it is read aloud. */
  description: string
  /** What its classes are called, from the lowest on. */
  classes: string[]
  drawing: Pick<MapDrawing, 'width' | 'height' | 'land' | 'neighbours' | 'labels'> & {
    regions: Pick<MapDrawing['regions'][number], 'shareClass' | 'path' | 'circle'>[]
  }
}
