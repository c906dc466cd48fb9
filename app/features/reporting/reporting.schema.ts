import { z } from 'zod'
import { tidyLines } from '~/platform/text'
import { type Period, readPeriod } from './periods'
import { fundSources } from './reporting-kinds'

export const ReportId = z.uuid().brand<'ReportId'>()
export type ReportId = z.infer<typeof ReportId>

/** A period in an address. */
export const PeriodCode = z.string().transform((code, context): Period => {
  const period = readPeriod(code)
  if (period) return period
  context.addIssue({ code: 'custom', message: 'Masa laporan ini tidak dikenal.' })
  return z.NEVER
})

/** Two milliards: more is a slip, and what an integer column holds on every engine. */
const MOST_RUPIAH = 2_000_000_000

/** An amount as people type it: `Rp 1.500.000`, `1500000`, `1.500.000,00`. */
const rupiah = z
  .string()
  .transform((typed, context) => {
    const amount = /^(?:rp\.?)?\s*(\d{1,3}(?:[. ]\d{3})*|\d+)(?:,(?:00|-))?$/i.exec(typed.trim())?.[1]
    if (amount) return Number(amount.replace(/[. ]/g, ''))
    context.addIssue({ code: 'custom', message: 'Tulis jumlah rupiah bulat, misalnya 1.500.000.' })
    return z.NEVER
  })
  .pipe(z.number().max(MOST_RUPIAH, 'Paling banyak 2.000.000.000 rupiah. Periksa jumlah nolnya.'))
  .optional()

const long = (most: number) =>
  z
    .string()
    .transform(tidyLines)
    .pipe(z.string().max(most, `Paling panjang ${most.toLocaleString('id-ID')} huruf.`))
    .default('')

const told = {
  id: ReportId,
  /** Of the report that was on the screen; 0 when there was none. */
  version: z.coerce.number().int().min(0),
  obstacles: long(4000),
  plans: long(4000),
  received: rupiah,
  spent: rupiah,
  fundSource: z.enum(fundSources).optional(),
}

/** What a group's chair writes in a report, to keep it for later or to send it. */
export const OwnReportForm = z
  .discriminatedUnion('intent', [
    z.object({ intent: z.literal('save'), ...told }),
    z.object({
      intent: z.literal('send'),
      ...told,
      /** Asked for when it is an amendment. */
      reason: long(1000),
    }),
  ])
  .superRefine(({ received, spent, fundSource }, context) => {
    if ((received === undefined && spent === undefined) || fundSource) return
    context.addIssue({ code: 'custom', path: ['fundSource'], message: 'Pilih dari mana uangnya.' })
  })
export type OwnReportForm = z.output<typeof OwnReportForm>

const comment = z
  .string({ error: 'Tulis apa yang perlu diperbaiki, supaya kelompok tahu.' })
  .transform(tidyLines)
  .pipe(
    z
      .string()
      .min(5, 'Tulis dengan lebih jelas, paling sedikit 5 huruf.')
      .max(1000, 'Paling panjang 1.000 huruf.'),
  )

const Chosen = z
  .string()
  .regex(/^[0-9a-f-]{36}:\d{1,9}$/, 'Pilihan ini tidak dikenal. Muat ulang halaman, lalu pilih lagi.')
  .transform((pair) => ({ id: pair.slice(0, 36), version: Number(pair.slice(37)) }))

const chosen = z
  .array(Chosen, { error: 'Pilih dulu paling sedikit satu laporan.' })
  .min(1, 'Pilih dulu paling sedikit satu laporan.')
  .max(100, 'Paling banyak 100 laporan sekali jalan.')

/** What an office decides on the reports that it ticked. */
export const DecideReportsForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('verify'), chosen }),
  z.object({ intent: z.literal('return'), chosen, comment }),
])

const version = z.coerce.number().int().min(0)

/** What an office decides on one report. */
export const DecideReportForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.enum(['verify', 'verifyNext']), version }),
  z.object({ intent: z.literal('return'), version, comment }),
])

/** Approving a period, or opening it again. */
export const ApprovalForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('approve'), version }),
  z.object({
    intent: z.literal('reopen'),
    version,
    reason: z
      .string({ error: 'Tulis alasannya; semua yang terlibat membacanya.' })
      .transform(tidyLines)
      .pipe(
        z
          .string()
          .min(5, 'Tulis alasannya dengan lebih jelas, paling sedikit 5 huruf.')
          .max(1000, 'Paling panjang 1.000 huruf.'),
      ),
  }),
])
