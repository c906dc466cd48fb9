import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { proposePartnership } from '~/features/partnerships/keep-partnership.server'
import { counterpartsScreen, proposalScreen } from '~/features/partnerships/partnership.queries.server'
import {
  answersOf,
  NewPartnershipForm,
  type PartnershipAnswers,
} from '~/features/partnerships/partnership-form.schema'
import { PartnershipForm } from '~/features/partnerships/ui/partnership-form'
import { addDays } from '~/platform/calendar'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { ButtonLink } from '~/ui/button'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import { SearchBox } from '~/ui/search-box'

export const meta = () => [{ title: 'Usulkan kemitraan · Simpul KIM' }]

const id = z.union([z.uuid(), z.literal('')]).catch('')
const query = z.object({ mitra: id, kim: id, dari: id, cari: z.string().max(100).catch('') })

export const loader = pageLoader(
  { access: { can: 'partnership.edit' }, query },
  async ({ query, actor, services }) =>
    query.mitra || query.kim || query.dari
      ? { proposal: await proposalScreen(services, actor, query), choose: null }
      : { proposal: null, choose: await counterpartsScreen(services, actor, query.cari) },
)

export const action = formAction(
  { access: { can: 'partnership.edit' }, schema: NewPartnershipForm },
  async ({ value, actor, services, requestId }) => {
    await proposePartnership(services, { actor, requestId, value })
    return redirectSaying(`/dinas/kemitraan/${value.id}`, 'Usulan kemitraan tersimpan.')
  },
)

export default function NewPartnership() {
  const { proposal, choose } = useLoaderData<typeof loader>()
  return (
    <Page
      title={proposal?.former ? 'Perpanjang kemitraan' : 'Usulkan kemitraan'}
      lead={proposal ? `Dengan ${proposal.counterpart.name}` : 'Dengan mitra atau KIM yang mana?'}
      back={{ to: '/dinas/kemitraan', label: 'Kemitraan' }}
    >
      {proposal && <Proposal proposal={proposal} />}
      {choose && <Choose choose={choose} />}
    </Page>
  )
}

function Proposal({
  proposal,
}: {
  proposal: NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['proposal']>
}) {
  const { former, formId, counterpart, office, offices, topics, today } = proposal
  return (
    <PartnershipForm
      isNew
      answer={useActionData<typeof action>()}
      topics={topics}
      offices={offices}
      begin={former ? termAfter(former) : { startsOn: today }}
      hidden={{
        id: formId,
        counterpart: counterpart.value,
        renewedFromId: former?.id,
        office: offices.length > 1 ? undefined : office,
      }}
      cancel={former ? `/dinas/kemitraan/${former.id}` : '/dinas/kemitraan'}
    />
  )
}

type Former = NonNullable<NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['proposal']>['former']>

/** The next term begins the day after the former one, with what that said; number, end and file are its own. */
function termAfter({ topics, ...former }: Former): PartnershipAnswers {
  return {
    ...answersOf(
      former,
      topics.map(({ code }) => code),
    ),
    number: undefined,
    startsOn: former.endsOn ? addDays(former.endsOn, 1) : undefined,
    endsOn: undefined,
  }
}

function Choose({
  choose: { cari, partners, groups },
}: {
  choose: NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['choose']>
}) {
  const item = 'flex min-h-12 items-center font-semibold'
  return (
    <>
      <SearchBox
        action="/dinas/kemitraan/baru"
        name="cari"
        label="Cari nama mitra atau KIM"
        defaultValue={cari}
      />
      <div className="mt-8 grid gap-x-10 sm:grid-cols-2">
        <Section
          title="Mitra"
          actions={
            <ButtonLink to="/dinas/mitra/baru" variant="quiet">
              Catat mitra baru
            </ButtonLink>
          }
        >
          {partners.length === 0 && <p className="text-soft">Tidak ada mitra yang cocok.</p>}
          <ul className="divide-y divide-line">
            {partners.map(({ id: partnerId, name }) => (
              <li key={partnerId}>
                <Link to={`?mitra=${partnerId}`} className={item}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
        <Section title="KIM">
          {groups.length === 0 && <p className="text-soft">Tidak ada KIM yang cocok.</p>}
          <ul className="divide-y divide-line">
            {groups.map(({ id: groupId, name }) => (
              <li key={groupId}>
                <Link to={`?kim=${groupId}`} className={item}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      </div>
    </>
  )
}
