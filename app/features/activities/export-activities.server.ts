import { asc, desc, eq } from 'drizzle-orm'
import { recordExport } from '~/features/audit/record-export.server'
import { choiceNames } from '~/features/choices/choices.queries.server'
import { actingFor } from '~/features/coordination/offices'
import type { Actor } from '~/features/identity/actor'
import { regionFilterState } from '~/features/regions/filter.queries.server'
import { filteredCode } from '~/features/regions/filter.schema'
import { placeWords, withWord } from '~/features/regions/places'
import { findPlaces } from '~/features/regions/places.queries.server'
import { localDate } from '~/platform/calendar'
import type { Services } from '~/platform/services'
import { type FileFormat, type FileToSend, tableFile } from '~/platform/spreadsheet/file'
import type { TableColumn } from '~/platform/spreadsheet/spreadsheet'
import { formatDate, formatMoment, formatNumber } from '~/ui/format'
import {
  activityStatusWords,
  channelNames,
  functionWords,
  reachSourceWords,
  verdictWords,
} from './activities.messages'
import { contentOf, marksOf } from './activity.queries.server'
import { activitiesSought, EXAMINED, oneLook, type Sought, withStatus } from './activity-filter.server'
import { homeOf } from './office-activities.queries.server'
import { type Cursor, isNewestFirst, type OfficeActivitiesQuery } from './office-activities.schema'

const BATCH = 1000

/**
 * The activities that an office's filter finds, as a file that is made while it is sent: any number of rows in the
 * same memory. The audit trail keeps who took it and what was asked for.
 */
export async function exportActivities(
  services: Services,
  {
    actor,
    query,
    format,
    requestId,
  }: { actor: Actor; query: OfficeActivitiesQuery; format: FileFormat; requestId: string },
  { examined = EXAMINED } = {},
): Promise<FileToSend> {
  const { store, clock } = services
  const now = clock()
  const filter = await regionFilterState(services, filteredCode(query), homeOf(actor))
  const topics = await choiceNames({ db: store.read, tables: store.tables }, 'topics')
  const asked = askedFor(query, { region: filter.title, topics })
  await recordExport(services, {
    ...actingFor(actor, 'activity.read'),
    action: 'activity.exported',
    subject: { kind: 'activity_export', id: format },
    delta: { filter: [null, asked.map(([term, words]) => `${term}: ${words}`).join('; ') || 'semua'] },
    requestId,
  })
  const sought = withStatus(
    services,
    await activitiesSought(services, actor, { query, regionCode: filter.code }),
    query.status,
  )
  return tableFile<ExportedActivity>(`kegiatan-kim-${localDate(now, 'WIB')}`, format, {
    name: 'Kegiatan KIM',
    columns: columnsWith(topics),
    rows: exported(services, sought, { newestFirst: isNewestFirst(query), examined }),
    notes: (written) => [
      ['Isi', 'Kegiatan yang dicatat Komunitas Informasi Masyarakat (KIM) di Simpul KIM'],
      ['Wilayah', filter.title || 'Seluruh wilayah kerja pembuat'],
      ...asked,
      ['Jumlah baris', formatNumber(written)],
      ['Keadaan data', formatMoment(now)],
      ['Dibuat oleh', actor.name],
      [
        'Pengertian',
        'Hanya kegiatan berstatus Dikonfirmasi yang ikut dihitung. Jangkauan adalah angka dari kelompok sendiri; kolom Perkiraan menandai yang tidak dihitung.',
      ],
    ],
  })
}

/** One batch after the other by the key: no batch is slower than the first, and none is held back. */
async function* exported(
  services: Services,
  sought: Sought,
  way: { newestFirst: boolean; examined: number },
) {
  for (let place: Cursor | undefined; ; ) {
    const { rows, next } = await readBatch(services, sought, { ...way, place })
    yield* rows
    if (!next) return
    place = next
  }
}

async function readBatch(services: Services, sought: Sought, walk: Parameters<typeof oneLook>[2]) {
  const { store } = services
  const { activities, groups } = store.tables
  const reading = { db: store.read, tables: store.tables }
  const { where, end } = await oneLook(services, sought, walk)
  const order = walk.newestFirst ? desc : asc
  const found = await store.read
    .select({ activity: activities, groupName: groups.name, groupNumber: groups.number })
    .from(activities)
    .innerJoin(groups, eq(groups.id, activities.groupId))
    .where(where)
    .orderBy(order(activities.localDate), order(activities.id))
    .limit(BATCH)
  const [places, marks] = await Promise.all([
    findPlaces(
      reading,
      found.flatMap(({ activity }) => [activity.villageCode, activity.placeCode]),
    ),
    marksOf(
      reading,
      found.map(({ activity }) => activity.id),
    ),
  ])
  const last = found.length === BATCH ? found.at(-1)?.activity : undefined
  const rows = found.map(({ activity, groupName, groupNumber }) => {
    const own = marks.get(activity.id) ?? { functions: [], channels: [], photos: [] }
    return {
      id: activity.id,
      groupName,
      groupNumber,
      content: contentOf(activity, own),
      photoCount: own.photos.length,
      status: activity.status,
      statusSince: activity.statusSince,
      editedSinceConfirmed: activity.editedSinceConfirmed,
      reportedAt: activity.reportedAt,
      zone: activity.zone,
      villageCode: activity.villageCode,
      home: places.get(activity.villageCode),
      place: places.get(activity.placeCode),
    }
  })
  return { rows, next: last ? { date: last.localDate, id: last.id } : end }
}

