import { findShownRegion } from '~/features/coverage/shown-region.queries.server'
import { type Actor, reach } from '~/features/identity/actor'
import { regionFilterState } from '~/features/regions/filter.queries.server'
import { filteredCode, type RegionFilterState } from '~/features/regions/filter.schema'
import { NATION } from '~/features/regions/places'
import { localDate } from '~/platform/calendar'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import type { DocumentContent, DocumentRow, DocumentTable, FilledTable } from './document'
import { type ChartDrawing, drawCharts } from './document-charts'
import { officeFor } from './offices'
import { type OfficeOutput, outputWords, type PeriodKind } from './outputs'
import { collectors } from './outputs/collect.server'
import { type AskedPeriod, monthsOffered, periodOf, periodWords, yearsOffered } from './periods'
import type { OutputQuery } from './publications.schema'

/** Rows of a list that a page shows; all of them are in the files. */
const SHOWN_ROWS = 100

export interface ShownTable extends DocumentTable {
  rows: DocumentRow[]
  /** True where the files hold more rows. */
  hasMore: boolean
  drawings: ChartDrawing[]
}

/**
 * What an output says now, before it is numbered: the same numbers that the document would state.
 * @throws notFound for a region outside the actor's office
 */
export async function previewScreen(
  services: Services,
  actor: Actor,
  output: OfficeOutput,
  query: OutputQuery,
) {
  const { store, clock, newId } = services
  const filter = await regionChoice(services, actor, query)
  const regionCode = filter.code || NATION
  const region = await findShownRegion({ db: store.read, tables: store.tables }, regionCode)
  if (!region || !officeFor(actor, 'publication.read', regionCode)) throw notFound()
  const words = outputWords[output]
  const now = clock()
  const today = localDate(now, region.zone)
  const parameters = periodOf(words.period, query, now, region.zone)
  const { tables, ...content } = await collectors[output](services, {
    region,
    parameters,
    groupId: null,
  })
  return {
    output,
    ...words,
    place: region.name,
    periodWords: periodWords(words.period, parameters),
    filter,
    parameters,
    choices: { months: monthsOffered(today), years: yearsOffered(today), today },
    content: content satisfies Omit<DocumentContent, 'tables'>,
    tables: await Promise.all(tables.map(showTable)),
    form: {
      id: newId(),
      regionCode,
      period: askedAgain(words.period, parameters),
      mayMake: officeFor(actor, 'publication.make', regionCode) !== null,
    },
  }
}

/** The period as the form sends it, so that the document tells of the days on the screen. */
function askedAgain(kind: PeriodKind, { from, until }: { from: string; until: string }): AskedPeriod {
  if (kind === 'now') return {}
  if (kind === 'day') return { tanggal: until }
  return kind === 'year' ? { tahun: from.slice(0, 4) } : { dari: from.slice(0, 7), sampai: until.slice(0, 7) }
}

/** The regions of an office to choose from, down to the regency. */
async function regionChoice(
  services: Services,
  actor: Actor,
  query: OutputQuery,
): Promise<RegionFilterState> {
  const { national, provinceCodes, regencyCodes } = reach(actor, 'publication.read')
  const codes = [...provinceCodes, ...regencyCodes]
  const [only = ''] = codes
  const asked = filteredCode({ ...query, kecamatan: '' }).slice(0, 4)
  const within = national
    ? ''
    : codes.length === 1
      ? only
      : (codes.find((code) => asked.startsWith(code)) ?? only)
  const filter = await regionFilterState(services, asked, within)
  return { ...filter, fields: filter.fields.filter(({ name }) => name !== 'kecamatan') }
}

/** The rows of a table that a page shows; a long list is read no further than that. */
export async function showTable({ rows, ...table }: FilledTable): Promise<ShownTable> {
  const shown: DocumentRow[] = []
  for await (const row of rows) {
    if (table.isList && shown.length === SHOWN_ROWS) {
      return { ...table, rows: shown, hasMore: true, drawings: [] }
    }
    shown.push(row)
  }
  return { ...table, rows: shown, hasMore: false, drawings: drawCharts(table, shown) }
}
