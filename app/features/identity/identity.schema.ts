import { z } from 'zod'
import { tidy } from '~/platform/text'
import { officeRoles } from './office.policy'

export const AccountId = z.uuid().brand<'AccountId'>()
export type AccountId = z.infer<typeof AccountId>

/** The token in the address of a letter or an invitation. */
export const LinkToken = z.string().regex(/^[\w-]{20,100}$/)

export const PASSWORD_MIN = 10
export const PASSWORD_MAX = 128

/** A person's name as it is shown to others. */
export const PersonName = z
  .string({ error: 'Tulis nama Anda.' })
  .transform(tidy)
  .pipe(
    z.string().min(2, 'Tulis nama Anda, paling sedikit 2 huruf.').max(120, 'Nama paling panjang 120 huruf.'),
  )

/** What a person types into "Nomor HP atau e-mail"; the server reads which of the two it is. */
export const ContactText = z
  .string({ error: 'Tulis nomor HP atau e-mail.' })
  .max(254, 'Nomor HP atau e-mail terlalu panjang.')

/** A password to be set; the server also refuses common ones. */
export const NewPassword = z
  .string({ error: 'Tulis sandi.' })
  .min(PASSWORD_MIN, `Sandi paling sedikit ${PASSWORD_MIN} karakter. Tambahkan satu dua kata lagi.`)
  .max(PASSWORD_MAX, `Sandi paling panjang ${PASSWORD_MAX} karakter.`)

/** A password to be compared. */
export const PresentPassword = z
  .string({ error: 'Tulis sandi Anda.' })
  .max(1000, 'Sandi ini terlalu panjang.')

/** A path of the portal to go on to; checked again before it is used. */
const ReturnPath = z.string().max(500).optional()

export const signUpSchema = z.object({
  /** Made with the empty form: sending it twice makes one account. */
  id: AccountId,
  name: PersonName,
  contact: ContactText,
  password: NewPassword,
  lanjut: ReturnPath,
})

export const signInSchema = z.object({
  contact: ContactText,
  password: PresentPassword,
  lanjut: ReturnPath,
})

/** The three forms of one's own account. */
export const renameSchema = z.object({
  intent: z.literal('name'),
  version: z.coerce.number().int(),
  name: PersonName,
})
export const contactSchema = z.object({
  intent: z.literal('contact'),
  version: z.coerce.number().int(),
  email: z.string().max(254, 'E-mail terlalu panjang.').optional(),
  phone: z.string().max(30, 'Nomor HP terlalu panjang.').optional(),
  presentPassword: PresentPassword,
})
export const passwordSchema = z.object({
  intent: z.literal('password'),
  presentPassword: PresentPassword,
  password: NewPassword,
})
export const profileSchema = z.discriminatedUnion('intent', [renameSchema, contactSchema, passwordSchema])

export const sessionsSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('one'), publicId: z.uuid() }),
  z.object({ intent: z.literal('others') }),
])

export const forgotSchema = z.object({ contact: ContactText })

export const resetByLinkSchema = z.object({ password: NewPassword })

export const resetByCodeSchema = z.object({
  contact: ContactText,
  code: z
    .string({ error: 'Tulis kode dari Dinas.' })
    .max(20, 'Kode terdiri atas 8 angka.')
    .transform((typed) => typed.replace(/[\s.-]/g, ''))
    .pipe(z.string().regex(/^\d{8}$/, 'Kode terdiri atas 8 angka.')),
  password: NewPassword,
})

export const issueCodeSchema = z.object({
  accountId: AccountId,
  seen: z.literal('on', {
    error: 'Kode hanya untuk orang yang sudah Anda temui langsung. Centang bila sudah.',
  }),
})

export const firstAdminSchema = z.object({
  id: AccountId,
  name: PersonName,
  contact: ContactText,
  password: NewPassword,
})

export const acceptNewSchema = z.object({
  intent: z.literal('new'),
  id: AccountId,
  name: PersonName,
  contact: ContactText,
  password: NewPassword,
})
export const invitationSchema = z.discriminatedUnion('intent', [
  acceptNewSchema,
  z.object({ intent: z.literal('present') }),
])

const OfficeRoleChoice = z.enum(officeRoles, { error: 'Pilih perannya.' })
const PlaceCode = z.string().regex(/^(\d{2}|\d{4})$/, 'Pilih wilayah dari daftar.')

/** A province officer names a regency only; the role is theirs to give. */
export const inviteRegencySchema = z.object({
  intent: z.literal('invite'),
  id: z.uuid(),
  name: PersonName,
  contact: ContactText.optional(),
  place: z.string({ error: 'Pilih kabupaten atau kotanya.' }).regex(/^\d{4}$/, 'Pilih dari daftar.'),
})
export const inviteAnySchema = z.object({
  intent: z.literal('invite'),
  id: z.uuid(),
  name: PersonName,
  contact: ContactText.optional(),
  role: OfficeRoleChoice,
  place: PlaceCode.optional(),
})
const endSchemas = [
  z.object({ intent: z.literal('revoke'), invitationId: z.uuid() }),
  z.object({ intent: z.literal('end'), grantId: z.uuid() }),
] as const
export const provinceOfficersSchema = z.discriminatedUnion('intent', [inviteRegencySchema, ...endSchemas])
export const allOfficersSchema = z.discriminatedUnion('intent', [inviteAnySchema, ...endSchemas])

export const giveOfficeSchema = z.object({
  intent: z.literal('give'),
  role: OfficeRoleChoice,
  place: PlaceCode.optional(),
})
export const accountSchema = z.discriminatedUnion('intent', [
  giveOfficeSchema,
  z.object({ intent: z.literal('end'), grantId: z.uuid() }),
  z.object({
    intent: z.literal('status'),
    status: z.enum(['active', 'disabled']),
    version: z.coerce.number().int(),
  }),
])
