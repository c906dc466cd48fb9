import { readdirSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { fileMissing, folderEmpty, otherFormat } from './boundaries.errors'
import type { ReadFeature } from './read-feature'
import { readGeojson } from './read-geojson.server'
import { readSql } from './read-sql.server'

const readers: Record<string, (text: AsyncIterable<string>) => AsyncGenerator<ReadFeature>> = {
  '.geojson': readGeojson,
  '.json': readGeojson,
  '.geojsonl': readGeojson,
  '.ndjson': readGeojson,
  '.sql': readSql,
}

export interface BoundaryFile {
  path: string
  name: string
  bytes: number
  read: (text: AsyncIterable<string>) => AsyncGenerator<ReadFeature>
}

/**
 * The file itself, or those of a folder that can be read, by name; folders in it are left alone.
 * @throws fileMissing, folderEmpty, otherFormat
 */
export function listFiles(path: string): BoundaryFile[] {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) throw fileMissing()
  if (!found.isDirectory()) {
    const file = asFile(path, found.size)
    if (!file) throw otherFormat()
    return [file]
  }
  const files = readdirSync(path, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(path, entry.name))
    .sort()
    .flatMap((file) => asFile(file, statSync(file, { throwIfNoEntry: false })?.size ?? 0) ?? [])
  if (files.length === 0) throw folderEmpty()
  return files
}

function asFile(path: string, bytes: number): BoundaryFile | null {
  const read = readers[extname(path).toLowerCase()]
  return read ? { path, name: basename(path), bytes, read } : null
}
