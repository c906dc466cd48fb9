import { Badge } from '~/ui/callout'
import { ChooseBox } from '~/ui/choosing'
import { type Column, DataTable } from '~/ui/data'
import { formatAge, formatDate, formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { channelNames, functionWords } from '../activities.messages'
import type { OfficeActivityRow } from '../office-activities.queries.server'
import { ActivityStatusBadge } from './activity-status'

interface Props {
  rows: OfficeActivityRow[]
  now: number
  withRegency: boolean
  /** The field of the boxes to choose by; none where the office only reads. */
  name?: string
  fieldId?: string
  isTicked?: (value: string) => boolean
  /** Kept in the links to the activities, so that one comes back to this list. */
  words: string
}

const chosenAs = ({ id, version }: OfficeActivityRow) => `${id}:${version}`

/** Activities as the office lists them; a box to choose each one on which it decides. */
export function OfficeActivitiesTable({ rows, now, withRegency, name, fieldId, isTicked, words }: Props) {
  const firstChoosable = rows.find(({ selectable }) => selectable)
  const columns: Column<OfficeActivityRow>[] = [
    {
      header: 'Kegiatan',
      cell: (row) => (
        <div className="flex items-start gap-1">
          {name && (
            <ChooseBox
              id={row === firstChoosable ? fieldId : undefined}
              name={name}
              value={chosenAs(row)}
              ticked={isTicked?.(chosenAs(row)) ?? false}
              able={row.selectable}
              label={`Pilih ${row.title}`}
            />
          )}
          <div className="min-w-0">
            <Link
              to={`/dinas/kegiatan/${row.id}${words}`}
              className="inline-flex min-h-11 items-center [overflow-wrap:anywhere] sm:min-h-0"
            >
              {row.title}
            </Link>
            <span className="block text-sm font-normal text-soft">
              {row.groupName}, {row.place}
              {withRegency && `, ${row.regency}`}
            </span>
            {row.isOwn && (
              <span className="block text-sm font-normal">
                Anda sendiri yang mencatat; petugas lain memutuskan
              </span>
            )}
          </div>
        </div>
      ),
    },
    {
      header: 'Tanggal',
      cell: (row) => <span className="whitespace-nowrap">{formatDate(row.localDate)}</span>,
    },
    {
      header: 'Isi',
      cell: (row) => (
        <>
          {row.functions.map((one) => functionWords[one].label).join(', ')}
          <span className="block text-sm text-soft">
            {[
              ...row.channels.map((channel) => channelNames[channel]),
              ...(row.photoCount > 0 ? [`${row.photoCount} foto`] : []),
            ].join(', ')}
          </span>
          <span className="mt-1 flex flex-wrap gap-1.5 empty:hidden max-sm:justify-end">
            {row.isHoax && <Badge tone="info">Klarifikasi hoaks</Badge>}
            {!row.isPublic && <Badge>Tidak untuk umum</Badge>}
          </span>
        </>
      ),
    },
    {
      header: 'Jangkauan',
      numeric: true,
      cell: (row) =>
        row.reach === null ? (
          <span className="text-soft">–</span>
        ) : (
          <>
            {formatNumber(row.reach)}
            {row.reachEstimated && <span className="block text-sm text-soft">perkiraan</span>}
          </>
        ),
    },
    {
      header: 'Status',
      cell: (row) => (
        <>
          <ActivityStatusBadge status={row.status} editedSinceConfirmed={row.editedSinceConfirmed} />
          {(row.status === 'submitted' || row.status === 'returned') && (
            <span className="mt-1 block text-sm text-soft">{formatAge(row.statusSince, now)}</span>
          )}
        </>
      ),
    },
  ]
  return (
    <DataTable
      caption="Kegiatan KIM di wilayah kerja Anda"
      columns={columns}
      rows={rows}
      keyOf={(row) => row.id}
    />
  )
}
