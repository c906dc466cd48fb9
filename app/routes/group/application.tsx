import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { applicationScreen } from '~/features/registration/application-screens.queries.server'
import { applicationEventWords, applicationPath } from '~/features/registration/registration.messages'
import { ApplicationId } from '~/features/registration/registration.schema'
import { StagePanel } from '~/features/registration/ui/stage-panel'
import { StepList } from '~/features/registration/ui/step-list'
import { withdrawApplication } from '~/features/registration/withdraw-application.server'
import { WithdrawForm } from '~/features/registration/withdraw-form.schema'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { ButtonLink } from '~/ui/button'
import { Timeline } from '~/ui/data'
import { Fold } from '~/ui/fold'
import { Form, SubmitButton } from '~/ui/form'
import { formatMoment } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import { Refusal } from '~/ui/refusal'

export const meta = () => [{ title: 'Permohonan pendaftaran · Simpul KIM' }]

const params = z.object({ applicationId: ApplicationId })

export const handle = { scripts: false }

export const loader = pageLoader({ access: 'signedIn', params }, ({ params, actor, services }) =>
  applicationScreen(services, actor, params.applicationId),
)

export const action = formAction(
  { access: 'signedIn', params, schema: WithdrawForm },
  async ({ value, params, actor, services, requestId }) => {
    const { applicationId } = params
    await withdrawApplication(services, { actor, applicationId, version: value.version, requestId })
    return redirectSaying(applicationPath(applicationId), 'Permohonan sudah ditarik kembali.')
  },
)

export default function Application() {
  const application = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { id, groupName, place, paper, editable, ready, steps, events, zone, reference, groupId } =
    application
  return (
    <Page
      title={groupName}
      lead={place}
      back={
        paper ? { to: '/dinas/entri', label: 'Entri kertas' } : { to: '/kelompok', label: 'Kelompok saya' }
      }
    >
      <Refusal result={answer?.result} />
      <StagePanel application={application} />
      {application.status === 'approved' && groupId && (
        <p className="mb-8">
          <ButtonLink to={`/kelompok/${groupId}`}>Buka halaman kelompok</ButtonLink>
        </p>
      )}
      <Section title={editable ? 'Langkah pendaftaran' : 'Isi permohonan'}>
        <StepList applicationId={id} steps={steps} />
        {editable && (
          <div className="mt-6">
            <ButtonLink to={applicationPath(id, 'periksa')} variant={ready ? 'primary' : 'secondary'}>
              {ready ? '5. Periksa dan kirim' : '5. Periksa semuanya'}
            </ButtonLink>
            {!ready && (
              <p className="mt-2 text-sm text-soft">Pengiriman terbuka setelah semua langkah lengkap.</p>
            )}
          </div>
        )}
        {reference && (
          <p className="mt-4">
            <Link to={applicationPath(id, 'tanda-terima')} className="inline-flex min-h-11 items-center">
              Tanda terima (dapat dicetak)
            </Link>
          </p>
        )}
      </Section>
      <Section title="Perjalanan permohonan">
        <Timeline
          items={events.map((event) => ({
            key: event.id,
            title: applicationEventWords[event.status],
            when: `${formatMoment(event.at, zone)}, oleh ${event.byWhom}`,
            note: event.note,
          }))}
        />
      </Section>
      {application.mayWithdraw && <Withdraw version={application.version} draft={reference === null} />}
    </Page>
  )
}

/** Taking it back asks once more; it opens without JavaScript. */
function Withdraw({ version, draft }: { version: number; draft: boolean }) {
  return (
    <Fold
      look="danger"
      label={draft ? 'Batalkan draf ini' : 'Tarik kembali permohonan ini'}
      className="mt-10 border-t border-line pt-4"
    >
      <p className="max-w-prose">
        {draft
          ? 'Draf ini ditutup dan tidak dapat dikirim lagi.'
          : 'Dinas berhenti memeriksa, dan permohonan ini tidak dapat dikirim lagi.'}{' '}
        Isinya tetap dapat Anda baca. Untuk mendaftar lagi, buat permohonan baru.
      </p>
      <Form className="mt-3">
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="confirmed" value="on" />
        <SubmitButton variant="danger">{draft ? 'Ya, batalkan draf' : 'Ya, tarik kembali'}</SubmitButton>
      </Form>
    </Fold>
  )
}
