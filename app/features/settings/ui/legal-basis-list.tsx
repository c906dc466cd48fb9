import type { ReactNode } from 'react'
import { Badge, EmptyState, type Tone } from '~/ui/callout'
import { formatDate } from '~/ui/format'
import type { LegalBasisView } from '../legal-bases.queries.server'

const states: Record<LegalBasisView['state'], { words: string; tone: Tone }> = {
  inForce: { words: 'Berlaku', tone: 'good' },
  coming: { words: 'Akan berlaku', tone: 'wait' },
  ended: { words: 'Tidak dikutip lagi', tone: 'plain' },
}

/** Rules with their days of validity and what we know of them; `actions` adds what an administrator may do. */
export function LegalBasisList({
  bases,
  actions,
}: {
  bases: LegalBasisView[]
  actions?: (basis: LegalBasisView) => ReactNode
}) {
  if (bases.length === 0) {
    return (
      <EmptyState title="Belum ada dasar hukum yang dicatat">
        Peraturan yang dikutip di halaman dan Tanda Daftar akan tampil di sini.
      </EmptyState>
    )
  }
  return (
    <ul className="divide-y divide-line">
      {bases.map((basis) => (
        <li key={basis.id} className="py-5 first:pt-0">
          <h3 className="text-lg">{basis.citation}</h3>
          <p>{basis.title}</p>
          <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">
            <Badge tone={states[basis.state].tone}>{states[basis.state].words}</Badge>
            <span>
              {formatDate(basis.validFrom)} sampai{' '}
              {basis.validUntil ? formatDate(basis.validUntil) : 'sekarang'} · {basis.where}
            </span>
          </p>
          {basis.note && <p className="mt-2 max-w-prose whitespace-pre-line">{basis.note}</p>}
          {actions?.(basis)}
        </li>
      ))}
    </ul>
  )
}
