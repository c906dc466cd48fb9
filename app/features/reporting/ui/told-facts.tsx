import { Facts } from '~/ui/data'
import { formatRupiah, fundSourceWords } from '../reporting.messages'
import type { ReportContent } from '../reporting-kinds'

/** What a group wrote in a report beside its numbers. */
export function ToldFacts({ obstacles, plans, received, spent, fundSource }: ReportContent) {
  const hasMoney = received !== null || spent !== null
  return (
    <Facts
      items={[
        { term: 'Kendala', value: obstacles },
        { term: 'Rencana', value: plans },
        ...(hasMoney
          ? [
              { term: 'Uang diterima', value: formatRupiah(received) },
              { term: 'Uang dibelanjakan', value: formatRupiah(spent) },
              { term: 'Sumber uang', value: fundSource && fundSourceWords[fundSource] },
            ]
          : []),
      ]}
    />
  )
}
