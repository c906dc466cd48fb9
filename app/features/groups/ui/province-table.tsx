import { Fold } from '~/ui/fold'
import { formatNumber, formatPercent } from '~/ui/format'
import { Link } from '~/ui/link'

interface Province {
  code: string
  name: string
  registeredGroups: number
  villagesWithGroup: number
  villageCount: number
}

const SHOWN = 8

/** The provinces with the most groups as bars; all of them as a table behind one press. */
export function ProvinceTable({ provinces }: { provinces: Province[] }) {
  const leading = provinces
    .filter((province) => province.registeredGroups > 0)
    .sort((a, b) => b.registeredGroups - a.registeredGroups || a.code.localeCompare(b.code))
    .slice(0, SHOWN)
  return (
    <>
      {leading.length > 0 && <Bars provinces={leading} />}
      <Fold label={`Lihat semua ${formatNumber(provinces.length)} provinsi`} className="mt-3">
        <table className="mt-2 w-full border-collapse text-left">
          <caption className="sr-only">KIM terdaftar di setiap provinsi</caption>
          <thead>
            <tr className="border-b border-edge text-sm text-soft">
              <th scope="col" className="py-2 pr-3 font-semibold">
                Provinsi
              </th>
              <th scope="col" className="px-3 py-2 text-right font-semibold">
                KIM
              </th>
              <th scope="col" className="py-2 pl-3 text-right font-semibold">
                Desa dengan KIM
              </th>
            </tr>
          </thead>
          <tbody>
            {provinces.map((province) => (
              <tr key={province.code} className="border-b border-line">
                <th scope="row" className="py-2 pr-3 font-normal">
                  <Link to={`/kim?wilayah=${province.code}`}>{province.name}</Link>
                </th>
                <td className="px-3 py-2 text-right">{formatNumber(province.registeredGroups)}</td>
                <td className="py-2 pl-3 text-right">
                  {formatNumber(province.villagesWithGroup)} dari {formatNumber(province.villageCount)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Fold>
    </>
  )
}

/** A bar is as long as the province's groups; the words beside it say the same. */
function Bars({ provinces }: { provinces: Province[] }) {
  const most = provinces[0]?.registeredGroups ?? 1
  return (
    <ul className="space-y-1">
      {provinces.map((province) => (
        <li key={province.code}>
          <Link
            to={`/kim?wilayah=${province.code}`}
            className="block py-1.5 text-ink no-underline hover:underline"
          >
            <span className="flex items-baseline justify-between gap-4">
              <span className="font-medium">{province.name}</span>
              <span>
                <strong>{formatNumber(province.registeredGroups)}</strong>{' '}
                <span className="text-sm text-soft">
                  KIM, {formatPercent(province.villagesWithGroup, province.villageCount)} desa
                </span>
              </span>
            </span>
            <span className="mt-1 block h-2 rounded-full bg-teal-50">
              <span
                className="block h-2 rounded-full bg-teal-500"
                style={{ width: `${Math.max(1, (province.registeredGroups / most) * 100)}%` }}
              />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
