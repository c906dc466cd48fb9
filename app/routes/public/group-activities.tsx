import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { publicGroupActivities } from '~/features/activities/public-activity.queries.server'
import { PublicActivityList } from '~/features/activities/ui/public-activity-list'
import { notFound } from '~/platform/errors'
import { pageLoader } from '~/routes/door'
import { EmptyState } from '~/ui/callout'
import { Pagination } from '~/ui/data'
import { formatRegistrationNumber } from '~/ui/format'
import { Page } from '~/ui/page'

export const handle = { scripts: false }

export const loader = pageLoader(
  {
    access: 'public',
    params: z.object({ number: z.string().regex(/^\d{12}$/) }),
    query: z.object({ hal: z.coerce.number().int().min(1).max(10_000).catch(1) }),
  },
  async ({ params, query, services }) => {
    const screen = await publicGroupActivities(services, params.number, query.hal)
    if (!screen) throw notFound()
    return screen
  },
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Kegiatan ${data?.group.name ?? 'KIM'} · Simpul KIM` },
]

export default function PublicGroupActivities() {
  const { group, activities, page, pageCount, total } = useLoaderData<typeof loader>()
  return (
    <Page
      title={<span className="[overflow-wrap:anywhere]">Kegiatan {group.name}</span>}
      lead={`Nomor ${formatRegistrationNumber(group.number)}. Yang dibagikan kelompok dan sudah dikonfirmasi Dinas Kominfo.`}
      back={{ to: `/kim/${group.number}`, label: group.name }}
    >
      {activities.length === 0 ? (
        <EmptyState title="Belum ada kegiatan yang dibagikan">
          Kegiatan tampil di sini sesudah dikonfirmasi Dinas Kominfo dan bila kelompok mengizinkannya.
        </EmptyState>
      ) : (
        <PublicActivityList activities={activities} />
      )}
      <Pagination page={page} pageCount={pageCount} total={total} hrefFor={(hal) => `?hal=${hal}`} />
    </Page>
  )
}
