import { Button } from '~/ui/button'
import { type Column, DataTable } from '~/ui/data'
import { FilterSelect } from '~/ui/filter'
import { formatDate, formatDay, formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { threadStageWords } from '../coordination.messages'
import type { ListedThread, ThreadsScreen } from '../threads.queries.server'
import { type ThreadStage, type ThreadsQuery, threadStages, threadsPath } from '../threads.schema'
import { ThreadBadge } from './thread-badge'

/** The states of threads as tabs, each with how many there are. */
export function ThreadTabs({ query, counts }: { query: ThreadsQuery; counts: ThreadsScreen['counts'] }) {
  const both = (of: 'open' | 'overdue' | 'answered') => counts.sender[of] + counts.recipient[of]
  const many: Partial<Record<ThreadStage, number>> = {
    terbuka: both('open'),
    lewat: both('overdue'),
    dijawab: both('answered'),
  }
  return (
    <nav aria-label="Keadaan" className="flex flex-wrap gap-x-6 border-b border-line">
      {threadStages.map((stage) => (
        <Link
          key={stage}
          to={threadsPath(query, { keadaan: stage })}
          aria-current={stage === query.keadaan ? 'page' : undefined}
          className="tab inline-flex min-h-11 items-center gap-2 text-ink no-underline hover:text-teal-700 hover:underline aria-[current=page]:font-semibold aria-[current=page]:text-teal-800"
        >
          {threadStageWords[stage]}
          {many[stage] !== undefined && (
            <span className="text-sm font-normal text-soft">{formatNumber(many[stage])}</span>
          )}
        </Link>
      ))}
    </nav>
  )
}

/** Received or sent, and the office to which the list is narrowed. */
export function ThreadFilter({ query, screen }: { query: ThreadsQuery; screen: ThreadsScreen }) {
  const { narrowedTo, hasBothEnds } = screen
  if (!narrowedTo && !hasBothEnds) return null
  return (
    <form
      key={threadsPath(query)}
      method="get"
      action="/dinas/koordinasi"
      aria-label="Saring catatan"
      className="my-5 flex flex-wrap items-end gap-4"
    >
      <input type="hidden" name="keadaan" value={query.keadaan} />
      {query.wilayah && <input type="hidden" name="wilayah" value={query.wilayah} />}
      {hasBothEnds && (
        <>
          <div className="min-w-48">
            <FilterSelect
              name="arah"
              label="Arah"
              all="Masuk dan keluar"
              options={[
                { value: 'masuk', label: 'Masuk' },
                { value: 'keluar', label: 'Keluar' },
              ]}
              defaultValue={query.arah}
            />
          </div>
          <Button variant="secondary">Terapkan</Button>
        </>
      )}
      {narrowedTo && (
        <p className="flex min-h-11 items-center gap-3">
          Hanya {narrowedTo}.
          <Link to={threadsPath(query, { wilayah: undefined })}>Tampilkan semua dinas</Link>
        </p>
      )}
    </form>
  )
}

const columns: Column<ListedThread>[] = [
  {
    header: 'Perihal',
    cell: ({ id, subject }) => (
      <Link to={`/dinas/koordinasi/${id}`} className="inline-flex min-h-11 items-center sm:min-h-0">
        {subject}
      </Link>
    ),
  },
  {
    header: 'Dinas',
    cell: ({ side, other }) => (
      <>
        <span className="text-soft">{side === 'sender' ? 'Kepada' : 'Dari'}</span> {other}
      </>
    ),
  },
  {
    header: 'Keadaan',
    cell: ({ status, overdue }) => <ThreadBadge status={status} overdue={overdue} />,
  },
  { header: 'Tenggat', cell: ({ dueOn }) => formatDate(dueOn) },
  { header: 'Tulisan terakhir', cell: ({ lastAt }) => formatDay(lastAt) },
]

export function ThreadTable({ rows, stage }: { rows: ListedThread[]; stage: ThreadStage }) {
  return (
    <DataTable
      caption={`Catatan koordinasi: ${threadStageWords[stage].toLowerCase()}`}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
    />
  )
}
