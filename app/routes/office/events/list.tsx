import { useLoaderData } from '@remix-run/react'
import { eventKinds } from '~/features/events/events.kinds'
import { eventKindWords, eventStatusWords, whenWords } from '~/features/events/events.messages'
import { eventsScreen } from '~/features/events/events.queries.server'
import { eventsQuery, hrefWith } from '~/features/events/events.schema'
import { eventStatuses } from '~/features/events/events.state'
import { RegionFilter } from '~/features/regions/ui/region-filter'
import { pageLoader } from '~/routes/door'
import { Button, ButtonLink } from '~/ui/button'
import { Badge, EmptyState } from '~/ui/callout'
import { DataTable } from '~/ui/data'
import { FilterField, FilterSelect } from '~/ui/filter'
import { formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page } from '~/ui/page'
import { Pager } from '~/ui/pager'

export const meta = () => [{ title: 'Acara · Simpul KIM' }]

export const handle = { scripts: false }

export const loader = pageLoader(
  { access: { can: 'event.read' }, query: eventsQuery },
  async ({ query, actor, services }) => ({ query, ...(await eventsScreen(services, actor, query)) }),
)

export default function Events() {
  const { query, rows, next, filter, severalOffices } = useLoaderData<typeof loader>()
  const { setelah, ...words } = query
  const filtered = Object.values(words).some(Boolean)
  return (
    <Page
      wide
      title="Acara"
      lead="Forum, bimtek, sosialisasi, dan rakor bersama KIM: dari undangan sampai keputusannya selesai."
      actions={
        <>
          <ButtonLink to="/dinas/acara/baru">Rencanakan acara</ButtonLink>
          <ButtonLink to="/dinas/acara/keputusan" variant="secondary">
            Keputusan yang berjalan
          </ButtonLink>
        </>
      }
    >
      <form
        key={hrefWith('', words)}
        method="get"
        aria-label="Saring daftar acara"
        className="mb-2 border-b border-line pb-5"
      >
        <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
          <FilterField name="q" type="search" label="Nama acara" defaultValue={query.q} />
          <FilterSelect
            name="status"
            label="Tahap"
            all="Semua tahap"
            options={eventStatuses.map((value) => ({ value, label: eventStatusWords[value].label }))}
            defaultValue={query.status}
          />
          <FilterSelect
            name="jenis"
            label="Jenis"
            all="Semua jenis"
            options={eventKinds.map((value) => ({ value, label: eventKindWords[value] }))}
            defaultValue={query.jenis}
          />
          <RegionFilter state={filter} />
        </div>
        <div className="mt-3 flex flex-wrap gap-3">
          <Button variant="secondary">Terapkan</Button>
          {filtered && (
            <ButtonLink to="/dinas/acara" variant="quiet">
              Hapus saringan
            </ButtonLink>
          )}
        </div>
      </form>
      {rows.length === 0 ? (
        <Nothing filtered={filtered} />
      ) : (
        <DataTable
          caption="Acara, yang terbaru dulu"
          rows={rows}
          keyOf={({ id }) => id}
          columns={[
            {
              header: 'Acara',
              cell: (row) => (
                <>
                  <Link to={`/dinas/acara/${row.id}`}>{row.title}</Link>
                  <span className="block text-sm font-normal text-soft">
                    {eventKindWords[row.kind]}
                    {severalOffices && ` · ${row.office}`}
                  </span>
                </>
              ),
            },
            {
              header: 'Waktu dan tempat',
              cell: (row) => (
                <>
                  {whenWords(row)}
                  <span className="block text-sm text-soft">{row.venue ?? 'Daring'}</span>
                </>
              ),
            },
            {
              header: 'Tahap',
              cell: ({ status }) => (
                <Badge tone={eventStatusWords[status].tone}>{eventStatusWords[status].label}</Badge>
              ),
            },
            {
              header: 'KIM menerima',
              numeric: true,
              cell: (row) => `${formatNumber(row.acceptedGroups)} dari ${formatNumber(row.invitedGroups)}`,
            },
            {
              header: 'Orang hadir',
              numeric: true,
              cell: (row) => `${formatNumber(row.presentPeople)} dari ${formatNumber(row.registeredPeople)}`,
            },
          ]}
        />
      )}
      <Pager next={next && hrefWith('/dinas/acara', { ...words, setelah: next })} />
    </Page>
  )
}

function Nothing({ filtered }: { filtered: boolean }) {
  if (filtered) {
    return (
      <EmptyState
        title="Tidak ada acara yang cocok"
        action={
          <ButtonLink to="/dinas/acara" variant="secondary">
            Hapus saringan
          </ButtonLink>
        }
      >
        Coba satu kata saja dari namanya, atau longgarkan saringannya. Wilayah dicocokkan dengan dinas
        penyelenggara dan desa tempat acara.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title="Belum ada acara"
      action={<ButtonLink to="/dinas/acara/baru">Rencanakan acara</ButtonLink>}
    >
      Rencanakan bimtek atau forum, undang KIM menurut wilayah dan keaktifannya, lalu catat kehadiran dengan
      kode QR.
    </EmptyState>
  )
}
