import { and, asc, type SQL } from 'drizzle-orm'
import { recordExport } from '~/features/audit/record-export.server'
import { choiceNames } from '~/features/choices/choices.queries.server'
import { type Actor, actingAs } from '~/features/identity/actor'
import { regionFilterState } from '~/features/regions/filter.queries.server'
import { filteredCode } from '~/features/regions/filter.schema'
import { withWord } from '~/features/regions/places'
import { findPlaces } from '~/features/regions/places.queries.server'
import type { Services } from '~/platform/services'
import { type FileFormat, type FileToSend, tableFile } from '~/platform/spreadsheet/file'
import type { TableColumn } from '~/platform/spreadsheet/spreadsheet'
import { formatMoment, formatNumber } from '~/ui/format'
import { findMapping } from './find-mapping.server'
import { classWords, fieldWords, followUpWords } from './mapping.messages'
import type { MappingId, RowCursor, RowsQuery } from './mapping.schema'
import { mappingHead } from './mapping-screen.queries.server'
import { rowsBeyond, rowsSought } from './rows.queries.server'

const BATCH = 1000

interface Exporting {
  actor: Actor
  mappingId: MappingId
  query: RowsQuery
  format: FileFormat
  requestId: string
}

/**
 * The rows of a mapping that a filter finds, as a file that is made while it is sent. It holds contacts, so the audit
 * trail keeps who took it. @throws not_found
 */
export async function exportRows(
  services: Services,
  { actor, mappingId, query, format, requestId }: Exporting,
): Promise<FileToSend> {
  const { store, clock } = services
  const reading = { db: store.read, tables: store.tables }
  const mapping = await findMapping(reading, actor, mappingId)
  const head = await mappingHead(services, actor, mappingId)
  const filter = await regionFilterState(services, filteredCode(query), head.regency.code)
  const now = clock()
  const asked = [
    filter.code.length === 6 ? filter.title : '',
    query.q,
    query.kelas ? classWords[query.kelas].label : '',
    query.tindak ? followUpWords[query.tindak].label : '',
    query.jenis ?? '',
  ].filter(Boolean)
  await recordExport(services, {
    actor: actingAs(actor, 'mapping.read', mapping),
    action: 'mapping.exported',
    subject: { kind: 'mapping', id: mappingId },
    region: mapping,
    delta: { filter: [null, asked.join('; ') || 'semua'] },
    requestId,
  })
  const where = rowsSought(reading, mappingId, query, filter.code)
  return tableFile<ExportedRow>(`pemetaan-${head.regency.code}-${mappingId.slice(-8)}`, format, {
    name: 'Pemetaan',
    columns: columnsWith(await choiceNames(reading, 'communityKinds')),
    rows: exported(services, where),
    notes: (written) => [
      [
        'Isi',
        `${head.title}, ${head.regency.name}${head.number ? `, nomor ${head.number}` : ' (belum ditetapkan)'}`,
      ],
      ['Saringan', asked.join('; ') || 'tidak ada'],
      ['Jumlah baris', formatNumber(written)],
      ['Diambil', formatMoment(now, head.zone)],
      ['Perhatian', 'Kontak orang dalam berkas ini bukan untuk umum.'],
    ],
  })
}

async function* exported({ store }: Services, where: SQL | undefined) {
  const reading = { db: store.read, tables: store.tables }
  const { mappingRows } = store.tables
  for (let after: RowCursor | undefined; ; ) {
    const rows = await store.read
      .select()
      .from(mappingRows)
      .where(and(where, after && rowsBeyond(reading, after, 'after')))
      .orderBy(asc(mappingRows.villageCode), asc(mappingRows.nameKey), asc(mappingRows.id))
      .limit(BATCH)
    const places = await findPlaces(
      reading,
      rows.map(({ villageCode }) => villageCode),
    )
    yield* rows.map((row) => ({ ...row, place: places.get(row.villageCode) }))
    after = rows.at(-1)
    if (rows.length < BATCH) return
  }
}

type ExportedRow = ReturnType<typeof exported> extends AsyncGenerator<infer Row> ? Row : never

function columnsWith(kinds: Map<string, string>): TableColumn<ExportedRow>[] {
  return [
    { header: 'Kode desa', cell: ({ villageCode }) => villageCode },
    { header: 'Desa', cell: ({ place }) => (place ? withWord(place.village) : ''), width: 24 },
    { header: 'Kecamatan', cell: ({ place }) => (place ? withWord(place.district) : ''), width: 24 },
    { header: fieldWords.name, cell: ({ name }) => name, width: 32 },
    { header: fieldWords.class, cell: (row) => classWords[row.class].label, width: 28 },
    {
      header: fieldWords.kindCode,
      cell: ({ kindCode }) => (kindCode ? (kinds.get(kindCode) ?? kindCode) : ''),
    },
    { header: fieldWords.followUp, cell: ({ followUp }) => followUpWords[followUp].label },
    { header: fieldWords.contactName, cell: ({ contactName }) => contactName },
    { header: fieldWords.contact, cell: ({ contact }) => contact },
    { header: fieldWords.channels, cell: ({ channels }) => channels, width: 28 },
    { header: fieldWords.audience, cell: ({ audience }) => audience, width: 28 },
    { header: fieldWords.topics, cell: ({ topics }) => topics, width: 28 },
    { header: fieldWords.strength, cell: ({ strength }) => strength, width: 40 },
    { header: fieldWords.gap, cell: ({ gap }) => gap, width: 40 },
    { header: fieldWords.surveyedBy, cell: ({ surveyedBy }) => surveyedBy },
    { header: fieldWords.surveyedOn, cell: ({ surveyedOn }) => (surveyedOn ? { date: surveyedOn } : null) },
  ]
}
