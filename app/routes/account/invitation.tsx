import { getFormProps } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { acceptWithAccount, acceptWithNewAccount } from '~/features/identity/accept-invitation.server'
import { acceptNewSchema, invitationSchema, LinkToken } from '~/features/identity/identity.schema'
import { invitationScreen } from '~/features/identity/invitation.queries.server'
import { NewAccountFields } from '~/features/identity/ui/new-account-fields'
import { notFound } from '~/platform/errors'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { browserOf, redirectSignedIn } from '~/routes/signed-in.server'
import { answerFor } from '~/ui/answer-for'
import { ButtonLink } from '~/ui/button'
import { ActionButton, Form, SubmitButton } from '~/ui/form'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import { Refusal } from '~/ui/refusal'
import { useFormOf } from '~/ui/use-form-of'

export const meta = () => [{ title: 'Undangan · Simpul KIM' }]

const params = z.object({ token: LinkToken })

export const loader = pageLoader(
  { access: 'public', params },
  async ({ services, actor, params: { token } }) => {
    const invitation = await invitationScreen(services, token)
    if (!invitation) throw notFound()
    return { ...invitation, id: services.newId(), signedInAs: actor?.name, here: `/undangan/${token}` }
  },
)

export const action = formAction({ access: 'public', params, schema: invitationSchema }, async (door) => {
  const { value, services, actor, params: given, clientAddress, requestId } = door
  if (value.intent === 'present') {
    if (!actor) return redirectSaying(`/undangan/${given.token}`, 'Masuk dahulu, lalu terima undangannya.')
    const { groupId } = await acceptWithAccount(services, actor, { token: given.token, requestId })
    return redirectSaying(pageOf(groupId), `Undangan sudah diterima. ${nextFor(groupId)}`)
  }
  const { session, groupId } = await acceptWithNewAccount(services, {
    ...value,
    token: given.token,
    clientAddress,
    requestId,
    browser: browserOf(door),
  })
  const said = `Selamat datang, ${value.name}. Undangan sudah diterima. ${nextFor(groupId)}`
  return redirectSignedIn(pageOf(groupId), session, said)
})

/** Where one goes on from here: to the group that one now belongs to, or to one's own first page. */
function pageOf(groupId: string | null): string {
  return groupId ? `/kelompok/${groupId}` : '/beranda'
}

function nextFor(groupId: string | null): string {
  return groupId ? 'Langkah berikutnya: tekan Catat kegiatan.' : 'Terima kasih.'
}

export default function Invitation() {
  const { open, inviter, what, meaning, where, signedInAs } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (!open) {
    return (
      <Page
        title="Undangan sudah tidak berlaku"
        lead="Undangan ini sudah diterima, dibatalkan, atau lewat 14 hari. Sudah menerimanya? Masuk saja seperti biasa. Belum? Mintalah undangan baru."
      >
        <ButtonLink to="/masuk">Masuk</ButtonLink>
      </Page>
    )
  }
  return (
    <Page
      title={`Undangan: ${what}`}
      lead={
        <>
          {inviter} mengundang Anda menjadi <strong>{what}</strong>
          {where && `, ${where}`}: {meaning}.
        </>
      }
    >
      <Refusal result={answerFor(answer, 'present')} />
      {signedInAs ? <AcceptAsPresent name={signedInAs} /> : <AcceptAsNew />}
    </Page>
  )
}

function AcceptAsPresent({ name }: { name: string }) {
  return (
    <>
      <p className="mb-4 max-w-prose">
        Anda sedang masuk sebagai <strong>{name}</strong>. Undangan berlaku sekali dan melekat pada akun ini.
        Bila ini bukan akun Anda, keluar dahulu.
      </p>
      <div className="flex flex-wrap gap-3">
        <ActionButton values={{ intent: 'present' }} variant="primary">
          Terima sebagai {name}
        </ActionButton>
        <ButtonLink to="/keluar" variant="secondary">
          Keluar dahulu
        </ButtonLink>
      </div>
    </>
  )
}

function AcceptAsNew() {
  const { id, name, contact, here } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useFormOf(acceptNewSchema, {
    lastResult: answerFor(answer, 'new'),
    defaultValue: { id, name, contact },
  })
  return (
    <>
      <p>
        Sudah punya akun? <Link to={`/masuk?lanjut=${encodeURIComponent(here)}`}>Masuk dan terima</Link>.
      </p>
      <Section title="Buat akun dan terima">
        <Form {...getFormProps(form)} className="max-w-md">
          <input type="hidden" name="intent" value="new" />
          <NewAccountFields form={form} fields={fields} />
          <SubmitButton>Buat akun dan terima undangan</SubmitButton>
        </Form>
      </Section>
    </>
  )
}
