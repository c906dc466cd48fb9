import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { certificatesScreen } from '~/features/events/attendance-papers.queries.server'
import { CertifyForm, EventId } from '~/features/events/events.schema'
import { issueAttendance } from '~/features/events/issue-attendance.server'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { Callout, EmptyState } from '~/ui/callout'
import { DataTable } from '~/ui/data'
import { Form, SubmitButton } from '~/ui/form'
import { formatBytes, formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import { Refusal } from '~/ui/refusal'
import { WorkProgress } from '~/ui/work-progress'

export { shouldRevalidate } from '~/routes/ask-again'

export const meta = () => [{ title: 'Sertifikat · Simpul KIM' }]

const params = z.object({ eventId: EventId })

export const loader = pageLoader({ access: { can: 'event.manage' }, params }, ({ params, actor, services }) =>
  certificatesScreen(services, actor, params.eventId),
)

export const action = formAction(
  { access: { can: 'event.manage' }, params, schema: CertifyForm },
  async ({ params: { eventId }, value: { version }, actor, services, requestId }) => {
    const issued = await issueAttendance(services, { actor, requestId, eventId, version })
    return redirectSaying(
      `/dinas/acara/${eventId}/sertifikat`,
      `${formatNumber(issued)} sertifikat diterbitkan. Berkas cetaknya sedang dibuat.`,
    )
  },
)

type Screen = ReturnType<typeof useLoaderData<typeof loader>>

export default function Certificates() {
  const screen = useLoaderData<typeof loader>()
  const { event, issued, waiting, shut } = screen
  const answer = useActionData<typeof action>()
  return (
    <Page
      wide
      title="Sertifikat"
      lead={event.title}
      back={{ to: `/dinas/acara/${event.id}`, label: 'Acara' }}
    >
      <Refusal result={answer?.result} />
      {shut && <Callout tone="wait">{shut}</Callout>}
      {issued.length > 0 && <PrintFile {...screen} />}
      {!shut && waiting > 0 && (
        <Form className="my-6">
          <input type="hidden" name="version" value={event.version} />
          <p className="mb-3 max-w-prose">
            {formatNumber(waiting)} orang hadir dan belum bersertifikat. Semuanya dibuat sekali jalan,
            bernomor, dan dapat diperiksa keasliannya lewat kode QR. Sesudah bersertifikat, tanda hadir tidak
            dapat dibatalkan.
          </p>
          <SubmitButton>{`Buat ${formatNumber(waiting)} sertifikat`}</SubmitButton>
        </Form>
      )}
      {!shut && waiting === 0 && issued.length === 0 && (
        <EmptyState title="Belum ada yang hadir">
          Catat kehadirannya dulu; sertifikat dibuat untuk mereka yang hadir.
        </EmptyState>
      )}
      {issued.length > 0 && (
        <Section title="Yang sudah diterbitkan">
          <DataTable
            caption="Sertifikat menurut nomor"
            rows={issued}
            keyOf={({ code }) => code}
            columns={[
              {
                header: 'Nama',
                cell: ({ name, code }) => <Link to={`/acara/sertifikat/${code}`}>{name}</Link>,
              },
              { header: 'Asal', cell: ({ groupName }) => groupName ?? '–' },
              { header: 'Nomor', cell: ({ number }) => <span className="tabular-nums">{number}</span> },
            ]}
          />
        </Section>
      )}
    </Page>
  )
}

/** The file of the whole: how far it is, then where it is. */
function PrintFile({ event, progress }: Screen) {
  if (!event.hasFile) {
    return (
      <WorkProgress
        title="Berkas cetak sedang dibuat"
        progress={progress}
        unit="lembar"
        remains="Sertifikatnya sudah terbit dan tetap dapat dibuka satu per satu."
      />
    )
  }
  return (
    <Callout tone="good" title="Berkas cetak siap">
      {/* A plain link: a file is no page for the router. */}
      <a
        href={`/dinas/acara/${event.id}/sertifikat/unduh`}
        className="inline-flex min-h-11 items-center font-semibold"
      >
        {`Unduh ${formatNumber(event.certificates)} sertifikat dalam satu PDF`}
      </a>
      {event.certificateBytes && <span className="text-soft"> ({formatBytes(event.certificateBytes)})</span>}
    </Callout>
  )
}
