import { formatNumber } from '~/ui/format'
import type { DecidedReports } from './decide-reports.server'

/** What became of a selection, for the officer. */
export function decidedReportsWords({ done, left }: DecidedReports, to: 'verified' | 'returned'): string {
  const what = to === 'verified' ? 'diverifikasi' : 'dikembalikan'
  const said = `${formatNumber(done)} laporan ${what}. Pengirimnya sudah diberi tahu.`
  if (left.length === 0) return said
  const rest = `${formatNumber(left.length)} laporan tidak ikut karena berubah sejak halaman dibuka atau tidak dapat Anda putuskan.`
  return done === 0 ? rest : `${said} ${rest}`
}
