import { listHref, mapHref } from '~/features/coverage/coverage-address'
import { measures } from '~/features/coverage/measures'
import { CoverageFigure } from '~/features/coverage/ui/coverage-map'
import { VillageMosaic } from '~/features/coverage/ui/village-mosaic'
import { wakefulnessHref, wakefulnessQuery } from '~/features/coverage/wakefulness.schema'
import { zoneOf } from '~/features/regions/local-words'
import { queuePath } from '~/features/registration/queue.schema'
import { ButtonLink } from '~/ui/button'
import { LineTrend } from '~/ui/chart/line-trend'
import { MonthBars } from '~/ui/chart/month-bars'
import { type Column, DataTable } from '~/ui/data'
import { formatDate, formatDay, formatNumber, formatPercent } from '~/ui/format'
import { Link } from '~/ui/link'
import { Section } from '~/ui/page'
import { type BelowRow, type BelowSort, belowSorts, belowSortWords, fellBy } from '../below'
import type { OfficeDashboard } from '../office-dashboard.queries.server'

/** How the region lives, below what waits for its office. */
export function OfficeDashboardSections({
  dashboard,
  overdue,
}: {
  dashboard: OfficeDashboard
  overdue: Overdue[]
}) {
  const { name, code, date, numbers, waiting, months, trend, map, villages, moved, attention } = dashboard
  return (
    <>
      <Choices dashboard={dashboard} />
      <Section
        title="Kegiatan"
        actions={
          <Link className="inline-flex min-h-11 items-center font-semibold" to="/dinas/kegiatan">
            Semua kegiatan
          </Link>
        }
      >
        <WaitingActivities waiting={waiting} code={code} />
        <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2">
          <MonthBars
            title="Kegiatan per bulan"
            description="Yang sudah dikonfirmasi, menurut tanggal kegiatan. Bulan ini sampai hari ini."
            value="Kegiatan"
            drawing={months}
          />
          <LineTrend
            title="KIM terdaftar dan aktif, 24 bulan"
            description={`Aktif: ada kegiatan terkonfirmasi dalam ${formatNumber(dashboard.limits.active)} hari.`}
            drawing={trend}
          />
        </div>
      </Section>
      {moved && <Moved moved={moved} limits={dashboard.limits} />}
      {attention && <Attention attention={attention} overdue={overdue} hrefBy={hrefBy(dashboard)} />}
      <Section
        title={`Peta ${name}`}
        actions={
          <Link
            className="inline-flex min-h-11 items-center font-semibold"
            to={mapHref(code, { measure: 'kim-aktif' })}
          >
            Buka peta dan unduhan
          </Link>
        }
      >
        <p className="mb-4 max-w-2xl">
          <Link to={listHref(code, 'kim-aktif', undefined)}>
            {formatNumber(numbers.activeGroups)} KIM aktif
          </Link>{' '}
          dari{' '}
          <Link to={listHref(code, 'kim-terdaftar', undefined)}>
            {formatNumber(numbers.groups)} terdaftar
          </Link>{' '}
          ({formatPercent(numbers.activeGroups, numbers.groups)}), {formatDate(date)}.
        </p>
        {map && <CoverageFigure map={map} measure={measures['kim-aktif']} />}
        {villages && (
          <VillageMosaic districts={villages} named={false} measure="kim-aktif" date={undefined} />
        )}
      </Section>
      {!dashboard.isRegency && <Below dashboard={dashboard} />}
    </>
  )
}

/** The first page with the regions below in another order, of the region that is shown. */
function hrefBy({ choices, code }: OfficeDashboard): (sort: BelowSort) => string {
  const chosen = choices.length > 0 ? `wilayah=${code}&` : ''
  return (sort) => `/dinas?${chosen}urut=${sort}#wilayah`
}

