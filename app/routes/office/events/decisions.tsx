import { useActionData, useLoaderData } from '@remix-run/react'
import { settleDecision } from '~/features/events/decide-at-event.server'
import { decisionsScreen } from '~/features/events/decisions.queries.server'
import { decisionStateWords } from '~/features/events/events.messages'
import { DecisionForm, decisionsQuery, hrefWith } from '~/features/events/events.schema'
import { decisionStates } from '~/features/events/events.state'
import { DecisionList } from '~/features/events/ui/decision-list'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { EmptyState } from '~/ui/callout'
import { Link } from '~/ui/link'
import { Page } from '~/ui/page'
import { Pager } from '~/ui/pager'
import { Refusal } from '~/ui/refusal'

export { shouldRevalidate } from '~/routes/ask-again'

export const meta = () => [{ title: 'Keputusan acara · Simpul KIM' }]

const here = '/dinas/acara/keputusan'

export const loader = pageLoader(
  { access: { can: 'event.read' }, query: decisionsQuery },
  async ({ query: { keadaan, setelah }, actor, services }) => ({
    keadaan,
    ...(await decisionsScreen(services, actor, { state: keadaan, after: setelah })),
  }),
)

export const action = formAction(
  { access: { can: 'event.manage' }, query: decisionsQuery, schema: DecisionForm },
  async ({ value: { decisionId, version, state, note = null }, query, actor, services, requestId }) => {
    await settleDecision(services, { actor, requestId, decisionId, version, state, note })
    return redirectSaying(hrefWith(here, { keadaan: query.keadaan }), 'Keadaan keputusan disimpan.')
  },
)

export default function Decisions() {
  const { keadaan, rows, next } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <Page
      title="Keputusan acara"
      lead="Yang disepakati di forum, bimtek, dan rakor, diikuti sampai selesai. Yang paling dulu jatuh tempo di atas."
      back={{ to: '/dinas/acara', label: 'Acara' }}
    >
      <Refusal result={answer?.result} />
      <nav aria-label="Keadaan" className="mb-4 border-b border-line">
        <ul className="flex flex-wrap gap-x-6">
          {decisionStates.map((state) => (
            <li key={state}>
              <Link
                to={hrefWith(here, { keadaan: state === 'ongoing' ? undefined : state })}
                aria-current={state === keadaan ? 'page' : undefined}
                className="tab inline-flex min-h-11 items-center text-ink no-underline hover:text-teal-700 hover:underline aria-[current=page]:font-semibold aria-[current=page]:text-teal-800"
              >
                {decisionStateWords[state].label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {rows.length === 0 ? (
        <EmptyState title={keadaan === 'ongoing' ? 'Tidak ada yang berjalan' : 'Belum ada di sini'}>
          Keputusan dicatat di halaman acaranya, dengan siapa yang mengerjakan dan sampai kapan.
        </EmptyState>
      ) : (
        <DecisionList
          decisions={rows.map(({ eventId, eventTitle, ...row }) => ({
            ...row,
            event: { id: eventId, title: eventTitle },
          }))}
        />
      )}
      <Pager next={next && hrefWith(here, { keadaan, setelah: next })} />
    </Page>
  )
}
