import type { Change } from '~/features/activities/activity-changes'
import { formatNumber } from '~/ui/format'
import { formatRupiah, fundSourceWords } from './reporting.messages'
import type { ReportContent, ReportNumbers } from './reporting-kinds'

/** What one sending of a report says. */
export interface SaidInEdition extends ReportContent {
  numbers: ReportNumbers
}

/** What another sending of a report changed, in words; everything that the first one said, when there was none before. */
export function changesOfReport(before: SaidInEdition | null, after: SaidInEdition): Change[] {
  const was = before && linesOf(before)
  return linesOf(after).flatMap(({ term, value }, at) => {
    const former = was?.[at]?.value ?? null
    return former === value ? [] : [{ term, before: former, after: value }]
  })
}

function linesOf({ numbers, obstacles, plans, received, spent, fundSource }: SaidInEdition) {
  const lines: { term: string; value: string | null }[] = [
    { term: 'Kegiatan', value: formatNumber(numbers.activities) },
    { term: 'Dikonfirmasi', value: formatNumber(numbers.confirmed) },
    { term: 'Jumlah jangkauan', value: formatNumber(numbers.reach) },
    { term: 'Perempuan hadir', value: formatNumber(numbers.women) },
    { term: 'Laki-laki hadir', value: formatNumber(numbers.men) },
    { term: 'Foto', value: formatNumber(numbers.photos) },
    { term: 'Kendala', value: obstacles || null },
    { term: 'Rencana', value: plans || null },
    { term: 'Uang diterima', value: received === null ? null : formatRupiah(received) },
    { term: 'Uang dibelanjakan', value: spent === null ? null : formatRupiah(spent) },
    { term: 'Sumber uang', value: fundSource && fundSourceWords[fundSource] },
  ]
  return lines
}
