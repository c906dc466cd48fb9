import { getFormProps, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { actOnPartner } from '~/features/partners/keep-partner.server'
import { PartnerActForm } from '~/features/partners/partner-form.schema'
import { partnerScreen } from '~/features/partners/partners.queries.server'
import { PartnerId } from '~/features/partners/partners.schema'
import { partnershipsScreen } from '~/features/partnerships/partnerships.queries.server'
import { partnershipsQuery } from '~/features/partnerships/partnerships-list.schema'
import { PartnershipTable } from '~/features/partnerships/ui/partnership-table'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { answerFor } from '~/ui/answer-for'
import { ButtonLink } from '~/ui/button'
import { Callout } from '~/ui/callout'
import { Facts } from '~/ui/data'
import { Fold } from '~/ui/fold'
import { ActionButton, ErrorSummary, Form, SubmitButton, TextArea } from '~/ui/form'
import { Page, Section } from '~/ui/page'
import { Refusal } from '~/ui/refusal'

export { shouldRevalidate } from '~/routes/ask-again'

const params = z.object({ partnerId: PartnerId })

export const meta: MetaFunction<typeof loader> = ({ data: screen }) => [
  { title: `${screen?.partner.name ?? 'Mitra'} · Simpul KIM` },
]

export const loader = pageLoader(
  { access: { can: 'partner.read' }, params },
  async ({ params: { partnerId }, actor, services }) => ({
    ...(await partnerScreen(services, actor, partnerId)),
    partnerships: (await partnershipsScreen(services, actor, partnershipsQuery.parse({ mitra: partnerId })))
      .rows,
  }),
)

export const action = formAction(
  { access: { can: 'partner.edit' }, params, schema: PartnerActForm },
  async ({ params: { partnerId }, value, actor, services, requestId }) => {
    await actOnPartner(services, { actor, requestId, partnerId, value })
    return redirectSaying(
      `/dinas/mitra/${partnerId}`,
      value.intent === 'end' ? 'Mitra diakhiri. Riwayatnya tetap terbaca.' : 'Mitra aktif kembali.',
    )
  },
)

export default function PartnerPage() {
  const { partner, kind, place, office, channels, mayEdit, partnerships } = useLoaderData<typeof loader>()
  const { contact, endedAt } = partner
  return (
    <Page
      wide
      title={partner.name}
      lead={kind}
      back={{ to: '/dinas/mitra', label: 'Mitra' }}
      actions={
        endedAt === null && (
          <ButtonLink to={`/dinas/kemitraan/baru?mitra=${partner.id}`}>Usulkan kemitraan</ButtonLink>
        )
      }
    >
      <Refusal general result={useActionData<typeof action>()?.result} />
      {endedAt !== null && (
        <Callout tone="plain" title="Mitra ini sudah diakhiri">
          {partner.endReason}
        </Callout>
      )}
      <div className="grid gap-x-14 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0">
          <Section title="Data">
            <Facts
              items={[
                { term: 'Wilayah', value: place },
                { term: 'Dikelola', value: office },
                ...channels.map(({ word, href, text }) => ({
                  term: word,
                  value: (
                    <a href={href} rel="noreferrer">
                      {text}
                    </a>
                  ),
                })),
                { term: 'Catatan', value: partner.note },
              ]}
            />
          </Section>
          <Section title="Kontak">
            <p className="mb-2 text-sm text-soft">Hanya untuk dinas.</p>
            <Facts
              items={[
                { term: 'Narahubung', value: contact.person },
                { term: 'Telepon', value: contact.phone },
                { term: 'E-mail', value: contact.email },
                { term: 'Alamat', value: contact.address },
              ]}
            />
          </Section>
          <Section title="Kemitraan">
            {partnerships.length === 0 ? (
              <p className="text-soft">Belum ada kemitraan dengan mitra ini di wilayah kerja Anda.</p>
            ) : (
              <PartnershipTable rows={partnerships} withOffice />
            )}
          </Section>
        </div>
        <aside className="max-lg:mt-10">
          <Section title="Tindakan">
            {mayEdit ? <Acts /> : <p className="text-soft">Mitra ini dikelola {office}.</p>}
          </Section>
        </aside>
      </div>
    </Page>
  )
}

function Acts() {
  const { partner } = useLoaderData<typeof loader>()
  const mine = answerFor(useActionData<typeof action>(), 'end')
  const [form, fields] = useForm({
    id: 'akhiri',
    lastResult: mine,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: PartnerActForm }),
  })
  const version = String(partner.version)
  return (
    <>
      <ButtonLink to={`/dinas/mitra/${partner.id}/ubah`} variant="secondary">
        Ubah data
      </ButtonLink>
      {partner.endedAt === null ? (
        <Fold look="row" label="Akhiri mitra" open={mine !== undefined}>
          <Form {...getFormProps(form)}>
            <ErrorSummary form={form} labels={{ reason: 'Alasan' }} />
            <input type="hidden" name="intent" value="end" />
            <input type="hidden" name="version" value={version} />
            <TextArea
              field={fields.reason}
              label="Alasan"
              hint="Misalnya: lembaganya bubar. Data dan kemitraannya tetap terbaca."
              rows={3}
            />
            <SubmitButton variant="danger">Akhiri</SubmitButton>
          </Form>
        </Fold>
      ) : (
        <div className="mt-4">
          <ActionButton values={{ intent: 'reopen', version }}>Aktifkan kembali</ActionButton>
        </div>
      )}
    </>
  )
}
