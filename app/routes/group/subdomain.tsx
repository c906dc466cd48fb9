import { getFormProps, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { GroupId } from '~/features/groups/groups.schema'
import { officeName } from '~/features/regions/places'
import { groupSubdomainScreen } from '~/features/subdomains/group-subdomain.queries.server'
import { giveUpSubdomain, withdrawSubdomain } from '~/features/subdomains/let-go.server'
import { requestSubdomain } from '~/features/subdomains/request-subdomain.server'
import { GroupSubdomainForm } from '~/features/subdomains/subdomains.schema'
import { RequestProgress } from '~/features/subdomains/ui/own-requests'
import { PastRequests } from '~/features/subdomains/ui/past-requests'
import { RequestForm } from '~/features/subdomains/ui/request-form'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { Callout } from '~/ui/callout'
import { Fold } from '~/ui/fold'
import { ActionButton, CheckboxField, ErrorSummary, Form, SubmitButton } from '~/ui/form'
import { formatDay } from '~/ui/format'
import { Page, Section } from '~/ui/page'
import { Refusal } from '~/ui/refusal'

export { shouldRevalidate } from '~/routes/ask-again'

export const meta = () => [{ title: 'Nama kim.id · Simpul KIM' }]

const params = z.object({ groupId: GroupId })
const query = z.object({ cek: z.string().max(200).catch('').default('') })

export const loader = pageLoader(
  { access: 'signedIn', params, query },
  ({ params: { groupId }, query: { cek }, actor, services }) =>
    groupSubdomainScreen(services, actor, groupId, cek),
)

export const action = formAction(
  { access: 'signedIn', params, schema: GroupSubdomainForm },
  async ({ value, params: { groupId }, actor, services, requestId }) => {
    const page = `/kelompok/${groupId}/subdomain`
    switch (value.intent) {
      case 'request':
        await requestSubdomain(services, { actor, groupId, id: value.id, label: value.label, requestId })
        return redirectSaying(
          page,
          `Permintaan ${value.label}.kim.id terkirim. Nama ini ditahan untuk kelompok Anda selama diputuskan.`,
        )
      case 'check':
        return redirect(`${page}?cek=${encodeURIComponent(value.label)}#minta`)
      case 'withdraw': {
        const { label } = await withdrawSubdomain(services, {
          actor,
          groupId,
          subdomainId: value.requestId,
          version: value.version,
          requestId,
        })
        return redirectSaying(page, `Permintaan ${label}.kim.id ditarik. Nama itu bebas lagi.`)
      }
      case 'giveUp': {
        const { label } = await giveUpSubdomain(services, {
          actor,
          groupId,
          subdomainId: value.requestId,
          version: value.version,
          requestId,
        })
        return redirectSaying(page, `${label}.kim.id dilepas dan disimpan setahun untuk kelompok Anda.`)
      }
    }
  },
)

export default function GroupSubdomain() {
  const screen = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { group, active, open, past, kept, zone, now } = screen
  const mayAsk = screen.mayAct && open === null && screen.obstacle === null
  return (
    <Page
      title="Nama kim.id"
      lead={`Alamat situs untuk ${group.name}, misalnya namadesa.kim.id. Yang lebih dulu meminta yang mendapat.`}
      back={{ to: `/kelompok/${group.id}`, label: group.name }}
    >
      {screen.obstacle && <Callout tone="wait">{screen.obstacle}</Callout>}
      {!screen.mayAct && (
        <Callout tone="plain">
          Hanya ketua dan sekretaris yang dapat meminta atau melepas nama kim.id.
        </Callout>
      )}
      {active && (
        <Section title="Nama yang dipakai">
          <p className="text-2xl font-semibold break-all text-teal-800">{active.label}.kim.id</p>
          {active.decidedAt !== null && (
            <p className="text-soft">Aktif sejak {formatDay(active.decidedAt, zone)}.</p>
          )}
        </Section>
      )}
      {open && (
        <Section title="Permintaan Anda">
          <RequestProgress request={open} zone={zone} now={now} office={officeName(screen.regency)} />
          {screen.mayAct && (
            <div className="mt-5">
              <Refusal general result={answer?.result} />
              <ActionButton
                values={{ intent: 'withdraw', requestId: open.id, version: String(open.version) }}
              >
                Tarik permintaan ini
              </ActionButton>
            </div>
          )}
        </Section>
      )}
      {mayAsk && (
        <Section title={active ? 'Ganti nama' : 'Minta nama'}>
          {active && (
            <p className="max-w-prose">
              {active.label}.kim.id tetap dipakai sampai nama baru diaktifkan. Sesudah itu nama lama disimpan
              setahun untuk kelompok Anda.
            </p>
          )}
          <RequestForm
            groupId={group.id}
            formId={screen.formId}
            suggestions={screen.suggestions}
            checked={screen.checked}
            typed={screen.typed}
            lastResult={answer?.result}
          />
        </Section>
      )}
      {kept.length > 0 && (
        <Section title="Nama lama yang disimpan">
          <ul className="list-disc pl-5">
            {kept.map(({ label, until }) => (
              <li key={label}>
                <strong>{label}.kim.id</strong> disimpan untuk kelompok Anda sampai {formatDay(until, zone)}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <PastRequests requests={past} zone={zone} />
      {active && screen.mayAct && <GiveUp id={active.id} version={active.version} label={active.label} />}
    </Page>
  )
}

function GiveUp({ id, version, label }: { id: string; version: number; label: string }) {
  const answer = useActionData<typeof action>()
  const mine = answer?.result.initialValue?.intent === 'giveUp'
  const [form, fields] = useForm({
    id: 'lepas',
    lastResult: mine ? answer?.result : undefined,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: GroupSubdomainForm }),
  })
  return (
    <Section title="Lepas nama">
      <Fold label={`Kelompok ini tidak memerlukan ${label}.kim.id lagi`} open={mine}>
        <Form {...getFormProps(form)}>
          <ErrorSummary form={form} labels={{ sure: 'Persetujuan' }} />
          <input type="hidden" name="intent" value="giveUp" />
          <input type="hidden" name="requestId" value={id} />
          <input type="hidden" name="version" value={version} />
          <CheckboxField
            field={fields.sure}
            label={`Saya mengerti: ${label}.kim.id tidak dipakai lagi. Nama itu disimpan setahun untuk kelompok ini, lalu bebas untuk siapa saja.`}
          />
          <SubmitButton variant="danger">Lepas {label}.kim.id</SubmitButton>
        </Form>
      </Fold>
    </Section>
  )
}
