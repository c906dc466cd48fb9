import { getFormProps } from '@conform-to/react'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { endGrant } from '~/features/identity/end-grant.server'
import { inviteRegencySchema, provinceOfficersSchema } from '~/features/identity/identity.schema'
import { inviteOfficer } from '~/features/identity/invite-officer.server'
import { provinceOfficersScreen } from '~/features/identity/officers.queries.server'
import { revokeInvitation } from '~/features/identity/revoke-invitation.server'
import { NewLink } from '~/features/identity/ui/new-link'
import { InvitationTable, OfficerTable } from '~/features/identity/ui/officer-lists'
import { PlaceSelect } from '~/features/identity/ui/place-select'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { redirectShowing, takeShown } from '~/routes/shown-once.server'
import { answerFor } from '~/ui/answer-for'
import { ButtonLink } from '~/ui/button'
import { ErrorSummary, Form, SubmitButton, TextField } from '~/ui/form'
import { Page, Section } from '~/ui/page'
import { Refusal } from '~/ui/refusal'
import { useFormOf } from '~/ui/use-form-of'

export const meta = () => [{ title: 'Petugas kabupaten/kota · Simpul KIM' }]

export const loader = pageLoader(
  { access: { can: 'officers.invite' } },
  async ({ services, actor, request }) => {
    const { shown, headers } = await takeShown(request)
    const screen = await provinceOfficersScreen(services, actor)
    return data({ ...screen, shown, id: services.newId() }, { headers })
  },
)

export const action = formAction(
  { access: { can: 'officers.invite' }, schema: provinceOfficersSchema },
  async ({ value, services, actor, requestId }) => {
    switch (value.intent) {
      case 'invite': {
        const { link } = await inviteOfficer(services, actor, {
          ...value,
          contact: value.contact,
          role: 'regency_officer',
          requestId,
        })
        const emailed = value.contact?.includes('@') ? 'ya' : 'tidak'
        return redirectShowing('/dinas/petugas', { link, name: value.name, emailed })
      }
      case 'revoke':
        await revokeInvitation(services, actor, { invitationId: value.invitationId, requestId })
        return redirectSaying('/dinas/petugas', 'Undangan sudah dibatalkan. Tautannya tidak berlaku lagi.')
      case 'end':
        await endGrant(services, actor, { grantId: value.grantId, requestId })
        return redirectSaying('/dinas/petugas', 'Peran petugas itu sudah diakhiri.')
    }
  },
)

export default function Officers() {
  const { officers, open, shown, id } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <Page
      wide
      actions={
        <ButtonLink to="#undang" variant="secondary" className="lg:hidden">
          Undang petugas
        </ButtonLink>
      }
      title="Petugas kabupaten/kota"
      lead="Petugas Dinas Kominfo kabupaten/kota di provinsi Anda: yang sudah ada, yang diundang, dan undangan baru."
    >
      {shown?.link && <NewLink link={shown.link} name={shown.name ?? ''} emailed={shown.emailed === 'ya'} />}
      <Refusal result={answerFor(answer, 'revoke') ?? answerFor(answer, 'end')} />
      <div className="grid gap-x-12 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div>
          <Section title="Petugas">
            <OfficerTable officers={officers} />
          </Section>
          <Section title="Undangan yang menunggu jawaban">
            <InvitationTable open={open} />
          </Section>
        </div>
        <div className="max-lg:mt-10">
          <Section title="Undang petugas" id="undang">
            <InviteForm key={id} />
          </Section>
        </div>
      </div>
    </Page>
  )
}

function InviteForm() {
  const { id, provinces } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useFormOf(inviteRegencySchema, {
    id: `undang-${id}`,
    lastResult: answerFor(answer, 'invite'),
    defaultValue: { id },
  })
  if (provinces.length === 0) {
    return <p className="text-soft">Sebagai administrator, undanglah lewat halaman Pengelola, Petugas.</p>
  }
  return (
    <Form {...getFormProps(form)}>
      <ErrorSummary
        form={form}
        labels={{ name: 'Nama', contact: 'Nomor HP atau e-mail', place: 'Kabupaten atau kota' }}
      />
      <input type="hidden" name="intent" value="invite" />
      <input type="hidden" name={fields.id.name} defaultValue={fields.id.initialValue} />
      <TextField field={fields.name} label="Nama petugas" autoComplete="off" />
      <TextField
        field={fields.contact}
        label="Nomor HP atau e-mail petugas"
        optional
        hint="Dengan e-mail, tautan dikirim ke sana. Tautan juga tampil sekali untuk disalin."
        autoComplete="off"
      />
      <PlaceSelect field={fields.place} label="Kabupaten atau kota" provinces={provinces} only="regencies" />
      <SubmitButton>Buat undangan</SubmitButton>
    </Form>
  )
}
