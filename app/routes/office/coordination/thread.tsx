import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { closeThread } from '~/features/coordination/close-thread.server'
import { ThreadForm, ThreadId } from '~/features/coordination/coordination.schema'
import { threadScreen } from '~/features/coordination/thread.queries.server'
import { WriteInThread } from '~/features/coordination/ui/thread-forms'
import { ThreadView } from '~/features/coordination/ui/thread-page'
import { writeInThread } from '~/features/coordination/write-in-thread.server'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { answerFor } from '~/ui/answer-for'
import { Callout } from '~/ui/callout'
import { ActionButton } from '~/ui/form'
import { formatMoment } from '~/ui/format'
import { Page, Section } from '~/ui/page'
import { Refusal } from '~/ui/refusal'

export { shouldRevalidate } from '~/routes/ask-again'

export const meta = () => [{ title: 'Catatan koordinasi · Simpul KIM' }]

const params = z.object({ threadId: ThreadId })

export const loader = pageLoader(
  { access: { can: 'coordination.read' }, params },
  ({ params: { threadId }, actor, services }) => threadScreen(services, actor, threadId),
)

export const action = formAction(
  { access: { can: 'coordination.write' }, params, schema: ThreadForm },
  async ({ value, params: { threadId }, actor, services, requestId }) => {
    const page = `/dinas/koordinasi/${threadId}`
    const act = { actor, threadId, version: value.version, requestId }
    if (value.intent === 'close') {
      await closeThread(services, act)
      return redirectSaying(page, 'Catatan ditutup. Dinas di sana sudah diberi tahu.')
    }
    await writeInThread(services, { ...act, id: value.id, body: value.body })
    return redirectSaying(page, 'Terkirim. Petugas di sana mendapat pemberitahuan.')
  },
)

export default function CoordinationThread() {
  const thread = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const isClosed = thread.status === 'closed'
  return (
    <Page title={thread.subject} back={{ to: '/dinas/koordinasi', label: 'Catatan koordinasi' }}>
      <Refusal result={answerFor(answer, 'close')} />
      <ThreadView thread={thread} />
      {isClosed && thread.closedAt !== null ? (
        <Callout tone="plain">
          Ditutup pengirim pada {formatMoment(thread.closedAt, thread.zone)}. Tidak ada lagi yang perlu
          dijawab.
        </Callout>
      ) : (
        <WriteInThread key={thread.version} thread={thread} lastResult={answerFor(answer, 'write')} />
      )}
      {!isClosed && thread.side === 'sender' && (
        <Section title="Selesai?">
          <p className="mb-3 max-w-prose text-soft">
            Tutup bila tidak ada lagi yang ditunggu. Percakapannya tetap dapat dibaca kedua pihak.
          </p>
          <ActionButton values={{ intent: 'close', version: String(thread.version) }}>
            Tutup catatan ini
          </ActionButton>
        </Section>
      )}
    </Page>
  )
}
