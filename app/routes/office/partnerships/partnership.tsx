import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { eventKindWords, eventStatusWords } from '~/features/events/events.messages'
import { activatePartnership, breakOffPartnership } from '~/features/partnerships/move-partnership.server'
import { partnershipScreen } from '~/features/partnerships/partnership.queries.server'
import { PartnershipActForm } from '~/features/partnerships/partnership-form.schema'
import { PartnershipId } from '~/features/partnerships/partnerships.schema'
import { isInForce } from '~/features/partnerships/partnerships.state'
import { PartnershipActions } from '~/features/partnerships/ui/partnership-actions'
import {
  Assessments,
  PartnershipFacts,
  PartnershipTimeline,
} from '~/features/partnerships/ui/partnership-facts'
import { PartnershipStatusBadge } from '~/features/partnerships/ui/partnership-status'
import {
  assessPartnership,
  linkActivity,
  unlinkActivity,
} from '~/features/partnerships/under-partnership.server'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { Badge, Callout } from '~/ui/callout'
import { ActionButton } from '~/ui/form'
import { formatDate, formatDay } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import { Refusal } from '~/ui/refusal'

export { shouldRevalidate } from '~/routes/ask-again'

const params = z.object({ partnershipId: PartnershipId })
const query = z.object({
  cari: z.string().max(100).catch(''),
  tahun: z.coerce.number().optional().catch(undefined),
})

export const meta: MetaFunction<typeof loader> = ({ data: screen }) => [
  { title: `${screen?.partnership.title ?? 'Kemitraan'} · Simpul KIM` },
]

export const loader = pageLoader(
  { access: { can: 'partnership.read' }, params, query },
  ({ params, query, actor, services }) =>
    partnershipScreen(services, actor, { partnershipId: params.partnershipId, ...query }),
)

export const action = formAction(
  { access: { can: 'partnership.edit' }, params, schema: PartnershipActForm },
  async ({ params: { partnershipId }, value, actor, services, requestId }) => {
    const act = { actor, requestId, partnershipId }
    const here = `/dinas/kemitraan/${partnershipId}`
    switch (value.intent) {
      case 'activate':
        await activatePartnership(services, { ...act, version: value.version })
        return redirectSaying(here, 'Kemitraan berlaku.')
      case 'breakOff':
        await breakOffPartnership(services, { ...act, version: value.version, reason: value.reason })
        return redirectSaying(here, 'Dihentikan. Alasannya tercatat dalam riwayat.')
      case 'assess':
        await assessPartnership(services, { ...act, value })
        return redirectSaying(here, `Penilaian ${value.year} tersimpan.`)
      case 'link':
        await linkActivity(services, { ...act, activityId: value.activityId })
        return redirectSaying(here, 'Kegiatan ditautkan.')
      case 'unlink':
        await unlinkActivity(services, { ...act, activityId: value.activityId })
        return redirectSaying(here, 'Kegiatan dilepas dari kemitraan ini.')
    }
  },
)

export default function PartnershipPage() {
  const screen = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { partnership, counterpart, activities, mayEdit } = screen
  return (
    <Page
      wide
      title={partnership.title}
      lead={
        <>
          {counterpart.name} <PartnershipStatusBadge status={partnership.status} />
        </>
      }
      back={{ to: '/dinas/kemitraan', label: 'Kemitraan' }}
    >
      <Standing />
      <div className="grid gap-x-14 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0">
          <PartnershipFacts screen={screen} />
          <Section title="Kegiatan di bawah kemitraan ini">
            {activities.length === 0 ? (
              <p className="text-soft">Belum ada kegiatan KIM yang ditautkan.</p>
            ) : (
              <ul className="divide-y divide-line">
                {activities.map(({ id, title, localDate, groupName }) => (
                  <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 py-1">
                    <span>
                      <Link to={`/dinas/kegiatan/${id}`} className="inline-flex min-h-11 items-center">
                        {title}
                      </Link>
                      <span className="block text-sm text-soft">
                        {groupName}, {formatDate(localDate)}
                      </span>
                    </span>
                    {mayEdit && (
                      <ActionButton values={{ intent: 'unlink', activityId: id }} variant="quiet">
                        Lepas<span className="sr-only"> {title}</span>
                      </ActionButton>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </Section>
          <Section title="Acara di bawah kemitraan ini">
            <Events />
          </Section>
          <Section title="Penilaian tahunan">
            <Assessments assessments={screen.assessments} />
          </Section>
        </div>
        <aside className="max-lg:mt-10">
          <PartnershipActions
            key={`${partnership.version} ${screen.year} ${screen.assessments.map(({ version }) => version)}`}
            screen={screen}
            answer={answer}
          />
          <div className="mt-10">
            <Section title="Riwayat">
              <PartnershipTimeline timeline={screen.timeline} zone={screen.zone} />
            </Section>
          </div>
        </aside>
      </div>
    </Page>
  )
}

/** The office's events that were planned under it, and the way to plan one. */
function Events() {
  const { partnership, events, mayEdit } = useLoaderData<typeof loader>()
  return (
    <>
      {events.length === 0 ? (
        <p className="text-soft">Belum ada acara dinas yang direncanakan di bawah kemitraan ini.</p>
      ) : (
        <ul className="divide-y divide-line">
          {events.map(({ id, title, kind, status, startsAt, zone }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 py-2">
              <span>
                <Link to={`/dinas/acara/${id}`} className="inline-flex min-h-11 items-center">
                  {title}
                </Link>
                <span className="block text-sm text-soft">
                  {eventKindWords[kind]}, {formatDay(startsAt, zone)}
                </span>
              </span>
              <Badge tone={eventStatusWords[status].tone}>{eventStatusWords[status].label}</Badge>
            </li>
          ))}
        </ul>
      )}
      {mayEdit && isInForce(partnership.status) && (
        <Link
          to={`/dinas/acara/baru?kemitraan=${partnership.id}`}
          className="inline-flex min-h-11 items-center font-semibold"
        >
          Rencanakan acara di bawah kemitraan ini
        </Link>
      )}
    </>
  )
}

/** What needs attention: the end that comes near, the reason of a break, and what an act refused. */
function Standing() {
  const { partnership, next } = useLoaderData<typeof loader>()
  const { status, statusReason, endsOn } = partnership
  return (
    <>
      <Refusal general result={useActionData<typeof action>()?.result} />
      {status === 'ending' && endsOn && (
        <Callout tone="wait" title={`Berakhir ${formatDate(endsOn)}`}>
          {next
            ? 'Perpanjangannya sudah diusulkan.'
            : 'Bicarakan kelanjutannya dengan mitra. Bila diteruskan, buat perpanjangan dari halaman ini.'}
        </Callout>
      )}
      {status === 'broken_off' && (
        <Callout tone="plain" title="Dihentikan">
          {statusReason}
        </Callout>
      )}
    </>
  )
}
