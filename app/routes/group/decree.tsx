import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { decreeScreen } from '~/features/groups/chair.queries.server'
import { withdrawRenewal } from '~/features/groups/decide-renewal.server'
import { GroupId } from '~/features/groups/groups.schema'
import { renewalFormSchema } from '~/features/groups/renewal-form.schema'
import { submitRenewal } from '~/features/groups/submit-renewal.server'
import { DecreeTermWords } from '~/features/groups/ui/badges'
import { DecreeHistory, RenewalFacts } from '~/features/groups/ui/renewal-card'
import { RenewalForm } from '~/features/groups/ui/renewal-form'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { Callout } from '~/ui/callout'
import { ActionButton } from '~/ui/form'
import { Page, Section } from '~/ui/page'
import { Refusal } from '~/ui/refusal'

export { shouldRevalidate } from '~/routes/ask-again'

const params = z.object({ groupId: GroupId })

export const meta = () => [{ title: 'SK · Simpul KIM' }]

export const loader = pageLoader(
  { access: { can: 'group.manage' }, params },
  async ({ params: { groupId }, actor, services }) => ({
    ...(await decreeScreen(services, actor, groupId)),
    newId: services.newId(),
  }),
)

export const action = formAction(
  { access: { can: 'group.manage' }, params, schema: renewalFormSchema },
  async ({ params: { groupId }, value, actor, services, requestId }) => {
    const path = `/kelompok/${groupId}/sk`
    const act = { actor, requestId, groupId }
    if (value.intent === 'withdraw') {
      await withdrawRenewal(services, { ...value, ...act })
      return redirectSaying(path, 'SK baru ditarik kembali. Anda dapat mengirim yang lain.')
    }
    const { id, file, intent, ...decree } = value
    await submitRenewal(services, { ...act, id, file, decree })
    return redirectSaying(path, 'SK baru terkirim. Dinas Kominfo memeriksanya; SK lama tetap berlaku dahulu.')
  },
)

export default function Decree() {
  const { group, zone, decrees, waiting, declined, term, isChair, newId } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const inForce = decrees.find(({ replacedAt }) => replacedAt === null)
  return (
    <Page title="SK KIM" lead={group.name} back={{ to: `/kelompok/${group.id}`, label: group.name }}>
      {(answer?.result.initialValue?.intent !== 'submit' || waiting) && (
        <Refusal general result={answer?.result} />
      )}
      <Section title="Yang tercatat">
        <p className="mb-2">
          Berlaku sampai: <DecreeTermWords term={term} validUntil={inForce?.validUntil ?? null} />
        </p>
        {decrees.length > 0 && <DecreeHistory decrees={decrees} zone={zone} />}
      </Section>
      {waiting && (
        <Section title="SK baru yang menunggu">
          <RenewalFacts renewal={waiting} zone={zone} />
          {isChair && (
            <div className="mt-4">
              <ActionButton
                values={{ intent: 'withdraw', renewalId: waiting.id, version: String(waiting.version) }}
                variant="danger"
              >
                Tarik kembali
              </ActionButton>
            </div>
          )}
        </Section>
      )}
      {!waiting && group.status !== 'closed' && (
        <Section title="Kirim SK baru">
          {declined && (
            <Callout tone="bad" title={`SK nomor ${declined.number} belum dapat disahkan`}>
              {declined.decisionReason}
            </Callout>
          )}
          {isChair ? (
            <RenewalForm id={newId} answer={answer} />
          ) : (
            <p className="text-soft">SK baru dikirim oleh ketua.</p>
          )}
        </Section>
      )}
    </Page>
  )
}
