import { createCanvas } from '@napi-rs/canvas'
import jsQR from 'jsqr'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Opens a PDF as a reader would. */
export function openPdf(bytes: Buffer) {
  return getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false }).promise
}

/** The pieces of text of the first page, as they are drawn. */
export async function itemsOf(bytes: Buffer) {
  const page = await (await openPdf(bytes)).getPage(1)
  const { items } = await page.getTextContent()
  return items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []))
}

/** All text of the first page. */
export async function textOf(bytes: Buffer): Promise<string> {
  return (await itemsOf(bytes)).map((item) => item.str).join(' ')
}

/** A page as it looks, four bytes a pixel. */
export async function drawnPage(bytes: Buffer, pageNumber = 1) {
  const page = await (await openPdf(bytes)).getPage(pageNumber)
  const viewport = page.getViewport({ scale: 2 })
  const canvas = createCanvas(viewport.width, viewport.height)
  const context = canvas.getContext('2d')
  // @ts-expect-error pdf.js names the browser's canvas types; this one has the same methods
  await page.render({ canvas, canvasContext: context, viewport }).promise
  return context.getImageData(0, 0, canvas.width, canvas.height)
}

/** What a camera would read from a page, the first unless told. */
export async function readQr(bytes: Buffer, pageNumber = 1): Promise<string | undefined> {
  const { data, width, height } = await drawnPage(bytes, pageNumber)
  return jsQR(new Uint8ClampedArray(data), width, height)?.data
}

/** All text of a PDF, page by page. */
export async function pdfPages(bytes: Buffer): Promise<string[]> {
  const document = await openPdf(bytes)
  const pages: string[] = []
  for (let at = 1; at <= document.numPages; at++) {
    const { items } = await (await document.getPage(at)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
  }
  return pages
}

/** Text without spaces, so that broken lines do not matter. */
export function squeezed(text: string): string {
  return text.replace(/\s+/g, '')
}
