import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { eventKindWords, eventStatusWords, whenWords } from '~/features/events/events.messages'
import { hrefWith, ownEventsQuery } from '~/features/events/events.schema'
import { groupEventsScreen } from '~/features/events/group-events.queries.server'
import { GroupId } from '~/features/groups/groups.schema'
import { pageLoader } from '~/routes/door'
import { Badge, EmptyState } from '~/ui/callout'
import { DataTable } from '~/ui/data'
import { Link } from '~/ui/link'
import { Page } from '~/ui/page'
import { Pager } from '~/ui/pager'

export const meta = () => [{ title: 'Acara kelompok · Simpul KIM' }]

export const handle = { scripts: false }

export const loader = pageLoader(
  { access: 'signedIn', params: z.object({ groupId: GroupId }), query: ownEventsQuery },
  ({ params, query, actor, services }) => groupEventsScreen(services, actor, params.groupId, query.setelah),
)

type Row = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number]

export default function GroupEvents() {
  const { group, rows, next, now } = useLoaderData<typeof loader>()
  const here = `/kelompok/${group.id}/acara`
  return (
    <Page
      wide
      title="Undangan acara"
      lead={group.name}
      back={{ to: `/kelompok/${group.id}`, label: 'Kelompok' }}
    >
      {rows.length === 0 ? (
        <EmptyState title="Belum ada undangan">
          Bila Dinas Kominfo mengundang kelompok Anda ke bimtek atau forum, undangannya muncul di sini dan
          Anda diberi tahu.
        </EmptyState>
      ) : (
        <DataTable
          caption="Undangan, yang terbaru dulu"
          rows={rows}
          keyOf={({ id }) => id}
          columns={[
            {
              header: 'Acara',
              cell: (row) => (
                <>
                  <Link to={`${here}/${row.eventId}`}>{row.title}</Link>
                  <span className="block text-sm font-normal text-soft">{eventKindWords[row.kind]}</span>
                </>
              ),
            },
            { header: 'Waktu', cell: whenWords },
            { header: 'Tempat', cell: ({ venue }) => venue ?? 'Daring' },
            { header: 'Jawaban', cell: (row) => <Answer row={row} now={now} /> },
          ]}
        />
      )}
      <Pager next={next && hrefWith(here, { setelah: next })} />
    </Page>
  )
}

function Answer({ row: { status, reply, replyUntil }, now }: { row: Row; now: number }) {
  if (status === 'cancelled') return <Badge tone="bad">{eventStatusWords.cancelled.label}</Badge>
  if (reply === 'accepted') return <Badge tone="good">Kami datang</Badge>
  if (reply === 'declined') return <Badge>Tidak datang</Badge>
  return status === 'invited' && now < replyUntil ? (
    <Badge tone="wait">Perlu dijawab</Badge>
  ) : (
    <Badge>Tidak dijawab</Badge>
  )
}
