import type { Zone } from '~/platform/calendar'
import { formatMoment } from '~/ui/format'
import type { ActivityVersion } from '../activity.queries.server'

/** Each edit with what stood before and what stands now, newest first; the first sending changes nothing. */
export function VersionList({ versions, zone }: { versions: ActivityVersion[]; zone: Zone }) {
  const edits = versions.slice(1).reverse()
  return (
    <ol className="divide-y divide-line">
      {edits.map(({ version, savedAt, by, changes }, at) => (
        <li key={version} className="py-3">
          <p className="font-medium">
            {/* Decisions count in `version` too; here the first edit is the second. */}
            Versi {versions.length - at}{' '}
            <span className="font-normal text-soft">
              oleh {by}, {formatMoment(savedAt, zone)}
            </span>
          </p>
          {changes.length === 0 && <p className="text-soft">Dikirim lagi tanpa perubahan isi.</p>}
          <dl className="mt-1">
            {changes.map(({ term, before, after }) => (
              <div key={term} className="py-1.5 sm:grid sm:grid-cols-[10rem_1fr] sm:gap-4">
                <dt className="text-sm text-soft">{term}</dt>
                <dd className="whitespace-pre-line [overflow-wrap:anywhere]">
                  <del className="text-soft">
                    <span className="sr-only">Semula: </span>
                    {before ?? 'kosong'}
                  </del>
                  <ins className="mt-0.5 block no-underline">
                    <span className="sr-only">Menjadi: </span>
                    {after ?? 'dikosongkan'}
                  </ins>
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ol>
  )
}
