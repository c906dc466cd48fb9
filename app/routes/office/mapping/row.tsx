import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { NewLink } from '~/features/identity/ui/new-link'
import { removeRow, restoreRow } from '~/features/mapping/edit-row.server'
import { inviteCandidate } from '~/features/mapping/invite-candidate.server'
import { classWords, fieldWords, followUpWords, sourceWords } from '~/features/mapping/mapping.messages'
import { MappingId, MappingRowId } from '~/features/mapping/mapping.schema'
import { rowScreen } from '~/features/mapping/row.queries.server'
import { CandidateInvitations } from '~/features/mapping/ui/candidate-invitations'
import { MappingPage } from '~/features/mapping/ui/mapping-frame'
import { partnerStep } from '~/features/mapping/ui/partner-step'
import { formVersion } from '~/features/registration/fields.schema'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { redirectShowing, shownInvitation, takeShown } from '~/routes/shown-once.server'
import { ButtonLink } from '~/ui/button'
import { Callout } from '~/ui/callout'
import { Facts } from '~/ui/data'
import { ActionButton } from '~/ui/form'
import { formatDate } from '~/ui/format'
import { Link } from '~/ui/link'
import { Refusal } from '~/ui/refusal'

export { shouldRevalidate } from '~/routes/ask-again'

export const meta = () => [{ title: 'Kelompok dalam pemetaan · Simpul KIM' }]

const params = z.object({ mappingId: MappingId, rowId: MappingRowId })

export const loader = pageLoader(
  { access: { can: 'mapping.read' }, params },
  async ({ params: { mappingId, rowId }, actor, services, request }) => {
    const { shown, headers } = await takeShown(request)
    return data({ ...(await rowScreen(services, actor, mappingId, rowId)), shown }, { headers })
  },
)

export const action = formAction(
  {
    access: { can: 'mapping.edit' },
    params,
    schema: z.object({ intent: z.enum(['remove', 'restore', 'invite']), version: formVersion }),
  },
  async ({ value, params: { mappingId, rowId }, actor, services, requestId }) => {
    const act = { actor, mappingId, rowId, version: value.version, requestId }
    const here = `/dinas/pemetaan/${mappingId}/baris/${rowId}`
    if (value.intent === 'invite') {
      return redirectShowing(here, shownInvitation(await inviteCandidate(services, act)))
    }
    if (value.intent === 'remove') {
      await removeRow(services, act)
      return redirectSaying(here, 'Baris dikeluarkan dari pemetaan dan tidak dihitung lagi.')
    }
    await restoreRow(services, act)
    return redirectSaying(here, 'Baris kembali ke pemetaan.')
  },
)

export default function MappingRow() {
  const screen = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { head, id, version, state, content, place, kind, source, groupId, shown } = screen
  const home = `/dinas/pemetaan/${head.id}`
  const isGroup = content.class === 'kim'
  const step = state === 'live' && content.followUp === 'partner' ? partnerStep({ id, groupId }) : null
  return (
    <MappingPage
      head={head}
      title={content.name}
      lead={place}
      back={{ to: `${home}/daftar`, label: 'Daftar kelompok' }}
      actions={
        <>
          {step && <ButtonLink to={step.to}>{step.label}</ButtonLink>}
          {head.mayEdit && state === 'live' && (
            <ButtonLink to={`${home}/baris/${id}/ubah`} variant={step ? 'secondary' : 'primary'}>
              Ubah
            </ButtonLink>
          )}
        </>
      }
    >
      <Refusal result={answer?.result} />
      {shown?.link && <NewLink link={shown.link} name={shown.name ?? ''} emailed={shown.emailed === 'ya'} />}
      {state === 'removed' && (
        <Callout tone="wait" title="Baris ini dikeluarkan dari pemetaan">
          <p>Isinya disimpan, tetapi tidak dihitung dan tidak dicetak.</p>
          {head.mayEdit && (
            <div className="mt-3">
              <ActionButton values={{ intent: 'restore', version: String(version) }}>Kembalikan</ActionButton>
            </div>
          )}
        </Callout>
      )}
      <div className="max-w-3xl">
        <Facts
          items={[
            { term: fieldWords.class, value: classWords[content.class].label },
            ...(isGroup && groupId
              ? [
                  {
                    term: 'Di registri',
                    value: <Link to={`/dinas/kelompok/${groupId}`}>Buka halaman KIM ini</Link>,
                  },
                ]
              : []),
            ...(kind ? [{ term: fieldWords.kindCode, value: kind }] : []),
            { term: fieldWords.followUp, value: followUpWords[content.followUp].label },
            { term: fieldWords.contactName, value: content.contactName },
            { term: fieldWords.contact, value: content.contact },
            { term: fieldWords.channels, value: content.channels },
            { term: fieldWords.audience, value: content.audience },
            { term: fieldWords.topics, value: content.topics },
            { term: fieldWords.strength, value: content.strength },
            { term: fieldWords.gap, value: content.gap },
            { term: fieldWords.surveyedBy, value: content.surveyedBy },
            {
              term: fieldWords.surveyedOn,
              value: content.surveyedOn ? formatDate(content.surveyedOn) : null,
            },
            { term: 'Asal baris', value: sourceWords[source] },
          ]}
        />
      </div>
      <CandidateInvitations screen={screen} />
      {head.mayEdit && state === 'live' && !isGroup && (
        <div className="mt-10 border-t border-line pt-6">
          <p className="mb-3 max-w-prose text-soft">Salah catat, atau kelompoknya sudah tidak ada?</p>
          <ActionButton values={{ intent: 'remove', version: String(version) }}>
            Keluarkan dari pemetaan
          </ActionButton>
        </div>
      )}
    </MappingPage>
  )
}
