import { z } from 'zod'
import { isDate } from '~/platform/calendar'
import { formatNumber } from '~/ui/format'
import { wilayah } from './board.schema'

/** What the twelve months are shown of: measures of which every past day is known. */
export const trendMeasures = ['desa-terdaftar', 'desa-aktif', 'kim-aktif', 'kegiatan'] as const

export const trendQuery = z.object({ wilayah, ukuran: z.enum(trendMeasures).catch('desa-terdaftar') })
export type TrendQuery = z.output<typeof trendQuery>

const date = z.string().refine(isDate).optional().catch(undefined)

/** Two days to be compared; the earlier one is three months ago and the later one today when left out. */
export const compareQuery = z.object({ wilayah, a: date, b: date })
export type CompareQuery = z.output<typeof compareQuery>

/** By how much something changed: `+3,2 poin`, `−4`. */
export function changeWords(change: number, isShare: boolean): string {
  const scaled = isShare ? Math.round(change * 1000) / 10 : Math.round(change * 10) / 10
  const sign = scaled > 0 ? '+' : scaled < 0 ? '−' : '±'
  return `${sign}${formatNumber(Math.abs(scaled))}${isShare ? ' poin' : ''}`
}
