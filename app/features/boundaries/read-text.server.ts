import { createReadStream } from 'node:fs'
import { fileClosed, fileEmpty, notUtf8 } from './boundaries.errors'

const CHUNK_BYTES = 256 * 1024

export interface TextListener {
  /** Every byte of the file in order, for its fingerprint. */
  bytes(chunk: Buffer): void
}

/**
 * Reads a text file piece by piece; a byte-order mark is left out.
 * @throws fileEmpty, notUtf8, fileClosed
 */
export async function* readText(path: string, listener?: TextListener): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let read = 0
  for await (const chunk of open(path)) {
    if (read === 0 && isUtf16(chunk)) throw notUtf8(0)
    listener?.bytes(chunk)
    yield decode(decoder, chunk, read)
    read += chunk.length
  }
  if (read === 0) throw fileEmpty()
  yield decode(decoder, undefined, read)
}

async function* open(path: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) yield chunk
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw fileClosed()
    throw error
  }
}

function decode(decoder: TextDecoder, chunk: Buffer | undefined, read: number): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined })
  } catch {
    throw notUtf8(read)
  }
}

function isUtf16(chunk: Buffer): boolean {
  return (chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0xfe && chunk[1] === 0xff)
}
