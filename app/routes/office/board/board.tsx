import { useLoaderData } from '@remix-run/react'
import { boardScreen } from '~/features/coordination/board.queries.server'
import { boardPath, boardQuery, latePath } from '~/features/coordination/board.schema'
import { newNotePath } from '~/features/coordination/threads.schema'
import { BoardFilterForm } from '~/features/coordination/ui/board-filter'
import { BoardNotes } from '~/features/coordination/ui/board-notes'
import { BoardTable } from '~/features/coordination/ui/board-table'
import { pageLoader } from '~/routes/door'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/callout'
import { Link } from '~/ui/link'
import { Page } from '~/ui/page'
import { PrintButton } from '~/ui/print-button'

export const meta = () => [{ title: 'Papan koordinasi · Simpul KIM' }]

export const handle = { scripts: false }

export const loader = pageLoader(
  { access: { can: 'coordination.lead' }, query: boardQuery },
  async ({ query, actor, services }) => ({ query, screen: await boardScreen(services, actor, query) }),
)

const link = 'inline-flex min-h-11 items-center font-semibold'

export default function Board() {
  const { query, screen } = useLoaderData<typeof loader>()
  const { region, isBelow, rows, today, now, terms } = screen
  const place = { wilayah: query.wilayah }
  return (
    <Page
      wide
      title={`Papan koordinasi ${region.name}`}
      lead="Di mana KIM tumbuh, siapa yang menunggu, dan dinas mana yang perlu disapa. Tiap angka membuka daftarnya, tiap baris dapat dikirimi catatan."
      back={isBelow ? { to: '/dinas/papan', label: 'Papan koordinasi' } : { to: '/dinas', label: 'Dinas' }}
      actions={
        <>
          <ButtonLink to={newNotePath({ ...place, saring: query.saring, angka: query.urut })}>
            Kirim catatan
          </ButtonLink>
          <PrintButton />
        </>
      }
    >
      <nav aria-label="Tentang papan ini" className="no-print mb-4 flex flex-wrap gap-x-6">
        <Link className={link} to={latePath(place)}>
          Lewat dua kali batas
        </Link>
        <Link className={link} to={boardPath(place, '/tren')}>
          Tren 12 bulan
        </Link>
        <Link className={link} to={boardPath(place, '/bandingkan')}>
          Bandingkan dua tanggal
        </Link>
        <Link className={link} to="/dinas/koordinasi">
          Catatan koordinasi
        </Link>
        <a className={link} href={boardPath(query, '/unduh/xlsx')}>
          Unduh XLSX
        </a>
        <a className={link} href={boardPath(query, '/unduh/csv')}>
          Unduh CSV
        </a>
      </nav>
      <BoardFilterForm query={query} />
      {rows.length === 0 ? (
        <EmptyState
          title="Tidak ada yang cocok"
          action={
            <ButtonLink variant="secondary" to={boardPath(place)}>
              Tampilkan semua
            </ButtonLink>
          }
        >
          Saat ini tidak ada wilayah dengan keadaan yang Anda pilih. Kabar baik, atau saringannya terlalu
          sempit.
        </EmptyState>
      ) : (
        <BoardTable screen={screen} query={query} />
      )}
      <BoardNotes today={today} now={now} terms={terms} />
    </Page>
  )
}
