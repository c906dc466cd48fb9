import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { activityWords } from '~/features/events/events.messages'
import { EventId, hrefWith, invitationsQuery } from '~/features/events/events.schema'
import { invitationsScreen } from '~/features/events/invitations.queries.server'
import { pageLoader } from '~/routes/door'
import { ButtonLink } from '~/ui/button'
import { Badge, EmptyState } from '~/ui/callout'
import { DataTable, Timeline } from '~/ui/data'
import { formatMoment, formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import { Pager } from '~/ui/pager'

export const meta = () => [{ title: 'Undangan dan jawaban · Simpul KIM' }]

export const handle = { scripts: false }

export const loader = pageLoader(
  { access: { can: 'event.read' }, params: z.object({ eventId: EventId }), query: invitationsQuery },
  async ({ params, query: { jawaban, setelah }, actor, services }) => ({
    jawaban,
    ...(await invitationsScreen(services, actor, params.eventId, { reply: jawaban, after: setelah })),
  }),
)

export default function Invitations() {
  const { jawaban, event, rounds, rows, next, mayInvite } = useLoaderData<typeof loader>()
  const here = `/dinas/acara/${event.id}/undangan`
  const tabs = [
    { reply: undefined, label: 'Semua', total: event.invitedGroups },
    { reply: 'accepted' as const, label: 'Menerima', total: event.acceptedGroups },
    { reply: 'declined' as const, label: 'Menolak', total: event.declinedGroups },
    {
      reply: 'none' as const,
      label: 'Belum menjawab',
      total: event.invitedGroups - event.acceptedGroups - event.declinedGroups,
    },
  ]
  return (
    <Page
      wide
      title="Undangan dan jawaban"
      lead={event.title}
      back={{ to: `/dinas/acara/${event.id}`, label: 'Acara' }}
      actions={mayInvite && <ButtonLink to={`/dinas/acara/${event.id}/undang`}>Tambah undangan</ButtonLink>}
    >
      <nav aria-label="Jawaban" className="border-b border-line">
        <ul className="flex flex-wrap gap-x-6">
          {tabs.map(({ reply, label, total }) => (
            <li key={label}>
              <Link
                to={hrefWith(here, { jawaban: reply })}
                aria-current={reply === jawaban ? 'page' : undefined}
                className="tab inline-flex min-h-11 items-center gap-1.5 text-ink no-underline hover:text-teal-700 hover:underline aria-[current=page]:font-semibold aria-[current=page]:text-teal-800"
              >
                {label}
                <span className="text-sm font-normal text-soft tabular-nums">{formatNumber(total)}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {rows.length === 0 ? (
        <EmptyState title="Tidak ada di sini">
          KIM muncul di sini sesudah diundang, menurut jawabannya.
        </EmptyState>
      ) : (
        <DataTable
          caption="KIM yang diundang menurut nama"
          rows={rows}
          keyOf={({ id }) => id}
          columns={[
            {
              header: 'KIM',
              cell: (row) => (
                <>
                  <Link to={`/dinas/kelompok/${row.groupId}`}>{row.group}</Link>
                  <span className="block text-sm font-normal text-soft">{row.place}</span>
                </>
              ),
            },
            { header: 'Jawaban', cell: (row) => <Reply {...row} /> },
            { header: 'Orang', numeric: true, cell: (row) => formatNumber(row.people) },
            {
              header: 'Dijawab',
              cell: (row) => (row.repliedAt ? formatMoment(row.repliedAt, event.zone) : '–'),
            },
          ]}
        />
      )}
      <Pager next={next && hrefWith(here, { jawaban, setelah: next })} />
      <Section title="Pengiriman undangan" id="pengiriman">
        <Timeline
          items={rounds.map(({ id, criteria, found, invited, sentAt, by, region, topic }) => ({
            key: id,
            title: `${formatNumber(invited)} KIM diundang oleh ${by}`,
            when: formatMoment(sentAt, event.zone),
            note: `${region}, keaktifan ${criteria.activity ? activityWords[criteria.activity].toLowerCase() : 'semua'}${topic ? `, berkegiatan tentang ${topic}` : ''}; ${criteria.chosen ? 'dipilih satu per satu' : `${formatNumber(found)} yang cocok`}`,
          }))}
        />
      </Section>
    </Page>
  )
}

function Reply({ reply, note }: { reply: 'accepted' | 'declined' | null; note: string | null }) {
  if (!reply) return <Badge>Belum menjawab</Badge>
  return (
    <>
      <Badge tone={reply === 'accepted' ? 'good' : 'bad'}>
        {reply === 'accepted' ? 'Menerima' : 'Menolak'}
      </Badge>
      {note && <span className="block text-sm text-soft">{note}</span>}
    </>
  )
}
