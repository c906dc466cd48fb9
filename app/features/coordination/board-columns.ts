import { listHref } from '~/features/coverage/coverage-address'
import { activeMeans } from '~/features/coverage/measures'
import { mappingStatusWords } from '~/features/mapping/mapping.messages'
import { NATION } from '~/features/regions/places'
import { DECISION_DAYS } from '~/features/registration/decision-times'
import { queuePath } from '~/features/registration/queue.schema'
import { localDate } from '~/platform/calendar'
import { DAY, type Instant } from '~/platform/clock'
import type { Cell } from '~/platform/spreadsheet/spreadsheet'
import { formatAge, formatNumber, formatPercent } from '~/ui/format'
import { type Direction, latePath } from './board.schema'
import type { BoardRow, BoardTerms } from './board-row'
import type { Figure } from './figures'
import { threadsPath } from './threads.schema'

export interface BoardColumn {
  key: Figure
  header: string
  /** What it says and what it does not: numerator, denominator, cut-off. */
  definition: (terms: BoardTerms) => string
  /** The direction in which what needs attention comes first. */
  first: Direction
  /** By what rows are ordered; null where there is nothing to say, which comes last either way. */
  value: (row: BoardRow) => number | null
  words: (row: BoardRow, now: Instant) => string
  /** What the words are made of. */
  parts?: (row: BoardRow) => string
  /** The list behind the figure; null where it would be empty. */
  href: (row: BoardRow, terms: BoardTerms) => string | null
  /** Stands out where it is not nothing. */
  urgent?: boolean
  /** In a file: one or more columns. */
  cells: { header: string; cell: (row: BoardRow, now: Instant) => Cell }[]
}

const share = (part: number, whole: number) => (whole === 0 ? null : part / whole)
const shareCell = (part: number, whole: number): Cell => (whole === 0 ? null : { share: part / whole })
const ofWhole = (part: number, whole: number) => `${formatNumber(part)} dari ${formatNumber(whole)}`
const dateCell = (at: Instant | null): Cell => at && { date: localDate(at, 'WIB') }

/** Days as a median says them: `3`, `2,5`, and nothing smaller than a day. */
export function daysInWords(days: number): string {
  return days < 1 ? '<1 hari' : `${formatNumber(days)} hari`
}

function agoInWords(at: Instant | null, now: Instant): string {
  if (at === null) return 'belum pernah'
  const age = formatAge(at, now)
  return age === 'baru saja' ? age : `${age} lalu`
}

function mappingInWords({ regencies, settled, running, planned }: BoardRow): string {
  if (regencies !== 1) return ofWhole(settled, regencies)
  const status = settled ? 'settled' : running ? 'running' : planned ? 'draft' : null
  return status ? mappingStatusWords[status].label : 'belum ada'
}

