import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { access, mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Keeps bytes under their SHA-256: the same bytes are kept once, and a stored file never changes. */
export interface Storage {
  /** Stores the bytes, on disk when it returns, and answers their SHA-256 in hexadecimal. */
  put(bytes: Uint8Array): Promise<string>
  /** @throws when no such bytes are kept */
  read(sha256: string): Promise<Buffer>
  stream(sha256: string): ReadStream
}

/** A storage in a folder of the local disk. Several web nodes need one shared folder. */
export function openStorage(folder: string): Storage {
  const pathOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a SHA-256')
    return join(folder, sha256.slice(0, 2), sha256)
  }
  return {
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const path = pathOf(sha256)
      if (await exists(path)) return sha256
      await mkdir(dirname(path), { recursive: true })
      const draft = `${path}.${randomUUID()}`
      const file = await open(draft, 'wx', 0o640)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(draft, path)
      return sha256
    },
    read: (sha256) => readFile(pathOf(sha256)),
    stream: (sha256) => createReadStream(pathOf(sha256)),
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
