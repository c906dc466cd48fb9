import { data } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { activityStateWords } from '~/features/activities/activities.messages'
import { eventsAttendedBy } from '~/features/events/group-events.queries.server'
import { GroupId } from '~/features/groups/groups.schema'
import { officeGroupScreen } from '~/features/groups/office-group.queries.server'
import { officeGroupSchema } from '~/features/groups/supervise.schema'
import { superviseGroup } from '~/features/groups/supervise-group.server'
import { GroupStatusBadge } from '~/features/groups/ui/badges'
import { CertificateList, DocumentList } from '~/features/groups/ui/group-files'
import { BoardLists, GroupRecord } from '~/features/groups/ui/group-record'
import {
  HandoverDecision,
  HandoverFacts,
  NewLinkForm,
  PastHandovers,
} from '~/features/groups/ui/handover-card'
import { OfficeActions } from '~/features/groups/ui/office-actions'
import { ProposeForm } from '~/features/groups/ui/propose-form'
import { DecreeHistory, RenewalDecision, RenewalFacts } from '~/features/groups/ui/renewal-card'
import { NewLink } from '~/features/identity/ui/new-link'
import { partnershipsScreen } from '~/features/partnerships/partnerships.queries.server'
import { partnershipsQuery } from '~/features/partnerships/partnerships-list.schema'
import { PartnershipTable } from '~/features/partnerships/ui/partnership-table'
import { withWord } from '~/features/regions/places'
import { subdomainStatusWords } from '~/features/subdomains/subdomains.messages'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { redirectShowing, shownInvitation, takeShown } from '~/routes/shown-once.server'
import { ButtonLink } from '~/ui/button'
import { Callout } from '~/ui/callout'
import { Timeline } from '~/ui/data'
import { Fold } from '~/ui/fold'
import { formatDate, formatDay, formatMoment, formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import { Refusal } from '~/ui/refusal'

export { shouldRevalidate } from '~/routes/ask-again'

const params = z.object({ groupId: GroupId })

export const meta: MetaFunction<typeof loader> = ({ data: screen }) => [
  { title: `${screen?.group.name ?? 'KIM'} · Simpul KIM` },
]

export const loader = pageLoader(
  { access: { can: 'office.read' }, params },
  async ({ params: { groupId }, actor, services, request }) => {
    const { shown, headers } = await takeShown(request)
    const screen = await officeGroupScreen(services, actor, groupId)
    const events = await eventsAttendedBy(services, actor, groupId)
    const { rows } = await partnershipsScreen(services, actor, partnershipsQuery.parse({ kim: groupId }))
    return data({ ...screen, events, partnerships: rows, shown, newId: services.newId() }, { headers })
  },
)

export const action = formAction(
  { access: { can: 'group.supervise' }, params, schema: officeGroupSchema },
  async ({ params: { groupId }, value, actor, services, requestId }) => {
    const { said, invitation } = await superviseGroup(services, { actor, requestId, groupId, value })
    const path = `/dinas/kelompok/${groupId}`
    return invitation ? redirectShowing(path, shownInvitation(invitation)) : redirectSaying(path, said)
  },
)

export default function OfficeGroup() {
  const screen = useLoaderData<typeof loader>()
  const { group, place, shown } = screen
  return (
    <Page
      wide
      title={group.name}
      lead={`${withWord(place.village)}, ${withWord(place.district)}`}
      back={{ to: '/dinas/kelompok', label: 'Data KIM' }}
      actions={
        <ButtonLink to={`/kim/${group.number}`} variant="secondary">
          Lihat halaman publik
        </ButtonLink>
      }
    >
      {shown?.link && <NewLink link={shown.link} name={shown.name ?? ''} emailed={shown.emailed === 'ya'} />}
      {/* Also what was refused to a form that is no longer on the page, because somebody else was quicker. */}
      <Refusal general result={useActionData<typeof action>()?.result} />
      <Standing />
      <div className="grid gap-x-14 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0">
          <Waiting />
          <Record />
        </div>
        <aside className="max-lg:mt-10">
          <Actions />
        </aside>
      </div>
    </Page>
  )
}

function Standing() {
  const { group, term, chairAccount, renewals } = useLoaderData<typeof loader>()
  const renewalWaits = renewals.some(({ status }) => status === 'submitted')
  if (group.status === 'closed') {
    return (
      <Callout tone="plain" title="KIM ini sudah ditutup">
        Datanya hanya dapat dibaca. {group.statusReason}
      </Callout>
    )
  }
  return (
    <>
      {group.status === 'suspended' && (
        <Callout tone="wait" title={<GroupStatusBadge {...group} />}>
          {group.statusReason}
        </Callout>
      )}
      {term === 'ended' && (
        <Callout tone="bad" title="SK kedaluwarsa">
          {renewalWaits
            ? 'SK baru dari ketuanya menunggu Anda periksa di bawah ini.'
            : `Minta ketua mengirim SK yang baru lewat halaman KIM-nya${chairAccount ? '.' : ', setelah ia diundang membuat akun.'}`}
        </Callout>
      )}
    </>
  )
}

/** What waits for the office's word stands first. */
function Waiting() {
  const { handovers, renewals, place, maySupervise } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const handover = handovers.find(({ status }) => status === 'proposed' || status === 'accepted')
  const renewal = renewals.find(({ status }) => status === 'submitted')
  return (
    <>
      {handover && (
        <Section id="ketua" title="Serah terima ketua">
          <HandoverFacts handover={handover} zone={place.zone} />
          {maySupervise && (
            <>
              <HandoverDecision handover={handover} answer={answer} />
              <div className="mt-4">
                <NewLinkForm handover={handover} answer={answer} />
              </div>
            </>
          )}
        </Section>
      )}
      {renewal && (
        <Section id="sk" title="SK baru menunggu pengesahan">
          <RenewalFacts renewal={renewal} zone={place.zone} />
          {maySupervise && <RenewalDecision renewal={renewal} answer={answer} />}
        </Section>
      )}
    </>
  )
}

function Record() {
  const {
    group,
    place,
    board,
    chairAccount,
    decrees,
    term,
    documents,
    certificates,
    handovers,
    events,
    partnerships,
    ...rest
  } = useLoaderData<typeof loader>()
  const { zone } = place
  const past = handovers.filter(({ status }) => status !== 'proposed' && status !== 'accepted')
  const inForce = decrees.find(({ replacedAt }) => replacedAt === null)
  return (
    <>
      <Section title="Data">
        <GroupRecord
          group={group}
          place={place}
          chairAccount={chairAccount}
          term={term}
          decreeEnds={inForce?.validUntil ?? null}
        />
      </Section>
      <Section title="Kegiatan">
        <p>
          <strong>{activityStateWords[rest.activity.state]}</strong>:{' '}
          {rest.activity.lastOn
            ? `${formatNumber(rest.activity.confirmed)} kegiatan dikonfirmasi, yang terakhir ${formatDate(rest.activity.lastOn)}.`
            : 'belum ada kegiatan yang dikonfirmasi.'}{' '}
          {rest.activity.next &&
            rest.activity.until &&
            `Tanpa kegiatan baru menjadi ${activityStateWords[rest.activity.next].toLowerCase()} sesudah ${formatDate(rest.activity.until)}.`}
        </p>
        <p>
          <Link
            to={`/dinas/kegiatan?${new URLSearchParams({ q: group.name })}`}
            className="inline-flex min-h-11 items-center"
          >
            Kegiatan kelompok ini
          </Link>
        </p>
      </Section>
      {events.length > 0 && (
        <Section title="Acara yang dihadiri">
          <ul className="divide-y divide-line">
            {events.map((event) => (
              <li key={event.id} className="flex flex-wrap justify-between gap-x-6 py-1">
                {event.readable ? (
                  <Link to={`/dinas/acara/${event.id}`} className="inline-flex min-h-11 items-center">
                    {event.title}
                  </Link>
                ) : (
                  <span className="inline-flex min-h-11 items-center">{event.title}</span>
                )}
                <span className="py-2 text-soft">{formatDay(event.startsAt, event.zone)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section
        title="Kemitraan"
        actions={
          group.status !== 'closed' && (
            <ButtonLink to={`/dinas/kemitraan/baru?kim=${group.id}`} variant="quiet">
              Usulkan kemitraan
            </ButtonLink>
          )
        }
      >
        {partnerships.length === 0 ? (
          <p className="text-soft">Belum ada kemitraan dengan KIM ini di wilayah kerja Anda.</p>
        ) : (
          <PartnershipTable rows={partnerships} withOffice />
        )}
      </Section>
      <Section title="Pengurus">
        <BoardLists {...board} />
      </Section>
      {past.length > 0 && (
        <Section title="Serah terima sebelumnya">
          <PastHandovers handovers={past} zone={zone} />
        </Section>
      )}
      <Section title="SK">
        {decrees.length === 0 ? (
          <p className="text-soft">Belum ada SK yang tercatat.</p>
        ) : (
          <DecreeHistory decrees={decrees} zone={zone} />
        )}
      </Section>
      <Section title="Berkas">
        <DocumentList documents={documents} zone={zone} />
      </Section>
      <Section title="Tanda Daftar KIM">
        <CertificateList certificates={certificates} zone={zone} />
      </Section>
      {rest.subdomains.length > 0 && (
        <Section
          title="Nama kim.id"
          actions={
            <Link to="/dinas/subdomain" className="inline-flex min-h-11 items-center">
              Permintaan nama
            </Link>
          }
        >
          <ul className="divide-y divide-line">
            {rest.subdomains.map((name) => (
              <li key={name.id} className="flex flex-wrap justify-between gap-x-4 py-2.5">
                <span className="font-medium">{name.label}.kim.id</span>
                <span className="text-soft">
                  {subdomainStatusWords[name.status]}, diminta {formatDay(name.requestedAt, zone)}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="Riwayat">
        {rest.history.length === 0 ? (
          <p className="text-soft">Belum ada kejadian sejak terdaftar.</p>
        ) : (
          <Timeline
            items={rest.history.map(({ key, at, title, who, note }) => ({
              key,
              title,
              when: `${formatMoment(at, zone)}, ${who}`,
              note,
            }))}
          />
        )}
      </Section>
    </>
  )
}

function Actions() {
  const { group, board, chairAccount, handovers, maySupervise, tomorrow, newId } =
    useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (!maySupervise) {
    return (
      <Section title="Tindakan">
        <p className="text-soft">Tindakan atas KIM ini dilakukan Dinas Kominfo kabupaten atau kotanya.</p>
      </Section>
    )
  }
  if (group.status === 'closed') return null
  const open = handovers.some(({ status }) => status === 'proposed' || status === 'accepted')
  return (
    <Section title="Tindakan">
      {!open && (
        <Fold
          look="row"
          label="Ganti ketua yang berhalangan"
          open={answer?.result.initialValue?.intent === 'propose'}
        >
          <p className="text-soft">
            Untuk ketua yang meninggal atau tidak dapat dihubungi. Selain itu, ketua memulainya sendiri.
          </p>
          <ProposeForm id={newId} members={board.now} answer={answer} byOffice />
        </Fold>
      )}
      <OfficeActions
        group={group}
        answer={answer}
        tomorrow={tomorrow}
        chairHasAccount={chairAccount !== null || open}
      />
    </Section>
  )
}
