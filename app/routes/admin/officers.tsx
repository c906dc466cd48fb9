import { getFormProps } from '@conform-to/react'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { endGrant } from '~/features/identity/end-grant.server'
import { roleMeanings, roleWords } from '~/features/identity/identity.messages'
import { allOfficersSchema, inviteAnySchema } from '~/features/identity/identity.schema'
import { inviteOfficer } from '~/features/identity/invite-officer.server'
import { officeRoles } from '~/features/identity/office.policy'
import { allOfficersScreen } from '~/features/identity/officers.queries.server'
import { revokeInvitation } from '~/features/identity/revoke-invitation.server'
import { NewLink } from '~/features/identity/ui/new-link'
import { InvitationTable, OfficerTable } from '~/features/identity/ui/officer-lists'
import { PlaceSelect } from '~/features/identity/ui/place-select'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { redirectShowing, takeShown } from '~/routes/shown-once.server'
import { answerFor } from '~/ui/answer-for'
import { ButtonLink } from '~/ui/button'
import { ErrorSummary, Form, SelectField, SubmitButton, TextField } from '~/ui/form'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import { Refusal } from '~/ui/refusal'
import { useFormOf } from '~/ui/use-form-of'

export const meta = () => [{ title: 'Petugas dan undangan · Simpul KIM' }]

export const loader = pageLoader({ access: { can: 'admin.manage' } }, async ({ services, request }) => {
  const { shown, headers } = await takeShown(request)
  return data({ ...(await allOfficersScreen(services)), shown, id: services.newId() }, { headers })
})

export const action = formAction(
  { access: { can: 'admin.manage' }, schema: allOfficersSchema },
  async ({ value, services, actor, requestId }) => {
    switch (value.intent) {
      case 'invite': {
        const { link } = await inviteOfficer(services, actor, {
          ...value,
          contact: value.contact,
          place: value.place,
          requestId,
        })
        const emailed = value.contact?.includes('@') ? 'ya' : 'tidak'
        return redirectShowing('/admin/petugas', { link, name: value.name, emailed })
      }
      case 'revoke':
        await revokeInvitation(services, actor, { invitationId: value.invitationId, requestId })
        return redirectSaying('/admin/petugas', 'Undangan sudah dibatalkan. Tautannya tidak berlaku lagi.')
      case 'end':
        await endGrant(services, actor, { grantId: value.grantId, requestId })
        return redirectSaying('/admin/petugas', 'Peran itu sudah diakhiri.')
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
      title="Petugas dan undangan"
      lead="Petugas provinsi, kementerian, pengelola kim.id dan administrator. Petugas kabupaten/kota diundang provinsinya; mencarinya lewat daftar akun."
      back={{ to: '/admin', label: 'Pengelola' }}
    >
      {shown?.link && <NewLink link={shown.link} name={shown.name ?? ''} emailed={shown.emailed === 'ya'} />}
      <Refusal result={answerFor(answer, 'revoke') ?? answerFor(answer, 'end')} />
      <div className="grid gap-x-12 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div>
          <Section title="Petugas">
            <OfficerTable officers={officers} linked />
          </Section>
          <Section title="Undangan yang menunggu jawaban">
            <InvitationTable open={open} />
          </Section>
          <p className="mt-8">
            <Link to="/admin/akun">Cari petugas lain di daftar akun</Link>
          </p>
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
  const [form, fields] = useFormOf(inviteAnySchema, {
    id: `undang-${id}`,
    lastResult: answerFor(answer, 'invite'),
    defaultValue: { id, role: 'province_officer' },
  })
  return (
    <Form {...getFormProps(form)}>
      <ErrorSummary
        form={form}
        labels={{ name: 'Nama', contact: 'Nomor HP atau e-mail', role: 'Peran', place: 'Wilayah' }}
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
      <SelectField
        field={fields.role}
        label="Peran"
        options={officeRoles.map((role) => ({
          value: role,
          label: `${roleWords[role]}: ${roleMeanings[role]}`,
        }))}
      />
      <PlaceSelect
        field={fields.place}
        label="Wilayah"
        hint="Provinsi untuk petugas provinsi, kabupaten/kota untuk petugasnya; kosong untuk peran seluruh Indonesia."
        provinces={provinces}
      />
      <SubmitButton>Buat undangan</SubmitButton>
    </Form>
  )
}
