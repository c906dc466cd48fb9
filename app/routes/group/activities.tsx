import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { activityStatusWords } from '~/features/activities/activities.messages'
import { groupActivitiesScreen } from '~/features/activities/group-activities.queries.server'
import { GroupId } from '~/features/groups/groups.schema'
import { pageLoader } from '~/routes/door'
import { ButtonLink } from '~/ui/button'
import { Badge, EmptyState } from '~/ui/callout'
import { formatDate } from '~/ui/format'
import { Page } from '~/ui/page'

export const meta = () => [{ title: 'Kegiatan kelompok · Simpul KIM' }]

export const loader = pageLoader(
  { access: 'signedIn', params: z.object({ groupId: GroupId }) },
  ({ params, actor, services }) => groupActivitiesScreen(services, actor, params.groupId),
)

export default function GroupActivities() {
  const { group, activities } = useLoaderData<typeof loader>()
  const add = `/kegiatan/baru?kim=${group.id}`
  return (
    <Page
      title="Kegiatan kelompok"
      lead={group.name}
      back={{ to: `/kelompok/${group.id}`, label: group.name }}
      actions={<ButtonLink to={add}>Catat kegiatan</ButtonLink>}
    >
      {activities.length === 0 ? (
        <EmptyState
          title="Belum ada kegiatan tercatat"
          action={<ButtonLink to={add}>Catat kegiatan</ButtonLink>}
        >
          Catat apa yang dikerjakan kelompok: kapan, lewat saluran apa, untuk apa. Selesai dalam satu menit.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {activities.map(({ id, title, localDate, status }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 py-3">
              <Link
                to={`/kelompok/${group.id}/kegiatan/${id}`}
                className="inline-flex min-h-11 items-center font-semibold"
              >
                {title}
              </Link>
              <span className="text-soft">
                {formatDate(localDate)}{' '}
                <Badge tone={activityStatusWords[status].tone}>{activityStatusWords[status].label}</Badge>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
