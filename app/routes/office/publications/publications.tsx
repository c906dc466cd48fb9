import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { officeOutputs, outputWords } from '~/features/publications/outputs'
import { listPublications, PublicationCursor } from '~/features/publications/publications.queries.server'
import { pageLoader } from '~/routes/door'
import { Badge, EmptyState } from '~/ui/callout'
import { DataTable } from '~/ui/data'
import { formatDate } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'

export const meta = () => [{ title: 'Rekap dan laporan · Simpul KIM' }]

export const handle = { scripts: false }

const query = z.object({ setelah: PublicationCursor.optional().catch(undefined) })

export const loader = pageLoader(
  { access: { can: 'publication.read' }, query },
  async ({ query: { setelah }, actor, services }) => ({
    ...(await listPublications(services, actor, setelah)),
    isFirst: setelah === undefined,
  }),
)

export default function Publications() {
  const { rows, next, isFirst } = useLoaderData<typeof loader>()
  return (
    <Page
      wide
      title="Rekap dan laporan"
      lead="Pilih rekap, lihat angkanya, lalu terbitkan sebagai dokumen bernomor: PDF, Excel dan CSV dengan angka yang sama."
      back={{ to: '/dinas', label: 'Dinas' }}
    >
      <ul className="grid gap-x-12 sm:grid-cols-2">
        {officeOutputs.map((output) => (
          <li key={output} className="border-t border-line py-3">
            <Link to={`/dinas/rekap/${output}`} className="inline-flex min-h-11 items-center font-semibold">
              {outputWords[output].title}
            </Link>
            <p className="text-sm text-soft">{outputWords[output].lead}</p>
          </li>
        ))}
      </ul>
      <Section title="Dokumen yang sudah diterbitkan">
        {rows.length === 0 ? (
          <EmptyState title="Belum ada dokumen">
            Buka salah satu rekap di atas, periksa angkanya, lalu tekan “Terbitkan dokumen bernomor”.
            Dokumennya tersimpan di sini dan tidak berubah lagi.
          </EmptyState>
        ) : (
          <DataTable
            caption="Dokumen yang sudah diterbitkan, terbaru di atas"
            rows={rows}
            keyOf={(row) => row.id}
            columns={[
              {
                header: 'Dokumen',
                cell: (row) => (
                  <>
                    <Link to={`/dinas/rekap/dokumen/${row.id}`}>{row.title}</Link>
                    <span className="block text-sm font-normal text-soft">
                      {row.place}. {row.period}
                    </span>
                  </>
                ),
              },
              { header: 'Nomor', cell: (row) => <span className="whitespace-nowrap">{row.number}</span> },
              { header: 'Diterbitkan oleh', cell: (row) => row.office },
              { header: 'Tanggal', cell: (row) => formatDate(row.madeOn) },
              {
                header: 'Berkas',
                cell: (row) =>
                  row.isReady ? <Badge tone="good">Siap</Badge> : <Badge tone="wait">Sedang dibuat</Badge>,
              },
            ]}
          />
        )}
        <p className="mt-4 flex gap-6">
          {!isFirst && (
            <Link to="/dinas/rekap" className="inline-flex min-h-11 items-center font-semibold">
              ← Terbaru
            </Link>
          )}
          {next && (
            <Link
              to={`/dinas/rekap?setelah=${next}`}
              className="inline-flex min-h-11 items-center font-semibold"
            >
              Lebih lama →
            </Link>
          )}
        </p>
      </Section>
    </Page>
  )
}
