import { formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { channelNames, functionWords } from '../activities.messages'
import { activityFunctions, channels } from '../activity-kinds'
import type { groupActivitiesScreen } from '../group-activities.queries.server'

type Totals = Awaited<ReturnType<typeof groupActivitiesScreen>>['totals']

/** What a group's confirmed activities of a year add up to, with bars beside the numbers. */
export function GroupTotals({
  totals,
  year,
  thisYear,
  hrefFor,
}: {
  totals: Totals
  year: string
  thisYear: string
  hrefFor: (year: string) => string
}) {
  const link = 'inline-flex min-h-11 items-center font-semibold'
  return (
    <>
      <p className="mb-3 flex flex-wrap items-center gap-x-5">
        <Link to={hrefFor(String(Number(year) - 1))} className={link} preventScrollReset>
          ← {Number(year) - 1}
        </Link>
        <strong>{year}</strong>
        {year < thisYear && (
          <Link to={hrefFor(String(Number(year) + 1))} className={link} preventScrollReset>
            {Number(year) + 1} →
          </Link>
        )}
      </p>
      <dl className="flex flex-wrap gap-x-12 gap-y-4">
        <div className="flex flex-col">
          <dt className="order-2">kegiatan terkonfirmasi</dt>
          <dd className="text-3xl font-bold text-teal-800">{formatNumber(totals.activities)}</dd>
        </div>
        <div className="flex flex-col">
          <dt className="order-2">jumlah jangkauan dari {formatNumber(totals.withReach)} kegiatan</dt>
          <dd className="text-3xl font-bold text-teal-800">{formatNumber(totals.reach)}</dd>
        </div>
      </dl>
      <p className="mt-2 max-w-prose text-sm text-soft">
        Jumlah jangkauan menghitung orang yang sama beberapa kali bila ia terjangkau lebih dari satu kegiatan;
        ini bukan jumlah orang.
      </p>
      {totals.activities > 0 && (
        <div className="mt-6 grid gap-x-12 gap-y-8 sm:grid-cols-2">
          <Bars
            caption="Menurut fungsi"
            rows={activityFunctions.map((name) => ({
              label: functionWords[name].label,
              total: totals.functions.find((row) => row.name === name)?.total ?? 0,
            }))}
          />
          <Bars
            caption="Menurut saluran"
            rows={channels.map((name) => ({
              label: channelNames[name],
              total: totals.channels.find((row) => row.name === name)?.total ?? 0,
            }))}
          />
        </div>
      )}
    </>
  )
}

/** Numbers with bars beside them. */
export function Bars({ caption, rows }: { caption: string; rows: { label: string; total: number }[] }) {
  const most = Math.max(1, ...rows.map(({ total }) => total))
  return (
    <table className="w-full self-start border-collapse text-left">
      <caption className="mb-2 text-left font-semibold">{caption}</caption>
      <tbody>
        {rows.map(({ label, total }) => (
          <tr key={label}>
            <th scope="row" className="w-36 py-1 pr-3 align-middle font-normal">
              {label}
            </th>
            <td className="py-1">
              <span className="flex items-center gap-2">
                <span
                  aria-hidden="true"
                  className="h-3.5 rounded-sm bg-teal-500"
                  style={{ width: `${(total / most) * 75}%` }}
                />
                {formatNumber(total)}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
