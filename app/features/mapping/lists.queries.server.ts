import { asc, desc, eq } from 'drizzle-orm'
import type { Actor } from '~/features/identity/actor'
import { cellName } from '~/features/imports/cells'
import { jobProgress } from '~/platform/jobs/progress'
import type { Services } from '~/platform/services'
import { tableAsCsv } from '~/platform/spreadsheet/csv'
import { type Cell, harmlessCell, type SpreadsheetTable } from '~/platform/spreadsheet/spreadsheet'
import { findList, listJob } from './lists.server'
import { columnWords } from './mapping.messages'
import { importFields, type MappingId, type MappingImportId } from './mapping.schema'
import { mappingHead } from './mapping-screen.queries.server'

const SHOWN = 200

/** The lists that were uploaded to a mapping, newest first. */
export async function listsScreen(services: Services, actor: Actor, mappingId: MappingId) {
  const { store, newId } = services
  const { mappingImports, accounts } = store.tables
  const head = await mappingHead(services, actor, mappingId)
  const lists = await store.read
    .select({ list: mappingImports, by: accounts.name })
    .from(mappingImports)
    .innerJoin(accounts, eq(accounts.id, mappingImports.createdBy))
    .where(eq(mappingImports.mappingId, mappingId))
    .orderBy(desc(mappingImports.createdAt), desc(mappingImports.id))
    .limit(50)
  return {
    head,
    formId: newId(),
    lists: lists.map(({ list, by }) => ({
      id: list.id,
      fileName: list.fileName,
      status: list.status,
      createdAt: list.createdAt,
      rows: list.counts?.rows ?? null,
      by,
    })),
  }
}

/** One list at its stage: its columns, how far the check has come, what is wrong, or what came in. @throws not_found */
export async function listScreen(
  services: Services,
  actor: Actor,
  mappingId: MappingId,
  importId: MappingImportId,
  asked: { columns: boolean } = { columns: false },
) {
  const { store } = services
  const head = await mappingHead(services, actor, mappingId)
  const list = await findList({ db: store.read, tables: store.tables }, mappingId, importId)
  const problems = await problemsOf(services, importId).limit(SHOWN + 1)
  return {
    head,
    id: list.id,
    version: list.version,
    status: list.status,
    fileName: list.fileName,
    layout: list.layout,
    choosing: list.status === 'uploaded' || (list.status === 'checked' && asked.columns),
    counts: list.counts,
    refusal: list.refusal,
    appliedAt: list.appliedAt,
    progress: (await jobProgress(store, listJob(list))) ?? null,
    problems: problems.slice(0, SHOWN),
    more: problems.length > SHOWN,
  }
}

function problemsOf({ store }: Services, importId: string) {
  const { mappingImportProblems: problems } = store.tables
  return store.read
    .select({
      at: problems.at,
      sheet: problems.sheet,
      row: problems.row,
      column: problems.column,
      value: problems.value,
      message: problems.message,
    })
    .from(problems)
    .where(eq(problems.importId, importId))
    .orderBy(asc(problems.at))
    .$dynamic()
}

/** What is wrong with a list, as a table: sheet, cell, value, reason. @throws not_found */
export async function listProblemsFile(
  services: Services,
  actor: Actor,
  mappingId: MappingId,
  importId: MappingImportId,
) {
  const { store } = services
  await mappingHead(services, actor, mappingId)
  const list = await findList({ db: store.read, tables: store.tables }, mappingId, importId)
  const rows = await problemsOf(services, importId)
  const table: SpreadsheetTable<(typeof rows)[number]> = {
    name: 'Catatan',
    columns: [
      { header: 'Lembar', cell: ({ sheet }) => sheet },
      { header: 'Baris', cell: ({ row }) => row },
      { header: 'Sel', cell: (row): Cell => cellName(row) },
      { header: 'Isi', cell: ({ value }) => value },
      { header: 'Yang perlu diperbaiki', cell: ({ message }) => message, width: 80 },
    ],
    rows,
    notes: () => [['Berkas', list.fileName]],
  }
  return {
    fileName: `catatan-daftar-${importId.slice(-8)}.csv`,
    contentType: 'text/csv; charset=utf-8',
    chunks: tableAsCsv(table),
  }
}

const EXAMPLE = [
  'Nayaro',
  'Mimika Baru',
  '',
  'Karang Taruna Contoh',
  'Karang Taruna',
  'b',
  'Bentuk KIM',
  'Nama Kontak',
  '0812 3456 7890',
  'Papan pengumuman, WhatsApp',
  'Pemuda kampung',
  'Kesehatan, wisata',
  'Anggota aktif',
  'Belum punya perangkat',
  'Nama Pendata',
  '12/11/2026',
]

/** An empty list with the headings that the portal knows and one invented row. */
export function listTemplate(): string {
  const line = (cells: string[]) =>
    cells.map((cell) => `"${harmlessCell(cell).replaceAll('"', '""')}"`).join(';')
  return `\ufeff${line(importFields.map((field) => columnWords[field]))}\r\n${line(EXAMPLE)}\r\n`
}
