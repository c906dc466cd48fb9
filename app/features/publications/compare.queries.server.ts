import { findShownRegion } from '~/features/coverage/shown-region.queries.server'
import type { Actor } from '~/features/identity/actor'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { formatNumber } from '~/ui/format'
import { type ColumnKind, cellWords, type DocumentRow, formatHundredths } from './document'
import { readFacts } from './facts-file.server'
import { isOutput, outputWords } from './outputs'
import { collectors } from './outputs/collect.server'
import { periodOf, periodWords } from './periods'
import { readablePublication } from './publications.queries.server'

/** One number that a snapshot stated, and the same of today. */
export interface Compared {
  was: number | null
  is: number | null
  /** `+12`, `−0,35 poin persen`, `±0`; a dash where one of both is not there. */
  difference: string
}

export interface ComparedTable {
  key: string
  title: string
  /** The columns that are numbers. */
  headers: { header: string; kind: ColumnKind }[]
  rows: { key: string; name: string; isTotal: boolean; cells: Compared[] }[]
}

/**
 * The numbers of a snapshot beside today's: of a state the state today, of a period the same period as it is counted
 * today. Lists of single things are left out.
 * @throws notFound out of scope, and while the snapshot is still being made
 */
export async function compareScreen(services: Services, actor: Actor, id: string) {
  const { store, storage, clock } = services
  const publication = await readablePublication(services, actor, id)
  const { output, regionCode, factsSha256, groupId } = publication
  const region = await findShownRegion({ db: store.read, tables: store.tables }, regionCode)
  if (!factsSha256 || groupId !== null || !isOutput(output) || !region) throw notFound()
  const { period } = outputWords[output]
  const isState = period === 'day' || period === 'now'
  const parameters = isState ? periodOf(period, {}, clock(), region.zone) : publication.parameters
  const { tables } = await collectors[output](services, { region, parameters, groupId })
  const today = new Map<string, DocumentRow[]>()
  for (const { key, isList, rows } of tables) {
    if (!isList) today.set(key, await all(rows))
  }
  const compared: ComparedTable[] = []
  const facts = await readFacts(storage, factsSha256)
  for await (const table of facts.tables) {
    if (table.isList) continue
    compared.push(compareTable(table, await all(table.rows), today.get(table.key) ?? []))
  }
  const { number, title, place } = publication
  return {
    id,
    number,
    title,
    place,
    was: publication.period,
    is: isState ? periodWords(period, parameters) : `${publication.period}, dihitung hari ini`,
    tables: compared,
  }
}

async function all(rows: AsyncIterable<DocumentRow> | Iterable<DocumentRow>): Promise<DocumentRow[]> {
  const found: DocumentRow[] = []
  for await (const row of rows) found.push(row)
  return found
}

function compareTable(
  { key, title, columns }: { key: string; title: string; columns: { header: string; kind: ColumnKind }[] },
  then: DocumentRow[],
  now: DocumentRow[],
): ComparedTable {
  const numeric = columns.flatMap(({ kind, header }, at) =>
    kind === 'text' || kind === 'date' ? [] : [{ kind, header, at }],
  )
  const before = new Map(then.map((row) => [row.key, row]))
  const after = new Map(now.map((row) => [row.key, row]))
  const keys = [...new Set([...before.keys(), ...after.keys()])]
  return {
    key,
    title,
    headers: numeric.map(({ header, kind }) => ({ header, kind })),
    rows: keys.map((rowKey) => {
      const [was, is] = [before.get(rowKey), after.get(rowKey)]
      return {
        key: rowKey,
        name: cellWords(columns[0]?.kind ?? 'text', (was ?? is)?.cells[0] ?? null),
        isTotal: (was ?? is)?.isTotal === true,
        cells: numeric.map(({ kind, at }) => compareCell(kind, numberIn(was, at), numberIn(is, at))),
      }
    }),
  }
}

function numberIn(row: DocumentRow | undefined, at: number): number | null {
  const cell = row?.cells[at]
  return typeof cell === 'number' ? cell : null
}

function compareCell(kind: ColumnKind, was: number | null, is: number | null): Compared {
  if (was === null || is === null) return { was, is, difference: '–' }
  const by = is - was
  const sign = by > 0 ? '+' : by < 0 ? '−' : '±'
  const words =
    kind === 'percent'
      ? `${formatHundredths(Math.abs(by)).replace('%', '')} poin persen`
      : formatNumber(Math.abs(by))
  return { was, is, difference: sign + words }
}
