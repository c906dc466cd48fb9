import { localDate, timeZones, type Zone } from '~/platform/calendar'
import type { Instant } from '~/platform/clock'

const months = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
]
const numbers = new Intl.NumberFormat('id-ID')

/** `1234.5` as `1.234,5`. */
export function formatNumber(value: number): string {
  return numbers.format(value)
}

const shares = new Intl.NumberFormat('id-ID', { style: 'percent', maximumFractionDigits: 1 })

/** A part of a whole, `2,4%`; of an empty whole, `0%`; a part that is there never rounds down to nothing. */
export function formatPercent(part: number, whole: number): string {
  if (whole === 0 || part === 0) return shares.format(0)
  return part / whole < 0.001 ? 'kurang dari 0,1%' : shares.format(part / whole)
}

/** A calendar date `2026-05-12` as `12 Mei 2026`. */
export function formatDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${day} ${months[(month ?? 1) - 1]} ${year}`
}

/** A month `2026-05` as `Mei 2026`. */
export function formatMonth(month: string): string {
  const [year, number] = month.split('-').map(Number)
  return `${months[(number ?? 1) - 1]} ${year}`
}

/** A moment as its calendar date in a zone, `12 Mei 2026`. */
export function formatDay(at: Instant, zone: Zone = 'WIB'): string {
  return formatDate(localDate(at, zone))
}

/** A moment with its zone, `12 Mei 2026, 09.30 WIT`. */
export function formatMoment(at: Instant, zone: Zone = 'WIB'): string {
  const time = new Intl.DateTimeFormat('id-ID', {
    timeZone: timeZones[zone],
    hour: '2-digit',
    minute: '2-digit',
  }).format(at)
  return `${formatDay(at, zone)}, ${time} ${zone}`
}

/** How long ago in the largest sensible unit: `baru saja`, `5 menit`, `3 jam`, `12 hari`. */
export function formatAge(from: Instant, now: Instant): string {
  const minutes = Math.floor((now - from) / 60_000)
  if (minutes < 1) return 'baru saja'
  if (minutes < 60) return `${minutes} menit`
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} jam`
  return `${formatNumber(Math.floor(minutes / 1440))} hari`
}

/** Twelve digits in the groups in which people read them: `9404 1220 0301`. */
export function formatRegistrationNumber(number: string): string {
  return number.replace(/(\d{4})(?=\d)/g, '$1 ')
}

/** A size in bytes as `820 kB` or `1,4 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000_000) return `${formatNumber(Math.max(1, Math.round(bytes / 1000)))} kB`
  return `${formatNumber(Math.round(bytes / 100_000) / 10)} MB`
}
