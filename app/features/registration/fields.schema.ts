import { z } from 'zod'
import { isDate } from '~/platform/calendar'
import { tidy, tidyLines } from '~/platform/text'

/** No group of this kind is older than the country's own public information service. */
export const EARLIEST_DATE = '1945-01-01'

/** A line of text that may stay empty. */
export function optionalLine(what: string, max: number) {
  return z
    .string()
    .transform(tidy)
    .pipe(z.string().max(max, `${what} terlalu panjang; paling banyak ${max} huruf.`))
    .transform(emptyIsMissing)
    .optional()
}

/** Text of several lines that may stay empty. */
export function optionalLines(what: string, max: number) {
  return z
    .string()
    .transform(tidyLines)
    .pipe(z.string().max(max, `${what} terlalu panjang; paling banyak ${max} huruf.`))
    .transform(emptyIsMissing)
    .optional()
}

/** A calendar date that may stay empty; whether it lies in the future is for the use case, which knows the zone. */
export function optionalDate(what: string) {
  return z
    .string()
    .refine(isDate, { error: `${what} belum benar. Tulis tanggal, bulan dan tahun.`, abort: true })
    .refine((date) => date >= EARLIEST_DATE, {
      error: `${what} terlalu lama. Periksa tahunnya; paling awal 1945.`,
    })
    .optional()
}

/** Which state of the application the form was opened with. */
export const formVersion = z.coerce.number().int().min(1).max(1_000_000_000)

/** Where the person goes after saving: on to the next step, or back to the list. */
export const afterSaving = z.enum(['next', 'list']).catch('next')

function emptyIsMissing(text: string): string | undefined {
  return text === '' ? undefined : text
}
