import { type Figure, Figures } from '~/features/registration/ui/office-home-page'
import { Link } from '~/ui/link'
import { Section } from '~/ui/page'
import { boardPath, latePath } from '../board.schema'
import type { CoordinationHomeRead } from '../home.queries.server'
import { threadsPath } from '../threads.schema'

/** Where an office that leads others should look first; nothing for the others. */
export function AttentionHome({ home: { counts, attention } }: { home: CoordinationHomeRead }) {
  if (!attention) return null
  const { belowWords, twiceLate, unmapped, underHalf } = attention
  const below = belowWords.toLowerCase()
  const figures: Figure[] = [
    { to: latePath({}), label: 'permohonan lewat dua kali batas', many: twiceLate, urgent: true },
    {
      to: threadsPath({ keadaan: 'lewat', arah: 'keluar' }),
      label: 'catatan belum dijawab, lewat tenggat',
      many: counts.sender.overdue,
      urgent: true,
    },
    {
      to: boardPath({ saring: 'belum-petakan' }),
      label: `${below} dengan pemetaan belum ditetapkan`,
      many: unmapped,
    },
    {
      to: boardPath({ saring: 'lapor-rendah' }),
      label: `${below} dengan laporan masuk kurang dari separuh`,
      many: underHalf,
    },
  ]
  return (
    <Section
      title="Yang perlu perhatian"
      actions={
        <Link className="inline-flex min-h-11 items-center font-semibold" to="/dinas/papan">
          Buka papan koordinasi
        </Link>
      }
    >
      <Figures figures={figures} />
    </Section>
  )
}

/** The office's part in what offices tell each other; nothing where there is nothing. */
export function CoordinationHome({ home: { counts } }: { home: CoordinationHomeRead }) {
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
  const answered: Figure = {
    to: threadsPath({ keadaan: 'dijawab', arah: 'keluar' }),
    label: 'catatan sudah dijawab, silakan dibaca',
    many: sender.answered,
  }
  const figures = [...(recipient.open > 0 ? received : []), ...(sender.answered > 0 ? [answered] : [])]
  return figures.length === 0 ? null : (
    <Section title="Koordinasi">
      <Figures figures={figures} />
    </Section>
  )
}
