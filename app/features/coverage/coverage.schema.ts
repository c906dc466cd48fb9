import { z } from 'zod'
import { NATION } from '~/features/regions/places'
import { RegionCode } from '~/features/regions/regions.schema'
import { isDate } from '~/platform/calendar'
import { NATION_WORD } from './coverage-address'
import { MONTHS_BACK } from './cut-off'
import { listKinds } from './list-kinds'
import { type MeasureKey, measureKeys } from './measures'

/** What a coverage page reads from its address; a strange query shows the nearest sensible page. */
export const coverageQuery = {
  ukuran: z
    .enum(measureKeys)
    .catch('desa-terdaftar')
    .default('desa-terdaftar') satisfies z.ZodType<MeasureKey>,
  tanggal: z.string().optional().catch(undefined),
}

/** The place on the slider over the ends of months: so many months after the earliest that the page offered. */
export const sliderQuery = {
  bulan: z.coerce.number().int().min(0).max(MONTHS_BACK).optional().catch(undefined),
  dari: z.string().refine(isDate).optional().catch(undefined),
}

export const listQuery = {
  isi: z.enum(listKinds).catch('desa-tanpa-kim').default('desa-tanpa-kim'),
  tanggal: coverageQuery.tanggal,
  halaman: z.coerce.number().int().min(1).catch(1),
}

/** A region's code from an address: `indonesia` or `00` for the country, with or without dots; null for anything else. */
export function readCode(typed: string): string | null {
  if (typed.toLowerCase() === NATION_WORD) return NATION
  const parsed = RegionCode.safeParse(typed)
  return parsed.success ? parsed.data : null
}
