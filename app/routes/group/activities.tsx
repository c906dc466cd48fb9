import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { activityStatusWords, channelNames, functionWords } from '~/features/activities/activities.messages'
import { activityStatuses } from '~/features/activities/activities.state'
import { groupActivitiesScreen } from '~/features/activities/group-activities.queries.server'
import { isMonth } from '~/features/activities/month-grid'
import { MonthCalendar } from '~/features/activities/ui/month-calendar'
import { StandingCard } from '~/features/activities/ui/standing-card'
import { GroupTotals } from '~/features/activities/ui/totals'
import { GroupId } from '~/features/groups/groups.schema'
import { pageLoader } from '~/routes/door'
import { ButtonLink } from '~/ui/button'
import { Badge, Callout, EmptyState } from '~/ui/callout'
import { Pagination } from '~/ui/data'
import { formatDate, formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'

export const meta = () => [{ title: 'Kegiatan kelompok · Simpul KIM' }]

export const handle = { scripts: false }

const query = z.object({
  status: z.enum(activityStatuses).or(z.literal('')).catch(''),
  bulan: z.string().refine(isMonth).catch(''),
  tahun: z
    .string()
    .regex(/^20\d{2}$/)
    .catch(''),
  hal: z.coerce.number().int().min(1).max(10_000).catch(1),
})

export const loader = pageLoader(
  { access: 'signedIn', params: z.object({ groupId: GroupId }), query },
  ({ params, query, actor, services }) => groupActivitiesScreen(services, actor, params.groupId, query),
)

type Screen = ReturnType<typeof useLoaderData<typeof loader>>

/** The same page with another month, year, status or page. */
function hrefWith({ month, year, status }: Screen, change: Record<string, string>, part: string): string {
  const words = { bulan: month, tahun: year, status, ...change }
  const kept = Object.entries(words).filter(([, value]) => value !== '')
  return `?${new URLSearchParams(kept)}#${part}`
}

export default function GroupActivities() {
  const screen = useLoaderData<typeof loader>()
  const { group, standing, statuses, totals, office } = screen
  const add = `/kegiatan/baru?kim=${group.id}`
  const closed = group.status === 'closed'
  const none = Object.values(statuses).every((total) => total === 0)
  return (
    <Page
      wide
      title="Kegiatan kelompok"
      lead={<span className="[overflow-wrap:anywhere]">{group.name}</span>}
      back={{ to: `/kelompok/${group.id}`, label: group.name }}
      actions={closed ? undefined : <ButtonLink to={add}>Catat kegiatan</ButtonLink>}
    >
      {group.status === 'suspended' && (
        <Callout tone="wait">
          Pendaftaran kelompok sedang dibekukan, jadi kelompok tidak dihitung aktif. Kegiatan boleh tetap
          dicatat dan dihitung lagi sesudah pembekuan berakhir.
        </Callout>
      )}
      {!closed && <StandingCard standing={standing} waiting={statuses.submitted} />}
      {statuses.returned > 0 && (
        <Callout tone="wait" title={`${office} bertanya tentang ${formatNumber(statuses.returned)} kegiatan`}>
          <Link to={hrefWith(screen, { status: 'returned' }, 'linimasa')}>Lihat dan jawab</Link>
        </Callout>
      )}
      {none ? (
        <EmptyState
          title="Belum ada kegiatan tercatat"
          action={closed ? undefined : <ButtonLink to={add}>Catat kegiatan</ButtonLink>}
        >
          Catat apa yang dikerjakan kelompok: apa, kapan, lewat saluran apa. Selesai dalam satu menit, dan di
          sini terkumpul kalender, linimasa dan jumlahnya.
        </EmptyState>
      ) : (
        <>
          <Section title="Kalender" id="kalender">
            <MonthCalendar
              month={screen.month}
              today={screen.today}
              activities={screen.inMonth}
              groupId={group.id}
              hrefFor={(bulan) => hrefWith(screen, { bulan }, 'kalender')}
            />
          </Section>
          <Section title="Jumlah setahun" id="jumlah">
            <GroupTotals
              totals={totals}
              year={screen.year}
              thisYear={screen.today.slice(0, 4)}
              hrefFor={(tahun) => hrefWith(screen, { tahun }, 'jumlah')}
            />
          </Section>
          <Section title="Linimasa" id="linimasa">
            <StatusFilter screen={screen} />
            <TimelineList screen={screen} />
          </Section>
        </>
      )}
    </Page>
  )
}

function StatusFilter({ screen }: { screen: Screen }) {
  const { statuses, status: chosen } = screen
  const all = Object.values(statuses).reduce((sum, total) => sum + total, 0)
  const choices = [
    { value: '', label: 'Semua', total: all },
    ...activityStatuses.map((value) => ({
      value,
      label: activityStatusWords[value].label,
      total: statuses[value],
    })),
  ].filter(({ value, total }) => value === '' || total > 0 || value === chosen)
  return (
    <ul aria-label="Saring menurut status" className="mb-4 flex flex-wrap gap-x-5">
      {choices.map(({ value, label, total }) => (
        <li key={value}>
          <Link
            to={hrefWith(screen, { status: value }, 'linimasa')}
            aria-current={value === chosen ? 'true' : undefined}
            preventScrollReset
            className="inline-flex min-h-11 items-center aria-[current]:font-bold aria-[current]:text-ink aria-[current]:no-underline"
          >
            {label} ({formatNumber(total)})
          </Link>
        </li>
      ))}
    </ul>
  )
}

function TimelineList({ screen }: { screen: Screen }) {
  const { rows, page, pageCount, total } = screen.timeline
  return (
    <>
      <ol className="border-l-2 border-line pl-5">
        {rows.map((row, at) => {
          const month = row.localDate.slice(0, 7)
          const begins = rows[at - 1]?.localDate.slice(0, 7) !== month
          const { label, tone } = activityStatusWords[row.status]
          return (
            <li key={row.id} className="relative pb-6 last:pb-0">
              {begins && (
                <p className="mb-2 font-semibold text-soft">{formatDate(`${month}-01`).replace(/^1 /, '')}</p>
              )}
              <span
                aria-hidden="true"
                className="absolute -left-[1.65rem] mt-4 size-2.5 rounded-full bg-teal-500"
              />
              <p className="flex flex-wrap items-center gap-x-3">
                <Link
                  to={`/kelompok/${screen.group.id}/kegiatan/${row.id}`}
                  className="inline-flex min-h-11 items-center text-lg font-semibold [overflow-wrap:anywhere]"
                >
                  {row.title}
                </Link>
                <Badge tone={tone}>{label}</Badge>
                {row.isPublic && row.status === 'confirmed' && <Badge>Dibaca umum</Badge>}
              </p>
              <p className="text-soft">
                {formatDate(row.localDate)}, {row.topicName}
                {row.photos > 0 && `, ${row.photos} foto`}
              </p>
              <p className="text-sm text-soft">
                {[
                  ...row.functions.map((name) => functionWords[name].label),
                  ...row.channels.map((name) => channelNames[name]),
                ].join(' · ')}
              </p>
            </li>
          )
        })}
      </ol>
      <Pagination
        page={page}
        pageCount={pageCount}
        total={total}
        hrefFor={(hal) => hrefWith(screen, { hal: String(hal) }, 'linimasa')}
      />
    </>
  )
}
