import { suspendedWords } from '~/features/groups/next-group-step'
import { formatDate, formatNumber } from '~/ui/format'
import type { GroupDashboard } from './group-dashboard.queries.server'

type StandingRead = Pick<GroupDashboard['standing'], 'state' | 'lastOn' | 'until' | 'activeDays'>

/** In one or two sentences why the group counts as it does, and what would change it. */
export function whatChanges({
  status,
  suspendedUntil,
  standing,
}: Pick<GroupDashboard, 'status' | 'suspendedUntil'> & { standing: StandingRead }): string {
  if (status === 'suspended') {
    return `${suspendedWords(suspendedUntil)} Selama dibekukan kelompok tidak dihitung aktif; kegiatan boleh tetap dicatat.`
  }
  const { state, lastOn, until, activeDays } = standing
  if (lastOn === null) {
    return 'Belum ada kegiatan yang dikonfirmasi Dinas. Kelompok terhitung aktif begitu kegiatan pertamanya dikonfirmasi.'
  }
  const last = `Kegiatan terkonfirmasi terakhir: ${formatDate(lastOn)}.`
  if (state === 'active') {
    return until === null
      ? last
      : `${last} Tetap terhitung aktif sampai ${formatDate(until)}; kegiatan baru memperpanjangnya.`
  }
  const fades = state === 'less_active' && until ? ` Sesudah ${formatDate(until)} menjadi vakum.` : ''
  return `${last}${fades} Satu kegiatan baru yang dikonfirmasi membuatnya aktif lagi untuk ${formatNumber(activeDays)} hari.`
}