export const boardColumns: BoardColumn[] = [
  {
    key: 'cakupan',
    header: 'Desa ber-KIM',
    definition: () =>
      'Bagian desa, kelurahan dan kampung yang punya paling sedikit satu KIM terdaftar, dari semua desa, kelurahan dan kampung. KIM yang dibekukan atau ditutup tidak dihitung. Keadaan hari ini.',
    first: 'naik',
    value: ({ villagesWithGroup, villages }) => share(villagesWithGroup, villages),
    words: ({ villagesWithGroup, villages }) => formatPercent(villagesWithGroup, villages),
    parts: ({ villagesWithGroup, villages }) => ofWhole(villagesWithGroup, villages),
    href: ({ code, villagesWithGroup }) =>
      villagesWithGroup > 0 ? listHref(code, 'desa-terdaftar', undefined) : null,
    cells: [
      { header: 'Desa', cell: ({ villages }) => villages },
      { header: 'Desa ber-KIM', cell: ({ villagesWithGroup }) => villagesWithGroup },
      {
        header: 'Desa ber-KIM (%)',
        cell: ({ villagesWithGroup, villages }) => shareCell(villagesWithGroup, villages),
      },
    ],
  },
  {
    key: 'aktif',
    header: 'KIM aktif',
    definition: ({ activeDays }) =>
      `Bagian KIM aktif dari semua KIM terdaftar. ${activeMeans(activeDays)} Batas hari ini pengaturan portal, bukan bunyi peraturan. Keadaan hari ini.`,
    first: 'naik',
    value: ({ activeGroups, groups }) => share(activeGroups, groups),
    words: ({ activeGroups, groups }) => (groups === 0 ? '–' : formatPercent(activeGroups, groups)),
    parts: ({ activeGroups, groups }) => (groups === 0 ? 'belum ada KIM' : ofWhole(activeGroups, groups)),
    href: ({ code, activeGroups }) => (activeGroups > 0 ? listHref(code, 'kim-aktif', undefined) : null),
    cells: [
      { header: 'KIM terdaftar', cell: ({ groups }) => groups },
      { header: 'KIM aktif', cell: ({ activeGroups }) => activeGroups },
      { header: 'KIM aktif (%)', cell: ({ activeGroups, groups }) => shareCell(activeGroups, groups) },
    ],
  },
  {
    key: 'menunggu',
    header: 'Menunggu putusan',
    definition: () =>
      'Permohonan pendaftaran yang sudah dikirim dan sekarang ada pada dinas kabupaten/kota: menunggu diperiksa atau sedang diperiksa. Yang dikembalikan untuk diperbaiki tidak dihitung, karena gilirannya pada kelompok. Keadaan saat ini.',
    first: 'turun',
    value: ({ open }) => open,
    words: ({ open }) => formatNumber(open),
    href: ({ code, open }) => (open > 0 ? queuePath({ tahap: 'terbuka', wilayah: code }) : null),
    cells: [{ header: 'Menunggu putusan', cell: ({ open }) => open }],
  },
  {
    key: 'tertua',
    header: 'Paling lama',
    definition: () =>
      'Sudah berapa lama permohonan yang paling lama menunggu berada pada dinas, dihitung dalam hari kalender sejak pengiriman terakhir.',
    first: 'turun',
    value: ({ oldestAt }) => oldestAt && -oldestAt,
    words: ({ oldestAt }, now) => (oldestAt === null ? '–' : formatAge(oldestAt, now)),
    href: ({ code, oldestAt }) =>
      oldestAt === null ? null : queuePath({ tahap: 'terbuka', wilayah: code, urut: 'terlama' }),
    cells: [
      { header: 'Paling lama, sejak', cell: ({ oldestAt }) => dateCell(oldestAt) },
      {
        header: 'Paling lama (hari)',
        cell: ({ oldestAt }, now) => oldestAt && Math.floor((now - oldestAt) / DAY),
      },
    ],
  },
  {
    key: 'terlambat',
    header: 'Lewat dua kali batas',
    definition: () =>
      'Permohonan yang melampaui batas waktu dinas selama batas itu sekali lagi. Batasnya dalam hari kerja menurut pengaturan daerah (bawaan, bukan dari peraturan); hari libur nasional dihitung sebagai hari kerja.',
    first: 'turun',
    value: ({ twiceLate }) => twiceLate,
    words: ({ twiceLate }) => formatNumber(twiceLate),
    href: ({ code, twiceLate }) => (twiceLate > 0 ? latePath({ wilayah: code }) : null),
    urgent: true,
    cells: [
      { header: 'Lewat batas', cell: ({ late }) => late },
      { header: 'Lewat dua kali batas', cell: ({ twiceLate }) => twiceLate },
    ],
  },
  {
    key: 'putusan',
    header: 'Lama memutuskan',
    definition: () =>
      `Median hari kalender dari pengiriman terakhir sampai disetujui atau ditolak, untuk permohonan yang diputuskan dalam ${DECISION_DAYS} hari terakhir: separuhnya lebih cepat, separuhnya lebih lama. Waktu sebelum pengembalian untuk diperbaiki tidak ikut dihitung. Di bawahnya banyaknya putusan; dari sedikit putusan jangan menarik kesimpulan.`,
    first: 'turun',
    value: ({ medianDays }) => medianDays,
    words: ({ medianDays }) => (medianDays === null ? '–' : daysInWords(medianDays)),
    parts: ({ decided }) => `${formatNumber(decided)} putusan`,
    href: ({ code, decided }) => (decided > 0 ? queuePath({ tahap: 'diputuskan', wilayah: code }) : null),
    cells: [
      { header: 'Median hari memutuskan', cell: ({ medianDays }) => medianDays },
      { header: `Putusan ${DECISION_DAYS} hari`, cell: ({ decided }) => decided },
    ],
  },
  {
    key: 'lapor',
    header: 'Laporan masuk',
    definition: ({ period }) =>
      `Laporan berkala ${period.words} yang sudah dikirim KIM (dikirim atau diverifikasi), dari KIM yang terdaftar pada hari pertama periode itu. KIM vakum tetap ikut dihitung dalam penyebut. ${period.words} adalah periode terakhir yang batas kirimnya sudah lewat; wilayah yang memakai jenis periode lain tidak punya angka di sini.`,
    first: 'naik',
    value: ({ actual, expected }) => share(actual, expected),
    words: ({ actual, expected }) => (expected === 0 ? '–' : formatPercent(actual, expected)),
    parts: ({ actual, expected }) => (expected === 0 ? 'tidak ditunggu' : ofWhole(actual, expected)),
    href: ({ code, expected }, { period }) =>
      expected > 0 ? `/dinas/laporan/daftar?masa=${period.code}&wilayah=${code}&keadaan=masuk` : null,
    cells: [
      { header: 'Laporan ditunggu', cell: ({ expected }) => expected },
      { header: 'Laporan masuk', cell: ({ actual }) => actual },
      { header: 'Tepat waktu', cell: ({ onTime }) => onTime },
      { header: 'Ditunggu dari KIM vakum', cell: ({ dormant }) => dormant },
      { header: 'Laporan masuk (%)', cell: ({ actual, expected }) => shareCell(actual, expected) },
    ],
  },
  {
    key: 'pemetaan',
    header: 'Pemetaan',
    definition: () =>
      'Pemetaan komunitas terbaru: ditetapkan (terkunci dan bernomor), berjalan, direncanakan, atau belum ada. Untuk provinsi: berapa kabupaten/kota yang pemetaan terbarunya sudah ditetapkan.',
    first: 'naik',
    // What is settled counts most, then what runs, then what is planned.
    value: ({ settled, running, planned, regencies }) =>
      regencies === 0 ? null : (settled + running / 3 + planned / 9) / regencies,
    words: mappingInWords,
    href: ({ code, settled, running, planned }) =>
      settled + running + planned === 0 ? null : `/dinas/pemetaan?${filterWords(code)}`,
    cells: [
      { header: 'Pemetaan ditetapkan', cell: ({ settled }) => settled },
      { header: 'Pemetaan berjalan', cell: ({ running }) => running },
      { header: 'Pemetaan direncanakan', cell: ({ planned }) => planned },
      { header: 'Kabupaten/kota', cell: ({ regencies }) => regencies },
    ],
  },
  {
    key: 'mitra',
    header: 'Kemitraan',
    definition: () =>
      'Kemitraan dinas di wilayah itu yang sedang berlaku, termasuk yang berakhir dalam 90 hari. Usulan yang belum disepakati tidak dihitung.',
    first: 'naik',
    value: ({ partnerships }) => partnerships,
    words: ({ partnerships }) => formatNumber(partnerships),
    parts: ({ ending, proposed }) =>
      [
        ending > 0 ? `${formatNumber(ending)} segera berakhir` : '',
        proposed > 0 ? `${formatNumber(proposed)} usulan` : '',
      ]
        .filter(Boolean)
        .join(', '),
    href: ({ code, partnerships }) =>
      partnerships === 0 ? null : `/dinas/kemitraan?keadaan=berlaku&${filterWords(code)}`,
    cells: [
      { header: 'Kemitraan berlaku', cell: ({ partnerships }) => partnerships },
      { header: 'Segera berakhir', cell: ({ ending }) => ending },
      { header: 'Usulan kemitraan', cell: ({ proposed }) => proposed },
    ],
  },
  {
    key: 'kontak',
    header: 'Kabar terakhir',
    definition: () =>
      'Kapan kantor Anda dan dinas di sana terakhir berhubungan. Yang dihitung: catatan koordinasi dan jawabannya, dari pihak mana pun, dan acara kantor Anda yang sudah dimulai dan mengundang KIM dari sana, hadir atau tidak. Telepon, surat dan rapat di luar portal tidak terlihat di sini.',
    first: 'naik',
    value: ({ lastContact }) => lastContact?.at ?? 0,
    words: ({ lastContact }, now) => agoInWords(lastContact?.at ?? null, now),
    parts: ({ lastContact }) => (lastContact?.eventId ? 'acara' : lastContact ? 'catatan' : ''),
    href: ({ code, lastContact }, { officeCode }) => {
      if (!lastContact) return null
      if (lastContact.eventId) return `/dinas/acara/${lastContact.eventId}`
      // The sum of one's own region: with whomever it was.
      return threadsPath({ keadaan: 'semua', wilayah: code === officeCode ? undefined : code })
    },
    cells: [
      { header: 'Kabar terakhir', cell: ({ lastContact }) => dateCell(lastContact?.at ?? null) },
      {
        header: 'Kabar lewat',
        cell: ({ lastContact }) => lastContact && (lastContact.eventId ? 'acara' : 'catatan'),
      },
    ],
  },
]

export function columnOf(figure: Figure): BoardColumn {
  const column = boardColumns.find(({ key }) => key === figure)
  if (!column) throw new Error(`the board has no column ${figure}`)
  return column
}

/** What a list's region filter says for a row; nothing for the whole country. */
function filterWords(code: string): string {
  if (code === NATION) return ''
  return `provinsi=${code.slice(0, 2)}${code.length === 4 ? `&kabupaten=${code}` : ''}`
}
