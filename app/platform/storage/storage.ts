import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Keeps bytes under their SHA-256: the same bytes are kept once, and a stored file never changes. */
export interface Storage {
  /** Stores the bytes, on disk when it returns, and answers their SHA-256 in hexadecimal. */
  put(bytes: Uint8Array): Promise<string>
  /** Stores bytes that are made while they are stored, in little memory. */
  putStream(chunks: AsyncIterable<Uint8Array>): Promise<{ sha256: string; bytes: number }>
  /** @throws when no such bytes are kept */
  read(sha256: string): Promise<Buffer>
  stream(sha256: string): ReadStream
  /** The files of one owner, named by its UUID, which nobody shares: the same bytes elsewhere are another file. */
  apart(owner: string): Pick<Storage, 'put' | 'read'>
  /** Removes the files of one owner; those that are gone already are fine. What may be shared is never removed. */
  removeApart(owner: string): Promise<void>
}

/** A storage in a folder of the local disk. Several web nodes need one shared folder. */
export function openStorage(folder: string): Storage {
  const pathOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a SHA-256')
    return join(folder, sha256.slice(0, 2), sha256)
  }
  const folderOf = (owner: string) => {
    if (!/^[0-9a-f-]{36}$/i.test(owner)) throw new Error('not a UUID')
    return join(folder, 'apart', owner)
  }
  return {
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const path = pathOf(sha256)
      if (await exists(path)) return sha256
      const draft = await writeDraft(folder, [bytes])
      await settle(draft, path)
      return sha256
    },
    async putStream(chunks) {
      const hash = createHash('sha256')
      let bytes = 0
      async function* hashed() {
        for await (const chunk of chunks) {
          hash.update(chunk)
          bytes += chunk.length
          yield chunk
        }
      }
      const draft = await writeDraft(folder, hashed())
      const sha256 = hash.digest('hex')
      await settle(draft, pathOf(sha256))
      return { sha256, bytes }
    },
    read: (sha256) => readFile(pathOf(sha256)),
    stream: (sha256) => createReadStream(pathOf(sha256)),
    apart: (owner) => openStorage(folderOf(owner)),
    removeApart: (owner) => rm(folderOf(owner), { recursive: true, force: true }),
  }
}

/** Writes bytes where nobody looks for them; they are on disk when it returns. What fails leaves nothing behind. */
async function writeDraft(
  folder: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<string> {
  const draft = join(folder, `draft-${randomUUID()}`)
  await mkdir(folder, { recursive: true })
  const file = await open(draft, 'wx', 0o640)
  try {
    for await (const chunk of chunks) await file.writeFile(chunk)
    await file.sync()
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  } finally {
    await file.close()
  }
  return draft
}

/** Gives finished bytes the name under which they are looked for. */
async function settle(draft: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await rename(draft, path)
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
