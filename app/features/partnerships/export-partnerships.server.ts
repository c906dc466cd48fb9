import { recordExport } from '~/features/audit/record-export.server'
import { actingFor } from '~/features/coordination/offices'
import type { Actor } from '~/features/identity/actor'
import { localDate } from '~/platform/calendar'
import type { KeysetCursor } from '~/platform/keyset'
import type { Services } from '~/platform/services'
import { type FileFormat, tableFile } from '~/platform/spreadsheet/file'
import { formatMoment, formatNumber } from '~/ui/format'
import { fundingWords, partnershipKindWords, partnershipStatusWords } from './partnerships.messages'
import {
  cursorOf,
  type PartnershipRow,
  readPartnerships,
  soughtPartnerships,
  withWords,
} from './partnerships.queries.server'
import type { PartnershipsQuery } from './partnerships-list.schema'

const BATCH = 1000
const dateCell = (date: string | null) => (date ? { date } : null)

/** The partnerships that a filter finds, as a file; the audit trail keeps who took it. */
export async function exportPartnerships(
  services: Services,
  {
    actor,
    query,
    format,
    requestId,
  }: { actor: Actor; query: PartnershipsQuery; format: FileFormat; requestId: string },
) {
  const { store, clock } = services
  const reading = { db: store.read, tables: store.tables }
  const now = clock()
  const { filter, where } = await soughtPartnerships(services, actor, query)
  await recordExport(services, {
    ...actingFor(actor, 'partnership.read'),
    action: 'partnership.exported',
    subject: { kind: 'partnership_export', id: format },
    requestId,
  })
  async function* rows() {
    for (let place: KeysetCursor | undefined; ; ) {
      const batch = await readPartnerships(reading, where, { place, back: false, limit: BATCH })
      yield* await withWords(reading, batch)
      const last = batch.at(-1)
      if (batch.length < BATCH || !last) return
      place = cursorOf(last)
    }
  }
  return tableFile<PartnershipRow>(`kemitraan-${localDate(now, 'WIB')}`, format, {
    name: 'Kemitraan',
    columns: [
      { header: 'Dinas', cell: ({ office: name }) => name, width: 32 },
      { header: 'Mitra', cell: ({ counterpart }) => counterpart, width: 34 },
      { header: 'Jenis mitra', cell: ({ counterpartKind }) => counterpartKind, width: 24 },
      { header: 'Perihal', cell: ({ title }) => title, width: 40 },
      { header: 'Naskah', cell: ({ kind }) => partnershipKindWords[kind], width: 22 },
      { header: 'Nomor', cell: ({ number }) => number, width: 22 },
      { header: 'Keadaan', cell: ({ status }) => partnershipStatusWords[status].label, width: 16 },
      { header: 'Mulai', cell: ({ startsOn }) => dateCell(startsOn), width: 12 },
      { header: 'Berakhir', cell: ({ endsOn }) => dateCell(endsOn), width: 12 },
      { header: 'Topik', cell: ({ topics }) => topics.join(', '), width: 30 },
      { header: 'Ruang lingkup', cell: ({ scope }) => scope, width: 50 },
      { header: 'Kode anggaran', cell: ({ budgetCode }) => budgetCode, width: 18 },
      {
        header: 'Sumber dana',
        cell: ({ fundingSource }) => fundingSource && fundingWords[fundingSource],
        width: 20,
      },
      { header: 'Tampil untuk umum', cell: ({ isPublic }) => (isPublic ? 'Ya' : 'Tidak'), width: 10 },
    ],
    rows: rows(),
    notes: (written) => [
      ['Isi', 'Kemitraan Dinas Kominfo di Simpul KIM'],
      ['Wilayah', filter.title || 'Seluruh wilayah kerja pembuat'],
      ...(query.q ? [['Cari', query.q] as [string, string]] : []),
      ...(query.keadaan ? [['Keadaan', stateWords(query.keadaan)] as [string, string]] : []),
      ['Jumlah baris', formatNumber(written)],
      ['Keadaan data', formatMoment(now)],
      ['Dibuat oleh', actor.name],
      ['Segera berakhir', 'Hari terakhirnya 90 hari lagi atau kurang (bawaan portal, bukan dari peraturan).'],
    ],
  })
}

function stateWords(state: NonNullable<PartnershipsQuery['keadaan']>): string {
  return state === 'berlaku' ? 'Berlaku, juga yang segera berakhir' : partnershipStatusWords[state].label
}
