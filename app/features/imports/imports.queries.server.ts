import { and, asc, count, desc, eq, gt, inArray, ne, type SQL, sql } from 'drizzle-orm'
import { type Actor, reach } from '~/features/identity/actor'
import { inReach } from '~/features/identity/in-reach.server'
import { zoneOf } from '~/features/regions/local-words'
import type { Services } from '~/platform/services'
import { findImport } from './find-import.server'
import type { ImportId } from './imports.schema'

const PAGE = 50
const SAMPLES = 3

/** An office's lists, newest first, and the regencies it may bring one in for. */
export async function importsScreen({ store, newId }: Services, actor: Actor) {
  const { imports, accounts, regions } = store.tables
  const lists = await store.read
    .select({ list: imports, by: accounts.name })
    .from(imports)
    .innerJoin(accounts, eq(accounts.id, imports.createdBy))
    .where(inReach(actor, 'group.import', imports))
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(100)
  const { regencyCodes } = reach(actor, 'group.import')
  const regencies = await store.read
    .select({ code: regions.code, name: regions.name, word: regions.localWord })
    .from(regions)
    .where(inArray(regions.code, regencyCodes))
    .orderBy(asc(regions.name))
  return {
    formId: newId(),
    regencies,
    lists: lists.map(({ list, by }) => ({
      id: list.id,
      fileName: list.fileName,
      status: list.status,
      rowCount: list.rowCount,
      problemCount: list.problemCount,
      createdAt: list.createdAt,
      by,
      zone: zoneOf(list.regencyCode),
    })),
  }
}

/**
 * Everything about one list at its stage: columns with samples, rows with problems, likely repetitions, or the numbers.
 * @throws not_found outside the actor's region
 */
export async function importScreen(
  { store }: Services,
  actor: Actor,
  importId: ImportId,
  asked: { problemPage: number; duplicatePage: number; resultPage: number; mapping: boolean },
) {
  const reading = { db: store.read, tables: store.tables }
  const found = await findImport(reading, actor, importId)
  const { importRows, groups } = store.tables
  const own = eq(importRows.importId, importId)
  const hasProblems = and(own, ne(sql`cast(${importRows.problems} as text)`, '[]'))
  const hasDuplicates = and(own, ne(sql`cast(${importRows.duplicates} as text)`, '[]'))
  const rows = (where: SQL | undefined, page: number) =>
    store.read
      .select({ row: importRows, groupId: groups.id })
      .from(importRows)
      .leftJoin(groups, eq(groups.number, importRows.number))
      .where(where)
      .orderBy(asc(importRows.row))
      .limit(PAGE)
      .offset((page - 1) * PAGE)
  const total = async (where: SQL | undefined) => {
    const [whole] = await store.read.select({ total: count() }).from(importRows).where(where)
    return whole?.total ?? 0
  }
  const samples = await store.read
    .select({ cells: importRows.cells })
    .from(importRows)
    .where(and(own, gt(importRows.row, found.headerRow)))
    .orderBy(asc(importRows.row))
    .limit(SAMPLES)
  const checked = found.status === 'checked'
  const applied = found.status === 'applied'
  return {
    id: found.id,
    status: found.status,
    version: found.version,
    fileName: found.fileName,
    sheet: found.sheet,
    headerRow: found.headerRow,
    headers: found.headers,
    mapping: found.mapping,
    rowCount: found.rowCount,
    problemCount: found.problemCount,
    duplicateCount: found.duplicateCount,
    appliedAt: found.appliedAt,
    zone: zoneOf(found.regencyCode),
    choosing: found.status === 'uploaded' || (checked && asked.mapping),
    samples: samples.map(({ cells }) => cells),
    problems: {
      page: asked.problemPage,
      total: checked ? await total(hasProblems) : 0,
      rows: checked ? (await rows(hasProblems, asked.problemPage)).map(({ row }) => row) : [],
    },
    duplicates: {
      page: asked.duplicatePage,
      total: checked ? await total(hasDuplicates) : 0,
      rows: checked ? (await rows(hasDuplicates, asked.duplicatePage)).map(({ row }) => row) : [],
    },
    results: {
      page: asked.resultPage,
      total: applied ? found.rowCount : 0,
      rows: applied
        ? (await rows(own, asked.resultPage)).map(({ row, groupId }) => ({ ...row, groupId }))
        : [],
    },
    pageSize: PAGE,
  }
}

export type ImportScreen = Awaited<ReturnType<typeof importScreen>>
