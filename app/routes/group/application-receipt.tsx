import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { documentWords } from '~/features/documents/documents.messages'
import { applicationScreen } from '~/features/registration/application-screens.queries.server'
import { applicationPath, applicationStatusWords } from '~/features/registration/registration.messages'
import { ApplicationId } from '~/features/registration/registration.schema'
import { stageOf } from '~/features/registration/stage'
import { pageLoader } from '~/routes/door'
import { ButtonLink } from '~/ui/button'
import { Facts } from '~/ui/data'
import { formatBytes, formatDay, formatMoment, formatNumber } from '~/ui/format'
import { Page, Section } from '~/ui/page'
import { PrintButton } from '~/ui/print-button'

export const meta = () => [{ title: 'Tanda terima · Simpul KIM' }]

const params = z.object({ applicationId: ApplicationId })

export const loader = pageLoader({ access: 'signedIn', params }, async ({ params, actor, services }) => {
  const application = await applicationScreen(services, actor, params.applicationId)
  // Nothing has been received before it is submitted.
  if (!application.reference) throw redirect(applicationPath(application.id))
  return application
})

export default function ApplicationReceipt() {
  const application = useLoaderData<typeof loader>()
  const { id, reference, groupName, place, office, zone, status, submittedAt, dueAt, documents } = application
  return (
    <Page
      title="Tanda terima permohonan"
      back={{ to: applicationPath(id), label: groupName }}
      actions={<PrintButton />}
    >
      <p className="text-soft">Pendaftaran Komunitas Informasi Masyarakat (KIM)</p>
      <p className="mt-4 text-sm text-soft">Nomor permohonan</p>
      <p className="mb-6 text-3xl font-bold tracking-wide">{reference}</p>
      <Facts
        items={[
          { term: 'Kelompok', value: groupName },
          { term: 'Wilayah', value: place },
          { term: 'Diterima', value: submittedAt === null ? '' : formatMoment(submittedAt, zone) },
          { term: 'Diperiksa oleh', value: office },
          {
            term: 'Cara pengajuan',
            value: application.paper ? 'Permohonan kertas, dientri petugas' : 'Daring',
          },
          { term: 'Keadaan saat ini', value: applicationStatusWords[status] },
        ]}
      />
      <Section title="Berkas yang diterima">
        <ul className="list-disc pl-5">
          {documents.map(({ id: documentId, kind, pages, bytes }) => (
            <li key={documentId}>
              {documentWords[kind]} ({formatNumber(pages)} halaman, {formatBytes(bytes)})
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Selanjutnya">
        <p>{stageOf(status, office).next}</p>
        {status === 'submitted' && dueAt !== null && (
          <p className="mt-1">Batas pemeriksaan: {formatDay(dueAt - 1, zone)}.</p>
        )}
        <p className="mt-1">
          Sebutkan nomor permohonan di atas bila bertanya. Tanda terima ini bukan tanda daftar.
        </p>
      </Section>
      <p className="no-print mt-8">
        <ButtonLink to={applicationPath(id)} variant="secondary">
          Lihat keadaan permohonan
        </ButtonLink>
      </p>
    </Page>
  )
}
