import { data } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { verifyPublication } from '~/features/publications/publications.queries.server'
import { fileFormats } from '~/features/publications/publications.schema'
import { pageLoader } from '~/routes/door'
import { Callout } from '~/ui/callout'
import { Facts } from '~/ui/data'
import { formatDate } from '~/ui/format'
import { Page, Section } from '~/ui/page'

const params = z.object({ number: z.string().max(40) })

export const loader = pageLoader({ access: 'public', params }, async ({ params, services }) => {
  const document = await verifyPublication(services, params.number)
  return data({ number: params.number, document }, document ? 200 : 404)
})

export const handle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data: answer }) => [
  { title: `${answer?.document ? answer.document.title : 'Nomor dokumen tidak dikenal'} · Simpul KIM` },
  { name: 'robots', content: 'noindex' },
]

export default function VerifyDocument() {
  const { number, document } = useLoaderData<typeof loader>()
  if (!document) {
    return (
      <Page title="Nomor dokumen tidak dikenal" back={{ to: '/verifikasi', label: 'Cek nomor' }}>
        <Callout tone="bad" title={`Tidak ada dokumen bernomor ${number}`}>
          Periksa lagi nomornya pada dokumen. Bila nomornya memang begitu, dokumen itu tidak diterbitkan lewat
          Simpul KIM; tanyakan kepada dinas yang namanya tertulis di sana.
        </Callout>
      </Page>
    )
  }
  const { files } = document
  return (
    <Page title="Dokumen ini diterbitkan lewat Simpul KIM" back={{ to: '/verifikasi', label: 'Cek nomor' }}>
      <Callout tone="good" title={document.title}>
        {document.place}. {document.period}.
      </Callout>
      <Facts
        items={[
          { term: 'Nomor', value: document.number },
          { term: 'Diterbitkan oleh', value: document.office },
          { term: 'Tanggal', value: formatDate(document.madeOn) },
          { term: 'Sidik data (SHA-256)', value: <Hash of={document.factsSha256} /> },
        ]}
      />
      <p className="mt-4 max-w-prose">
        Cocokkan judul, wilayah, nomor dan sidik data dengan yang tercetak. Bila ada yang berbeda, jangan
        percaya pada lembar itu.
      </p>
      <Callout tone="plain">
        Kode QR menunjukkan catatan dokumen di portal ini. Kode itu{' '}
        <strong>bukan tanda tangan elektronik</strong> dan tidak menggantikan tanda tangan pejabat.
      </Callout>
      {files && (
        <Section title="Sidik berkas">
          <p className="mb-2 max-w-prose text-soft">
            Untuk yang menerima berkasnya: nilai SHA-256 berkas yang asli persis seperti ini.
          </p>
          <Facts
            items={fileFormats.map((format) => ({
              term: format.toUpperCase(),
              value: <Hash of={files[format].sha256} />,
            }))}
          />
        </Section>
      )}
    </Page>
  )
}

function Hash({ of }: { of: string | null }) {
  return <span className="[overflow-wrap:anywhere]">{of ?? 'sedang dibuat'}</span>
}
