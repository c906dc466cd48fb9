import { type Column, DataTable } from '~/ui/data'
import { formatDate } from '~/ui/format'
import { Link } from '~/ui/link'
import { partnershipKindWords } from '../partnerships.messages'
import type { PartnershipRow } from '../partnerships.queries.server'
import { PartnershipStatusBadge } from './partnership-status'

/** "5 Januari 2026 sampai 31 Desember 2027", or without an end. */
export function termWords({ startsOn, endsOn }: { startsOn: string; endsOn: string | null }): string {
  return endsOn ? `${formatDate(startsOn)} sampai ${formatDate(endsOn)}` : `sejak ${formatDate(startsOn)}`
}

/** Partnerships as lists show them. */
export function PartnershipTable({ rows, withOffice }: { rows: PartnershipRow[]; withOffice: boolean }) {
  const columns: Column<PartnershipRow>[] = [
    {
      header: 'Kemitraan',
      cell: (row) => (
        <>
          <Link
            to={`/dinas/kemitraan/${row.id}`}
            className="inline-flex min-h-11 items-center [overflow-wrap:anywhere] sm:min-h-0"
          >
            {row.title}
          </Link>
          <span className="block text-sm font-normal text-soft">
            {partnershipKindWords[row.kind]}
            {row.number && ` ${row.number}`}
          </span>
        </>
      ),
    },
    {
      header: 'Dengan',
      cell: (row) => (
        <>
          {row.counterpart}
          <span className="block text-sm text-soft">{row.counterpartKind}</span>
        </>
      ),
    },
    ...(withOffice ? [{ header: 'Dinas', cell: (row: PartnershipRow) => row.office }] : []),
    { header: 'Masa', cell: termWords },
    { header: 'Topik', cell: ({ topics }) => topics.join(', ') || <span className="text-soft">–</span> },
    { header: 'Keadaan', cell: ({ status }) => <PartnershipStatusBadge status={status} /> },
  ]
  return <DataTable caption="Kemitraan" columns={columns} rows={rows} keyOf={({ id }) => id} />
}
