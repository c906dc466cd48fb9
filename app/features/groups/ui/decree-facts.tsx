import type { Place } from '~/features/regions/places'
import { Badge, type Tone } from '~/ui/callout'
import { Facts } from '~/ui/data'
import { formatDate } from '~/ui/format'
import { issuerTitle } from '../groups.messages'
import type { IssuerKind } from '../groups.schema'
import type { DecreeState } from '../next-steps'

interface Decree {
  number: string
  date: string
  issuerKind: IssuerKind
  issuerName: string | null
  validUntil: string | null
  state: DecreeState
}

const states: Record<DecreeState, { tone: Tone; word: string }> = {
  none: { tone: 'wait', word: 'Belum ada' },
  in_force: { tone: 'good', word: 'Berlaku' },
  ends_soon: { tone: 'wait', word: 'Segera berakhir' },
  expired: { tone: 'bad', word: 'Sudah berakhir' },
}

/** The decree in force and how long it still holds. */
export function DecreeFacts({ decree, place }: { decree: Decree | null; place: Place }) {
  if (!decree) {
    return <p className="text-soft">Belum ada SK yang tercatat.</p>
  }
  const { tone, word } = states[decree.state]
  return (
    <Facts
      items={[
        { term: 'Nomor', value: decree.number },
        { term: 'Tanggal', value: formatDate(decree.date) },
        { term: 'Ditetapkan oleh', value: decree.issuerName ?? issuerTitle(decree.issuerKind, place) },
        {
          term: 'Berlaku sampai',
          value: (
            <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
              {decree.validUntil ? formatDate(decree.validUntil) : 'Tanpa batas waktu'}
              <Badge tone={tone}>{word}</Badge>
            </span>
          ),
        },
      ]}
    />
  )
}
