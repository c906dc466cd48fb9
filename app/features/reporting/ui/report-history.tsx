import type { Zone } from '~/platform/calendar'
import { Timeline } from '~/ui/data'
import { Fold } from '~/ui/fold'
import { formatMoment } from '~/ui/format'
import { Section } from '~/ui/page'
import { reportEventWords } from '../reporting.messages'
import type { ReportEventKind } from '../reporting-kinds'
import type { ReportEdition } from '../whole-report.queries.server'
import { ReportNumbersView } from './report-numbers-view'
import { ToldFacts } from './told-facts'

interface Props {
  events: { id: string; kind: ReportEventKind; comment: string | null; by: string; at: number }[]
  editions: ReportEdition[]
  topics: Record<string, string>
  zone: Zone
}

/** What happened to a report, newest first, and what it said before it was sent once more. */
export function ReportHistory({ events, editions, topics, zone }: Props) {
  if (events.length === 0) return null
  return (
    <div className="no-print mt-10 border-t border-line pt-6">
      <Section title="Riwayat">
        <Timeline
          items={[...events].reverse().map(({ id, kind, by, at, comment }) => ({
            key: id,
            title: `${reportEventWords[kind]} oleh ${by}`,
            when: formatMoment(at, zone),
            note: comment,
          }))}
        />
      </Section>
      {editions.length > 1 && (
        <Section title="Kiriman sebelumnya">
          {editions.slice(0, -1).map((edition) => (
            <Fold
              key={edition.edition}
              look="row"
              label={`Kiriman ke-${edition.edition}, ${formatMoment(edition.sentAt, zone)}`}
            >
              {edition.reason && <p className="mb-3">Alasan: {edition.reason}</p>}
              <ReportNumbersView numbers={edition.numbers} topics={topics} />
              <ToldFacts {...edition} />
            </Fold>
          ))}
        </Section>
      )}
    </div>
  )
}
