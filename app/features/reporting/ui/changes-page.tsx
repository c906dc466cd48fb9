import { EmptyState } from '~/ui/callout'
import { formatMoment } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page } from '~/ui/page'
import type { ChangeRow } from '../change-words.queries.server'
import type { ChangesScreen } from '../changes.queries.server'
import { reportsHref } from '../office-reports.schema'
import { periodWords } from '../periods'
import { PlaceForm } from './place-form'

/** What was changed in a period after it was approved: who, when, before and after. */
export function ChangesPage({ screen }: { screen: ChangesScreen }) {
  const { place, approved, rows, older } = screen
  const { period, code } = place
  return (
    <Page
      wide
      title={`Perubahan setelah disetujui, ${periodWords(period)}`}
      lead={`${place.name}. Setiap perubahan kegiatan atau laporan sejak kabupaten/kota pertama kali menyetujui masa ini, diambil dari jejak audit.`}
      back={{ to: reportsHref('overview', { masa: period, wilayah: code }), label: 'Laporan berkala' }}
    >
      <PlaceForm place={place} page="changes" />
      {rows.length === 0 ? (
        <EmptyState
          title={approved === 0 ? 'Masa ini belum pernah disetujui di sini' : 'Tidak ada yang berubah'}
        >
          {approved === 0
            ? 'Begitu kabupaten/kota menyetujui masa laporan, setiap perubahan sesudahnya tercatat di sini.'
            : 'Kegiatan dan laporan masih seperti saat disetujui.'}
        </EmptyState>
      ) : (
        <ol className="divide-y divide-line">
          {rows.map((row) => (
            <Change key={row.seq} row={row} />
          ))}
        </ol>
      )}
      {older && (
        <nav aria-label="Halaman" className="no-print mt-6 flex justify-end">
          <Link
            to={reportsHref('changes', { masa: period, wilayah: code, sebelum: older })}
            rel="next"
            className="inline-flex min-h-11 items-center px-2 font-semibold"
          >
            Yang lebih lama →
          </Link>
        </nav>
      )}
    </Page>
  )
}

function Change({ row }: { row: ChangeRow }) {
  return (
    <li className="py-4">
      <p className="text-sm text-soft">{formatMoment(row.at, row.zone)}</p>
      <p>
        <span className="font-semibold">{row.by}</span> <span className="text-soft">({row.role})</span>{' '}
        {row.did}:{' '}
        <Link to={row.href} className="inline-block py-2 [overflow-wrap:anywhere]">
          {row.title}
        </Link>
        {row.groupName && <span className="text-soft">, {row.groupName}</span>}
      </p>
      {row.changes.length > 0 && (
        <dl className="mt-1 grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
          {row.changes.map(({ term, before, after }) => (
            <div key={term} className="py-1">
              <dt className="text-sm text-soft">{term}</dt>
              <dd className="whitespace-pre-line [overflow-wrap:anywhere]">
                <del className="text-soft">{before ?? 'belum diisi'}</del> <span aria-hidden="true">→</span>{' '}
                <ins className="font-medium no-underline">{after ?? 'dikosongkan'}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  )
}
