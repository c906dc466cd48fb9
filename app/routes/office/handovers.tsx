import { useActionData, useLoaderData } from '@remix-run/react'
import { handoversScreen } from '~/features/groups/handovers.queries.server'
import { handoverDecisionSchema } from '~/features/groups/supervise.schema'
import { superviseGroup } from '~/features/groups/supervise-group.server'
import { HandoverDecision, HandoverFacts } from '~/features/groups/ui/handover-card'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { ButtonLink } from '~/ui/button'
import { Callout, EmptyState } from '~/ui/callout'
import { Link } from '~/ui/link'
import { Page } from '~/ui/page'

export { shouldRevalidate } from '~/routes/ask-again'

export const meta = () => [{ title: 'Serah terima ketua · Simpul KIM' }]

export const loader = pageLoader({ access: { can: 'office.read' } }, async ({ actor, services }) => ({
  handovers: await handoversScreen(services, actor),
}))

export const action = formAction(
  { access: { can: 'group.supervise' }, schema: handoverDecisionSchema },
  async ({ value, actor, services, requestId }) => {
    const { said } = await superviseGroup(services, { actor, requestId, groupId: value.groupId, value })
    return redirectSaying('/dinas/ketua', said)
  },
)

export default function Handovers() {
  const { handovers } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const about = answer?.result.initialValue?.handoverId
  const gone = answer && !handovers.some(({ id }) => id === about)
  return (
    <Page
      wide
      title="Serah terima ketua"
      lead="Pergantian ketua di wilayah Anda yang belum selesai. Sampai Anda sahkan, ketua lama tetap ketua."
      back={{ to: '/dinas', label: 'Dinas' }}
    >
      {gone && (
        <Callout tone="bad" role="alert">
          {(answer.result.error?.[''] ?? ['Serah terima itu sudah selesai.']).join(' ')}
        </Callout>
      )}
      {handovers.length === 0 ? (
        <EmptyState
          title="Tidak ada serah terima yang menunggu"
          action={
            <ButtonLink to="/dinas/kelompok" variant="secondary">
              Buka data KIM
            </ButtonLink>
          }
        >
          Begitu ketua KIM menunjuk penggantinya, prosesnya terlihat di sini. Ketua yang berhalangan tetap
          dapat Anda ganti dari halaman KIM-nya.
        </EmptyState>
      ) : (
        <ul>
          {handovers.map((handover) => (
            <li
              key={handover.id}
              className="grid gap-x-14 border-t border-line py-6 first:border-t-0 lg:grid-cols-[minmax(0,1fr)_24rem]"
            >
              <div>
                <h2 className="text-xl">
                  <Link to={`/dinas/kelompok/${handover.groupId}`}>{handover.groupName}</Link>
                </h2>
                <p className="mb-2 text-soft">{handover.place}</p>
                <HandoverFacts handover={handover} zone={handover.zone} />
              </div>
              {handover.mayDecide && <HandoverDecision handover={handover} answer={answer} />}
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
