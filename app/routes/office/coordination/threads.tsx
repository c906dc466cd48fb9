import { useLoaderData } from '@remix-run/react'
import { threadsScreen } from '~/features/coordination/threads.queries.server'
import {
  newNotePath,
  type ThreadsQuery,
  threadsPath,
  threadsQuery,
} from '~/features/coordination/threads.schema'
import { ThreadFilter, ThreadTable, ThreadTabs } from '~/features/coordination/ui/thread-list'
import { pageLoader } from '~/routes/door'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/callout'
import { Page } from '~/ui/page'
import { Pager } from '~/ui/pager'

export const meta = () => [{ title: 'Catatan koordinasi · Simpul KIM' }]

export const handle = { scripts: false }

export const loader = pageLoader(
  { access: { can: 'coordination.read' }, query: threadsQuery },
  async ({ query, actor, services }) => ({ query, screen: await threadsScreen(services, actor, query) }),
)

export default function Coordination() {
  const { query, screen } = useLoaderData<typeof loader>()
  const { rows, next, previous, counts, mayLead } = screen
  return (
    <Page
      wide
      title="Catatan koordinasi"
      lead="Surat pendek antara dinas provinsi atau pusat dan dinas di bawahnya. Hanya petugas kedua pihak yang membacanya."
      back={{ to: '/dinas', label: 'Dinas' }}
      actions={mayLead && <ButtonLink to={newNotePath({})}>Kirim catatan</ButtonLink>}
    >
      <ThreadTabs query={query} counts={counts} />
      <ThreadFilter query={query} screen={screen} />
      {rows.length === 0 ? (
        <Nothing query={query} mayLead={mayLead} />
      ) : (
        <ThreadTable rows={rows} stage={query.keadaan} />
      )}
      <Pager
        previous={previous && threadsPath(query, { sebelum: previous })}
        next={next && threadsPath(query, { setelah: next })}
      />
    </Page>
  )
}

function Nothing({ query, mayLead }: { query: ThreadsQuery; mayLead: boolean }) {
  if (query.keadaan !== 'semua') {
    return (
      <EmptyState
        title="Tidak ada catatan di sini"
        action={
          <ButtonLink to={threadsPath(query, { keadaan: 'semua' })} variant="secondary">
            Lihat semua catatan
          </ButtonLink>
        }
      >
        Tidak ada yang perlu Anda kerjakan di tahap ini.
      </EmptyState>
    )
  }
  if (mayLead) {
    return (
      <EmptyState
        title="Belum ada catatan"
        action={<ButtonLink to="/dinas/papan">Buka papan koordinasi</ButtonLink>}
      >
        Lihat di papan dinas mana yang perlu disapa, lalu kirim catatan dari barisnya. Jawabannya terkumpul di
        sini.
      </EmptyState>
    )
  }
  return (
    <EmptyState title="Belum ada catatan">
      Catatan dari dinas provinsi atau kementerian muncul di sini dan Anda mendapat pemberitahuan.
    </EmptyState>
  )
}
