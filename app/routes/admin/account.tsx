import { getFormProps } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { accountScreen } from '~/features/identity/accounts.queries.server'
import { endGrant } from '~/features/identity/end-grant.server'
import { giveOffice } from '~/features/identity/give-office.server'
import { roleMeanings, roleWords } from '~/features/identity/identity.messages'
import { AccountId, accountSchema, giveOfficeSchema } from '~/features/identity/identity.schema'
import { officeRoles } from '~/features/identity/office.policy'
import { setAccountStatus } from '~/features/identity/set-account-status.server'
import { EndGrant } from '~/features/identity/ui/officer-lists'
import { PlaceSelect } from '~/features/identity/ui/place-select'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { answerFor } from '~/ui/answer-for'
import { Badge } from '~/ui/callout'
import { DataTable, Facts } from '~/ui/data'
import { Fold } from '~/ui/fold'
import { ActionButton, ErrorSummary, Form, SelectField, SubmitButton } from '~/ui/form'
import { formatDay, formatMoment } from '~/ui/format'
import { Page, Section } from '~/ui/page'
import { Refusal } from '~/ui/refusal'
import { useFormOf } from '~/ui/use-form-of'

export { shouldRevalidate } from '~/routes/ask-again'

export const meta = () => [{ title: 'Akun · Simpul KIM' }]

const params = z.object({ accountId: AccountId })

export const loader = pageLoader(
  { access: { can: 'admin.manage' }, params },
  async ({ services, actor, params: { accountId } }) => ({
    ...(await accountScreen(services, accountId)),
    own: accountId === actor.id,
  }),
)

export const action = formAction(
  { access: { can: 'admin.manage' }, params, schema: accountSchema },
  async ({ value, services, actor, params: { accountId }, requestId }) => {
    const here = `/admin/akun/${accountId}`
    switch (value.intent) {
      case 'give':
        await giveOffice(services, actor, { accountId, role: value.role, place: value.place, requestId })
        return redirectSaying(here, `Peran ${roleWords[value.role]} sudah diberikan.`)
      case 'end':
        await endGrant(services, actor, { grantId: value.grantId, requestId })
        return redirectSaying(here, 'Peran itu sudah diakhiri.')
      case 'status':
        await setAccountStatus(services, actor, {
          accountId,
          status: value.status,
          version: value.version,
          requestId,
        })
        return redirectSaying(
          here,
          value.status === 'disabled'
            ? 'Akun dinonaktifkan dan semua perangkatnya dikeluarkan.'
            : 'Akun diaktifkan kembali.',
        )
    }
  },
)

export default function Account() {
  const { account, grants, own } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <Page
      wide
      title={
        <>
          {account.name} {account.disabled && <Badge>dinonaktifkan</Badge>}
        </>
      }
      back={{ to: '/admin/akun', label: 'Akun' }}
    >
      <Refusal result={answerFor(answer, 'end') ?? answerFor(answer, 'status')} />
      <div className="grid gap-x-12 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div>
          <Section title="Data akun">
            <Facts
              items={[
                { term: 'Nomor HP', value: account.phone },
                { term: 'E-mail', value: account.email },
                { term: 'Dibuat', value: formatMoment(account.createdAt) },
                { term: 'Perangkat yang masuk', value: String(account.sessions) },
              ]}
            />
          </Section>
          <Section title="Peran">
            {grants.length === 0 ? (
              <p className="text-soft">Akun ini belum memegang peran apa pun.</p>
            ) : (
              <DataTable
                caption="Peran"
                keyOf={({ id }) => id}
                rows={grants}
                columns={[
                  { header: 'Peran', cell: ({ role }) => role },
                  { header: 'Di mana', cell: ({ where }) => where },
                  { header: 'Sejak', cell: ({ grantedAt }) => formatDay(grantedAt) },
                  {
                    header: 'Sampai',
                    cell: ({ revokedAt }) => (revokedAt ? formatDay(revokedAt) : 'sekarang'),
                  },
                  {
                    header: 'Tindakan',
                    cell: ({ id, role, where, revokedAt, isChair }) =>
                      revokedAt ? (
                        ''
                      ) : isChair ? (
                        <span className="text-sm text-soft">lewat serah terima</span>
                      ) : (
                        <EndGrant grantId={id} label={`peran ${role}, ${where}`} />
                      ),
                  },
                ]}
              />
            )}
          </Section>
          {!own && <StatusSection />}
        </div>
        <div className="max-lg:mt-10">
          <Section title="Beri peran">
            <GiveForm />
          </Section>
        </div>
      </div>
    </Page>
  )
}

function StatusSection() {
  const { account } = useLoaderData<typeof loader>()
  const version = String(account.version)
  if (account.disabled) {
    return (
      <Section title="Akun dinonaktifkan">
        <p className="mb-3">Pemiliknya tidak dapat masuk. Semua yang pernah ditulisnya tetap ada.</p>
        <ActionButton values={{ intent: 'status', status: 'active', version }}>Aktifkan kembali</ActionButton>
      </Section>
    )
  }
  return (
    <Section title="Nonaktifkan akun">
      <p className="mb-3 max-w-prose">
        Semua perangkatnya dikeluarkan dan ia tidak dapat masuk lagi sampai diaktifkan kembali. Yang pernah
        ditulisnya tetap ada.
      </p>
      <Fold look="danger" label={`Nonaktifkan ${account.name}`}>
        <div className="mt-2">
          <ActionButton values={{ intent: 'status', status: 'disabled', version }} variant="danger">
            Ya, nonaktifkan
          </ActionButton>
        </div>
      </Fold>
    </Section>
  )
}

function GiveForm() {
  const { provinces } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useFormOf(giveOfficeSchema, { id: 'beri', lastResult: answerFor(answer, 'give') })
  return (
    <Form {...getFormProps(form)}>
      <ErrorSummary form={form} labels={{ role: 'Peran', place: 'Wilayah' }} />
      <input type="hidden" name="intent" value="give" />
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
      <SubmitButton variant="secondary">Beri peran</SubmitButton>
    </Form>
  )
}