type ExportedActivity = Awaited<ReturnType<typeof readBatch>>['rows'][number]

function columnsWith(topics: ReadonlyMap<string, string>): TableColumn<ExportedActivity>[] {
  return [
    { header: 'Tanggal', cell: ({ content }) => ({ date: content.localDate }), width: 12 },
    { header: 'Nomor registrasi', cell: ({ groupNumber }) => groupNumber, width: 16 },
    { header: 'Nama KIM', cell: ({ groupName }) => groupName, width: 30 },
    { header: 'Desa/kelurahan', cell: ({ home }) => (home ? withWord(home.village) : ''), width: 24 },
    { header: 'Kecamatan', cell: ({ home }) => home?.district.name ?? '', width: 20 },
    { header: 'Kabupaten/kota', cell: ({ home }) => (home ? withWord(home.regency) : ''), width: 24 },
    { header: 'Provinsi', cell: ({ home }) => home?.province.name ?? '', width: 20 },
    { header: 'Kode desa', cell: ({ villageCode }) => villageCode, width: 13 },
    { header: 'Judul', cell: ({ content }) => content.title, width: 40 },
    { header: 'Cerita', cell: ({ content }) => content.story, width: 50 },
    { header: 'Topik', cell: ({ content }) => topics.get(content.topicCode) ?? content.topicCode, width: 24 },
    {
      header: 'Fungsi ADINDA',
      cell: ({ content }) => content.functions.map((name) => functionWords[name].label).join(', '),
      width: 26,
    },
    {
      header: 'Saluran',
      cell: ({ content }) =>
        content.channels
          .map(({ channel, platform }) => [channelNames[channel], platform].filter(Boolean).join(': '))
          .join(', '),
      width: 30,
    },
    {
      header: 'Tautan',
      cell: ({ content }) => content.channels.flatMap(({ link }) => link ?? []).join(' '),
      width: 30,
    },
    { header: 'Jangkauan (orang)', cell: ({ content }) => content.reach, width: 12 },
    { header: 'Perkiraan', cell: ({ content }) => (content.reachEstimated ? 'ya' : ''), width: 10 },
    {
      header: 'Jangkauan diketahui dari',
      cell: ({ content }) => (content.reachSource ? reachSourceWords[content.reachSource] : ''),
      width: 24,
    },
    { header: 'Hadir laki-laki', cell: ({ content }) => content.men, width: 10 },
    { header: 'Hadir perempuan', cell: ({ content }) => content.women, width: 10 },
    { header: 'Mitra', cell: ({ content }) => content.partners, width: 24 },
    { header: 'Tempat kegiatan', cell: ({ place }) => (place ? placeWords(place) : ''), width: 40 },
    {
      header: 'Klarifikasi hoaks',
      cell: ({ content }) => (content.hoax ? verdictWords[content.hoax.verdict] : ''),
      width: 16,
    },
    { header: 'Kabar yang beredar', cell: ({ content }) => content.hoax?.claim ?? '', width: 30 },
    { header: 'Beredar di', cell: ({ content }) => content.hoax?.where ?? '', width: 24 },
    { header: 'Rujukan klarifikasi', cell: ({ content }) => content.hoax?.reference ?? '', width: 30 },
    { header: 'Foto', cell: ({ photoCount }) => photoCount, width: 6 },
    { header: 'Status', cell: ({ status }) => activityStatusWords[status].label, width: 20 },
    {
      header: 'Status sejak',
      cell: ({ statusSince, zone }) => ({ date: localDate(statusSince, zone) }),
      width: 12,
    },
    {
      header: 'Diubah setelah dikonfirmasi',
      cell: ({ editedSinceConfirmed }) => (editedSinceConfirmed ? 'ya' : ''),
      width: 12,
    },
    { header: 'Dibaca umum', cell: ({ content }) => (content.isPublic ? 'ya' : 'tidak'), width: 10 },
    {
      header: 'Dicatat pada',
      cell: ({ reportedAt, zone }) => ({ date: localDate(reportedAt, zone) }),
      width: 12,
    },
    { header: 'Kode kegiatan', cell: ({ id }) => id, width: 38 },
  ]
}

/** What was asked for, in words. */
function askedFor(
  query: OfficeActivitiesQuery,
  { region, topics }: { region: string; topics: ReadonlyMap<string, string> },
): [string, string][] {
  const said: [string, string | false | undefined][] = [
    ['Saringan wilayah', region],
    ['Status', query.status && activityStatusWords[query.status].label],
    ['Judul atau nama KIM', query.q],
    ['Dari tanggal', query.dari && formatDate(query.dari)],
    ['Sampai tanggal', query.sampai && formatDate(query.sampai)],
    ['Fungsi ADINDA', query.fungsi && functionWords[query.fungsi].label],
    ['Saluran', query.saluran && channelNames[query.saluran]],
    ['Topik', query.topik && (topics.get(query.topik) ?? query.topik)],
    ['Dibaca umum', query.umum],
    ['Klarifikasi hoaks', query.hoaks && 'hanya klarifikasi hoaks'],
    ['Diubah setelah dikonfirmasi', query.diubah && 'hanya yang diubah'],
  ]
  return said.flatMap(([term, words]) => (words ? [[term, words]] : []))
}
