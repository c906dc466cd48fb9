import { and, asc } from 'drizzle-orm'
import { recordExport } from '~/features/audit/record-export.server'
import type { Actor } from '~/features/identity/actor'
import { localDate } from '~/platform/calendar'
import type { Services } from '~/platform/services'
import { type FileFormat, type FileToSend, tableFile } from '~/platform/spreadsheet/file'
import type { TableColumn } from '~/platform/spreadsheet/spreadsheet'
import { formatMoment, formatNumber } from '~/ui/format'
import { regionOf, roleAt } from './approve-period.server'
import { type OfficePlace, officePlace, ownRegion } from './office-place.queries.server'
import { listedReports, type ReportListQuery } from './office-reports.schema'
import { periodCode, periodWords } from './periods'
import { beyondGroup, listed, type ReportListRow, rowsOf, withPlaces } from './report-list.queries.server'
import { fundSourceWords, rateDefinitions, standingWords } from './reporting.messages'

const BATCH = 1000

/** The list of a period as a file that is made while it is sent. The audit trail keeps who took it. */
export async function exportReports(
  services: Services,
  {
    actor,
    query,
    format,
    requestId,
  }: { actor: Actor; query: ReportListQuery; format: FileFormat; requestId: string },
): Promise<FileToSend> {
  const { clock } = services
  const now = clock()
  const place = await officePlace(services, actor, query)
  const asked = `${periodWords(place.period)}, ${place.name}, ${listedReports[query.keadaan]}`
  const own = ownRegion(actor) ?? place.code
  await recordExport(services, {
    actor: { id: actor.id, role: roleAt(own) },
    action: 'report.exported',
    subject: { kind: 'report_export', id: format },
    region: regionOf(own),
    delta: { filter: [null, asked] },
    requestId,
  })
  const name = `laporan-kim-${periodCode(place.period)}-${localDate(now, 'WIB')}`
  return tableFile<ReportListRow>(name, format, {
    name: 'Laporan KIM',
    columns,
    rows: exported(services, place, query),
    notes: (written) => [
      ['Isi', 'Laporan berkala Komunitas Informasi Masyarakat (KIM) di Simpul KIM'],
      ['Masa laporan', periodWords(place.period)],
      ['Wilayah', place.name],
      ['Saringan', listedReports[query.keadaan]],
      ['Jumlah baris', formatNumber(written)],
      ['Keadaan data', formatMoment(now)],
      ['Dibuat oleh', actor.name],
      ['Wajib lapor', rateDefinitions.expected],
      ['Masuk', rateDefinitions.actual],
      ['Tepat waktu', rateDefinitions.onTime],
      [
        'Angka kegiatan',
        'Seperti saat laporan dikirim: kegiatan yang dikonfirmasi dan yang menunggu konfirmasi. Jumlah jangkauan menghitung orang yang sama lebih dari sekali.',
      ],
    ],
  })
}

/** One batch after the other by name: no batch is slower than the first, and none is held back. */
async function* exported(services: Services, place: OfficePlace, { keadaan }: ReportListQuery) {
  const { groups } = services.store.tables
  const where = await listed(services, place, keadaan)
  for (let after: string | undefined; ; ) {
    const beyond = after ? await beyondGroup(services, after, 'after') : undefined
    const batch = await rowsOf(services, place, and(where, beyond))
      .orderBy(asc(groups.nameKey), asc(groups.id))
      .limit(BATCH)
    yield* await withPlaces(services, place, batch)
    after = batch.at(-1)?.groupId
    if (batch.length < BATCH || !after) return
  }
}

/** What the group writes while it mends a report is not said yet. */
function isIn(report: ReportListRow['report']): report is NonNullable<ReportListRow['report']> {
  return report?.status === 'sent' || report?.status === 'verified'
}

const columns: TableColumn<ReportListRow>[] = [
  { header: 'Nomor registrasi', cell: ({ number }) => number, width: 16 },
  { header: 'Nama KIM', cell: ({ name }) => name, width: 30 },
  { header: 'Desa dan kecamatan', cell: ({ place }) => place, width: 40 },
  { header: 'Kabupaten/kota', cell: ({ regency }) => regency, width: 24 },
  { header: 'Kode desa', cell: ({ villageCode }) => villageCode, width: 13 },
  { header: 'Keadaan', cell: ({ report, phase }) => standingWords(report, phase).label, width: 22 },
  {
    header: 'Dikirim pertama',
    cell: ({ report, zone }) => (report?.firstSentAt ? { date: localDate(report.firstSentAt, zone) } : null),
    width: 14,
  },
  {
    header: 'Tepat waktu',
    cell: ({ report }) => (report?.firstSentAt ? (report.onTime ? 'ya' : 'tidak') : ''),
    width: 10,
  },
  { header: 'Kiriman ke', cell: ({ report }) => report?.edition || null, width: 10 },
  { header: 'Kegiatan', cell: ({ report }) => report?.numbers?.activities ?? null, width: 10 },
  {
    header: 'Dikonfirmasi saat dikirim',
    cell: ({ report }) => report?.numbers?.confirmed ?? null,
    width: 12,
  },
  { header: 'Jumlah jangkauan', cell: ({ report }) => report?.numbers?.reach ?? null, width: 12 },
  {
    header: 'Kegiatan dengan jangkauan perkiraan',
    cell: ({ report }) => report?.numbers?.estimated ?? null,
    width: 14,
  },
  { header: 'Hadir perempuan', cell: ({ report }) => report?.numbers?.women ?? null, width: 10 },
  { header: 'Hadir laki-laki', cell: ({ report }) => report?.numbers?.men ?? null, width: 10 },
  { header: 'Foto', cell: ({ report }) => report?.numbers?.photos ?? null, width: 6 },
  { header: 'Kendala', cell: ({ report }) => (isIn(report) ? report.obstacles : ''), width: 40 },
  { header: 'Rencana', cell: ({ report }) => (isIn(report) ? report.plans : ''), width: 40 },
  {
    header: 'Uang diterima (Rp)',
    cell: ({ report }) => (isIn(report) ? report.received : null),
    width: 16,
  },
  {
    header: 'Uang dibelanjakan (Rp)',
    cell: ({ report }) => (isIn(report) ? report.spent : null),
    width: 16,
  },
  {
    header: 'Sumber uang',
    cell: ({ report }) => (isIn(report) && report.fundSource ? fundSourceWords[report.fundSource] : ''),
    width: 16,
  },
]
