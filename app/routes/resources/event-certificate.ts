import { z } from 'zod'
import { certificateByCode } from '~/features/events/attendance-papers.queries.server'
import { CertificateCode } from '~/features/events/events.schema'
import { drawOneAttendance } from '~/features/events/render-attendance.server'
import { notFound } from '~/platform/errors'
import { pageLoader } from '~/routes/door'

/** One certificate, for whoever holds its code: the same that stands on the paper. */
export const loader = pageLoader(
  { access: 'public', params: z.object({ certificateCode: CertificateCode }) },
  async ({ params: { certificateCode }, services }) => {
    const facts = await certificateByCode(services, certificateCode)
    if (!facts) throw notFound()
    const pdf = await drawOneAttendance(facts)
    return new Response(new Uint8Array(pdf), {
      headers: {
        'Content-Type': 'application/pdf',
        'Content-Length': String(pdf.length),
        'Content-Disposition': `inline; filename="Sertifikat-${facts.number.replaceAll('/', '-')}.pdf"`,
        'Cache-Control': 'private, no-store',
      },
    })
  },
)
