import { useActionData, useLoaderData } from '@remix-run/react'
import { returnReports, verifyReports } from '~/features/reporting/decide-reports.server'
import { decidedReportsWords } from '~/features/reporting/decided-reports-words'
import { reportQueueQuery, reportsHref } from '~/features/reporting/office-reports.schema'
import { reportQueueScreen } from '~/features/reporting/report-queue.queries.server'
import { DecideReportsForm } from '~/features/reporting/reporting.schema'
import { ReportQueuePage } from '~/features/reporting/ui/report-queue-page'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'

export { shouldRevalidate } from '~/routes/ask-again'

export const handle = { scripts: false }

export const meta = () => [{ title: 'Laporan menunggu diperiksa · Simpul KIM' }]

export const loader = pageLoader(
  { access: { can: 'report.read' }, query: reportQueueQuery },
  async ({ query, actor, services }) => ({ query, screen: await reportQueueScreen(services, actor, query) }),
)

export const action = formAction(
  { access: { can: 'report.verify' }, query: reportQueueQuery, schema: DecideReportsForm },
  async ({ value, query, actor, services, requestId }) => {
    const deciding = { actor, requestId, chosen: value.chosen }
    const decided =
      value.intent === 'verify'
        ? await verifyReports(services, deciding)
        : await returnReports(services, { ...deciding, comment: value.comment })
    return redirectSaying(
      reportsHref('queue', { wilayah: query.wilayah }),
      decidedReportsWords(decided, value.intent === 'verify' ? 'verified' : 'returned'),
    )
  },
)

export default function ReportQueue() {
  return (
    <ReportQueuePage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()?.result} />
  )
}
