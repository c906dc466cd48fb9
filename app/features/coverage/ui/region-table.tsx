import { formatNumber, formatPercent } from '~/ui/format'
import { Link } from '~/ui/link'
import { listHref, mapHref } from '../coverage-address'
import type { RegionBelow } from '../coverage-screen.queries.server'
import { type ListKind, lists } from '../list-kinds'
import type { MeasureKey } from '../measures'
import { officeMeasureKeys } from '../office-measures'
import type { MapNumbers } from '../region-numbers'

interface RegionTableProps {
  /** The region above all of these, with its own numbers for the last line. */
  code: string
  name: string
  numbers: MapNumbers
  below: RegionBelow[]
  /** "Kabupaten atau Kota". */
  belowWords: string
  measure: MeasureKey
  date: string | undefined
}

interface Column {
  header: string
  /** Null where it is not known. */
  count: (numbers: MapNumbers) => number | null
  list: ListKind | null
  share?: (numbers: MapNumbers) => number
  /** The measures that this column shows; on a phone only these columns are there. */
  measures: MeasureKey[]
}

const groupColumns: Column[] = [
  {
    header: 'Desa ber-KIM',
    count: ({ villagesWithGroup }) => villagesWithGroup,
    list: 'desa-terdaftar',
    share: ({ villages }) => villages,
    measures: ['desa-terdaftar'],
  },
  {
    header: 'Desa tanpa KIM',
    count: lists['desa-tanpa-kim'].count,
    list: 'desa-tanpa-kim',
    measures: ['desa-terdaftar'],
  },
  {
    header: 'Desa ber-KIM aktif',
    count: ({ villagesActive }) => villagesActive,
    list: 'desa-aktif',
    share: ({ villages }) => villages,
    measures: ['desa-aktif'],
  },
  {
    header: 'Kecamatan ber-KIM aktif',
    count: ({ districtsActive }) => districtsActive,
    list: 'kecamatan-aktif',
    share: ({ districts }) => districts,
    measures: ['kecamatan-aktif'],
  },
  {
    header: 'KIM terdaftar',
    count: ({ groups }) => groups,
    list: 'kim-terdaftar',
    measures: ['kim-aktif', 'kim-per-kecamatan'],
  },
  {
    header: 'KIM per kecamatan',
    count: () => 0,
    list: null,
    measures: ['kim-per-kecamatan'],
  },
  {
    header: 'KIM aktif',
    count: ({ activeGroups }) => activeGroups,
    list: 'kim-aktif',
    share: ({ groups }) => groups,
    measures: ['kim-aktif'],
  },
  {
    header: 'Kurang aktif',
    count: ({ lessActiveGroups }) => lessActiveGroups,
    list: 'kim-kurang-aktif',
    measures: [],
  },
  { header: 'Vakum', count: lists['kim-vakum'].count, list: 'kim-vakum', measures: [] },
  {
    header: 'Kegiatan 30 hari',
    count: ({ recentActivities }) => recentActivities,
    list: 'kegiatan',
    measures: ['kegiatan'],
  },
]

const mappedVillages = ({ mapped }: MapNumbers) => mapped.villages

const officeColumns: Column[] = [
  {
    header: 'Kecamatan dipetakan',
    count: ({ mapped }) => mapped.districts,
    list: 'kecamatan-terpetakan',
    share: ({ districts }) => districts,
    measures: ['kecamatan-terpetakan'],
  },
  {
    header: 'Desa bercalon KIM',
    count: ({ mapped }) => (mapped.villages === 0 ? null : mapped.withCandidate),
    list: 'desa-bercalon',
    share: mappedVillages,
    measures: ['desa-bercalon'],
  },
  {
    header: 'Desa tanpa apa pun',
    count: ({ mapped }) => (mapped.villages === 0 ? null : mapped.withNothing),
    list: 'desa-kosong',
    share: mappedVillages,
    measures: ['desa-kosong'],
  },
  {
    header: 'Kemitraan berlaku',
    count: ({ partnerships }) => partnerships?.partnerships ?? null,
    list: 'kemitraan',
    measures: ['kemitraan'],
  },
  {
    header: 'Kecamatan bermitra',
    count: ({ partnerships }) => partnerships?.districts ?? null,
    list: 'kecamatan-bermitra',
    share: ({ districts }) => districts,
    measures: ['kecamatan-bermitra'],
  },
]

const isOfOffices = (measure: MeasureKey) => officeMeasureKeys.some((key) => key === measure)

/**
 * The numbers behind a map, one line for each region below and one for all; each number leads to its list, which of a
 * village is its page.
 */
export function RegionTable(props: RegionTableProps) {
  const { code, name, numbers, below, belowWords, measure, date } = props
  const villages = code.length === 6
  const columns = (isOfOffices(measure) ? officeColumns : groupColumns).filter(
    ({ header }) => !villages || !/kecamatan|kemitraan/i.test(header),
  )
  const shown = columns.filter(({ measures }) => measures.includes(measure))
  // A measure of districts has no column in the table of villages; a phone shows the first one then.
  const [instead] = shown.length === 0 ? columns : []
  const look = (column: Column) =>
    `${shown.includes(column) ? 'bg-teal-50' : column === instead ? '' : 'max-sm:hidden'} px-2.5 py-1.5 text-right print:px-1 print:py-0.5`
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard.
    <section className="overflow-x-auto print:overflow-visible" tabIndex={0} aria-label="Tabel angka">
      <table className="w-full border-collapse text-left text-[0.95rem] print:text-[8pt]">
        <caption className="sr-only">
          Angka {name} menurut {belowWords}
        </caption>
        <thead>
          <tr className="border-b border-edge align-bottom text-sm text-soft print:text-[7.5pt]">
            <th scope="col" className="py-2 pr-3 font-semibold">
              {belowWords}
            </th>
            {columns.map((column) => (
              <th key={column.header} scope="col" className={`${look(column)} font-semibold`}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {below.map((region) => (
            <tr key={region.code} className="border-b border-line">
              <th scope="row" className="py-1.5 pr-3 font-medium print:py-0.5">
                <Link to={mapHref(region.code, { measure, date })} className="inline-block py-0.5">
                  {region.name}
                </Link>
              </th>
              {columns.map((column) => (
                <td key={column.header} className={look(column)}>
                  <Figure
                    column={column}
                    numbers={region.numbers}
                    href={(kind) =>
                      villages && kind !== 'kegiatan'
                        ? mapHref(region.code, { measure, date })
                        : listHref(region.code, kind, date)
                    }
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="border-t border-edge font-semibold">
            <th scope="row" className="py-2 pr-3">
              {name}
            </th>
            {columns.map((column) => (
              <td key={column.header} className={look(column)}>
                <Figure column={column} numbers={numbers} href={(kind) => listHref(code, kind, date)} />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

function Figure({
  column,
  numbers,
  href,
}: {
  column: Column
  numbers: MapNumbers
  href: (kind: ListKind) => string
}) {
  if (!column.list) return <>{formatPercent(numbers.groups, numbers.districts)}</>
  const count = column.count(numbers)
  if (count === null) return <>–</>
  const whole = column.share?.(numbers)
  return (
    <>
      {count > 0 ? (
        <Link to={href(column.list)} className="inline-block py-0.5">
          {formatNumber(count)}
        </Link>
      ) : (
        formatNumber(count)
      )}
      {count > 0 && whole !== undefined && whole > 1 && (
        <span className="block text-xs text-soft print:text-[7pt]">{formatPercent(count, whole)}</span>
      )}
    </>
  )
}
