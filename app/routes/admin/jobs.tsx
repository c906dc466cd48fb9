import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { jobKindWords, jobStatusWords } from '~/features/jobs/jobs.messages'
import { jobsScreen } from '~/features/jobs/jobs.queries.server'
import { retryJob } from '~/features/jobs/retry-job.server'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { EmptyState } from '~/ui/callout'
import { DataTable } from '~/ui/data'
import { ActionButton } from '~/ui/form'
import { formatAge, formatMoment, formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page } from '~/ui/page'
import { Refusal } from '~/ui/refusal'

const query = z.object({ status: z.enum(['dead', 'queued', 'running', 'done']).catch('dead') })

export const loader = pageLoader(
  { access: { can: 'admin.manage' }, query },
  async ({ query: { status }, services }) => ({ ...(await jobsScreen(services, status)), status }),
)

export const action = formAction(
  { access: { can: 'admin.manage' }, schema: z.object({ jobId: z.string().min(1).max(200) }) },
  async ({ value, actor, services, requestId }) => {
    await retryJob(services, { actor, jobId: value.jobId, requestId })
    return redirectSaying('/admin/tugas?status=queued', 'Tugas dicoba lagi dari awal.')
  },
)

export const meta = () => [{ title: 'Tugas latar · Simpul KIM' }]

const tabs = ['dead', 'queued', 'running', 'done'] as const
const empty = {
  dead: 'Tidak ada tugas yang berhenti. Tugas yang gagal delapan kali akan menunggu Anda di sini.',
  queued: 'Tidak ada yang menunggu. Semua tugas sudah dikerjakan.',
  running: 'Tidak ada yang sedang berjalan.',
  done: 'Belum ada tugas yang selesai.',
}

export default function Jobs() {
  const { rows, counts, now, status } = useLoaderData<typeof loader>()
  return (
    <Page
      wide
      title="Tugas latar"
      lead="Pekerjaan yang dilakukan portal sesudah sebuah perubahan: mengirim pesan, membuat PDF, mengingatkan."
      back={{ to: '/admin', label: 'Pengelola' }}
    >
      <Refusal result={useActionData<typeof action>()?.result} />
      <nav aria-label="Status tugas" className="mb-6 border-b border-line">
        <ul className="flex flex-wrap gap-x-6">
          {tabs.map((tab) => (
            <li key={tab}>
              <Link
                to={`/admin/tugas?status=${tab}`}
                aria-current={tab === status ? 'page' : undefined}
                className="tab inline-flex min-h-11 items-center text-ink no-underline hover:underline aria-[current=page]:font-semibold"
              >
                {jobStatusWords[tab]}
                {tab !== 'done' && ` (${formatNumber(counts[tab])})`}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {rows.length === 0 ? (
        <EmptyState title={jobStatusWords[status]}>{empty[status]}</EmptyState>
      ) : (
        <DataTable
          caption={`Tugas latar: ${jobStatusWords[status]}`}
          rows={rows}
          keyOf={(job) => job.id}
          columns={[
            {
              header: 'Tugas',
              cell: (job) => (
                <>
                  {jobKindWords[job.kind] ?? job.kind}
                  <span className="block text-sm font-normal text-soft [overflow-wrap:anywhere]">
                    {job.id}
                  </span>
                </>
              ),
            },
            { header: 'Percobaan', cell: (job) => formatNumber(job.attempts), numeric: true },
            { header: 'Diminta', cell: (job) => formatMoment(job.createdAt) },
            {
              header: status === 'done' ? 'Selesai' : 'Berikutnya',
              cell: (job) => whenOf(job, now),
            },
            {
              header: 'Kesalahan terakhir',
              cell: (job) => (
                <span className="text-sm [overflow-wrap:anywhere]">{job.lastError ?? 'tidak ada'}</span>
              ),
            },
            ...(status === 'dead'
              ? [
                  {
                    header: 'Tindakan',
                    cell: (job: { id: string }) => (
                      <ActionButton values={{ jobId: job.id }}>Coba lagi</ActionButton>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {rows.length === 100 && <p className="mt-4 text-sm text-soft">Hanya 100 tugas yang ditampilkan.</p>}
    </Page>
  )
}

function whenOf(job: { status: string; runAt: number; doneAt: number | null }, now: number): string {
  if (job.status === 'done') return job.doneAt ? formatMoment(job.doneAt) : ''
  if (job.status === 'dead') return 'tidak dicoba lagi'
  if (job.status === 'running') return 'sedang dikerjakan'
  return job.runAt <= now ? `menunggu ${formatAge(job.runAt, now)}` : formatMoment(job.runAt)
}
