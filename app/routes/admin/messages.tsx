import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import {
  type Message,
  type MessageStatus,
  messageStatuses,
  messagesScreen,
} from '~/features/notifications/messages.queries.server'
import { resendMessage } from '~/features/notifications/resend-message.server'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { Button } from '~/ui/button'
import { Badge, Callout, EmptyState } from '~/ui/callout'
import { Pagination } from '~/ui/data'
import { FilterField, FilterSelect } from '~/ui/filter'
import { Fold } from '~/ui/fold'
import { ActionButton } from '~/ui/form'
import { formatMoment, formatNumber } from '~/ui/format'
import { Page } from '~/ui/page'
import { Refusal } from '~/ui/refusal'

const query = z.object({
  status: z.enum(['queued', 'sent', 'failed']).optional().catch(undefined),
  kepada: z.string().max(100).optional().catch(undefined),
  halaman: z.coerce.number().int().min(1).max(1_000_000).catch(1),
})

export const loader = pageLoader(
  { access: { can: 'admin.manage' }, query },
  async ({ query: { status, kepada, halaman }, services }) => ({
    ...(await messagesScreen(services, { status, to: kepada?.trim(), page: halaman })),
    status,
    to: kepada,
    statuses: [...messageStatuses],
  }),
)

export const action = formAction(
  { access: { can: 'admin.manage' }, schema: z.object({ messageId: z.uuid() }) },
  async ({ value, actor, services, requestId }) => {
    await resendMessage(services, { actor, messageId: value.messageId, requestId })
    return redirectSaying(
      '/admin/pesan',
      'Pesan dikirim ulang. Muat ulang halaman ini untuk melihat hasilnya.',
    )
  },
)

export const meta = () => [{ title: 'Pesan keluar · Simpul KIM' }]

const words: Record<MessageStatus, string> = { queued: 'Menunggu', sent: 'Terkirim', failed: 'Gagal' }
const tones = { queued: 'wait', sent: 'info', failed: 'bad' } as const

export default function Messages() {
  const { rows, page, pageCount, total, smtp, status, to, statuses } = useLoaderData<typeof loader>()
  const hrefFor = (at: number) =>
    `/admin/pesan?${new URLSearchParams({ ...(status && { status }), ...(to && { kepada: to }), halaman: String(at) })}`
  return (
    <Page
      wide
      title="Pesan keluar"
      lead="Pesan yang dikirim portal ke luar, yang terbaru lebih dulu."
      back={{ to: '/admin', label: 'Pengelola' }}
    >
      <Refusal result={useActionData<typeof action>()?.result} />
      {!smtp && (
        <Callout tone="wait" title="Surel belum diatur">
          Portal ini belum mengirim surel (SMTP_URL kosong). Pesan ditulis ke folder outbox dan dapat dibaca
          di sini; sampaikan sendiri kepada penerimanya.
        </Callout>
      )}
      <form
        action="/admin/pesan"
        className="no-print mb-6 grid items-end gap-4 rounded-lg bg-mist p-4 sm:grid-cols-[1fr_2fr_auto]"
      >
        <FilterSelect
          name="status"
          label="Status"
          all="Semua status"
          defaultValue={status}
          options={statuses.map((value) => ({ value, label: words[value] }))}
        />
        <FilterField name="kepada" label="Kepada" hint="sebagian alamat" defaultValue={to} />
        <Button variant="secondary">Saring</Button>
      </form>
      {rows.length === 0 ? (
        <EmptyState title="Tidak ada pesan">
          Pesan kepada pendaftar dan petugas akan tampil di sini, lengkap dengan isi dan hasil pengirimannya.
        </EmptyState>
      ) : (
        <>
          <p className="border-b border-edge pb-2 text-sm text-soft">{formatNumber(total)} pesan</p>
          <ul className="divide-y divide-line border-b border-line">
            {rows.map((message) => (
              <MessageEntry key={message.id} message={message} />
            ))}
          </ul>
          <Pagination page={page} pageCount={pageCount} total={total} hrefFor={hrefFor} />
        </>
      )}
    </Page>
  )
}

function MessageEntry({ message }: { message: Message }) {
  const { id, status, subject, body, toAddress, createdAt, sentAt, sentVia, error } = message
  return (
    <li className="py-2">
      <Fold
        look="row"
        className="border-none"
        label={
          <>
            <span className="mr-3 min-w-0 flex-1">
              <span className="[overflow-wrap:anywhere]">{subject}</span>
              <span className="block text-sm font-normal text-soft [overflow-wrap:anywhere]">
                {toAddress} · {formatMoment(createdAt)}
              </span>
            </span>
            <Badge tone={tones[status]}>{words[status]}</Badge>
          </>
        }
      >
        <div className="mt-2 max-w-prose rounded-md border border-line p-4 text-sm whitespace-pre-line [overflow-wrap:anywhere]">
          {body}
        </div>
        {sentAt && (
          <p className="mt-2 text-sm text-soft">
            {sentVia === 'smtp' ? 'Terkirim lewat surel' : 'Ditulis ke folder outbox'}, {formatMoment(sentAt)}
          </p>
        )}
      </Fold>
      {status === 'failed' && (
        <div className="flex flex-wrap items-center gap-4 pb-2">
          <p className="text-sm text-red-700 [overflow-wrap:anywhere]">
            {error ?? 'Sebabnya tidak diketahui.'}
          </p>
          <ActionButton values={{ messageId: id }}>Kirim ulang</ActionButton>
        </div>
      )}
    </li>
  )
}
