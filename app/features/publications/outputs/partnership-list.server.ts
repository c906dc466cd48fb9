import { partnershipCounts } from '~/features/partnerships/partnership-counts.queries.server'
import { everyPartnership } from '~/features/partnerships/partnership-list.queries.server'
import {
  fundingWords,
  partnershipKindWords,
  partnershipStatusWords,
} from '~/features/partnerships/partnerships.messages'
import { NATION, withWord } from '~/features/regions/places'
import { childrenOf, nameRegions } from '~/features/regions/regions.queries.server'
import type { Services } from '~/platform/services'
import { type DocumentColumn, type DocumentRow, type FilledTable, totalRow } from '../document'
import { officeWords } from '../office-words'
import type { Collect } from './asked'
import { belowHeaders } from './region-rows.server'

/** Output 5: with whom the offices of a region work, and on what paper. */
export const collectPartnershipList: Collect = async (services, { region }) => {
  const { code, level } = region
  if (level !== 'nation' && level !== 'province' && level !== 'regency') throw new Error('too deep')
  return {
    tables: [
      ...(level === 'regency' ? [] : [await partnershipTable(services, code, belowHeaders[level])]),
      listTable(services, code),
    ],
    warnings: [],
    definitions: partnershipDefinitions,
  }
}

export const partnershipDefinitions = [
  {
    term: 'Kemitraan',
    words:
      'Kerja sama dinas dengan mitra atau KIM yang dicatat di Simpul KIM oleh dinas yang bersangkutan, keadaannya saat data diambil.',
  },
  {
    term: 'Segera berakhir',
    words:
      'Berlaku, dan hari terakhirnya 90 hari lagi atau kurang. Batas ini bawaan portal, bukan dari peraturan.',
  },
]

const countedStatuses = ['active', 'ending', 'proposed'] as const

/** How many partnerships the offices of each region have, and the office of the whole region itself where it has any. */
export async function partnershipTable(
  services: Services,
  code: string,
  header: string,
): Promise<FilledTable> {
  const reading = { db: services.store.read, tables: services.store.tables }
  const children = await childrenOf(reading, code === NATION ? null : code)
  const counts = await partnershipCounts(services, [code, ...children.map((child) => child.code)])
  const columns: DocumentColumn[] = [
    { header, kind: 'text', weight: 3 },
    ...countedStatuses.map(
      (status): DocumentColumn => ({
        header: partnershipStatusWords[status].label,
        kind: 'count',
        weight: 1.2,
      }),
    ),
  ]
  const rows: DocumentRow[] = children.map((child) => {
    const own = counts.get(child.code)
    return {
      key: child.code,
      cells: [withWord(child), ...countedStatuses.map((status) => own?.[status] ?? 0)],
    }
  })
  // What is counted in the region and in none below it is its own office's.
  const ofOffice = countedStatuses.map(
    (status, at) =>
      (counts.get(code)?.[status] ?? 0) - rows.reduce((sum, { cells }) => sum + Number(cells[at + 1]), 0),
  )
  if (ofOffice.some((many) => many > 0)) {
    rows.push({ key: code, cells: [await officeName(reading, code), ...ofOffice] })
  }
  return {
    key: 'kemitraan-wilayah',
    title: 'Kemitraan menurut wilayah',
    columns,
    rows: [...rows, totalRow('Jumlah', columns, rows)],
  }
}

function listTable({ store }: Services, code: string): FilledTable {
  const reading = { db: store.read, tables: store.tables }
  async function* rows(): AsyncGenerator<DocumentRow> {
    const offices = new Map<string, string>()
    for await (const one of everyPartnership(reading, code)) {
      const officeCode = one.regencyCode || one.provinceCode
      const office = offices.get(officeCode) ?? (await officeName(reading, officeCode))
      offices.set(officeCode, office)
      yield {
        key: one.id,
        cells: [
          one.partner ?? one.group ?? '',
          one.partnerKind ?? 'KIM',
          one.title,
          partnershipKindWords[one.kind],
          one.number,
          one.startsOn,
          one.endsOn,
          partnershipStatusWords[one.status].label,
          office,
          one.scope,
          one.topics.join(', '),
          one.budgetCode,
          one.fundingSource && fundingWords[one.fundingSource],
          one.responsible,
        ],
      }
    }
  }
  return { key: 'kemitraan', title: 'Daftar kemitraan', isList: true, columns: listColumns, rows: rows() }
}

async function officeName(reading: Parameters<typeof nameRegions>[0], code: string): Promise<string> {
  const [named] = code === NATION || code === '' ? [] : await nameRegions(reading, [code])
  return named
    ? officeWords({ level: named.level, name: withWord(named) })
    : officeWords({ level: 'nation', name: '' })
}

const listColumns: DocumentColumn[] = [
  { header: 'Mitra', kind: 'text', weight: 2.6 },
  { header: 'Jenis mitra', kind: 'text', weight: 1.6 },
  { header: 'Tentang', kind: 'text', weight: 3 },
  { header: 'Dokumen', kind: 'text', weight: 1.8 },
  { header: 'Nomor', kind: 'text', weight: 1.8 },
  { header: 'Mulai', kind: 'date', weight: 1.4 },
  { header: 'Sampai', kind: 'date', weight: 1.4 },
  { header: 'Keadaan', kind: 'text', weight: 1.3 },
  { header: 'Dinas', kind: 'text', weight: 2.2 },
  { header: 'Ruang lingkup', kind: 'text', weight: 5, isBelow: true },
  { header: 'Topik', kind: 'text', weight: 3, isBelow: true },
  { header: 'Kode anggaran', kind: 'text', weight: 2, isBelow: true },
  { header: 'Sumber dana', kind: 'text', weight: 2, isBelow: true },
  { header: 'Penanggung jawab', kind: 'text', weight: 2.4, isBelow: true },
]
