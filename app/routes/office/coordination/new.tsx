import { useActionData, useLoaderData } from '@remix-run/react'
import { NoteForm as NoteSchema, newNoteQuery } from '~/features/coordination/coordination.schema'
import { newNoteScreen } from '~/features/coordination/new-note.queries.server'
import { sendNote } from '~/features/coordination/send-note.server'
import { NoteForm } from '~/features/coordination/ui/note-form'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { Page } from '~/ui/page'

export const meta = () => [{ title: 'Kirim catatan koordinasi · Simpul KIM' }]

export const loader = pageLoader(
  { access: { can: 'coordination.lead' }, query: newNoteQuery },
  ({ query, actor, services }) => newNoteScreen(services, actor, query),
)

export const action = formAction(
  { access: { can: 'coordination.lead' }, schema: NoteSchema },
  async ({ value, actor, services, requestId }) => {
    const threads = await sendNote(services, { actor, note: value, requestId })
    const [only] = threads.values()
    return threads.size === 1
      ? redirectSaying(
          `/dinas/koordinasi/${only}`,
          'Catatan terkirim. Jawabannya akan muncul di halaman ini.',
        )
      : redirectSaying(
          '/dinas/koordinasi?arah=keluar',
          `Catatan terkirim ke ${threads.size} dinas. Tiap dinas menjawab sendiri.`,
        )
  },
)

export default function NewNote() {
  const screen = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <Page
      wide
      title="Kirim catatan koordinasi"
      lead={`Dari ${screen.sender}. Dinas yang dipilih mendapat pemberitahuan, menjawab di portal, dan kedua pihak melihat percakapannya.`}
      back={{ to: '/dinas/koordinasi', label: 'Catatan koordinasi' }}
    >
      <NoteForm screen={screen} lastResult={answer?.result} />
    </Page>
  )
}
