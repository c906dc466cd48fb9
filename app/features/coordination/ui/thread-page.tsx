import { Callout } from '~/ui/callout'
import { Facts, Timeline } from '~/ui/data'
import { formatDate, formatMoment } from '~/ui/format'
import { Link } from '~/ui/link'
import { Section } from '~/ui/page'
import type { ThreadScreen } from '../thread.queries.server'
import { ThreadBadge } from './thread-badge'

/** Who wrote to whom, by when an answer is asked for, and what was written. */
export function ThreadView({ thread }: { thread: ThreadScreen }) {
  const { sender, recipient, status, overdue, dueOn, figure, zone } = thread
  return (
    <>
      {!thread.otherReads && (
        <Callout tone="wait" title={`${thread.other} belum punya akun petugas`}>
          Catatan ini tersimpan dan akan terbaca begitu ada petugas yang masuk. Sementara itu hubungi mereka
          lewat telepon atau surat.
        </Callout>
      )}
      <div className="max-w-2xl">
        <Facts
          items={[
            { term: 'Dari', value: sender },
            { term: 'Kepada', value: recipient },
            {
              term: 'Keadaan',
              value: <ThreadBadge status={status} overdue={overdue} />,
            },
            { term: 'Dijawab paling lambat', value: formatDate(dueOn) },
            ...(figure ? [{ term: figure.name, value: <FigureThen figure={figure} /> }] : []),
          ]}
        />
      </div>
      <Section title="Percakapan">
        <Timeline
          items={thread.entries.map(({ id, office, author, isAnswer, body, at }) => ({
            key: id,
            title: isAnswer ? `${office} menjawab` : office,
            when: `${author}, ${formatMoment(at, zone)}`,
            note: body,
          }))}
        />
      </Section>
    </>
  )
}

function FigureThen({ figure }: { figure: NonNullable<ThreadScreen['figure']> }) {
  return (
    <>
      Saat dikirim {figure.before ?? '–'}, sekarang {figure.now ?? '–'}.
      {figure.boardHref && (
        <>
          {' '}
          <Link to={figure.boardHref}>Lihat di papan</Link>
        </>
      )}
    </>
  )
}
