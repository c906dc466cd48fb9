import { recordExport } from '~/features/audit/record-export.server'
import { officesOf, placeOf, roleFor } from '~/features/coordination/offices'
import type { Actor } from '~/features/identity/actor'
import { localDate } from '~/platform/calendar'
import type { KeysetCursor } from '~/platform/keyset'
import type { Services } from '~/platform/services'
import { type FileFormat, tableFile } from '~/platform/spreadsheet/file'
import { formatMoment, formatNumber } from '~/ui/format'
import { cursorOf, type PartnerRow, readPartners, soughtPartners, withWords } from './partners.queries.server'
import type { PartnersQuery } from './partners-list.schema'

const BATCH = 1000

/** The partners that a filter finds, as a file; the audit trail keeps who took it. */
export async function exportPartners(
  services: Services,
  {
    actor,
    query,
    format,
    requestId,
  }: { actor: Actor; query: PartnersQuery; format: FileFormat; requestId: string },
) {
  const { store, clock } = services
  const reading = { db: store.read, tables: store.tables }
  const now = clock()
  const { filter, where } = await soughtPartners(services, actor, query)
  const [office = ''] = officesOf(actor, 'partner.read')
  await recordExport(services, {
    actor: { id: actor.id, role: roleFor(office) },
    action: 'partner.exported',
    subject: { kind: 'partner_export', id: format },
    region: placeOf(office) ?? undefined,
    requestId,
  })
  async function* rows() {
    for (let place: KeysetCursor | undefined; ; ) {
      const batch = await readPartners(reading, where, { place, back: false, limit: BATCH })
      yield* await withWords(reading, batch)
      const last = batch.at(-1)
      if (batch.length < BATCH || !last) return
      place = cursorOf(last)
    }
  }
  return tableFile<PartnerRow>(`mitra-${localDate(now, 'WIB')}`, format, {
    name: 'Mitra',
    columns: [
      { header: 'Nama mitra', cell: ({ name }) => name, width: 36 },
      { header: 'Jenis', cell: ({ kind }) => kind, width: 26 },
      { header: 'Wilayah', cell: ({ place }) => place, width: 36 },
      { header: 'Dikelola', cell: ({ office: keeper }) => keeper, width: 32 },
      { header: 'Kemitraan berlaku', cell: ({ inForce }) => inForce, width: 12 },
      { header: 'Narahubung', cell: ({ contact }) => contact.person ?? null, width: 24 },
      { header: 'Telepon', cell: ({ contact }) => contact.phone ?? null, width: 18 },
      { header: 'E-mail', cell: ({ contact }) => contact.email ?? null, width: 24 },
      { header: 'Keadaan', cell: ({ hasEnded }) => (hasEnded ? 'Diakhiri' : 'Aktif'), width: 10 },
    ],
    rows: rows(),
    notes: (written) => [
      ['Isi', 'Mitra Dinas Kominfo di Simpul KIM'],
      ['Wilayah', filter.title || 'Seluruh wilayah kerja pembuat'],
      ...(query.q ? [['Cari', query.q] as [string, string]] : []),
      ['Jumlah baris', formatNumber(written)],
      ['Keadaan data', formatMoment(now)],
      ['Dibuat oleh', actor.name],
      ['Perhatian', 'Narahubung dan nomornya untuk keperluan dinas; jangan disebarkan (UU 27/2022).'],
    ],
  })
}
