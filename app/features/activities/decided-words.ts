import { formatNumber } from '~/ui/format'

const NAMED = 5
const LONGEST_TITLE = 60

/** What came of a decision on several activities: how many were done, which were left and why. */
export function decidedWords(
  { done, left }: { done: number; left: { title: string; why: string }[] },
  to: 'confirmed' | 'returned',
): string {
  const verb = to === 'confirmed' ? 'dikonfirmasi' : 'ditanyakan kepada kelompoknya'
  const whys = [...new Set(left.map(({ why }) => why))].map((why) => {
    const titles = left.filter((one) => one.why === why).map(({ title }) => `“${shortened(title)}”`)
    const rest = titles.length - NAMED
    const named = titles.slice(0, NAMED).join(', ') + (rest > 0 ? ` dan ${formatNumber(rest)} lainnya` : '')
    return `Dibiarkan: ${named}. ${why}`
  })
  return [`${formatNumber(done)} kegiatan ${verb}.`, ...whys].join(' ')
}

function shortened(title: string): string {
  return title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1)}…` : title
}
