import { useLoaderData } from '@remix-run/react'
import { backToBoard } from '~/features/coordination/back-to-board'
import { boardPath } from '~/features/coordination/board.schema'
import { trendScreen } from '~/features/coordination/trend.queries.server'
import { trendMeasures, trendQuery } from '~/features/coordination/trend.schema'
import { activeMeans, measures } from '~/features/coverage/measures'
import { pageLoader } from '~/routes/door'
import { SmallMultiples } from '~/ui/chart/small-multiples'
import { formatDate } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import { PrintButton } from '~/ui/print-button'

export const meta = () => [{ title: 'Tren 12 bulan · Simpul KIM' }]

export const handle = { scripts: false }

export const loader = pageLoader(
  { access: { can: 'coordination.lead' }, query: trendQuery },
  async ({ query, actor, services }) => ({ query, screen: await trendScreen(services, actor, query) }),
)

export default function BoardTrend() {
  const { query, screen } = useLoaderData<typeof loader>()
  const { region, belowWords, drawing, fallen, today, activeDays } = screen
  const { name, definition } = measures[query.ukuran]
  const { wilayah } = query
  return (
    <Page
      wide
      title={`Tren 12 bulan ${region.name}`}
      lead={`${name}, menurut ${belowWords.toLowerCase()}, pada akhir tiap bulan. Yang paling turun di atas.`}
      back={backToBoard(screen)}
      actions={<PrintButton />}
    >
      <nav aria-label="Ukuran" className="no-print mb-5 flex flex-wrap gap-x-6 border-b border-line">
        {trendMeasures.map((key) => (
          <Link
            key={key}
            to={boardPath({ wilayah, ukuran: key }, '/tren')}
            aria-current={key === query.ukuran ? 'page' : undefined}
            className="tab inline-flex min-h-11 items-center text-ink no-underline hover:text-teal-700 hover:underline aria-[current=page]:font-semibold aria-[current=page]:text-teal-800"
          >
            {measures[key].name}
          </Link>
        ))}
      </nav>
      {fallen.length > 0 && (
        <p className="mb-5 max-w-3xl border-l-4 border-amber-200 pl-4">
          Paling turun sejak setahun lalu: {fallen.map((one) => `${one.name} (${one.words})`).join(', ')}.
        </p>
      )}
      <SmallMultiples title={name} rowHeader={belowWords} drawing={drawing} />
      <Section title="Arti angka ini">
        <p className="max-w-3xl text-soft">
          {definition} {query.ukuran.endsWith('aktif') && activeMeans(activeDays)} Titik terakhir per{' '}
          {formatDate(today)}. Perubahan dihitung dari titik pertama sampai titik terakhir.
        </p>
      </Section>
    </Page>
  )
}
