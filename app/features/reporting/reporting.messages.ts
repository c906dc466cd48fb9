import { formatDate, formatNumber } from '~/ui/format'
import type { ApprovalAct, FundSource, ReportEventKind } from './reporting-kinds'
import type { Deadlines, Phase } from './reporting-rules'
import type { ReportStatus } from './reports.state'

type Tone = 'good' | 'wait' | 'bad' | 'plain' | 'info'

export const fundSourceWords: Record<FundSource, string> = {
  dana_desa: 'Dana desa',
  apbd: 'APBD',
  swadaya: 'Swadaya',
  sponsor: 'Sponsor atau sumbangan',
  lain: 'Lainnya',
}

export const reportEventWords: Record<ReportEventKind, string> = {
  sent: 'Dikirim',
  amended: 'Dikirim sebagai susulan atau perbaikan',
  verified: 'Diverifikasi',
  returned: 'Dikembalikan',
}

export const approvalActWords: Record<ApprovalAct, string> = {
  approved: 'Disetujui',
  reopened: 'Dibuka kembali',
}

/** Where a report stands, in a word or two; without a row nobody wrote anything yet. */
export function standingWords(
  report: { status: ReportStatus; onTime: boolean } | null,
  phase: Phase,
): { label: string; tone: Tone } {
  switch (report?.status) {
    case 'sent':
      return { label: 'Menunggu diperiksa', tone: 'info' }
    case 'verified':
      return { label: 'Terverifikasi', tone: 'good' }
    case 'returned':
      return { label: 'Dikembalikan', tone: 'wait' }
  }
  if (phase === 'running') return { label: 'Sedang berjalan', tone: 'plain' }
  if (phase === 'open') return { label: report ? 'Draf, belum dikirim' : 'Belum dikirim', tone: 'wait' }
  return { label: phase === 'late' ? 'Terlambat' : 'Tidak dikirim', tone: 'bad' }
}

/** Until when a report is waited for, by where its period stands. */
export function deadlineWords(phase: Phase, { dueOn, lockOn }: Deadlines, last: string): string {
  if (phase === 'running') return `Berakhir ${formatDate(last)}, dikirim paling lambat ${formatDate(dueOn)}`
  if (phase === 'open') return `Paling lambat ${formatDate(dueOn)}`
  if (phase === 'late')
    return `Batas waktu ${formatDate(dueOn)} sudah lewat; terkunci sesudah ${formatDate(lockOn)}`
  return `Terkunci sesudah ${formatDate(lockOn)}; hanya susulan atau perbaikan dengan alasan`
}

/** `Rp1.500.000`; null says that nobody told. */
export function formatRupiah(amount: number | null): string {
  return amount === null ? 'tidak diisi' : `Rp${formatNumber(amount)}`
}

/** What the counts mean, for everyone who reads them. */
export const rateDefinitions = {
  expected: 'KIM yang terdaftar (tidak dibekukan, tidak ditutup) pada hari pertama masa laporan.',
  actual:
    'Laporan wajib yang sudah dikirim atau terverifikasi. Yang dikembalikan dihitung lagi setelah dikirim ulang.',
  onTime: 'Laporan masuk yang pertama kali dikirim paling lambat pada batas waktu.',
  dormant: 'KIM wajib lapor yang vakum pada hari pertama masa laporan. Tetap dihitung sebagai wajib lapor.',
} as const
