import { recordExport } from '~/features/audit/record-export.server'
import { actingFor } from '~/features/coordination/offices'
import type { Actor } from '~/features/identity/actor'
import { localDate } from '~/platform/calendar'
import type { Services } from '~/platform/services'
import { type FileFormat, type FileToSend, tableFile } from '~/platform/spreadsheet/file'
import { formatDate, formatMoment, formatMonth } from '~/ui/format'
import {
  asleepSoon,
  changesOfMonth,
  groupsInState,
  type ListedGroup,
  wakefulnessFrame,
  withGroups,
} from './wakefulness.queries.server'
import { listedStateLabels, type WakefulnessQuery } from './wakefulness.schema'

interface Line extends ListedGroup {
  /** What the list says of it: "Menjadi vakum", "Aktif". */
  what: string
}

/**
 * The list that the page shows, all pages of it, as a file that is made while it is sent. It holds telephone numbers of
 * chairs, so the audit trail keeps who took it.
 */
export async function exportWakefulness(
  services: Services,
  {
    actor,
    query,
    format,
    requestId,
  }: { actor: Actor; query: WakefulnessQuery; format: FileFormat; requestId: string },
): Promise<FileToSend> {
  const frame = await wakefulnessFrame(services, actor, query)
  const now = services.clock()
  const said = {
    perubahan: `Menjadi vakum dan bangun selama ${formatMonth(frame.month)}`,
    segera: 'Akan vakum dalam 30 hari bila belum ada kegiatan baru yang dikonfirmasi',
    keadaan: `${listedStateLabels[query.keadaan]} pada ${formatDate(frame.date)}`,
  }[query.lihat]
  await recordExport(services, {
    ...actingFor(actor, 'activity.read'),
    action: 'wakefulness.exported',
    subject: { kind: 'wakefulness_export', id: format },
    delta: { filter: [null, [said, frame.filter.title].filter(Boolean).join(', ')] },
    requestId,
  })
  return tableFile<Line>(`keaktifan-kim-${localDate(now, 'WIB')}`, format, {
    name: 'Keaktifan KIM',
    columns: [
      { header: 'Nomor registrasi', cell: ({ number }) => number },
      { header: 'Nama KIM', cell: ({ name }) => name, width: 32 },
      { header: 'Tempat', cell: ({ place }) => place, width: 40 },
      { header: 'Kabupaten/kota', cell: ({ regency }) => regency, width: 24 },
      { header: 'Keadaan', cell: ({ what }) => what, width: 20 },
      { header: 'Sejak', cell: ({ on }) => on && { date: on }, width: 12 },
      { header: 'Kegiatan terakhir', cell: ({ lastOn }) => lastOn && { date: lastOn } },
      { header: 'Ketua', cell: ({ chair }) => chair, width: 26 },
      { header: 'Telepon', cell: ({ phone }) => phone },
    ],
    rows: linesOf(services, frame, query),
    notes: () => [
      ['Isi', said],
      ['Wilayah', frame.filter.title || 'Seluruh wilayah kerja pembuat'],
      [
        'Pengertian',
        'Aktif, kurang aktif dan vakum dihitung dari tanggal kegiatan terakhir yang dikonfirmasi, menurut batas hari yang berlaku pada tanggal itu.',
      ],
      ['Keadaan data', formatMoment(now)],
      ['Dibuat oleh', actor.name],
    ],
  })
}

async function* linesOf(
  services: Services,
  frame: Awaited<ReturnType<typeof wakefulnessFrame>>,
  query: WakefulnessQuery,
): AsyncGenerator<Line> {
  if (query.lihat === 'keadaan') {
    for await (const group of groupsInState(services, frame)) {
      yield { ...group, what: listedStateLabels[query.keadaan] }
    }
    return
  }
  if (frame.tooWide) return
  if (query.lihat === 'segera') {
    for (const group of await withGroups(services, await asleepSoon(services, frame), frame.today)) {
      yield { ...group, what: 'Segera vakum' }
    }
    return
  }
  for (const group of await withGroups(services, await changesOfMonth(services, frame), frame.until)) {
    yield { ...group, what: group.kind === 'slept' ? 'Menjadi vakum' : 'Bangun' }
  }
}
