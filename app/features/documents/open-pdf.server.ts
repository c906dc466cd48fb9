import { isAppError } from '~/platform/errors'
import { fileErrors } from './documents.errors'

/** A decree or a statute is rarely longer; more pages are a book that nobody will check. */
export const MAX_PDF_PAGES = 60

/**
 * Opens a PDF as a reader would and counts its pages; its scripts are not run.
 * The reader is loaded when the first PDF comes: it weighs more than the rest of the portal.
 * @throws file_locked, file_does_not_open, file_too_many_pages
 */
export async function countPdfPages(bytes: Uint8Array, field?: string): Promise<number> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const opening = getDocument({
    // The reader takes the array for itself and empties it.
    data: bytes.slice(),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: true,
    verbosity: 0,
  })
  try {
    const document = await opening.promise
    if (document.numPages < 1) throw fileErrors.doesNotOpen(field)
    if (document.numPages > MAX_PDF_PAGES) {
      throw fileErrors.tooManyPages(document.numPages, MAX_PDF_PAGES, field)
    }
    for (let page = 1; page <= document.numPages; page++) await document.getPage(page)
    return document.numPages
  } catch (error) {
    if (isAppError(error)) throw error
    if (error instanceof Error && error.name === 'PasswordException') throw fileErrors.locked(field)
    throw fileErrors.doesNotOpen(field)
  } finally {
    await opening.destroy()
  }
}
