import { useActionData, useLoaderData } from '@remix-run/react'
import { approvalScreen } from '~/features/reporting/approval.queries.server'
import { approvePeriod } from '~/features/reporting/approve-period.server'
import { officePlace } from '~/features/reporting/office-place.queries.server'
import { reportPlaceQuery, reportsHref } from '~/features/reporting/office-reports.schema'
import { reopenPeriod } from '~/features/reporting/reopen-period.server'
import { ApprovalForm } from '~/features/reporting/reporting.schema'
import { ApprovalPage } from '~/features/reporting/ui/approval-page'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'

export { shouldRevalidate } from '~/routes/ask-again'

export const meta = () => [{ title: 'Persetujuan laporan · Simpul KIM' }]

export const loader = pageLoader(
  { access: { can: 'report.read' }, query: reportPlaceQuery },
  ({ query, actor, services }) => approvalScreen(services, actor, query),
)

export const action = formAction(
  { access: { can: 'report.approve' }, query: reportPlaceQuery, schema: ApprovalForm },
  async ({ value, query, actor, services, requestId }) => {
    const { code, period } = await officePlace(services, actor, query)
    const acting = { actor, requestId, regionCode: code, period, version: value.version }
    const page = reportsHref('approval', { masa: period, wilayah: code })
    if (value.intent === 'approve') {
      await approvePeriod(services, acting)
      return redirectSaying(page, 'Masa laporan disetujui dan laporannya terkunci.')
    }
    await reopenPeriod(services, { ...acting, reason: value.reason })
    return redirectSaying(page, 'Masa laporan dibuka kembali. Dinas yang bersangkutan sudah diberi tahu.')
  },
)

export default function ReportApproval() {
  return <ApprovalPage screen={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
