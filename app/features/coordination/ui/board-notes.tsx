import { formatDate, formatMoment } from '~/ui/format'
import { Section } from '~/ui/page'
import { boardColumns } from '../board-columns'
import type { BoardTerms } from '../board-row'

/** What every figure of the board says, and of when. */
export function BoardNotes({ today, now, terms }: { today: string; now: number; terms: BoardTerms }) {
  return (
    <Section title="Arti angka-angka ini" id="arti">
      <dl className="grid gap-x-10 gap-y-4 lg:grid-cols-2">
        {boardColumns.map(({ key, header, definition }) => (
          <div key={key}>
            <dt className="font-semibold">{header}</dt>
            <dd className="text-soft">{definition(terms)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 text-sm text-soft">
        Cakupan dan keaktifan per {formatDate(today)}; yang lain pada {formatMoment(now)}. Angka papan ini
        bantuan koordinasi buatan portal, bukan penilaian menurut peraturan.
      </p>
    </Section>
  )
}
