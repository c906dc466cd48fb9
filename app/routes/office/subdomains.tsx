import { useActionData, useLoaderData } from '@remix-run/react'
import { officeSubdomainsScreen } from '~/features/subdomains/decisions.queries.server'
import { endorseSubdomain, refuseAtOffice } from '~/features/subdomains/endorse-subdomain.server'
import { filterOf, listQuery, pageHref } from '~/features/subdomains/filter.schema'
import { EndorsementForm } from '~/features/subdomains/subdomains.schema'
import { EndorseCard } from '~/features/subdomains/ui/endorse-card'
import { RequestFilter } from '~/features/subdomains/ui/request-filter'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { Callout, EmptyState } from '~/ui/callout'
import { Pagination } from '~/ui/data'
import { Page } from '~/ui/page'

export { shouldRevalidate } from '~/routes/ask-again'

export const meta = () => [{ title: 'Permintaan nama kim.id · Simpul KIM' }]

const query = listQuery('requested')

export const loader = pageLoader(
  { access: { can: 'office.read' }, query },
  ({ query: asked, actor, services }) => officeSubdomainsScreen(services, actor, filterOf(asked)),
)

export const action = formAction(
  { access: { can: 'subdomain.endorse' }, schema: EndorsementForm },
  async ({ value, actor, services, requestId }) => {
    const act = { actor, subdomainId: value.requestId, version: value.version, requestId }
    if (value.intent === 'endorse') {
      const { label } = await endorseSubdomain(services, act)
      return redirectSaying(
        '/dinas/subdomain',
        `${label}.kim.id didukung dan diteruskan ke pengelola kim.id.`,
      )
    }
    const { label } = await refuseAtOffice(services, { ...act, reason: value.reason })
    return redirectSaying(
      '/dinas/subdomain',
      `${label}.kim.id ditolak. Kelompok sudah diberi tahu alasannya.`,
    )
  },
)

export default function OfficeSubdomains() {
  const { rows, filter, counts, total, pageCount, now, mayDecide } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const stale = answer?.result.initialValue
  const shown = rows.some((row) => row.id === stale?.requestId)
  return (
    <Page
      wide
      title="Permintaan nama kim.id"
      lead="Dukung bila kelompok dan namanya benar ada di wilayah Anda. Sesudah didukung, pengelola kim.id yang mengaktifkan."
      back={{ to: '/dinas', label: 'Dinas' }}
    >
      <RequestFilter
        path="/dinas/subdomain"
        stages={['requested', 'endorsed', 'active', 'refused']}
        filter={filter}
        counts={counts}
      />
      {answer && !shown && (
        <Callout tone="bad" role="alert">
          {(answer.result.error?.[''] ?? ['Permintaan itu tidak ada lagi di daftar ini.']).join(' ')}
        </Callout>
      )}
      {rows.length === 0 ? (
        <EmptyState title="Tidak ada permintaan di tahap ini">
          Begitu KIM di wilayah Anda meminta nama, permintaannya muncul di sini dan Anda mendapat
          pemberitahuan.
        </EmptyState>
      ) : (
        <ul>
          {rows.map((row) => (
            <EndorseCard
              key={row.id}
              row={row}
              now={now}
              mayDecide={mayDecide && row.status === 'requested'}
              lastResult={stale?.requestId === row.id ? answer?.result : undefined}
            />
          ))}
        </ul>
      )}
      <Pagination
        page={filter.page}
        pageCount={pageCount}
        total={total}
        hrefFor={(page) => pageHref('/dinas/subdomain', filter, page)}
      />
    </Page>
  )
}
