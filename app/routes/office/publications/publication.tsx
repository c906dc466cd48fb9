import { useLoaderData } from '@remix-run/react'
import { publicationScreen } from '~/features/publications/publications.queries.server'
import { publicationParams } from '~/features/publications/publications.schema'
import { PublicationFileLinks } from '~/features/publications/ui/publication-files'
import { pageLoader } from '~/routes/door'
import { ButtonLink } from '~/ui/button'
import { Facts } from '~/ui/data'
import { formatMoment } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import { WorkProgress } from '~/ui/work-progress'

export const meta = ({ data }: { data?: { number: string } }) => [
  { title: `Dokumen ${data?.number ?? ''} · Simpul KIM` },
]

export const loader = pageLoader(
  { access: { can: 'publication.read' }, params: publicationParams },
  ({ params, actor, services }) => publicationScreen(services, actor, params.publicationId),
)

export default function Publication() {
  const document = useLoaderData<typeof loader>()
  const { id, number, files, progress } = document
  return (
    <Page
      title={document.title}
      lead={`${document.place}. ${document.period}.`}
      back={{ to: '/dinas/rekap', label: 'Rekap dan laporan' }}
      actions={
        files && (
          <ButtonLink to={`/dinas/rekap/dokumen/${id}/banding`} variant="secondary">
            Bandingkan dengan hari ini
          </ButtonLink>
        )
      }
    >
      {files ? (
        <PublicationFileLinks id={id} files={files} />
      ) : (
        <WorkProgress
          title={progress?.total ? 'Membuat PDF, Excel dan CSV' : 'Mengumpulkan data'}
          progress={progress}
          remains="Nomornya tetap milik dokumen ini, dan datanya tidak hilang."
        />
      )}
      <Section title="Tentang dokumen ini">
        <Facts
          items={[
            { term: 'Nomor', value: number },
            { term: 'Diterbitkan oleh', value: document.office },
            { term: 'Diterbitkan pada', value: formatMoment(document.madeAt) },
            {
              term: 'Sidik data (SHA-256)',
              value: document.factsSha256 && (
                <span className="[overflow-wrap:anywhere]">{document.factsSha256}</span>
              ),
            },
            {
              term: 'Pemeriksaan',
              value: (
                <Link to={`/verifikasi/dokumen/${number}`} className="inline-flex min-h-11 items-center">
                  Halaman verifikasi, yang dituju kode QR pada PDF
                </Link>
              ),
            },
          ]}
        />
        <p className="mt-4 max-w-prose text-soft">
          Isi dokumen ini tidak berubah lagi. Data yang dikoreksi sesudahnya terlihat lewat “Bandingkan dengan
          hari ini”, dan masuk ke dokumen baru dengan nomor baru.
        </p>
      </Section>
    </Page>
  )
}
