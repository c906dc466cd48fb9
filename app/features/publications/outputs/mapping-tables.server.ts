import type { ShownRegion } from '~/features/coverage/shown-region.queries.server'
import { mappingStatusWords } from '~/features/mapping/mapping.messages'
import { mappingStatuses } from '~/features/mapping/mapping.state'
import { type MappingState, mappingStates } from '~/features/mapping/mapping-states.queries.server'
import { withWord } from '~/features/regions/places'
import { childrenOf, childrenOfEach } from '~/features/regions/regions.queries.server'
import type { Services } from '~/platform/services'
import { type DocumentColumn, type DocumentRow, type FilledTable, totalRow } from '../document'

const NONE = 'Belum ada'
const furthestFirst = [...mappingStatuses].reverse()

/** How the newest mapping of each regency in a region stands: how many where, and each by name; a regency's own alone. */
export async function mappingTables(services: Services, region: ShownRegion): Promise<FilledTable[]> {
  const regencies = await regenciesIn(services, region)
  const states = await mappingStates(
    services,
    regencies.map(({ code }) => code),
  )
  const each = stateTable(regencies, states)
  return region.level === 'regency' ? [each] : [countTable(regencies, states), each]
}

interface Regency {
  code: string
  name: string
}

async function regenciesIn({ store }: Services, { code, level, name }: ShownRegion): Promise<Regency[]> {
  if (level === 'regency') return [{ code, name }]
  const reading = { db: store.read, tables: store.tables }
  const provinces = level === 'nation' ? (await childrenOf(reading, null)).map((child) => child.code) : [code]
  const below = await childrenOfEach(reading, provinces)
  return provinces.flatMap((province) =>
    (below.get(province) ?? []).map((child) => ({ code: child.code, name: withWord(child) })),
  )
}

function countTable(regencies: Regency[], states: Map<string, MappingState>): FilledTable {
  const columns: DocumentColumn[] = [
    { header: 'Pemetaan terbaru', kind: 'text', weight: 3 },
    { header: 'Kabupaten/kota', kind: 'count', weight: 1.4 },
    { header: 'Kelompok terdata', kind: 'count', weight: 1.4 },
  ]
  const row = (key: string, name: string, own: Regency[]): DocumentRow => ({
    key,
    cells: [name, own.length, own.reduce((sum, { code }) => sum + (states.get(code)?.rows ?? 0), 0)],
  })
  const rows = [
    ...furthestFirst.map((status) =>
      row(
        status,
        mappingStatusWords[status].label,
        regencies.filter(({ code }) => states.get(code)?.status === status),
      ),
    ),
    row(
      'none',
      NONE,
      regencies.filter(({ code }) => !states.has(code)),
    ),
  ]
  return {
    key: 'pemetaan',
    title: 'Pemetaan menurut keadaan',
    columns,
    rows: [...rows, totalRow('Jumlah', columns, rows)],
  }
}

function stateTable(regencies: Regency[], states: Map<string, MappingState>): FilledTable {
  return {
    key: 'pemetaan-kabupaten',
    title: 'Pemetaan tiap kabupaten/kota',
    isList: true,
    columns: [
      { header: 'Kabupaten/kota', kind: 'text', weight: 3 },
      { header: 'Pemetaan terbaru', kind: 'text', weight: 1.8 },
      { header: 'Terakhir ditetapkan', kind: 'date', weight: 1.8 },
      { header: 'Kelompok terdata', kind: 'count', weight: 1.4 },
    ],
    rows: regencies.map(({ code, name }) => {
      const state = states.get(code)
      const words = state ? mappingStatusWords[state.status].label : NONE
      return { key: code, cells: [name, words, state?.settledOn ?? null, state?.rows ?? null] }
    }),
  }
}

export const mappingDefinitions = [
  {
    term: 'Pemetaan',
    words: [
      'Pendataan komunitas di desa-desa oleh Dinas Kominfo kabupaten/kota; yang terbaru, keadaannya saat data diambil.',
      ...furthestFirst.map(
        (status) => `${mappingStatusWords[status].label}: ${mappingStatusWords[status].meaning}`,
      ),
      `${NONE}: belum pernah direncanakan di Simpul KIM.`,
    ].join(' '),
  },
  {
    term: 'Terakhir ditetapkan',
    words:
      'Tanggal pemetaan terakhir yang ditetapkan, walau sesudahnya ada yang baru direncanakan atau berjalan.',
  },
  {
    term: 'Kelompok terdata',
    words: 'Komunitas dalam pemetaan terbaru: KIM terdaftar dan calon kelas (a) dan (b).',
  },
]
