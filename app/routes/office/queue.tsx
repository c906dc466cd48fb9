import { useLoaderData } from '@remix-run/react'
import { may } from '~/features/identity/actor'
import { queueScreen } from '~/features/registration/queue.queries.server'
import { type QueueQuery, queuePath, queueQuery, stageWords } from '~/features/registration/queue.schema'
import { QueueFilters, StageTabs } from '~/features/registration/ui/queue-filters'
import { QueueTable } from '~/features/registration/ui/queue-table'
import { pageLoader } from '~/routes/door'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/callout'
import { Page } from '~/ui/page'
import { Pager } from '~/ui/pager'

export const meta = () => [{ title: 'Antrean permohonan · Simpul KIM' }]

export const handle = { scripts: false }

export const loader = pageLoader(
  { access: { can: 'registration.review' }, query: queueQuery },
  async ({ query, actor, services }) => ({
    ...(await queueScreen(services, actor, query)),
    query,
    mayEnterPaper: may(actor, 'registration.enterPaper'),
  }),
)

export default function Queue() {
  const { rows, counts, next, previous, regions, now, query, mayEnterPaper } = useLoaderData<typeof loader>()
  return (
    <Page
      wide
      title="Antrean permohonan"
      lead="Permohonan pendaftaran KIM di wilayah Anda. Buka satu untuk membacanya; permohonan baru menjadi tugas Anda setelah Anda mengambilnya."
      actions={
        mayEnterPaper && (
          <ButtonLink to="/dinas/entri" variant="secondary">
            Entri dari kertas
          </ButtonLink>
        )
      }
    >
      <StageTabs query={query} counts={counts} />
      <QueueFilters query={query} regions={regions} />
      {rows.length === 0 ? (
        <Nothing query={query} />
      ) : (
        <QueueTable
          caption={`Permohonan, tahap ${stageWords[query.tahap].toLowerCase()}`}
          rows={rows}
          now={now}
          withRegency={regions.length > 0}
        />
      )}
      <Pager
        previous={previous && queuePath(query, { sebelum: previous })}
        next={next && queuePath(query, { setelah: next })}
      />
    </Page>
  )
}

function Nothing({ query }: { query: QueueQuery }) {
  const filtered = query.cari || query.pemegang || query.lewat || query.wilayah
  if (filtered) {
    return (
      <EmptyState
        title="Tidak ada permohonan yang cocok"
        action={
          <ButtonLink to={queuePath(query, { tahap: 'semua' })} variant="secondary">
            Cari di semua tahap
          </ButtonLink>
        }
      >
        Periksa ejaannya, atau longgarkan saringannya.
      </EmptyState>
    )
  }
  if (query.tahap === 'menunggu') {
    return (
      <EmptyState
        title="Tidak ada yang menunggu"
        action={
          <ButtonLink to={queuePath({ tahap: 'diperiksa' })} variant="secondary">
            Lihat yang sedang diperiksa
          </ButtonLink>
        }
      >
        Permohonan yang dikirim kelompok di wilayah Anda akan muncul di sini, yang paling lama menunggu di
        atas.
      </EmptyState>
    )
  }
  return <EmptyState title="Belum ada permohonan di tahap ini">Permohonan akan muncul di sini.</EmptyState>
}
