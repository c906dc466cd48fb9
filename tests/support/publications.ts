import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/universal'
import { ActivityId } from '~/features/activities/activities.schema'
import { confirmActivities } from '~/features/activities/decide-activities.server'
import { postActivity } from '~/features/activities/post-activity.server'
import type { Actor } from '~/features/identity/actor'
import type { DocumentHead, DocumentRow } from '~/features/publications/document'
import { cellWords } from '~/features/publications/document'
import { readFacts } from '~/features/publications/facts-file.server'
import { makePublication } from '~/features/publications/make-publication.server'
import type { OfficeOutput } from '~/features/publications/outputs'
import type { AskedPeriod } from '~/features/publications/periods'
import { PublicationId } from '~/features/publications/publications.schema'
import { jobHandlers } from '~/jobs'
import { DAY } from '~/platform/clock'
import { runOneJob } from '~/platform/jobs/worker'
import { aMemberOf, anActivity, anOfficerOf } from './activities'
import { aGroup } from './groups'
import { person } from './people'
import type { TestServices } from './services'

/** 22 November 2026, 09.00 WIB. */
export const START = Date.UTC(2026, 10, 22, 2)

/** Groups in both provinces, some with confirmed activities. */
export async function someLife(services: TestServices) {
  services.now = START - 60 * DAY
  const officers = { 9404: await anOfficerOf(services, '9404'), 3501: await anOfficerOf(services, '3501') }
  for (const [village, name] of [
    ['9404011003', '=HYPERLINK("x")'],
    ['9404011003', 'KIM Élok & <Jaya>'],
    ['9404022001', 'KIM Tiga'],
    ['3501122003', 'KIM Empat'],
  ] as const) {
    const { id: groupId } = await aGroup(services, { name }, village)
    const member = await aMemberOf(services, groupId)
    services.now = START
    if (name === 'KIM Tiga') continue
    const id = ActivityId.parse(services.newId())
    await postActivity(services, { actor: member, requestId: 'r', id, groupId, content: anActivity(village) })
    const officer = village.startsWith('94') ? officers[9404] : officers[3501]
    await confirmActivities(services, { actor: officer, requestId: 'r', chosen: [{ id, version: 1 }] })
  }
  return {
    mimika: officers[9404],
    pacitan: officers[3501],
    papuaTengah: await person(services, 'Papua Tengah', { role: 'province_officer', provinceCode: '94' }),
    nation: await person(services, 'Nasional', { role: 'national_officer' }),
  }
}

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
