import { fileTypeFromBuffer } from 'file-type'
import type { Services } from '~/platform/services'
import { fileErrors } from './documents.errors'
import { MAX_DOCUMENT_BYTES } from './documents.schema'
import { countPdfPages } from './open-pdf.server'
import { type PictureMime, reencodePicture } from './reencode-picture.server'

/** A file that was looked into, cleaned and stored. */
export interface AcceptedFile {
  mime: 'application/pdf' | PictureMime
  bytes: number
  /** Pages of a PDF, 1 for a picture. */
  pages: number
  sha256: string
}

const kinds: Record<AcceptedFile['mime'], { word: string; endings: string[] }> = {
  'application/pdf': { word: 'PDF', endings: ['pdf'] },
  'image/jpeg': { word: 'JPEG', endings: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  'image/png': { word: 'PNG', endings: ['png'] },
  'image/webp': { word: 'WebP', endings: ['webp'] },
}

/**
 * Looks at the bytes of a file that someone sent, cleans pictures of their metadata (place and device), and stores it.
 * Call it before the transaction that attaches the document.
 * @param field the form field that a refusal belongs to
 * @throws file_empty, file_too_large, file_unknown_kind, file_lies, file_does_not_open, file_locked,
 *   file_too_many_pages, file_too_many_pixels, all 422
 */
export async function acceptFile(
  { storage }: Pick<Services, 'storage'>,
  file: File,
  field?: string,
): Promise<AcceptedFile> {
  if (file.size === 0) throw fileErrors.empty(field)
  if (file.size > MAX_DOCUMENT_BYTES) throw fileErrors.tooLarge(field)
  const sent = new Uint8Array(await file.arrayBuffer())
  const mime = await mimeOf(sent)
  if (!mime) throw fileErrors.unknownKind(field)
  assertNameAgrees(file, mime, field)
  if (mime === 'application/pdf') {
    const pages = await countPdfPages(sent, field)
    return { mime, pages, bytes: sent.byteLength, sha256: await storage.put(sent) }
  }
  const clean = await reencodePicture(sent, mime, field)
  return { mime, pages: 1, bytes: clean.byteLength, sha256: await storage.put(clean) }
}

/** What the bytes are, whatever the name and the browser say. */
async function mimeOf(bytes: Uint8Array): Promise<AcceptedFile['mime'] | null> {
  const found = (await fileTypeFromBuffer(bytes))?.mime
  switch (found) {
    case 'application/pdf':
    case 'image/jpeg':
    case 'image/png':
    case 'image/webp':
      return found
    default:
      return null
  }
}

/** A name without an ending claims nothing; neither does the browser's `application/octet-stream`. */
function assertNameAgrees(file: File, mime: AcceptedFile['mime'], field?: string): void {
  const ending = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase()
  if (ending && !kinds[mime].endings.includes(ending)) {
    throw fileErrors.notWhatItsNameSays(`.${ending.slice(0, 8)}`, kinds[mime].word, field)
  }
  const declared = Object.entries(kinds).find(([known]) => known === file.type)
  if (declared && declared[0] !== mime) {
    throw fileErrors.notWhatItsNameSays(declared[1].word, kinds[mime].word, field)
  }
}