/** Which of an office's regions follows, and the way to the others. */
function Choices({ dashboard: { choices, code, name } }: { dashboard: OfficeDashboard }) {
  if (choices.length === 0) return null
  return (
    <Section title={`Keadaan ${name}`}>
      <p>Wilayah kerja Anda lebih dari satu. Kegiatan, keadaan KIM dan peta di bawah ini dari {name}.</p>
      <nav aria-label="Wilayah yang ditampilkan">
        <ul className="flex flex-wrap gap-x-5">
          {choices.map((choice) => (
            <li key={choice.code}>
              <Link
                to={`/dinas?wilayah=${choice.code}`}
                aria-current={choice.code === code ? 'page' : undefined}
                className="inline-flex min-h-11 items-center aria-[current=page]:font-semibold aria-[current=page]:text-ink"
              >
                {choice.name}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </Section>
  )
}

function WaitingActivities({ waiting, code }: Pick<OfficeDashboard, 'waiting' | 'code'>) {
  const { many, late, oldest } = waiting
  if (many === 0) return <p className="mb-6">Tidak ada kegiatan yang menunggu konfirmasi.</p>
  return (
    <div className="mb-8 flex flex-wrap items-center justify-between gap-4 border-l-4 border-amber-200 pl-4">
      <p>
        <span className="text-3xl font-semibold text-amber-700">{formatNumber(many)}</span> kegiatan menunggu
        konfirmasi
        <span className="block text-sm text-soft">
          {late > 0 && `${formatNumber(late)} di antaranya menunggu lebih dari seminggu. `}
          {oldest && `Yang paling lama menunggu dikirim ${formatDay(oldest, zoneOf(code))}.`}
        </span>
      </p>
      <ButtonLink to="/dinas/kegiatan?status=submitted" variant="secondary">
        {/* Above the regency nobody confirms. */}
        {code.length === 4 ? 'Konfirmasi kegiatan' : 'Lihat yang menunggu'}
      </ButtonLink>
    </div>
  )
}

const thisMonth = wakefulnessQuery.parse({})

type MovedGroups = NonNullable<OfficeDashboard['moved']>

/** Who fell asleep and who woke up this month. */
function Moved({ moved, limits }: { moved: MovedGroups; limits: OfficeDashboard['limits'] }) {
  const { states } = moved
  const lists = [
    {
      title: 'Bangun bulan ini',
      groups: moved.awake,
      none: 'Belum ada yang bangun.',
      hint: 'ada kegiatan lagi sesudah vakum, atau yang pertama',
      all: wakefulnessHref(thisMonth),
    },
    {
      title: 'Mulai kurang aktif',
      groups: moved.fading,
      none: 'Tidak ada.',
      hint: `${formatNumber(limits.active)} hari tanpa kegiatan`,
      all: wakefulnessHref(thisMonth, { lihat: 'keadaan', keadaan: 'kurang-aktif' }),
    },
    {
      title: 'Tertidur bulan ini',
      groups: moved.asleep,
      none: 'Tidak ada.',
      hint: `${formatNumber(limits.lessActive)} hari tanpa kegiatan`,
      all: wakefulnessHref(thisMonth),
    },
  ]
  return (
    <Section title="Bangun dan tertidur">
      <p className="mb-4">
        Hari ini {formatNumber(states.active)} KIM aktif, {formatNumber(states.lessActive)} kurang aktif dan{' '}
        {formatNumber(states.dormant)} vakum.
      </p>
      <div className="grid gap-8 sm:grid-cols-3">
        {lists.map(({ title, groups: { many, named }, none, hint, all }) => (
          <div key={title}>
            <h3 className="font-semibold">
              {title} <span className="font-normal text-soft">({formatNumber(many)})</span>
            </h3>
            <p className="text-sm text-soft">{hint}</p>
            {many === 0 ? (
              <p className="mt-2">{none}</p>
            ) : (
              <ul className="mt-1">
                {named.map(({ id, name }) => (
                  <li key={id}>
                    <Link to={`/dinas/kelompok/${id}`} className="inline-flex min-h-11 items-center">
                      {name}
                    </Link>
                  </li>
                ))}
                {many > named.length && (
                  <li>
                    <Link to={all} className="inline-flex min-h-11 items-center font-semibold">
                      dan {formatNumber(many - named.length)} lainnya
                    </Link>
                  </li>
                )}
              </ul>
            )}
          </div>
        ))}
      </div>
    </Section>
  )
}

const LISTED = 8

/** A regency with applications past their time. */
interface Overdue {
  code: string
  name: string
  overdue: number
}

function Attention({
  attention: { fallen, asleep },
  overdue,
  hrefBy,
}: {
  attention: NonNullable<OfficeDashboard['attention']>
  overdue: Overdue[]
  hrefBy: (sort: BelowSort) => string
}) {
  if (fallen.many + asleep.many + overdue.length === 0) return null
  return (
    <Section title="Daerah yang perlu disapa">
      <div className="grid gap-8 sm:grid-cols-2 lg:grid-cols-3">
        <AttentionList
          title="Permohonan lewat batas waktu"
          many={overdue.length}
          all={queuePath({ tahap: 'semua', lewat: '1' })}
          regions={overdue.slice(0, LISTED).map(({ code, name, overdue: many }) => ({
            name,
            to: queuePath({ tahap: 'semua', lewat: '1', wilayah: code }),
            words: formatNumber(many),
          }))}
        />
        <AttentionList
          title="Bagian aktif turun dalam 90 hari"
          many={fallen.many}
          all={hrefBy('turun')}
          regions={fallen.named.map(({ code, name, points }) => ({
            name,
            to: mapHref(code, { measure: 'kim-aktif' }),
            words: `turun ${formatNumber(points)} poin`,
          }))}
        />
        <AttentionList
          title="Ada KIM, tidak satu pun aktif"
          many={asleep.many}
          all={hrefBy('aktif')}
          regions={asleep.named.map(({ code, name }) => ({
            name,
            to: mapHref(code, { measure: 'kim-aktif' }),
            words: '',
          }))}
        />
      </div>
    </Section>
  )
}

/** The first of some regions, how many there are, and where all of them stand. */
function AttentionList({
  title,
  many,
  all,
  regions,
}: {
  title: string
  many: number
  all: string
  regions: { name: string; to: string; words: string }[]
}) {
  if (many === 0) return null
  return (
    <div>
      <h3 className="font-semibold">
        {title} <span className="font-normal text-soft">({formatNumber(many)})</span>
      </h3>
      <ul>
        {regions.map(({ name, to, words }) => (
          <li key={to} className="flex min-h-11 items-center justify-between gap-4 border-b border-line">
            <Link to={to}>{name}</Link>
            <span>{words}</span>
          </li>
        ))}
        {many > regions.length && (
          <li>
            <Link to={all} className="inline-flex min-h-11 items-center font-semibold">
              dan {formatNumber(many - regions.length)} lainnya
            </Link>
          </li>
        )}
      </ul>
    </div>
  )
}

function Below({ dashboard }: { dashboard: OfficeDashboard }) {
  const { rows, belowWords, sort } = dashboard
  const columns: Column<BelowRow>[] = [
    {
      header: belowWords,
      cell: ({ code, name }) => <Link to={mapHref(code, { measure: 'kim-aktif' })}>{name}</Link>,
    },
    { header: 'Terdaftar', numeric: true, cell: ({ groups }) => formatNumber(groups) },
    { header: 'Aktif', numeric: true, cell: ({ active }) => formatNumber(active) },
    {
      header: 'Bagian aktif',
      numeric: true,
      cell: ({ active, groups }) => (groups === 0 ? '–' : formatPercent(active, groups)),
    },
    { header: 'Dalam 90 hari, poin', numeric: true, cell: (row) => changeInPoints(row) },
    { header: 'Menunggu konfirmasi', numeric: true, cell: ({ waiting }) => formatNumber(waiting) },
    {
      header: 'Kegiatan terakhir',
      numeric: true,
      cell: ({ lastOn }) => (lastOn ? formatDate(lastOn) : '–'),
    },
  ]
  return (
    <Section title={`Menurut ${belowWords.toLowerCase()}`} id="wilayah">
      <nav aria-label="Urutan" className="mb-2 flex flex-wrap gap-x-5">
        {belowSorts.map((name) => (
          <Link
            key={name}
            to={hrefBy(dashboard)(name)}
            aria-current={name === sort ? 'true' : undefined}
            className={`inline-flex min-h-11 items-center ${name === sort ? 'font-semibold text-ink' : ''}`}
          >
            {belowSortWords[name]}
          </Link>
        ))}
      </nav>
      <DataTable
        caption={`KIM dan kegiatan menurut ${belowWords.toLowerCase()}; urutan: ${belowSortWords[sort]}`}
        columns={columns}
        rows={rows}
        keyOf={({ code }) => code}
      />
    </Section>
  )
}

/** By how many percentage points the active share rose (+) or fell in 90 days. */
function changeInPoints(row: BelowRow): string {
  if (row.groups === 0 || row.activeBefore === null) return '–'
  const points = Math.round(-fellBy(row) * 100)
  return points > 0 ? `+${formatNumber(points)}` : formatNumber(points)
}
