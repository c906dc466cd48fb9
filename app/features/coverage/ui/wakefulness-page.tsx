import { RegionFilter } from '~/features/regions/ui/region-filter'
import { Button, ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/callout'
import { type Column, DataTable, Pagination } from '~/ui/data'
import { FilterField } from '~/ui/filter'
import { formatDate, formatMonth, formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Section } from '~/ui/page'
import { whatsappHref } from '../call-words'
import type { ListedGroup, wakefulnessScreen } from '../wakefulness.queries.server'
import {
  listedStateLabels,
  listedStates,
  listedStateWords,
  type WakefulnessQuery,
  type WakefulnessView,
  wakefulnessHref,
  wakefulnessViews,
} from '../wakefulness.schema'

type Screen = Awaited<ReturnType<typeof wakefulnessScreen>>
type ScreenOf<V extends Screen['view']> = Extract<Screen, { view: V }>

const viewWords: Record<WakefulnessView, string> = {
  perubahan: 'Menjadi vakum dan bangun',
  segera: 'Segera vakum',
  keadaan: 'Menurut keadaan',
}

/** The three views, the filter of the one in sight, and its list. */
export function Wakefulness({ screen }: { screen: Screen }) {
  const { query } = screen
  return (
    <>
      <nav aria-label="Yang ditampilkan" className="border-b border-line">
        <ul className="flex flex-wrap gap-x-6">
          {wakefulnessViews.map((view) => (
            <li key={view}>
              <Link
                to={wakefulnessHref(query, { lihat: view })}
                aria-current={query.lihat === view ? 'page' : undefined}
                className="tab inline-flex min-h-11 items-center text-ink no-underline hover:text-teal-700 hover:underline aria-[current=page]:font-semibold aria-[current=page]:text-teal-800"
              >
                {viewWords[view]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Filter screen={screen} />
      <View screen={screen} />
    </>
  )
}

function Filter({ screen: { query, filter, months, month, date, today } }: { screen: Screen }) {
  return (
    <form
      key={wakefulnessHref(query)}
      method="get"
      action="/dinas/keaktifan"
      aria-label="Saring keaktifan"
      className="flex flex-wrap items-end gap-x-4 gap-y-3 border-b border-line py-5"
    >
      {query.lihat !== 'perubahan' && <input type="hidden" name="lihat" value={query.lihat} />}
      {query.keadaan !== 'vakum' && <input type="hidden" name="keadaan" value={query.keadaan} />}
      {query.lihat === 'perubahan' && (
        <div className="min-w-48 flex-1 sm:max-w-64">
          <label htmlFor="bulan" className="mb-1 block text-sm font-semibold">
            Bulan
          </label>
          <select
            id="bulan"
            name="bulan"
            defaultValue={month}
            className="min-h-11 w-full rounded-md border border-edge bg-white px-3 py-2 text-base hover:border-teal-700"
          >
            {months.map((one) => (
              <option key={one} value={one}>
                {formatMonth(one)}
              </option>
            ))}
          </select>
        </div>
      )}
      {query.lihat === 'keadaan' && (
        <div className="min-w-48 flex-1 sm:max-w-64">
          <FilterField
            name="tanggal"
            type="date"
            label="Keadaan pada tanggal"
            defaultValue={date === today ? undefined : date}
            hint="kosong: hari ini"
          />
        </div>
      )}
      <RegionFilter state={filter} />
      <Button variant="secondary">Tampilkan</Button>
    </form>
  )
}

function View({ screen }: { screen: Screen }) {
  switch (screen.view) {
    case 'provinsi':
      return <ByProvince screen={screen} />
    case 'perubahan':
      return <Changes screen={screen} />
    case 'segera':
      return <Soon screen={screen} />
    case 'keadaan':
      return <ByState screen={screen} />
  }
}

/** The country by province; names stand below each of them. */
function ByProvince({ screen: { query, provinceRows, from, until } }: { screen: ScreenOf<'provinsi'> }) {
  const soon = query.lihat === 'segera'
  return (
    <div className="mt-6">
      <p className="mb-4 max-w-prose text-soft">
        KIM yang bangun (aktif atau kurang aktif) pada {formatDate(from)} dan pada {formatDate(until)}
        {soon && ', bila sampai hari itu tidak ada kegiatan baru yang dikonfirmasi'}. Selisihnya bersih: yang
        bangun dikurangi yang menjadi vakum, dibekukan atau ditutup. Pilih provinsi untuk melihat KIM-nya.
      </p>
      {provinceRows.length === 0 ? (
        <EmptyState title="Belum ada KIM yang bangun">
          Begitu ada kegiatan yang dikonfirmasi, provinsinya muncul di sini.
        </EmptyState>
      ) : (
        <DataTable
          caption="KIM yang bangun menurut provinsi"
          rows={provinceRows}
          keyOf={(row) => row.code}
          columns={[
            {
              header: 'Provinsi',
              cell: (row) => <Link to={wakefulnessHref(query, { provinsi: row.code })}>{row.name}</Link>,
            },
            { header: formatDate(from), numeric: true, cell: (row) => formatNumber(row.before) },
            { header: formatDate(until), numeric: true, cell: (row) => formatNumber(row.after) },
            { header: 'Selisih', numeric: true, cell: (row) => signed(row.after - row.before) },
          ]}
        />
      )}
    </div>
  )
}

function signed(difference: number): string {
  return difference > 0 ? `+${formatNumber(difference)}` : formatNumber(difference)
}

function Changes({ screen }: { screen: ScreenOf<'perubahan'> }) {
  const { slept, woke, month, today, until, query, oneRegency } = screen
  return (
    <div className="mt-6">
      <Section title={`Menjadi vakum selama ${formatMonth(month)}: ${formatNumber(slept.many)} KIM`}>
        {slept.rows.length === 0 ? (
          <p className="text-soft">
            {slept.many === 0 ? 'Tidak ada KIM yang menjadi vakum pada bulan ini.' : 'Ada di halaman lain.'}
          </p>
        ) : (
          <DataTable
            caption="KIM yang menjadi vakum"
            rows={slept.rows}
            keyOf={(row) => row.id + row.on}
            columns={[
              groupColumn(oneRegency),
              { header: 'Vakum sejak', cell: (row) => row.on && formatDate(row.on) },
              lastColumn,
              contactColumn({ today, asOf: until }),
            ]}
          />
        )}
      </Section>
      <Section title={`Bangun selama ${formatMonth(month)}: ${formatNumber(woke.many)} KIM`}>
        {woke.rows.length === 0 ? (
          <p className="text-soft">
            {woke.many === 0 ? 'Tidak ada KIM yang bangun pada bulan ini.' : 'Ada di halaman lain.'}
          </p>
        ) : (
          <DataTable
            caption="KIM yang bangun"
            rows={woke.rows}
            keyOf={(row) => row.id + row.on}
            columns={[
              groupColumn(oneRegency),
              { header: 'Bangun pada', cell: (row) => row.on && formatDate(row.on) },
              lastColumn,
            ]}
          />
        )}
      </Section>
      <Pages screen={screen} />
      <Downloads query={query} />
    </div>
  )
}

function Soon({ screen }: { screen: ScreenOf<'segera'> }) {
  const { soon, total, today, query, oneRegency } = screen
  if (total === 0) {
    return (
      <EmptyState title="Tidak ada KIM yang segera vakum">
        Di sini muncul KIM yang akan vakum dalam 30 hari bila belum ada kegiatan baru yang dikonfirmasi.
      </EmptyState>
    )
  }
  return (
    <div className="mt-6">
      <p className="mb-4 max-w-prose text-soft">
        {formatNumber(total)} KIM akan vakum dalam 30 hari bila belum ada kegiatan baru yang dikonfirmasi.
        Satu telepon yang ramah sering cukup.
      </p>
      <DataTable
        caption="KIM yang akan vakum dalam 30 hari"
        rows={soon}
        keyOf={(row) => row.id}
        columns={[
          groupColumn(oneRegency),
          { header: 'Vakum mulai', cell: (row) => row.on && formatDate(row.on) },
          lastColumn,
          contactColumn({ today, asOf: today }),
        ]}
      />
      <Pages screen={screen} />
      <Downloads query={query} />
    </div>
  )
}

function ByState({ screen }: { screen: ScreenOf<'keadaan'> }) {
  const { counts, rows, query, today, date, oneRegency } = screen
  return (
    <div className="mt-4">
      <nav aria-label="Keadaan">
        <ul className="flex flex-wrap gap-x-6">
          {listedStateWords.map((word) => (
            <li key={word}>
              <Link
                to={wakefulnessHref(query, { keadaan: word })}
                aria-current={query.keadaan === word ? 'page' : undefined}
                className="inline-flex min-h-11 items-center gap-1.5 no-underline hover:underline aria-[current=page]:font-semibold aria-[current=page]:text-ink"
              >
                {listedStateLabels[word]}
                <span className="text-sm font-normal text-soft tabular-nums">
                  {formatNumber(counts[listedStates[word]])}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <p className="mb-2 text-sm text-soft">
        Keadaan pada {formatDate(date)}. Yang belum pernah ada kegiatan terhitung vakum.
      </p>
      {rows.length === 0 ? (
        <EmptyState title="Tidak ada KIM dalam keadaan ini">
          Pilih keadaan, tanggal atau wilayah lain.
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption={`KIM: ${listedStateLabels[query.keadaan]}`}
            rows={rows}
            keyOf={(row) => row.id}
            columns={[groupColumn(oneRegency), lastColumn, contactColumn({ today, asOf: date })]}
          />
          <Pages screen={screen} />
          <Downloads query={query} />
        </>
      )}
    </div>
  )
}

function Pages({ screen }: { screen: Exclude<Screen, { view: 'provinsi' }> }) {
  const { page, pageCount, total, query } = screen
  return (
    <Pagination
      page={page}
      pageCount={pageCount}
      total={total}
      hrefFor={(to) => wakefulnessHref(query, { halaman: to })}
    />
  )
}

function groupColumn(oneRegency: boolean): Column<ListedGroup> {
  return {
    header: 'KIM',
    cell: (row) => (
      <>
        <Link
          to={`/dinas/kelompok/${row.id}`}
          className="inline-flex min-h-11 items-center [overflow-wrap:anywhere] sm:min-h-0"
        >
          {row.name}
        </Link>
        <span className="block text-sm font-normal text-soft">
          {row.place}
          {!oneRegency && `, ${row.regency}`}
        </span>
      </>
    ),
  }
}

const lastColumn: Column<ListedGroup> = {
  header: 'Kegiatan terakhir',
  cell: (row) => (row.lastOn ? formatDate(row.lastOn) : <span className="text-soft">belum pernah</span>),
}

const contactColumn = (known: { today: string; asOf: string }): Column<ListedGroup> => ({
  header: 'Ketua',
  cell: (row) => (
    <>
      {row.chair ?? <span className="text-soft">belum tercatat</span>}
      {row.phone && (
        <span className="flex flex-wrap gap-x-4 max-sm:justify-end">
          <a href={`tel:${row.phone}`} className="inline-flex min-h-11 items-center sm:min-h-8">
            {row.phone}
          </a>
          <a
            href={whatsappHref(row.phone, row, known)}
            rel="noopener"
            className="inline-flex min-h-11 items-center sm:min-h-8"
          >
            Kirim WhatsApp<span className="sr-only"> kepada ketua {row.name}</span>
          </a>
        </span>
      )}
    </>
  ),
})

function Downloads({ query }: { query: WakefulnessQuery }) {
  return (
    <p className="no-print mt-6 flex flex-wrap gap-3">
      <ButtonLink
        reloadDocument
        variant="secondary"
        to={wakefulnessHref(query, {}, '/dinas/keaktifan/unduh/csv')}
      >
        Unduh CSV
      </ButtonLink>
      <ButtonLink
        reloadDocument
        variant="secondary"
        to={wakefulnessHref(query, {}, '/dinas/keaktifan/unduh/xlsx')}
      >
        Unduh XLSX
      </ButtonLink>
    </p>
  )
}
