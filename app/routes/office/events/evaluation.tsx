import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { evaluationScreen } from '~/features/events/attendance-papers.queries.server'
import { questionWords } from '~/features/events/events.messages'
import { EventId } from '~/features/events/events.schema'
import { pageLoader } from '~/routes/door'
import { EmptyState } from '~/ui/callout'
import { formatNumber, formatPercent } from '~/ui/format'
import { Page, Section } from '~/ui/page'

export const meta = () => [{ title: 'Penilaian peserta · Simpul KIM' }]

export const handle = { scripts: false }

export const loader = pageLoader(
  { access: { can: 'event.read' }, params: z.object({ eventId: EventId }) },
  ({ params, actor, services }) => evaluationScreen(services, actor, params.eventId),
)

export default function Evaluation() {
  const { event, answers, least, questions, comments } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Penilaian peserta"
      lead={event.title}
      back={{ to: `/dinas/acara/${event.id}`, label: 'Acara' }}
    >
      <p className="text-lg">
        <strong className="text-3xl text-teal-800 tabular-nums">{formatNumber(answers)}</strong> jawaban dari{' '}
        {formatNumber(event.presentPeople)} orang hadir ({formatPercent(answers, event.presentPeople)})
      </p>
      <p className="mt-2 max-w-prose text-sm text-soft">
        1 berarti tidak setuju, 5 berarti setuju. Satu jawaban untuk setiap tiket, tanpa nama. Yang tidak
        menjawab tidak terwakili di sini. Pertanyaannya bawaan portal, bukan dari peraturan.
      </p>
      {questions.length === 0 ? (
        <EmptyState title="Belum cukup jawaban">
          Hasil tampil mulai {formatNumber(least)} jawaban, supaya jawaban seseorang tidak dapat ditebak.
          Peserta mengisi lewat tautan tiketnya sesudah acara selesai.
        </EmptyState>
      ) : (
        questions.map((scores) => <Scores key={scores.question} {...scores} />)
      )}
      {comments.length > 0 && (
        <Section title="Catatan dan saran">
          <ul className="divide-y divide-line">
            {comments.map((comment, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two people may write the same words
              <li key={at} className="max-w-prose py-3 whitespace-pre-line">
                {comment}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}

type Question = ReturnType<typeof useLoaderData<typeof loader>>['questions'][number]

/** One question: each score with a bar and its count, a table to those who do not see the bars. */
function Scores({ question, counts, total, mean }: Question) {
  const most = Math.max(...counts)
  return (
    <Section title={questionWords[question]}>
      <p className="mb-2 text-soft">
        Rata-rata {formatNumber(Math.round(mean * 10) / 10)} dari {formatNumber(total)} jawaban
      </p>
      <table className="w-full max-w-xl border-collapse">
        <caption className="sr-only">{questionWords[question]}: jumlah jawaban untuk setiap nilai</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">Nilai</th>
            <th scope="col">Batang</th>
            <th scope="col">Jawaban</th>
          </tr>
        </thead>
        <tbody>
          {counts.map((count, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the scores 1 to 5 never move
            <tr key={at}>
              <th scope="row" className="w-8 py-1 text-left font-medium">
                {at + 1}
              </th>
              <td className="py-1">
                <svg
                  viewBox="0 0 100 10"
                  preserveAspectRatio="none"
                  className="h-4 w-full text-teal-700"
                  aria-hidden="true"
                >
                  <rect width={most === 0 ? 0 : (count / most) * 100} height="10" fill="currentColor" />
                </svg>
              </td>
              <td className="w-28 py-1 pl-3 text-right tabular-nums">
                {formatNumber(count)} <span className="text-soft">({formatPercent(count, total)})</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
