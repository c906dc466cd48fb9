import { Facts } from '~/ui/data'
import { Fold } from '~/ui/fold'
import type { GroupPartnership } from '../group-partnerships.queries.server'
import { partnershipKindWords } from '../partnerships.messages'
import { PartnershipStatusBadge } from './partnership-status'
import { termWords } from './partnership-table'

/** The partnerships of a group as its own people read them; what binds both sides unfolds. */
export function GroupPartnerships({ partnerships }: { partnerships: GroupPartnership[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {partnerships.map((one) => (
        <li key={one.id} className="py-3">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="font-semibold [overflow-wrap:anywhere]">{one.title}</span>
            <PartnershipStatusBadge status={one.status} />
          </p>
          <p className="text-sm text-soft">
            {one.office}, {termWords(one)}
          </p>
          <Fold label="Isi dan tugas kedua pihak" about={`: ${one.title}`}>
            <Facts
              items={[
                {
                  term: 'Bentuk',
                  value: `${partnershipKindWords[one.kind]}${one.number ? ` nomor ${one.number}` : ''}`,
                },
                { term: 'Ruang lingkup', value: one.scope },
                { term: 'Tugas dinas', value: one.officeDuties },
                { term: 'Tugas KIM', value: one.partnerDuties },
              ]}
            />
          </Fold>
        </li>
      ))}
    </ul>
  )
}
