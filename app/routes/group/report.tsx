import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { GroupId } from '~/features/groups/groups.schema'
import { ownReportScreen } from '~/features/reporting/own-report.queries.server'
import { periodCode } from '~/features/reporting/periods'
import { OwnReportForm, PeriodCode } from '~/features/reporting/reporting.schema'
import { saveReport } from '~/features/reporting/save-report.server'
import { sendReport } from '~/features/reporting/send-reports.server'
import { OwnReportPage } from '~/features/reporting/ui/own-report-page'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'

export { shouldRevalidate } from '~/routes/ask-again'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Laporan ${data?.period.words ?? ''} · Simpul KIM` },
]

const params = z.object({ groupId: GroupId, period: PeriodCode })

export const loader = pageLoader({ access: 'signedIn', params }, ({ params, actor, services }) =>
  ownReportScreen(services, actor, params),
)

export const action = formAction(
  { access: 'signedIn', params, schema: OwnReportForm },
  async ({ params: { groupId, period }, value, actor, services, requestId }) => {
    const { id, version, obstacles, plans, received, spent, fundSource } = value
    const content = {
      obstacles,
      plans,
      received: received ?? null,
      spent: spent ?? null,
      fundSource: fundSource ?? null,
    }
    const writing = { actor, requestId, id, groupId, period, version, content }
    const page = `/kelompok/${groupId}/laporan/${periodCode(period)}`
    if (value.intent === 'save') {
      await saveReport(services, writing)
      return redirectSaying(page, 'Catatan tersimpan. Laporan belum dikirim.')
    }
    await sendReport(services, { ...writing, reason: value.reason || null })
    return redirectSaying(page, 'Laporan terkirim. Dinas akan memeriksanya.')
  },
)

export default function OwnReport() {
  return (
    <OwnReportPage screen={useLoaderData<typeof loader>()} result={useActionData<typeof action>()?.result} />
  )
}
