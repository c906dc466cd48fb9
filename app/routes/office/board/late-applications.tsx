import { useLoaderData } from '@remix-run/react'
import { backToBoard } from '~/features/coordination/back-to-board'
import { latePath, lateQuery } from '~/features/coordination/board.schema'
import { type LateScreen, lateScreen } from '~/features/coordination/late.queries.server'
import { newNotePath } from '~/features/coordination/threads.schema'
import { queuePath } from '~/features/registration/queue.schema'
import { QueueTable } from '~/features/registration/ui/queue-table'
import { pageLoader } from '~/routes/door'
import { ButtonLink } from '~/ui/button'
import { Callout, EmptyState } from '~/ui/callout'
import { formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import { Pager } from '~/ui/pager'

export const meta = () => [{ title: 'Lewat dua kali batas · Simpul KIM' }]

export const handle = { scripts: false }

export const loader = pageLoader(
  { access: { can: 'coordination.lead' }, query: lateQuery },
  async ({ query, actor, services }) => ({ query, screen: await lateScreen(services, actor, query) }),
)

export default function LateApplications() {
  const { query, screen } = useLoaderData<typeof loader>()
  const { region, regency, where, rows, now, previous, next } = screen
  return (
    <Page
      wide
      title={`Lewat dua kali batas: ${regency?.name ?? region.name}`}
      lead="Permohonan yang melampaui batas waktu dinas selama batas itu sekali lagi. Batasnya dalam hari kerja menurut pengaturan daerah; bawaan, bukan dari peraturan."
      back={backToBoard(screen)}
    >
      <WhoDecides screen={screen} />
      {where.length > 0 && <Where screen={screen} />}
      {rows.length === 0 ? (
        <EmptyState
          title="Tidak ada permohonan yang begitu lama"
          action={
            <ButtonLink variant="secondary" to={queuePath({ tahap: 'semua', lewat: '1' })}>
              Lihat yang lewat batas
            </ButtonLink>
          }
        >
          Begitu ada permohonan yang menunggu dua kali batas waktunya, permohonan itu muncul di sini.
        </EmptyState>
      ) : (
        <Section title={regency ? `Permohonan di ${regency.name}` : 'Permohonan'}>
          <QueueTable
            caption="Permohonan yang lewat dua kali batas, yang paling lama menunggu di atas"
            rows={rows}
            now={now}
            withRegency
          />
          <Pager
            previous={previous && latePath({ wilayah: query.wilayah, sebelum: previous })}
            next={next && latePath({ wilayah: query.wilayah, setelah: next })}
          />
        </Section>
      )}
    </Page>
  )
}

function WhoDecides({ screen: { provinceDecides } }: { screen: LateScreen }) {
  return provinceDecides ? (
    <Callout tone="info">
      Pengaturan “Provinsi boleh memutuskan permohonan” sedang menyala: provinsi dapat memutuskan, tetapi
      sebaiknya sesudah berbicara dengan dinas kabupaten/kota.
    </Callout>
  ) : (
    <Callout tone="info">
      Provinsi dan pusat tidak memutuskan permohonan; yang memutuskan dinas kabupaten/kota. Yang dapat Anda
      lakukan: membaca berkasnya, lalu mengirim catatan koordinasi dan menawarkan bantuan.
    </Callout>
  )
}

/** Where they lie, each with the way to its office. */
function Where({ screen: { where, regency, region, isBelow, isNation } }: { screen: LateScreen }) {
  return (
    <Section title={isNation ? 'Menurut provinsi' : 'Menurut kabupaten/kota'}>
      <ul className="grid gap-x-10 sm:grid-cols-2">
        {where.map(({ code, name, twiceLate }) => (
          <li
            key={code}
            className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 border-b border-line"
          >
            <Link
              to={latePath({ wilayah: code })}
              aria-current={code === regency?.code ? 'true' : undefined}
              className="inline-flex min-h-11 items-center aria-[current=true]:font-semibold"
            >
              {name} ({formatNumber(twiceLate)})
            </Link>
            <Link
              to={newNotePath({ wilayah: isBelow ? region.code : undefined, ke: code, angka: 'terlambat' })}
              className="inline-flex min-h-11 items-center"
            >
              Kirim catatan<span className="sr-only"> kepada dinas {name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
