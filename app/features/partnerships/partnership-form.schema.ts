import { z } from 'zod'
import { formVersion, optionalDate, optionalLine, optionalLines } from '~/features/registration/fields.schema'
import { isDate } from '~/platform/calendar'
import { tidy, tidyLines } from '~/platform/text'
import { fundingSources, keptGrades, outlooks, PartnershipId, partnershipKinds } from './partnerships.schema'

/** A budget line as the classification of regional budgets writes them, such as `2.16.02.2.01.08`. */
export const BUDGET_SHAPE = /^\d\.\d{2}\.\d{2}\.\d\.\d{2}\.\d{2}(\d{2})?$/

const answers = {
  kind: z.enum(partnershipKinds, { error: 'Pilih bentuk naskahnya.' }),
  title: z
    .string({ error: 'Tulis perihal kemitraan.' })
    .transform(tidy)
    .pipe(z.string().min(5, 'Tulis perihal, paling sedikit 5 huruf.').max(200, 'Paling panjang 200 huruf.')),
  number: optionalLine('Nomor', 80),
  startsOn: z
    .string({ error: 'Isi tanggal mulai.' })
    .refine(isDate, 'Tanggal belum benar. Tulis tanggal, bulan dan tahun.')
    .refine((date) => date >= '1990-01-01' && date < '2100-01-01', 'Periksa tahunnya.'),
  endsOn: optionalDate('Tanggal berakhir'),
  scope: z
    .string({ error: 'Tulis apa yang dikerjakan bersama.' })
    .transform(tidyLines)
    .pipe(
      z
        .string()
        .min(10, 'Tulis ruang lingkupnya, paling sedikit 10 huruf.')
        .max(2000, 'Paling panjang 2.000 huruf.'),
    ),
  topics: z.array(z.string().max(60)).max(10, 'Paling banyak 10 topik.').default([]),
  officeDuties: optionalLines('Tugas dinas', 2000),
  partnerDuties: optionalLines('Tugas mitra', 2000),
  budgetCode: optionalLine('Kode anggaran', 40),
  fundingSource: z.enum(fundingSources).optional(),
  responsible: optionalLine('Penanggung jawab', 150),
  isPublic: z.boolean().default(false),
  file: z.instanceof(File).optional(),
}

const inOrder = ({ startsOn, endsOn }: { startsOn: string; endsOn?: string }) => !endsOn || endsOn >= startsOn
const orderWords = { path: ['endsOn'], error: 'Tanggal berakhir tidak boleh sebelum tanggal mulai.' }

/** `mitra:<id>` or `kim:<id>`: with whom. */
export const Counterpart = z
  .string({ error: 'Pilih mitra atau KIM.' })
  .regex(/^(mitra|kim):[0-9a-f-]{36}$/, 'Pilih mitra atau KIM dari daftar.')

export const NewPartnershipForm = z
  .object({
    ...answers,
    id: PartnershipId,
    /** The office whose partnership it is, for who works for several. */
    office: z.string().max(4).optional(),
    counterpart: Counterpart,
    renewedFromId: PartnershipId.optional(),
  })
  .refine(inOrder, orderWords)
export type NewPartnershipForm = z.output<typeof NewPartnershipForm>

export const EditPartnershipForm = z.object({ ...answers, version: formVersion }).refine(inOrder, orderWords)
export type EditPartnershipForm = z.output<typeof EditPartnershipForm>

type Answers = Pick<EditPartnershipForm, keyof typeof answers>

/** What is stored of the form in one row. */
export function columnsOf({ topics, file, ...value }: Answers) {
  return {
    kind: value.kind,
    title: value.title,
    number: value.number ?? null,
    startsOn: value.startsOn,
    endsOn: value.endsOn ?? null,
    scope: value.scope,
    officeDuties: value.officeDuties ?? null,
    partnerDuties: value.partnerDuties ?? null,
    budgetCode: value.budgetCode ?? null,
    fundingSource: value.fundingSource ?? null,
    responsible: value.responsible ?? null,
    isPublic: value.isPublic,
  }
}

/** What a form begins with, by field. */
export type PartnershipAnswers = Record<string, string | string[] | undefined>

/** What a partnership says, as its form shows it; the file cannot be shown again. */
export function answersOf(
  { isPublic, ...stored }: ReturnType<typeof columnsOf>,
  topics: string[],
): PartnershipAnswers {
  return {
    kind: stored.kind,
    title: stored.title,
    number: stored.number ?? undefined,
    startsOn: stored.startsOn,
    endsOn: stored.endsOn ?? undefined,
    scope: stored.scope,
    officeDuties: stored.officeDuties ?? undefined,
    partnerDuties: stored.partnerDuties ?? undefined,
    budgetCode: stored.budgetCode ?? undefined,
    fundingSource: stored.fundingSource ?? undefined,
    responsible: stored.responsible ?? undefined,
    isPublic: isPublic ? 'on' : undefined,
    topics,
  }
}

const said = (what: string) =>
  z
    .string({ error: `Tulis ${what}.` })
    .transform(tidyLines)
    .pipe(
      z.string().min(5, `Tulis ${what}, paling sedikit 5 huruf.`).max(2000, 'Paling panjang 2.000 huruf.'),
    )

export const AssessmentForm = z.object({
  intent: z.literal('assess'),
  year: z.coerce.number({ error: 'Pilih tahunnya.' }).int().min(1990).max(2100),
  /** The assessment of that year that was on the screen; 0 for none. */
  seen: z.coerce.number().int().min(0).max(10_000),
  officeKept: z.enum(keptGrades, { error: 'Pilih sejauh mana dinas menepatinya.' }),
  partnerKept: z.enum(keptGrades, { error: 'Pilih sejauh mana mitra menepatinya.' }),
  officeSays: said('penilaian dinas'),
  partnerSays: optionalLines('Kata mitra', 2000),
  partnerSpeaker: optionalLine('Nama', 100),
  outlook: z.enum(outlooks, { error: 'Pilih kelanjutannya.' }),
})
export type AssessmentForm = z.output<typeof AssessmentForm>

/** What is done to a partnership on its page. */
export const PartnershipActForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('activate'), version: formVersion }),
  z.object({ intent: z.literal('breakOff'), version: formVersion, reason: said('alasannya') }),
  z.object({ intent: z.literal('link'), activityId: z.uuid({ error: 'Pilih kegiatannya.' }) }),
  z.object({ intent: z.literal('unlink'), activityId: z.uuid() }),
  AssessmentForm,
])
export type PartnershipActForm = z.output<typeof PartnershipActForm>
