import { groupStatusWords } from '~/features/groups/groups.messages'
import { withWord } from '~/features/regions/places'
import { Badge } from '~/ui/callout'
import { type Column, DataTable } from '~/ui/data'
import { formatAge, formatDay, formatRegistrationNumber } from '~/ui/format'
import type { ListedRequest } from '../decisions.queries.server'

interface Props {
  rows: ListedRequest[]
  now: number
  /** The field of the boxes to choose by; none when there is nothing to decide. */
  name?: string
  fieldId?: string
  isTicked?: (value: string) => boolean
}

/** Requests over all regions: name, group, place, age; a box to choose each one that may be decided. */
export function RegistrarTable({ rows, now, name, fieldId, isTicked }: Props) {
  const columns: Column<ListedRequest>[] = [
    {
      header: 'Nama',
      cell: (row) =>
        name ? (
          <label className="inline-flex min-h-11 cursor-pointer items-center gap-3">
            <input
              type="checkbox"
              id={row.id === rows[0]?.id ? fieldId : undefined}
              name={name}
              value={`${row.id}:${row.version}`}
              defaultChecked={!row.isOwn && isTicked?.(`${row.id}:${row.version}`)}
              disabled={row.isOwn}
              className="size-5 shrink-0 accent-teal-700"
            />
            <span className="break-all">{row.label}.kim.id</span>
          </label>
        ) : (
          <span className="break-all">{row.label}.kim.id</span>
        ),
    },
    {
      header: 'KIM',
      cell: ({ group, currentLabel, label, reason, isOwn }) => (
        <>
          {group.name}
          <span className="block text-sm text-soft">{formatRegistrationNumber(group.number)}</span>
          {group.status !== 'registered' && <Badge tone="bad">{groupStatusWords[group.status]}</Badge>}
          {currentLabel && currentLabel !== label && (
            <span className="block text-sm">menggantikan {currentLabel}.kim.id</span>
          )}
          {reason && <span className="block text-sm">Alasan: {reason}</span>}
          {isOwn && <span className="block text-sm">Anda sendiri yang meminta; petugas lain memutuskan</span>}
        </>
      ),
    },
    {
      header: 'Wilayah',
      cell: ({ place }) =>
        place ? (
          <>
            {withWord(place.village)}, {withWord(place.district)}
            <span className="block text-sm text-soft">
              {withWord(place.regency)}, {place.province.name}
            </span>
          </>
        ) : (
          '–'
        ),
    },
    {
      header: 'Sejak',
      cell: (row) => {
        const since = row.decidedAt ?? row.endorsedAt ?? row.requestedAt
        return (
          <>
            {formatAge(since, now)}
            <span className="block text-sm text-soft">{formatDay(since, row.place?.zone)}</span>
          </>
        )
      },
    },
  ]
  return <DataTable caption="Permintaan nama kim.id" columns={columns} rows={rows} keyOf={(row) => row.id} />
}
