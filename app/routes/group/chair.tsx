import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { chairScreen } from '~/features/groups/chair.queries.server'
import { cancelHandover } from '~/features/groups/end-handover.server'
import { GroupId } from '~/features/groups/groups.schema'
import { proposeHandover } from '~/features/groups/propose-handover.server'
import { renewHandoverLink } from '~/features/groups/renew-handover-link.server'
import { chairFormSchema } from '~/features/groups/supervise.schema'
import { CancelForm, HandoverFacts, NewLinkForm, PastHandovers } from '~/features/groups/ui/handover-card'
import { ProposeForm } from '~/features/groups/ui/propose-form'
import { NewLink } from '~/features/identity/ui/new-link'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { redirectShowing, shownInvitation, takeShown } from '~/routes/shown-once.server'
import { Callout } from '~/ui/callout'
import { Page, Section } from '~/ui/page'
import { Refusal } from '~/ui/refusal'

export { shouldRevalidate } from '~/routes/ask-again'

const params = z.object({ groupId: GroupId })

export const meta = () => [{ title: 'Serah terima ketua · Simpul KIM' }]

export const loader = pageLoader(
  { access: { can: 'group.manage' }, params },
  async ({ params: { groupId }, actor, services, request }) => {
    const { shown, headers } = await takeShown(request)
    const screen = await chairScreen(services, actor, groupId)
    return data({ ...screen, shown, newId: services.newId() }, { headers })
  },
)

export const action = formAction(
  { access: { can: 'group.manage' }, params, schema: chairFormSchema },
  async ({ params: { groupId }, value, actor, services, requestId }) => {
    const path = `/kelompok/${groupId}/ketua`
    const act = { actor, requestId, groupId }
    switch (value.intent) {
      case 'propose':
        return redirectShowing(path, shownInvitation(await proposeHandover(services, { ...value, ...act })))
      case 'newLink':
        return redirectShowing(path, shownInvitation(await renewHandoverLink(services, { ...value, ...act })))
      case 'cancelHandover':
        await cancelHandover(services, { ...value, ...act })
        return redirectSaying(path, 'Serah terima dibatalkan. Anda tetap ketua.')
    }
  },
)

export default function Chair() {
  const { group, zone, open, past, shown } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Serah terima ketua"
      lead={group.name}
      back={{ to: `/kelompok/${group.id}`, label: group.name }}
    >
      {shown?.link && <NewLink link={shown.link} name={shown.name ?? ''} emailed={shown.emailed === 'ya'} />}
      <RefusedElsewhere />
      {open ? <OpenHandover /> : <Start />}
      {past.length > 0 && (
        <Section title="Sebelumnya">
          <PastHandovers handovers={past} zone={zone} />
        </Section>
      )}
    </Page>
  )
}

/** What was refused to a form that is no longer on the page. */
function RefusedElsewhere() {
  const { open } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const shownAtForm = open
    ? answer?.result.initialValue?.handoverId === open.id
    : answer?.result.initialValue?.intent === 'propose'
  return shownAtForm ? null : <Refusal general result={answer?.result} />
}

function OpenHandover() {
  const { open, zone, isChair, office } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (!open) return null
  return (
    <Section title="Sedang berjalan">
      <HandoverFacts handover={open} zone={zone} />
      <Callout tone="wait">
        {open.status === 'proposed'
          ? `Minta ${open.successorName} membuka tautannya dan menyatakan bersedia. Sesudah itu ${office} mengesahkan.`
          : `${open.successorName} sudah bersedia. Sekarang ${office} memeriksa dan mengesahkan.`}{' '}
        Sampai disahkan, ketua tidak berganti.
      </Callout>
      {isChair && (
        <div className="flex flex-wrap gap-3">
          <NewLinkForm handover={open} answer={answer} />
          <CancelForm handover={open} answer={answer} />
        </div>
      )}
    </Section>
  )
}

function Start() {
  const { group, members, isChair, office, newId } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (group.status === 'closed') return <p className="text-soft">KIM ini sudah ditutup.</p>
  if (!isChair) {
    return (
      <p className="text-soft">
        Hanya ketua yang dapat memulai serah terima. Bila ketua meninggal atau tidak dapat dihubungi, hubungi{' '}
        {office}.
      </p>
    )
  }
  return (
    <>
      <ol className="mb-6 list-decimal space-y-1 pl-5">
        <li>Anda menunjuk calon ketua di sini.</li>
        <li>Calon ketua membuka tautan undangan dan menyatakan bersedia.</li>
        <li>{office} mengesahkan. Saat itulah ketua berganti, dan Anda tetap menjadi anggota.</li>
      </ol>
      <ProposeForm id={newId} members={members} answer={answer} />
    </>
  )
}
