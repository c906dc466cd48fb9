import { Button } from '~/ui/button'
import { FilterSelect } from '~/ui/filter'
import { Link } from '~/ui/link'
import type { OfficePlace } from '../office-place.queries.server'
import {
  type ListedReports,
  listedReportKinds,
  listedReports,
  reportPages,
  reportsHref,
} from '../office-reports.schema'
import { periodCode } from '../periods'

export type ShownPlace = Omit<OfficePlace, 'rules'>

/** Which period is shown, and the way up to the regions around. */
export function PlaceForm({
  place,
  page,
  kind,
}: {
  place: ShownPlace
  page: keyof typeof reportPages
  /** What a list shows; left out on other pages. */
  kind?: ListedReports
}) {
  const { code, name, above, period, periods } = place
  const isOwn = above.length === 0
  return (
    <div className="no-print border-b border-line pb-5">
      {!isOwn && (
        <nav aria-label="Wilayah di atasnya" className="mb-2 flex flex-wrap items-center gap-x-2 text-sm">
          {above.map((region) => (
            <span key={region.code}>
              <Link
                to={reportsHref(page, { masa: period, wilayah: region.code, keadaan: kind })}
                className="inline-flex min-h-11 items-center"
              >
                {region.name}
              </Link>{' '}
              <span aria-hidden="true">›</span>
            </span>
          ))}
          <span aria-current="page">{name}</span>
        </nav>
      )}
      <form
        // After a new answer the fields start afresh.
        key={`${code} ${periodCode(period)} ${kind}`}
        method="get"
        action={reportPages[page]}
        className="flex flex-wrap items-end gap-3"
      >
        <input type="hidden" name="wilayah" value={isOwn ? '' : code} />
        <div className="min-w-52 max-sm:w-full">
          <label htmlFor="masa" className="mb-1 block text-sm font-semibold">
            Masa laporan
          </label>
          <select
            id="masa"
            name="masa"
            defaultValue={periodCode(period)}
            className="min-h-11 w-full rounded-md border border-edge bg-white px-3 text-base hover:border-teal-700"
          >
            {periods.map((one) => (
              <option key={one.code} value={one.code}>
                {one.words}
              </option>
            ))}
          </select>
        </div>
        {kind && (
          <div className="min-w-52 max-sm:w-full">
            <FilterSelect
              name="keadaan"
              label="Keadaan"
              all={listedReports.semua}
              defaultValue={kind === 'semua' ? '' : kind}
              options={listedReportKinds
                .filter((value) => value !== 'semua')
                .map((value) => ({ value, label: listedReports[value] }))}
            />
          </div>
        )}
        <Button variant="secondary">Tampilkan</Button>
      </form>
    </div>
  )
}
