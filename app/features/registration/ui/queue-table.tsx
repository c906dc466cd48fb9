import { Badge } from '~/ui/callout'
import { type Column, DataTable } from '~/ui/data'
import { formatAge } from '~/ui/format'
import { Link } from '~/ui/link'
import type { QueueRow } from '../queue.queries.server'
import { LateBadge, StatusBadge } from './status-badge'

/** Applications as the queue lists them. */
export function QueueTable({
  caption,
  rows,
  now,
  withRegency,
}: {
  caption: string
  rows: QueueRow[]
  now: number
  withRegency: boolean
}) {
  const columns: Column<QueueRow>[] = [
    {
      header: 'Kelompok',
      cell: (row) => (
        <>
          <Link
            to={`/dinas/antrean/${row.id}`}
            className="inline-flex min-h-11 items-center font-semibold sm:min-h-0"
          >
            {row.groupName}
          </Link>
          <span className="block text-sm font-normal text-soft">{row.reference}</span>
        </>
      ),
    },
    {
      header: 'Tempat',
      cell: (row) => (
        <>
          {row.village}
          <span className="block text-sm text-soft">
            {row.district}
            {withRegency && `, ${row.regency}`}
          </span>
        </>
      ),
    },
    {
      header: 'Tahap',
      cell: (row) => (
        <span className="flex flex-wrap gap-1.5 max-sm:justify-end">
          <StatusBadge status={row.status} />
          {row.corrected && <Badge tone="info">Sudah diperbaiki</Badge>}
          {row.paper && <Badge>Kertas</Badge>}
        </span>
      ),
    },
    { header: 'Dipegang', cell: (row) => <Holder row={row} /> },
    {
      header: 'Umur',
      cell: (row) => (
        <span className="flex flex-col items-start gap-1 max-sm:items-end">
          {formatAge(row.submittedAt, now)}
          <LateBadge days={row.daysLate} />
        </span>
      ),
    },
  ]
  return <DataTable caption={caption} columns={columns} rows={rows} keyOf={(row) => row.id} />
}

function Holder({ row: { holder } }: { row: QueueRow }) {
  if (!holder) return <span className="text-soft">Belum diambil</span>
  return holder.isMe ? <strong className="font-semibold">Anda</strong> : holder.name
}
