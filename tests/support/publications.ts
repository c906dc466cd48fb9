import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/universal'
import type { Actor } from '~/features/identity/actor'
import type { DocumentHead, DocumentRow } from '~/features/publications/document'
import { cellWords } from '~/features/publications/document'
import { readFacts } from '~/features/publications/facts-file.server'
import { makePublication } from '~/features/publications/make-publication.server'
import type { OfficeOutput } from '~/features/publications/outputs'
import type { AskedPeriod } from '~/features/publications/periods'
import { PublicationId } from '~/features/publications/publications.schema'
import { jobHandlers } from '~/jobs'
import { runOneJob } from '~/platform/jobs/worker'
import type { TestServices } from './services'

/** Makes a snapshot and waits for its files. */
export async function aPublication(
  services: TestServices,
  actor: Actor,
  output: OfficeOutput,
  regionCode: string,
  period: AskedPeriod = {},
) {
  const id = PublicationId.parse(services.newId())
  await makePublication(services, { actor, requestId: 'r', id, output, regionCode, period })
  await runJobs(services)
  return publicationRow(services, id)
}

export async function runJobs(services: TestServices): Promise<void> {
  while (await runOneJob(services, jobHandlers)) {
    // every job that is due
  }
}

export async function publicationRow({ store }: TestServices, id: string) {
  const { publications } = store.tables
  const rows = await store.read.select().from(publications)
  const found = rows.find((row) => row.id === id)
  if (!found) throw new Error(`no publication ${id}`)
  return found
}

interface ReadTable {
  title: string
  headers: string[]
  /** As the portal writes them. */
  rows: string[][]
}

/** What the stored facts state, in words. */
export async function factsOf(services: TestServices, sha256: string) {
  const { head, tables } = await readFacts(services.storage, sha256)
  const read: (ReadTable & { key: string; raw: DocumentRow[] })[] = []
  for await (const { key, title, columns, rows } of tables) {
    const raw: DocumentRow[] = []
    for await (const row of rows) raw.push(row)
    read.push({
      key,
      title,
      raw,
      headers: columns.map(({ header }) => header),
      rows: raw.map(({ cells }) => columns.map(({ kind }, at) => cellWords(kind, cells[at] ?? null))),
    })
  }
  return { head, tables: read }
}

/** Every table of a workbook, each number written as the portal writes it. */
export async function xlsxTables(bytes: Buffer, head: DocumentHead): Promise<ReadTable[]> {
  const tables: ReadTable[] = []
  for (const [at, { title, columns }] of head.tables.entries()) {
    const [headers = [], ...rows] = await readSheet(new Uint8Array(bytes).buffer, at + 1)
    tables.push({
      title,
      headers: headers.map(String),
      rows: rows.map((row) =>
        columns.map(({ kind }, column) => {
          const cell = row[column] ?? null
          if (cell instanceof Date) return cellWords('date', cell.toISOString().slice(0, 10))
          if (typeof cell === 'number') {
            return cellWords(kind, kind === 'percent' ? Math.round(cell * 10_000) : cell)
          }
          return cell === null ? '–' : unquoted(String(cell))
        }),
      ),
    })
  }
  return tables
}

/** Every table of a CSV file, each number written as the portal writes it, and the notes below them. */
export function csvTables(bytes: Buffer, head: DocumentHead): { tables: ReadTable[]; notes: string[][] } {
  const lines: string[][] = parse(bytes, { delimiter: ';', bom: true })
  let at = 0
  const tables = head.tables.map(({ title, columns }) => {
    const [name = ''] = lines[at++] ?? []
    if (name !== title) throw new Error(`expected ${title}, found ${name}`)
    const headers = (lines[at++] ?? []).slice(0, columns.length)
    const rows: string[][] = []
    for (; lines[at]?.some(Boolean); at++) {
      rows.push(
        columns.map(({ kind }, column) => {
          const text = lines[at]?.[column] ?? ''
          if (text === '') return '–'
          if (kind === 'date') return cellWords(kind, text)
          if (kind === 'text') return unquoted(text)
          const number = Number(text.replace('%', '').replace(',', '.'))
          return cellWords(kind, kind === 'percent' ? Math.round(number * 100) : number)
        }),
      )
    }
    at++
    return { title, headers, rows }
  })
  return { tables, notes: lines.slice(at) }
}

/** Text that begins like a formula leaves with an apostrophe in front. */
function unquoted(text: string): string {
  return text.replace(/^'(?=[=+\-@])/, '')
}
