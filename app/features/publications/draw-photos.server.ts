import { tagged } from '~/platform/pdf/document'
import { type Flow, ink, writeHeading } from '~/platform/pdf/flow'
import { printable, type Style } from '~/platform/pdf/typesetter'
import type { Storage } from '~/platform/storage/storage'
import type { DocumentPhoto } from './document'

const COLUMNS = 2
const GAP = 14
const CELL_HEIGHT = 205
const PICTURE_HEIGHT = 165
const caption: Style = { face: 'sans', size: 8.5, color: ink }

/** Draws photos two in a row, each with its words, on a page of their own. */
export async function drawPhotos(flow: Flow, storage: Storage, photos: DocumentPhoto[]): Promise<void> {
  flow.doc.addPage()
  flow.y = flow.top
  writeHeading(flow, 'Foto kegiatan')
  const width = (flow.width - GAP * (COLUMNS - 1)) / COLUMNS
  for (const [at, photo] of photos.entries()) {
    const column = at % COLUMNS
    if (column === 0 && flow.y + CELL_HEIGHT > flow.bottom) {
      flow.doc.addPage()
      flow.y = flow.top
    }
    const x = flow.left + column * (width + GAP)
    const bytes = await storage.read(photo.sha256)
    const top = flow.y
    tagged(
      flow.doc,
      'Figure',
      () => flow.doc.image(bytes, x, top, { fit: [width, PICTURE_HEIGHT] }),
      photo.caption,
    )
    tagged(flow.doc, 'Caption', () => {
      const set = flow.type.fit(printable(photo.caption), caption, width, 2, caption.size)
      set.lines.forEach((line, row) => {
        flow.type.line(line, x, top + PICTURE_HEIGHT + 14 + row * 11, caption)
      })
    })
    if (column === COLUMNS - 1 || at === photos.length - 1) flow.y += CELL_HEIGHT
  }
}
