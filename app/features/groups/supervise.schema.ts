import { z } from 'zod'
import { isDate } from '~/platform/calendar'
import { tidy, tidyLines } from '~/platform/text'
import { GroupId } from './groups.schema'
import { groupName, personName } from './names.schema'

const version = z.coerce.number().int().min(1)

/** Why something is done, in words that those concerned will read. */
export function reasonText(what: string) {
  return z
    .string({ error: `Tulis ${what}.` })
    .transform(tidyLines)
    .pipe(
      z
        .string()
        .min(5, `Tulis ${what} dengan jelas, paling sedikit 5 huruf.`)
        .max(1000, 'Paling panjang 1.000 huruf. Ringkas sedikit.'),
    )
}

export function dateText(missing: string) {
  return z
    .string({ error: missing })
    .trim()
    .refine(isDate, { error: 'Tulis tanggal yang ada, misalnya 31-12-2026.' })
}

const reason = reasonText('alasannya')
const contact = z
  .string({ error: 'Tulis nomor HP atau e-mail.' })
  .max(254, 'Nomor HP atau e-mail terlalu panjang.')

export const suspendSchema = z.object({
  intent: z.literal('suspend'),
  version,
  reason,
  until: dateText('Pilih tanggal berakhirnya pembekuan.'),
})

export const reactivateSchema = z.object({ intent: z.literal('reactivate'), version })

export const closeSchema = z.object({
  intent: z.literal('close'),
  version,
  reason,
  sure: z.literal('on', { error: 'Centang dahulu bila Anda yakin: penutupan tidak dapat dibatalkan.' }),
})

/** Whatever is not twelve digits is kept all the same, once the officer has seen the warning. */
export const nationalNumberSchema = z
  .object({
    intent: z.literal('nationalNumber'),
    version,
    nationalNumber: z
      .string()
      .transform(tidy)
      .pipe(z.string().max(40, 'Paling panjang 40 huruf.'))
      .optional(),
    sure: z.literal('on').optional(),
  })
  .superRefine(({ nationalNumber = '', sure }, context) => {
    if (nationalNumber === '' || /^\d{12}$/.test(nationalNumber) || sure) return
    context.addIssue({
      code: 'custom',
      path: ['sure'],
      message: `“${nationalNumber}” bukan 12 angka seperti nomor induk pada umumnya. Periksa kembali; bila memang begitu tertulis, centang lalu simpan lagi.`,
    })
  })

export const reissueSchema = z.object({
  intent: z.literal('reissue'),
  version,
  name: groupName,
  reason: reasonText('alasan penerbitan ulang'),
})

export const inviteChairSchema = z.object({ intent: z.literal('inviteChair'), contact })

/** The successor: someone of the board, or another name. */
export const proposeSchema = z
  .object({
    intent: z.literal('propose'),
    id: z.uuid(),
    memberId: z.uuid().optional(),
    name: personName.optional(),
    contact,
    reason: reasonText('alasan pergantian'),
  })
  .refine(({ memberId, name }) => Boolean(memberId || name), {
    error: 'Pilih calon ketua dari pengurus, atau tulis namanya di bawah.',
    path: ['memberId'],
    // Said together with whatever else is missing.
    when: () => true,
  })

const handover = { groupId: GroupId, handoverId: z.uuid(), version }
export const newLinkSchema = z.object({ intent: z.literal('newLink'), ...handover })
export const cancelHandoverSchema = z.object({ intent: z.literal('cancelHandover'), ...handover })
export const confirmHandoverSchema = z.object({ intent: z.literal('confirmHandover'), ...handover })
export const declineHandoverSchema = z.object({ intent: z.literal('declineHandover'), ...handover, reason })

const renewal = { renewalId: z.uuid(), version }
export const confirmRenewalSchema = z.object({ intent: z.literal('confirmRenewal'), ...renewal })
export const declineRenewalSchema = z.object({ intent: z.literal('declineRenewal'), ...renewal, reason })

export const chairFormSchema = z.discriminatedUnion('intent', [
  proposeSchema,
  newLinkSchema,
  cancelHandoverSchema,
])

export const handoverDecisionSchema = z.discriminatedUnion('intent', [
  confirmHandoverSchema,
  declineHandoverSchema,
])

export const officeGroupSchema = z.discriminatedUnion('intent', [
  suspendSchema,
  reactivateSchema,
  closeSchema,
  nationalNumberSchema,
  reissueSchema,
  inviteChairSchema,
  proposeSchema,
  newLinkSchema,
  confirmHandoverSchema,
  declineHandoverSchema,
  confirmRenewalSchema,
  declineRenewalSchema,
])
