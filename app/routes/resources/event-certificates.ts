import { createReadableStreamFromReadable, redirect } from '@remix-run/node'
import { z } from 'zod'
import { certificateFile } from '~/features/events/attendance-papers.queries.server'
import { EventId } from '~/features/events/events.schema'
import { pageLoader } from '~/routes/door'

/** All certificates of an event in one file, to be printed; while it is being made, the page that tells how far it is. */
export const loader = pageLoader(
  { access: { can: 'event.manage' }, params: z.object({ eventId: EventId }) },
  async ({ params, actor, services }) => {
    const file = await certificateFile(services, actor, params.eventId)
    if (!file) return redirect(`/dinas/acara/${params.eventId}/sertifikat`)
    const { sha256, bytes, series } = file
    return new Response(createReadableStreamFromReadable(services.storage.stream(sha256)), {
      headers: {
        'Content-Type': 'application/pdf',
        'Content-Length': String(bytes),
        'Content-Disposition': `attachment; filename="Sertifikat-${series}.pdf"`,
        'Cache-Control': 'private, no-store',
      },
    })
  },
)
