import PDFDocument from 'pdfkit'

export type Pdf = PDFKit.PDFDocument

export const A4 = { width: 595.28, height: 841.89 } as const

interface About {
  title: string
  author: string
  subject: string
  /** Local date, yyyy-mm-dd, that stands for the moment of making: the same input gives the same bytes. */
  date: string
  landscape?: boolean
  /** Keeps the pages until the end, for a report that says on each how many there are. */
  manyPages?: boolean
}

/**
 * Opens an A4 document, tagged for screen readers and in Indonesian.
 * pdfkit derives the file's own id from these facts, and writes the title into XML as it is: keep markup out of it.
 */
export function openDocument({
  title,
  author,
  subject,
  date,
  landscape = false,
  manyPages = false,
}: About): Pdf {
  const doc = new PDFDocument({
    size: 'A4',
    layout: landscape ? 'landscape' : 'portrait',
    bufferPages: manyPages,
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'id-ID',
    displayTitle: true,
    info: {
      Title: title,
      Author: author,
      Subject: subject,
      Creator: 'Simpul KIM',
      Producer: 'Simpul KIM',
      CreationDate: new Date(`${date}T00:00:00Z`),
    },
  })
  if (manyPages) packPages(doc)
  return doc
}

/**
 * Puts the pieces of each page together as soon as the next begins. The library keeps every stroke and every line of text
 * as a piece of its own: a hundred pages of tables that wait for their number took three times the memory.
 */
function packPages(doc: Pdf): void {
  let { content } = doc.page
  doc.on('pageAdded', () => {
    pack(content)
    content = doc.page.content
  })
}

/** The library's types do not know where a stream holds its pieces. */
function pack(stream: object): void {
  if (!('buffer' in stream) || !Array.isArray(stream.buffer)) throw new Error('pdfkit holds pages otherwise')
  stream.buffer = [Buffer.concat(stream.buffer)]
}

/** Ends the document and answers its bytes. */
export function finish(doc: Pdf): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
    doc.end()
  })
}

/** Ends the document and answers its bytes piece by piece. */
export async function* finishStream(doc: Pdf): AsyncGenerator<Buffer> {
  doc.end()
  for await (const chunk of doc) yield Buffer.from(chunk)
}

/** Draws what a screen reader passes over: frames, lines, ornaments. */
export function artifact(doc: Pdf, draw: () => void): void {
  doc.markContent('Artifact', { type: 'Layout' })
  draw()
  doc.endMarkedContent()
}

/** Draws a piece of content in reading order under its structure tag, for example `H1`, `P`, `Figure`. */
export function tagged(doc: Pdf, tag: string, draw: () => void, alt?: string): void {
  doc.addStructure(doc.struct(tag, alt ? { alt } : {}, draw))
}
