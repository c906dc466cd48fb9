import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { markAllNoticesRead, markNoticeRead } from '~/features/notifications/mark-notices-read.server'
import { ownNotices } from '~/features/notifications/notices.queries.server'
import { noticesSchema } from '~/features/notifications/notices.schema'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { Badge, Callout, EmptyState } from '~/ui/callout'
import { Pagination } from '~/ui/data'
import { ActionButton } from '~/ui/form'
import { formatAge } from '~/ui/format'
import { Page } from '~/ui/page'

export const meta = () => [{ title: 'Pemberitahuan · Simpul KIM' }]

const query = z.object({ halaman: z.coerce.number().int().min(1).max(100_000).catch(1) })

export const handle = { scripts: false }

export const loader = pageLoader(
  { access: 'signedIn', query },
  async ({ services, actor, query: { halaman } }) => ({
    ...(await ownNotices(services, actor.id, halaman)),
    now: services.clock(),
  }),
)

export const action = formAction(
  { access: 'signedIn', schema: noticesSchema },
  async ({ value, services, actor }) => {
    if (value.intent === 'all') {
      await markAllNoticesRead(services, actor.id)
      return redirectSaying('/pemberitahuan', 'Semua pemberitahuan ditandai sudah dibaca.')
    }
    const href = await markNoticeRead(services, actor.id, value.id)
    return redirect(value.intent === 'open' ? href : '/pemberitahuan')
  },
)

export default function Notices() {
  const { rows, total, page, pageCount, now } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refusal = answer?.result.error?.['']
  return (
    <Page
      title="Pemberitahuan"
      actions={
        rows.some(({ readAt }) => readAt === null) && (
          <ActionButton values={{ intent: 'all' }}>Tandai semua sudah dibaca</ActionButton>
        )
      }
    >
      {refusal && <Callout tone="bad">{refusal}</Callout>}
      {rows.length === 0 ? (
        <EmptyState title="Belum ada pemberitahuan">
          Kabar tentang pendaftaran, nomor, dan keputusan Dinas akan muncul di sini.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {rows.map(({ id, title, body, createdAt, readAt }) => (
            <li key={id} className="py-5">
              <p className="flex flex-wrap items-center gap-2">
                <span className={readAt === null ? 'font-semibold' : ''}>{title}</span>
                {readAt === null && <Badge tone="wait">baru</Badge>}
              </p>
              <p className="text-sm text-soft">{ageWords(createdAt, now)}</p>
              <p className="mt-1 max-w-prose whitespace-pre-line">{body}</p>
              <div className="mt-2 flex flex-wrap gap-x-4">
                <ActionButton values={{ intent: 'open', id }} variant="secondary">
                  Buka<span className="sr-only">: {title}</span>
                </ActionButton>
                {readAt === null && (
                  <ActionButton values={{ intent: 'read', id }} variant="quiet">
                    Tandai sudah dibaca
                  </ActionButton>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      <Pagination
        page={page}
        pageCount={pageCount}
        total={total}
        hrefFor={(to) => `/pemberitahuan?halaman=${to}`}
      />
    </Page>
  )
}

function ageWords(at: number, now: number): string {
  const age = formatAge(at, now)
  return age === 'baru saja' ? 'Baru saja' : `${age} lalu`
}
