import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { z } from 'zod'
import { FOLDER } from './databases'
import { SECRET } from './pages'

/** What is made of many rows, and what it is called. */
export const files = {
  yearly: 'laporan tahunan provinsi, tugas',
  recap: 'rekap KIM nasional, tugas',
  xlsx: 'kegiatan provinsi, XLSX',
  csv: 'kegiatan provinsi, CSV',
} as const
export type FileKey = keyof typeof files

/** How one was made. */
export const Making = z.object({
  rows: z.number(),
  seconds: z.number(),
  /** The most resident memory of its process, in megabytes. */
  memory: z.number(),
  /** Of each format that was made. */
  bytes: z.record(z.string(), z.number()),
})
export type Making = z.output<typeof Making>
export type MadeFile = Making & { name: string }

const run = promisify(execFile)

/** Makes each file from a database in a process of its own, with the memory settings of `npm start`. */
export async function makeFiles(database: string): Promise<MadeFile[]> {
  const made: MadeFile[] = []
  for (const [key, name] of Object.entries(files)) {
    const making = ['--max-old-space-size=512', '--import', 'tsx', 'scripts/bench/make-file.ts', key]
    const { stdout } = await run(process.execPath, making, {
      env: {
        ...process.env,
        MALLOC_ARENA_MAX: '2',
        MALLOC_TRIM_THRESHOLD_: '131072',
        NODE_ENV: 'production',
        PUBLIC_URL: 'http://localhost:3000',
        DATA_DIR: FOLDER,
        DATABASE_URL: database,
        SESSION_SECRET: SECRET,
        LOG_LEVEL: 'silent',
      },
    })
    made.push({ name, ...Making.parse(JSON.parse(stdout)) })
  }
  return made
}
