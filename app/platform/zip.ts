import { createInflateRaw, inflateRawSync } from 'node:zlib'

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50

export interface ZipEntry {
  name: string
  /** What the directory claims that it unpacks to. */
  size: number
  method: number
  packed: Buffer
}

/** The entries of a ZIP archive by its central directory (APPNOTE 4.3), still packed. @throws on anything unusual */
export function zipEntries(zip: Buffer): ZipEntry[] {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  if (end < 0 || zip.readUInt32LE(end) !== END_OF_DIRECTORY) throw new Error('no directory')
  const entries: ZipEntry[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
    if (zip.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error('broken directory')
    const packedSize = zip.readUInt32LE(at + 20)
    const nameLength = zip.readUInt16LE(at + 28)
    const local = zip.readUInt32LE(at + 42)
    if (zip.readUInt32LE(local) !== LOCAL_ENTRY) throw new Error('broken entry')
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      size: zip.readUInt32LE(at + 24),
      method: zip.readUInt16LE(at + 10),
      packed: zip.subarray(start, start + packedSize),
    })
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return entries
}

/** Unpacks an entry whole. @throws when it holds more than `limit` bytes, or another number than it claims */
export function unpackEntry({ method, packed, size }: ZipEntry, limit: number): Buffer {
  if (limit <= 0) throw new Error('too large when unpacked')
  const part = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: limit })
  if (part.length !== size) throw new Error('a part is not of the size it claims')
  return part
}

/** Unpacks an entry piece by piece as text, in the same memory for any size. @throws beyond `limit` bytes */
export async function* unpackText({ method, packed }: ZipEntry, limit: number): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let left = limit
  const pieces: AsyncIterable<Buffer> | Buffer[] = method === 0 ? [packed] : inflated(packed)
  for await (const piece of pieces) {
    left -= piece.length
    if (left < 0) throw new Error('too large when unpacked')
    yield decoder.decode(piece, { stream: true })
  }
}

function inflated(packed: Buffer): AsyncIterable<Buffer> {
  const stream = createInflateRaw()
  stream.end(packed)
  return stream
}
