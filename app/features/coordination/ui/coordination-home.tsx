import { Link } from '@remix-run/react'
import { type Figure, Figures } from '~/features/registration/ui/office-home-page'
import { Section } from '~/ui/page'
import { latePath } from '../board.schema'
import type { CoordinationHomeRead } from '../home.queries.server'
import { threadsPath } from '../threads.schema'

/** The office's part in what offices tell each other; nothing where there is nothing. */
export function CoordinationHome({ home: { counts, twiceLate } }: { home: CoordinationHomeRead }) {
  const { recipient, sender } = counts
  const received: Figure[] = [
    {
      to: threadsPath({ arah: 'masuk' }),
      label: 'catatan menunggu jawaban dinas ini',
      many: recipient.open,
    },
    {
      to: threadsPath({ keadaan: 'lewat', arah: 'masuk' }),
      label: 'di antaranya lewat tenggat',
      many: recipient.overdue,
      urgent: true,
    },
  ]
  if (twiceLate === null) {
    return recipient.open === 0 ? null : (
      <Section title="Koordinasi">
        <Figures figures={received} />
      </Section>
    )
  }
  const led: Figure[] = [
    { to: latePath({}), label: 'permohonan lewat dua kali batas', many: twiceLate, urgent: true },
    {
      to: threadsPath({ keadaan: 'dijawab', arah: 'keluar' }),
      label: 'catatan sudah dijawab, silakan dibaca',
      many: sender.answered,
    },
    {
      to: threadsPath({ keadaan: 'lewat', arah: 'keluar' }),
      label: 'catatan belum dijawab, lewat tenggat',
      many: sender.overdue,
      urgent: true,
    },
  ]
  return (
    <Section
      title="Koordinasi"
      actions={
        <Link className="inline-flex min-h-11 items-center font-semibold" to="/dinas/papan">
          Buka papan koordinasi
        </Link>
      }
    >
      <Figures figures={recipient.open > 0 ? [...led, ...received.slice(0, 1)] : led} />
    </Section>
  )
}
