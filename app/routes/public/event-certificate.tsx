import { data } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { Verdict } from '~/features/certificates/ui/verdict'
import { certificateByCode } from '~/features/events/attendance-papers.queries.server'
import { eventKindWords } from '~/features/events/events.messages'
import { CertificateCode } from '~/features/events/events.schema'
import { pageLoader } from '~/routes/door'
import { Facts } from '~/ui/data'
import { formatDate } from '~/ui/format'
import { Page, Section } from '~/ui/page'

export const loader = pageLoader(
  { access: 'public', params: z.object({ certificateCode: z.string().max(100) }) },
  async ({ params: { certificateCode }, services }) => {
    const code = CertificateCode.safeParse(certificateCode)
    const facts = code.success ? await certificateByCode(services, code.data) : null
    return data({ facts, code: facts ? certificateCode : '' }, facts ? 200 : 404)
  },
)

export const handle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.facts ? `Sertifikat ${data.facts.number}` : 'Sertifikat tidak dikenal'} · Simpul KIM` },
  { name: 'robots', content: 'noindex' },
]

/** Whether a certificate of attendance is real, for whoever holds the paper or scans it. */
export default function EventCertificate() {
  const { facts, code } = useLoaderData<typeof loader>()
  if (!facts) {
    return (
      <Page title="Sertifikat tidak dikenal">
        <Verdict answer="unknown" word="Tidak dikenal">
          Tidak ada sertifikat dengan kode ini. Periksa lagi alamat di bawah kode QR-nya; bila memang tertulis
          begitu, jangan langsung percaya pada lembarnya dan tanyakan kepada penyelenggaranya.
        </Verdict>
      </Page>
    )
  }
  const days = facts.from === facts.until ? [facts.from] : [facts.from, facts.until]
  return (
    <Page title={`Sertifikat ${facts.number}`}>
      <Verdict answer="registered" word="Asli">
        {`Sertifikat ini diterbitkan ${facts.office} pada ${formatDate(facts.issuedOn)}. Cocokkan isinya dengan lembar di depan Anda.`}
      </Verdict>
      <Section title="Yang tertulis di lembarnya">
        <Facts
          items={[
            { term: 'Nama', value: <strong>{facts.name}</strong> },
            { term: 'Asal', value: facts.groupName ?? '–' },
            { term: 'Acara', value: facts.title },
            { term: 'Jenis', value: eventKindWords[facts.kind] },
            { term: 'Tanggal', value: days.map(formatDate).join(' sampai ') },
            { term: 'Tempat', value: facts.venue },
            { term: 'Nomor', value: facts.number },
          ]}
        />
        <p className="mt-4">
          <a
            href={`/acara/sertifikat/${code}/unduh`}
            className="inline-flex min-h-11 items-center font-semibold"
          >
            Unduh sertifikat (PDF)
          </a>
        </p>
        <p className="text-sm text-soft">
          Sertifikat keikutsertaan; bukan sertifikat kompetensi. Belum ditandatangani secara elektronik.
        </p>
      </Section>
    </Page>
  )
}
