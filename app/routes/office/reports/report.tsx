import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { returnReports, verifyReports } from '~/features/reporting/decide-reports.server'
import { DecideReportForm, ReportId } from '~/features/reporting/reporting.schema'
import { reviewReportScreen } from '~/features/reporting/review-report.queries.server'
import { ReviewReportPage } from '~/features/reporting/ui/review-report-page'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'

export { shouldRevalidate } from '~/routes/ask-again'

const params = z.object({ reportId: ReportId })

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Laporan ${data?.period.words ?? ''}, ${data?.group.name ?? ''} · Simpul KIM` },
]

export const loader = pageLoader({ access: { can: 'report.read' }, params }, ({ params, actor, services }) =>
  reviewReportScreen(services, actor, params.reportId),
)

export const action = formAction(
  { access: { can: 'report.verify' }, params, schema: DecideReportForm },
  async ({ value, params: { reportId }, actor, services, requestId }) => {
    const { next } = await reviewReportScreen(services, actor, reportId)
    const deciding = { actor, requestId, chosen: [{ id: reportId, version: value.version }] }
    if (value.intent === 'return') {
      await returnReports(services, { ...deciding, comment: value.comment })
      return redirectSaying(
        `/dinas/laporan/${reportId}`,
        'Laporan dikembalikan. Pengirimnya sudah diberi tahu.',
      )
    }
    await verifyReports(services, deciding)
    const to = value.intent === 'verifyNext' && next ? next : reportId
    return redirectSaying(`/dinas/laporan/${to}`, 'Laporan diverifikasi. Pengirimnya sudah diberi tahu.')
  },
)

export default function OfficeReport() {
  return (
    <ReviewReportPage
      screen={useLoaderData<typeof loader>()}
      result={useActionData<typeof action>()?.result}
    />
  )
}
